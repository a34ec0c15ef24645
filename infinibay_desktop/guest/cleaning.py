"""Guests' text, cleaned and bounded: the model's one rule, for this package."""

from infinibay_desktop.model.cleaning import clean

__all__ = ["clean"]
