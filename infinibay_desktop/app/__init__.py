"""Wires everything; holds no logic."""
