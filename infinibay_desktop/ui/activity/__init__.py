"""The record of what people did, and of what went wrong."""
