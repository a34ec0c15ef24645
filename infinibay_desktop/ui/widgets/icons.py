"""Icons drawn from a font, exact at every scale and in the colours of the theme."""

from functools import lru_cache
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from infinibay_desktop.ui.widgets.glyphs import GLYPHS, paint_glyph
from infinibay_desktop.ui.widgets.theme import Tones, tones

SIZE = 18
# Glyphs of Lucide's icon font (ISC licence; resources/icons/LICENSE), made by packaging/icons.
SYMBOLS: dict[str, int] = {
    "activity": 0xE038,
    "arrow-down": 0xE042,
    "arrow-left": 0xE048,
    "arrow-right": 0xE049,
    "arrow-up": 0xE04A,
    "bell": 0xE059,
    "book-open": 0xE05F,
    "box": 0xE061,
    "bug": 0xE20C,
    "building-2": 0xE290,
    "camera": 0xE064,
    "check": 0xE06C,
    "chevron-down": 0xE06D,
    "chevron-left": 0xE06E,
    "chevron-right": 0xE06F,
    "chevron-up": 0xE070,
    "circle-alert": 0xE077,
    "circle-check": 0xE226,
    "circle-question-mark": 0xE082,
    "circle-x": 0xE084,
    "clipboard": 0xE085,
    "clipboard-paste": 0xE3E8,
    "clock": 0xE087,
    "code-xml": 0xE206,
    "command": 0xE09A,
    "copy": 0xE09E,
    "cpu": 0xE0A9,
    "database": 0xE0AD,
    "disc-3": 0xE494,
    "download": 0xE0B2,
    "ellipsis": 0xE0B6,
    "expand": 0xE21A,
    "external-link": 0xE0B9,
    "eye": 0xE0BA,
    "eye-off": 0xE0BB,
    "file-text": 0xE0CC,
    "fingerprint-pattern": 0xE2CB,
    "folder": 0xE0D7,
    "folder-input": 0xE334,
    "folder-open": 0xE247,
    "funnel": 0xE0DC,
    "gauge": 0xE1BF,
    "hard-drive": 0xE0ED,
    "history": 0xE1F5,
    "hourglass": 0xE296,
    "image": 0xE0F6,
    "inbox": 0xE0F7,
    "info": 0xE0F9,
    "key-round": 0xE4A3,
    "keyboard": 0xE284,
    "languages": 0xE0FE,
    "layout-dashboard": 0xE1C1,
    "layout-grid": 0xE0FF,
    "link": 0xE102,
    "list": 0xE106,
    "list-checks": 0xE1D0,
    "loader-circle": 0xE10A,
    "lock": 0xE10B,
    "lock-open": 0xE10C,
    "log-in": 0xE10D,
    "log-out": 0xE10E,
    "maximize": 0xE112,
    "memory-stick": 0xE445,
    "minimize": 0xE11A,
    "monitor": 0xE11D,
    "monitor-off": 0xE1DC,
    "monitor-play": 0xE485,
    "mouse-pointer-2": 0xE1C3,
    "network": 0xE125,
    "palette": 0xE1DD,
    "panel-left": 0xE12A,
    "panel-right": 0xE431,
    "pause": 0xE12E,
    "pencil": 0xE1F9,
    "play": 0xE13C,
    "plug": 0xE37F,
    "plug-zap": 0xE45C,
    "plus": 0xE13D,
    "power": 0xE140,
    "power-off": 0xE209,
    "refresh-cw": 0xE145,
    "rocket": 0xE286,
    "rotate-ccw": 0xE148,
    "save": 0xE14D,
    "scaling": 0xE2EC,
    "scroll-text": 0xE45F,
    "search": 0xE151,
    "server": 0xE153,
    "settings": 0xE154,
    "shield-alert": 0xE1FE,
    "shield-check": 0xE1FF,
    "shrink": 0xE220,
    "sliders-horizontal": 0xE29A,
    "square": 0xE167,
    "sun-moon": 0xE2B2,
    "terminal": 0xE181,
    "text-cursor-input": 0xE265,
    "trash-2": 0xE18E,
    "triangle-alert": 0xE193,
    "undo-2": 0xE2A1,
    "unlink": 0xE19C,
    "user": 0xE19F,
    "user-check": 0xE1A0,
    "user-cog": 0xE342,
    "user-plus": 0xE1A2,
    "user-x": 0xE1A3,
    "users": 0xE1A4,
    "wallpaper": 0xE44B,
    "x": 0xE1B2,
    "zap": 0xE1B4,
}
_PROPERTY = "symbol"


class HasIcon(Protocol):
    """A button or an action."""

    def setIcon(self, icon: QIcon, /) -> None: ...
    def setProperty(self, name: str, value: object, /) -> bool: ...


def load_symbols(font: Path) -> None:
    """Make the font known to Qt; once, after the application was made."""
    number = QFontDatabase.addApplicationFont(str(font))
    families = QFontDatabase.applicationFontFamilies(number)
    _family.cache_clear()
    if families:
        _FAMILIES.append(families[0])


_FAMILIES: list[str] = []


@lru_cache(maxsize=1)
def _family() -> str:
    return _FAMILIES[-1] if _FAMILIES else ""


def pixmap(name: str, color: QColor, size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """A symbol or a state of `size` logical pixels, each of `ratio` device pixels."""
    return _pixmap(name, color.rgba(), size, ratio)


@lru_cache(maxsize=512)
def _pixmap(name: str, rgba: int, size: int, ratio: float) -> QPixmap:
    side = round(size * ratio)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    if name in GLYPHS:
        paint_glyph(painter, name, QColor.fromRgba(rgba), side)
    else:
        _paint_letter(painter, name, QColor.fromRgba(rgba), side)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def _paint_letter(painter: QPainter, name: str, color: QColor, side: int) -> None:
    font = QFont(_family())
    font.setPixelSize(side)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, chr(SYMBOLS[name]))


def icon(name: str, tone: str = "text", size: int = SIZE) -> QIcon:
    """A glyph in one of the theme's tones, with its disabled form."""
    found = tones()
    made = QIcon()
    for ratio in _ratios():
        made.addPixmap(pixmap(name, found.color(tone), size, ratio))
        disabled = pixmap(name, found.color("faint"), size, ratio)
        made.addPixmap(disabled, QIcon.Mode.Disabled)
    return made


def set_icon(target: HasIcon, name: str, tone: str = "text", size: int = SIZE) -> None:
    """Give a button or an action a glyph that follows the theme."""
    target.setProperty(_PROPERTY, f"{name} {tone} {size}")
    target.setIcon(icon(name, tone, size))


def retint(root: QWidget) -> None:
    """Draw the glyphs of a window anew, after the theme changed."""
    for child in [root, *root.findChildren(QWidget)]:
        for one in [child, *child.actions()]:
            said = one.property(_PROPERTY)
            if isinstance(said, str) and hasattr(one, "setIcon"):
                name, tone, size = said.split()
                one.setIcon(icon(name, tone, int(size)))


def _ratios() -> list[float]:
    return sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()} or {1.0})


def tint(tone: str, palette: Tones | None = None) -> QColor:
    """A tone of the theme as a colour."""
    return (palette or tones()).color(tone)
