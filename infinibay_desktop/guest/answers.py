"""Answers to requests in the model's words."""

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from infinibay_desktop.guest.cleaning import clean
from infinibay_desktop.guest.framing import MAX_LINE_BYTES
from infinibay_desktop.guest.messages import UNREADABLE, Answer, Progress, refusal_of
from infinibay_desktop.model.errors import GuestProtocolError
from infinibay_desktop.model.guests import GuestAnswer, GuestProgress

MAX_DEPTH = 6
# As many commas or fewer; a page of 200 rows has a tenth of it.
MAX_VALUES = 10_000
MAX_PROGRESS = 200
# An escape, a control or a character beyond Latin: without one, no text needs cleaning.
_SUSPICIOUS = re.compile(rb"\\[^\"\\/nt]|[\x7f\xc2\xcd\xd8\xe1-\xff]")


def _nested(depth: int) -> Any:
    """The type of JSON that is at most so deep, as the decoder checks it."""
    scalar = bool | int | float | str | None
    level: Any = scalar
    for _ in range(depth):
        level = scalar | list[level] | dict[str, level]
    return level


_decode = msgspec.json.Decoder(_nested(MAX_DEPTH)).decode


def answer_of(said: Answer) -> GuestAnswer:
    """An answer whose texts, those in its data too, are clean; raises GuestProtocolError."""
    return GuestAnswer(
        success=said.success,
        exit_code=said.exit_code,
        output=clean(said.stdout or "", MAX_LINE_BYTES, lines=True),
        error=clean(said.stderr or "", MAX_LINE_BYTES, lines=True),
        data=_data_of(bytes(said.data)),
    )


def progress_of(said: Progress) -> GuestProgress:
    """How far a request is; its text is clean."""
    percent = None if said.percent is None else int(said.percent)
    return GuestProgress(text=clean(said.text or "", MAX_PROGRESS), percent=percent)


def _data_of(raw: bytes) -> object:
    if raw.count(b",") > MAX_VALUES:
        raise GuestProtocolError("an answer with too many values")
    try:
        data = _decode(raw)
    except UNREADABLE as error:
        raise refusal_of(error) from None
    return _cleaned(data) if _SUSPICIOUS.search(raw) else data


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return clean(value, MAX_LINE_BYTES, lines=True)
    if isinstance(value, list):
        return [_cleaned(part) for part in value]
    if isinstance(value, dict):
        return _cleaned_fields(value.items())
    return value


def _cleaned_fields(fields: Iterable[tuple[str, object]]) -> dict[str, object]:
    return {clean(name, MAX_LINE_BYTES): _cleaned(value) for name, value in fields}
