"""Colours of curves that stand beside each other; a number at each says the same."""

from PySide6.QtGui import QColor

from infinibay_desktop.ui.widgets.theme import tones

# Each has 3:1 or more against its ground, and neighbours differ in lightness too.
_LIGHT = (
    "#1f6bb8", "#b4530a", "#157347", "#8b3fc4", "#c02662", "#0b7285", "#6b6400", "#4a5468"
)  # fmt: skip
_DARK = (
    "#6cb2f5", "#f2a35e", "#5fd39a", "#c79bf2", "#f58ab0", "#5fd0e0", "#d6cc5a", "#b3bdcc"
)  # fmt: skip
MOST_CURVES = len(_LIGHT)


def curve_color(number: int) -> QColor:
    """The colour of a chart's curve of that number, from 0, in the theme of now."""
    colors = _DARK if tones().name == "dark" else _LIGHT
    return QColor(colors[number % MOST_CURVES])
