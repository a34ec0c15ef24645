"""The frame that all screens stand in."""
