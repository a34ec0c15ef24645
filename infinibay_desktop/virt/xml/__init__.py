"""Pure functions between model types and libvirt's XML."""
