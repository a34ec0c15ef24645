"""Categories of debug logging: which parts of the program say more than usual.

Written as in `virt,guest:*,-virt:events`: a folder of the program, or a module in it after a
colon; everything below is meant, with or without `:*`. `*` is all, a leading `-` takes out.
"""

import re
from collections.abc import Iterator

ROOT = "infinibay_desktop"
MAX_CATEGORIES, MAX_DEBUG = 50, 300
_CATEGORY = re.compile(r"-?(\*|[a-z][a-z0-9_]*([:.][a-z0-9_]+)*([:.]\*)?)")


def normal_debug(text: str) -> str:
    """The categories in one spelling; '' if any of them is none."""
    words = [word for word in re.split(r"[,;\s]+", text.strip().lower()) if word]
    if len(words) > MAX_CATEGORIES or not all(_CATEGORY.fullmatch(word) for word in words):
        return ""
    return ",".join(dict.fromkeys(_normal(word) for word in words))


def debug_loggers(text: str) -> Iterator[tuple[str, bool]]:
    """The names of the loggers meant, the widest first, and whether each says more or not."""
    words = [word for word in normal_debug(text).split(",") if word]
    wanted = {_logger_name(word.lstrip("-")): not word.startswith("-") for word in words}
    yield from sorted(wanted.items(), key=lambda item: item[0].count("."))


def _normal(word: str) -> str:
    word = word.replace(".", ":")
    return word.removesuffix(":*") if word not in ("*", "-*") else word


def _logger_name(word: str) -> str:
    return ROOT if word == "*" else f"{ROOT}.{word.replace(':', '.')}"
