"""Names and other foreign text in one line."""

import re

# What hosts send has no bound of its own; nobody reads more than this in a row.
MAX_SHOWN = 256
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def one_line(text: str, limit: int = MAX_SHOWN) -> str:
    """Foreign text without line breaks or control characters, no longer than `limit`."""
    return _UNSEEN.sub(" ", text[:limit])
