"""Machines: the list, its acts, and the making of new ones."""
