"""Pictures behind the overview: ours by name, or a person's own file within bounds."""

from enum import StrEnum
from pathlib import PurePath

MAX_PICTURE_BYTES = 20 * 1024 * 1024
MAX_PICTURE_SIDE_PX = 10_000
# What is read of a person's own files; SVG could hold scripts of any length, and is not.
PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg", ".webp")


class Wallpaper(StrEnum):
    """Which picture stands behind the overview. The names are those of our files."""

    NONE = "none"
    RIDGES = "ridges"
    WAVES = "waves"
    DUNES = "dunes"
    LINKS = "links"
    CELLS = "cells"
    FILE = "file"


def normal_picture(path: str) -> str:
    """The path of a picture file, or '' if it cannot be one; the file is not looked at."""
    found = PurePath(path.strip())
    fits = found.suffix.casefold() in PICTURE_SUFFIXES and found.is_absolute()
    return str(found) if fits else ""
