"""Consoles: a machine's screen in a tab, a window or full screen."""
