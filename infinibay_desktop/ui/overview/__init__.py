"""The landing page: everything at a glance."""
