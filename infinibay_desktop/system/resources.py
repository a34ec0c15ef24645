"""Finds the files that come with the program: in the checkout, or beside a frozen program."""

import sys
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)  # PyInstaller's folder of unpacked files
    return Path(frozen) if frozen else Path(__file__).parents[2]


def resource_path(*parts: str) -> Path:
    """A file or folder in `resources`."""
    return _root().joinpath("resources", *parts)


def translations_path() -> Path:
    """The folder of compiled translations."""
    return _root() / "translations"
