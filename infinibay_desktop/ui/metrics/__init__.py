"""The screen that compares machines over time."""
