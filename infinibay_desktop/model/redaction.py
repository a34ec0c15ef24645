"""Takes secrets out of what is written down: by a field's name, and by how a value looks."""

import re
from collections.abc import Mapping
from itertools import pairwise

HIDDEN = "(hidden)"
MAX_FIELDS, MAX_FIELD_NAME, MAX_VALUE, MAX_TEXT = 40, 60, 300, 1000

# fmt: off
_SECRET_WORDS = frozenset((
    "password", "passwords", "passwd", "passphrase", "passcode", "pwd", "pw", "secret", "secrets",
    "token", "tokens", "hash", "hashes", "salt", "nonce", "credential", "credentials", "bearer",
    "authorization", "cookie", "cookies", "pin", "otp", "totp", "apikey",
))
# fmt: on
# 'key' alone is a machine's or a shortcut's; these are secret.
_SECRET_KEYS = frozenset(
    ("private", "api", "product", "licence", "license", "encryption", "signing", "master")
)
_HARMLESS_VALUES = frozenset(("", "true", "false", "yes", "no", "none", "on", "off"))
_NAME_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")

_LOOKS_SECRET: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*KEY-----|\Z)", re.DOTALL
        ),
        HIDDEN,
    ),
    # scheme://user:password@host, as in URLs of databases and hosts.
    (re.compile(r"(?<=://)([^\s/:@]{0,200}):[^\s/@]{1,500}@"), rf"\1:{HIDDEN}@"),
    (
        re.compile(
            r"""(?ix) \b ([\w-]{0,30}? (?:password|passwd|passphrase|pwd|secret|token|api[_-]?key
            |private[_-]?key) ["']? \s{0,3} [=:] \s{0,3}) (?: "[^"]{1,500}" | '[^']{1,500}' | [^\s,;&"']{1,500} )"""
        ),
        rf"\1{HIDDEN}",
    ),
    (re.compile(r"(?i)\b((?:bearer|basic)\s+)[\w.~+/=-]{8,}"), rf"\1{HIDDEN}"),
    # Hashes of passwords: argon2, bcrypt, scrypt, crypt(5).
    (re.compile(r"\$(?:argon2[a-z]{1,2}|2[abxy]|scrypt|[156y]|7)\$[\w./+,=$-]{8,}"), HIDDEN),
)
# Random text of 240 bits or more, as this program's own tokens: letters of both cases and digits
# that change all the time, where names have words.
_RUN = re.compile(r"(?<![\w/+.-])[\w-]{40,200}(?![\w/+-])")
_CHANGE = re.compile(r"[a-z](?=[A-Z0-9])|[A-Z](?=[0-9])|[0-9](?=[A-Za-z])")
_RANDOM_CHANGES = 0.28


def is_secret_name(name: str) -> bool:
    """Whether a field of this name holds a secret."""
    parts = [part.lower() for part in _NAME_PARTS.findall(name[:200])]
    if _SECRET_WORDS.intersection(parts):
        return True
    return any(
        word in _SECRET_KEYS and follower in ("key", "keys") for word, follower in pairwise(parts)
    )


def redacted_text(text: str) -> str:
    """The text without what looks like a secret in it."""
    for pattern, instead in _LOOKS_SECRET:
        text = pattern.sub(instead, text)
    return _RUN.sub(_unless_named, text)


def _unless_named(run: re.Match[str]) -> str:
    letters = run[0].replace("-", "").replace("_", "")
    mixed = letters.lower() != letters != letters.upper()
    changes = len(_CHANGE.findall(letters))
    return HIDDEN if mixed and changes > _RANDOM_CHANGES * len(letters) else run[0]


def storable_text(text: str) -> str:
    """The text without what not every database takes: zeros and halves of characters."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()


def bounded_text(text: object, limit: int = MAX_TEXT) -> str:
    """A text that every database takes, without secrets, of at most `limit` characters."""
    # More is read than is kept, so that a secret across the end is still recognised.
    shown = redacted_text(storable_text(str(text)[: limit + 1000]))
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def redacted_fields(fields: Mapping[str, object]) -> dict[str, str]:
    """Names and values without secrets, bounded in number and length."""
    kept: dict[str, str] = {}
    for name, value in list(fields.items())[:MAX_FIELDS]:
        clean = bounded_text(name, MAX_FIELD_NAME)
        text = bounded_text(value, MAX_VALUE)
        secret = is_secret_name(str(name)) and text.casefold() not in _HARMLESS_VALUES
        kept[clean] = HIDDEN if secret else text
    return kept
