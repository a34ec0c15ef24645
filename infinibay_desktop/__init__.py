"""Infinibay Desktop: virtual machines on libvirt hosts, for people who look after many."""

__version__ = "0.1.0"
