"""The order in which people expect names: vm-2 before vm-10."""

import re

MAX_SHOWN = 256
_DIGITS = re.compile(r"\d+")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def natural_key(text: str) -> str:
    """A key that sorts numbers by their value and cares for no case."""
    return _DIGITS.sub(_padded, text.casefold())


def one_line(text: str, limit: int = MAX_SHOWN) -> str:
    """Foreign text without line breaks or control characters, no longer than `limit`."""
    return _UNSEEN.sub(" ", text[:limit])


def _padded(match: re.Match[str]) -> str:
    digits = match.group().lstrip("0")
    return f"{len(digits):03}{digits}"
