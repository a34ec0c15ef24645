"""Curves as a table for other programs, and files that appear whole or not at all."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from math import isfinite
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from infinibay_desktop.model.errors import StorageError
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.ui.charts.panels import Curve, Panel
from infinibay_desktop.ui.charts.stretches import Stretch

HEAD = ("time", "machine", "chart", "series", "unit", "source", "average", "minimum", "maximum")
# Spreadsheets run what begins like this; names come from guests.
_RISKY = ("=", "+", "-", "@", "\t", "\r")
_NOT_IN_FILE_NAMES = re.compile(r"[^\w.-]+")


def table_of(
    panels: Iterable[Panel],
    found: Mapping[Curve, list[Stretch]],
    names: Mapping[MachineKey, str],
    frame: tuple[float, float],
) -> bytes:
    """All readings in the frame as CSV, one a line. Any thread."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEAD)
    for panel in panels:
        for curve in panel.curves:
            machine = _safe(names.get(curve.key, ""))
            about = (machine, _safe(panel.title), _safe(curve.label), panel.unit.name)
            for stretch in found.get(curve, ()):
                writer.writerows(_rows(stretch, about, frame))
    return text.getvalue().encode()


def _rows(
    stretch: Stretch, about: tuple[str, str, str, str], frame: tuple[float, float]
) -> Iterable[tuple[str, ...]]:
    source = stretch.source.name.casefold()
    lows = stretch.values if stretch.low is None else stretch.low
    highs = stretch.values if stretch.high is None else stretch.high
    for at_s, value, low, high in zip(
        stretch.times.tolist(), stretch.values.tolist(), lows.tolist(), highs.tolist(), strict=True
    ):
        if frame[0] <= at_s <= frame[1] and isfinite(value):
            when = datetime.fromtimestamp(at_s, UTC).isoformat(timespec="seconds")
            yield (when, *about, source, f"{value:.6g}", f"{low:.6g}", f"{high:.6g}")


def picture_of(image: QImage) -> bytes:
    """An image as a PNG file. Any thread: it is nobody else's."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise StorageError("The picture cannot be made.")
    return bytes(kept.data())


def write_whole(path: Path, content: bytes) -> None:
    """Write beside the file, then put it in its place. On a worker.

    Raises StorageError; a file that was there stays as it was then.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise StorageError(f"'{path}' cannot be written: {error.strerror or error}.") from error


def file_name(stem: str, now: datetime, ending: str) -> str:
    """A name for what is exported now."""
    clean = _NOT_IN_FILE_NAMES.sub("_", stem[:60]).strip("._-") or "metrics"
    return f"{clean} {now.astimezone():%Y-%m-%d %H.%M}.{ending}"


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_RISKY) else text
