"""Foreign text made fit to be shown, stored and logged: what cannot be seen is taken out."""

import re

# Terminals' own commands go as a whole; what they leave behind would read as garbage.
_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # colours, cursor
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"  # titles
    r"|\x1b[ -/]*[0-~]?"
)
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\U000e0000-\U000e0fff"
)
# Half of a pair of UTF-16 is no character: encoding it fails, wherever it is stored.
_SURROGATES = "\ud800-\udfff"
_UNSEEN = re.compile(rf"[\x00-\x1f\x7f-\x9f{_INVISIBLE}{_SURROGATES}]")
_UNSEEN_BUT_LINES = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{_INVISIBLE}{_SURROGATES}]")


def clean(text: str, limit: int, *, lines: bool = False) -> str:
    """At most `limit` characters without controls, escapes and what turns or hides text.

    One line, unless `lines` keeps line breaks and tabs. Markup stays as it is: whoever shows
    it shows plain text.
    """
    text = text[:limit]
    if text.isascii() and text.isprintable():
        return text if lines else text.strip()
    text = _ESCAPES.sub("", text)
    if lines:
        return _UNSEEN_BUT_LINES.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _UNSEEN.sub(" ", text).strip()
