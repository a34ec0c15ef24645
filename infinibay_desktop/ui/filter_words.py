"""Marks of the machines' filter that other screens lead to."""

from functools import lru_cache

from infinibay_desktop.model.people import folded


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """A name as filters compare it: letter case, spellings of accents and quotes do not count."""
    return folded(name).replace('"', "")


def named(token: str, name: str) -> str:
    """The filter for exactly this department or person."""
    words = " ".join(name.replace('"', "").split())
    return f'{token}:"{words}"'
