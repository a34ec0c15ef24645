"""The screen of timers."""
