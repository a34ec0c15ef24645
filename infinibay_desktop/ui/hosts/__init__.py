"""Hosts: the list, the connection test, adding and editing."""
