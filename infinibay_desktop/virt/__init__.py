"""The only place that speaks libvirt."""
