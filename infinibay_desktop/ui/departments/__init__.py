"""The screen of departments."""
