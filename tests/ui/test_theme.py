"""Both schemes can be read, follow the system, and may be set."""

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QPushButton

from infinibay_desktop.model.settings import Theme
from infinibay_desktop.ui.widgets.icons import set_icon
from infinibay_desktop.ui.widgets.theme import DARK, LIGHT, Tones, apply_theme, tones

READ = ("text", "muted", "accent", "running", "paused", "danger", "off")


def luminance(color: QColor) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=lambda scheme: scheme.name)
@pytest.mark.parametrize("ground", ["window", "surface", "raised", "sunken"])
@pytest.mark.parametrize("tone", READ)
def test_text_can_be_read(scheme: Tones, ground: str, tone: str):
    assert contrast(scheme.color(tone), scheme.color(ground)) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=lambda scheme: scheme.name)
@pytest.mark.parametrize(
    ("tone", "ground"),
    [("on_accent", "accent"), ("text", "accent_soft"), ("danger", "danger_soft")],
)
def test_text_on_colours_can_be_read(scheme: Tones, tone: str, ground: str):
    assert contrast(scheme.color(tone), scheme.color(ground)) >= 4.5


def test_every_tone_is_a_colour():
    for scheme in (LIGHT, DARK):
        for field in fields(scheme):
            assert field.name == "name" or QColor(getattr(scheme, field.name)).isValid()


def test_a_theme_is_put_in_force_everywhere(qapp, looks):
    apply_theme(qapp, Theme.DARK)
    try:
        assert tones() is DARK
        assert qapp.palette().color(QPalette.ColorRole.Window) == DARK.color("window")
        assert "@" not in qapp.styleSheet()
    finally:
        apply_theme(qapp, Theme.LIGHT)
    assert tones() is LIGHT


def test_icons_follow_the_theme(qapp, looks, qtbot):
    from infinibay_desktop.ui.widgets.icons import retint

    button = QPushButton()
    qtbot.addWidget(button)
    set_icon(button, "play")
    light = button.icon().pixmap(18).toImage()
    apply_theme(qapp, Theme.DARK)
    retint(button)
    dark = button.icon().pixmap(18).toImage()
    apply_theme(qapp, Theme.LIGHT)
    assert light != dark
