"""A machine's name inside of a sentence or a title."""

_LONGEST = 60
_BREAK_EVERY = 20
_BREAK = "\u200b"  # a space of no width
# Keep a name's own direction and marks from turning the sentence around it.
_ISOLATE, _ISOLATE_END = "\u2068", "\u2069"


def shortened(name: str) -> str:
    """A name of any origin on one line, not longer than a title can be."""
    shown = "".join(mark if mark.isprintable() else "\ufffd" for mark in name[: _LONGEST + 1])
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"


def isolated(name: str) -> str:
    """The name for use between words, whichever direction it is written in."""
    return f"{_ISOLATE}{shortened(name)}{_ISOLATE_END}"


def wrappable(name: str) -> str:
    """The same, for a text on several lines: a name without spaces may be broken anywhere."""
    shown = shortened(name)
    parts = [shown[at : at + _BREAK_EVERY] for at in range(0, len(shown), _BREAK_EVERY)]
    return f"{_ISOLATE}{_BREAK.join(parts)}{_ISOLATE_END}"


def as_title(text: str) -> str:
    """Text for a window's title, in which Qt would take "[*]" for a mark of its own."""
    return text.replace("[*]", "[*][*]")
