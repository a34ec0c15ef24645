"""How entries of the record hang together, so that a later edit shows.

An entry's hash is SHA-256 over the 32 bytes of the hash before it, followed by the entry's
canonical bytes: the JSON array of its fields in the order of the table's columns, the sequence
first and the hash left out, as UTF-8 without spaces; times as ISO 8601 in UTC to the
microsecond, identifiers as 32 hexadecimal digits, what is absent as null. The first entry of
all follows 32 zero bytes.
"""

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import UUID

Field = str | int | datetime | UUID | None


def canonical_bytes(fields: Iterable[Field]) -> bytes:
    """An entry's fields in the one form that is hashed."""
    values = [_plain(field) for field in fields]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def next_hash(previous: bytes, fields: Iterable[Field]) -> bytes:
    """The hash of the entry that follows the one whose hash is `previous`."""
    return hashlib.sha256(previous + canonical_bytes(fields)).digest()


def _plain(field: Field) -> str | int | None:
    if isinstance(field, datetime):
        return field.astimezone(UTC).isoformat(timespec="microseconds")
    return field.hex if isinstance(field, UUID) else field
