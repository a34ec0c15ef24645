"""How names sort."""

import re

_DIGITS = re.compile(r"\d+")
_LONGEST = 256


def natural_key(text: str) -> str:
    """A key that puts vm-2 before vm-10, and cares for no case."""
    # One string compares far faster than a tuple of parts: each number gets its length in front.
    return _DIGITS.sub(_with_length, text[:_LONGEST].casefold())


def _with_length(match: re.Match[str]) -> str:
    digits = match.group().lstrip("0")
    return f"{len(digits):03}{digits}"
