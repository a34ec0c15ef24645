"""Entries of the record as text for other programs: CSV that runs nothing, JSON lines."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from infinibay_desktop.model.activity import ActivityEntry, ExportFormat

_LINES_AT_ONCE = 500
_HEADINGS = (
    "sequence",
    "at",
    "actor_id",
    "actor",
    "workstation",
    "action",
    "target_kind",
    "target_id",
    "target",
    "department_id",
    "before",
    "after",
    "outcome",
    "error_code",
    "message",
    "duration_ms",
    "hash",
)
# Spreadsheets take a cell that begins so for a formula; the wide forms are taken for these by
# some. A leading apostrophe keeps it a text. See OWASP, 'CSV injection'.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # noqa: RUF001 - meant
# What ends a line somewhere; one entry stays one line everywhere.
_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"} | {
    0x0A: "\\n",
    0x0D: "\\r",
}


def written(fmt: ExportFormat, entries: Iterable[ActivityEntry]) -> Iterator[str]:
    """The entries as text, line by line."""
    if fmt is ExportFormat.CSV:
        yield _csv_line(_HEADINGS)
        for entry in entries:
            yield _csv_line(_cells(entry))
    else:
        for entry in entries:
            yield _json_line(entry)


def in_pieces(lines: Iterable[str]) -> Iterator[bytes]:
    """Lines as bytes, many at a time: writing each alone is slow."""
    left = iter(lines)
    while piece := "".join(islice(left, _LINES_AT_ONCE)):
        yield piece.encode()


def safe_cell(text: str) -> str:
    """A text that spreadsheets show and do not run, on one line."""
    flat = text.translate(_LINE_ENDS)
    # Spaces before a formula do not stop every spreadsheet.
    return f"'{flat}" if text.lstrip(" ").startswith(_FORMULA) else flat


def _csv_line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def _cells(entry: ActivityEntry) -> list[str]:
    return [_cell(value) for value in entry_view(entry).values()]


def _cell(value: object) -> str:
    if isinstance(value, int):
        return str(value)
    text = _json(value) if isinstance(value, Mapping) and value else str(value or "")
    return safe_cell(text)


def entry_view(entry: ActivityEntry) -> dict[str, object]:
    """An entry's fields under the names that exports have."""
    act = entry.act
    values = (
        entry.sequence,
        act.at.isoformat(),
        act.actor_id and str(act.actor_id),
        act.actor_name,
        entry.workstation,
        act.action,
        str(act.target_kind),
        act.target_id,
        act.target_name,
        act.department_id and str(act.department_id),
        dict(act.before),
        dict(act.after),
        str(act.outcome),
        act.error_code,
        act.message,
        act.duration_ms,
        entry.hash_hex,
    )
    return dict(zip(_HEADINGS, values, strict=True))


def _json_line(entry: ActivityEntry) -> str:
    # JSON lets these stand in a text; what reads line by line may not.
    text = _json(entry_view(entry))
    for end in "\x85\u2028\u2029":
        text = text.replace(end, f"\\u{ord(end):04x}")
    return text + "\n"


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
