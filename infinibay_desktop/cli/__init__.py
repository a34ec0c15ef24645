"""The same services from a terminal; no Qt."""
