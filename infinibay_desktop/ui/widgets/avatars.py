"""Faces of people: a picture of ours, or a disc with the initials. Round, sharp at every scale."""

import zlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, QTextBoundaryFinder
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QGuiApplication,
    QIcon,
    QImageReader,
    QPainter,
    QPixmap,
)

from infinibay_desktop.ui.widgets.icons import pixmap

# White on each has 4.5:1 or more.
_GROUNDS = (
    "#1f6bb8",
    "#157347",
    "#8a3ffc",
    "#b42318",
    "#8a5a00",
    "#0b7285",
    "#a61e6b",
    "#4c5bd4",
    "#5f6b2d",
    "#6b4a9e",
)
_FOLDER: list[Path] = []


def load_avatars(folder: Path) -> None:
    """Where the pictures are; once."""
    _FOLDER[:] = [folder]
    avatar_names.cache_clear()
    _face.cache_clear()


@lru_cache(maxsize=1)
def avatar_names() -> Sequence[str]:
    """The pictures that can be chosen, in the order of the alphabet."""
    return sorted(file.stem for folder in _FOLDER for file in folder.glob("*.svg"))


def face(picture: str, name: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The picture of that name, or else a disc with the initials of the person's name."""
    known = picture if picture in avatar_names() else ""
    return _face(known, "" if known else name[:200], size, ratio)


def face_icon(picture: str, name: str, size: int) -> QIcon:
    """The same as an icon, for each screen's scale."""
    made = QIcon()
    screens = QGuiApplication.screens()
    for ratio in sorted({screen.devicePixelRatio() for screen in screens} or {1.0}):
        made.addPixmap(face(picture, name, size, ratio))
    return made


def initials(name: str) -> str:
    """One or two letters that stand for a name, as people see letters."""
    words = name.partition("@")[0].replace(".", " ").split()
    chosen = words if len(words) < 2 else [words[0], words[-1]]
    return "".join(_first_letter(word) for word in chosen).upper()


def _first_letter(word: str) -> str:
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, word)
    end = finder.toNextBoundary()
    # Qt counts in UTF-16.
    return word.encode("utf-16-le")[: 2 * max(1, end)].decode("utf-16-le", "ignore")


@lru_cache(maxsize=512)
def _face(picture: str, name: str, size: int, ratio: float) -> QPixmap:
    side = round(size * ratio)
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_ground(picture, name, side))
    painter.drawEllipse(QRectF(0, 0, side, side))
    letters = "" if picture else initials(name)
    if letters:
        _paint_initials(painter, letters, side)
    elif not picture:
        glyph = round(side * 0.6)
        gap = (side - glyph) // 2
        painter.drawPixmap(gap, gap, pixmap("user", QColor("#ffffff"), glyph))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def _ground(picture: str, name: str, side: int) -> QBrush:
    if picture:
        reader = QImageReader(str(_FOLDER[0] / f"{picture}.svg"))
        reader.setScaledSize(QSize(side, side))
        return QBrush(reader.read())
    return QBrush(QColor(_GROUNDS[zlib.crc32(name.encode("utf-8", "replace")) % len(_GROUNDS)]))


def _paint_initials(painter: QPainter, letters: str, side: int) -> None:
    font = QFont()
    font.setPixelSize(max(6, round(side * (0.42 if len(letters) > 1 else 0.5))))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor("#ffffff"))
    painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, letters)
