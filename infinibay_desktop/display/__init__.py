"""Screens of machines over the network: protocols into pixels, keys into bytes."""
