"""Draws curves as polylines that are made from arrays at once, each in one call."""

from dataclasses import dataclass, field
from functools import lru_cache
from math import ceil, floor
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap, QPolygonF

from infinibay_desktop.model.metrics import Source
from infinibay_desktop.ui.charts.stretches import Floats, Stretch, runs_of
from infinibay_desktop.ui.widgets.point_memory import memory_of

BAND_ALPHA = 48
FADED_ALPHA = 70
TAG_PX = 14
_DASHES = (5.0, 4.0)
# Letters on a lighter ground are black.
_LIGHT = 0.6


class Frame(NamedTuple):
    """The times and values that a chart spans."""

    begin_s: float
    end_s: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Line:
    """A curve as it is to be drawn; `tag` stands at its end, so that colour is not all."""

    stretches: list[Stretch]
    color: QColor
    tag: str = ""
    faded: bool = False
    # Whether what lies between least and greatest is drawn.
    banded: bool = True


class _Band(NamedTuple):
    """What lies between least and greatest, as a picture: Qt's polygons take ten times as long."""

    at: QPointF
    picture: QImage
    # What the picture is drawn from.
    pixels: NDArray[np.uint32]


@dataclass(slots=True)
class _Stroke:
    pen: QPen
    runs: list[QPolygonF] = field(default_factory=list)
    bands: list[_Band] = field(default_factory=list)


class Drawing:
    """Lines laid out in a room of pixels; drawn as often as needed."""

    def __init__(
        self, lines: list[Line], frame: Frame, room: QRectF, *, ratio: float = 1.0
    ) -> None:
        """`ratio`: device pixels for each pixel of the room."""
        self._strokes: list[_Stroke] = []
        self._ratio = ratio
        self._tags: list[tuple[QPointF, str, QColor]] = []
        width_s = max(1e-9, frame.end_s - frame.begin_s)
        height = max(1e-12, frame.high - frame.low)
        self._x = (room.width() / width_s, room.left(), frame.begin_s)
        self._y = (-room.height() / height, room.bottom(), frame.low)
        self._room = room
        for line in lines:
            self._add(line, frame)
        self._part_tags()

    def paint(self, painter: QPainter) -> None:
        """Draw bands, curves, and tags above them."""
        for stroke in self._strokes:
            for band in stroke.bands:
                painter.drawImage(band.at, band.picture)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            painter.setPen(stroke.pen)
            for run in stroke.runs:
                painter.drawPolyline(run)
        for place, tag, color in self._tags:
            paint_tag(painter, place, tag, color)

    def point(self, at_s: float, value: float) -> QPointF:
        """Where a value stands."""
        return QPointF(
            self._x[1] + (at_s - self._x[2]) * self._x[0],
            self._y[1] + (value - self._y[2]) * self._y[0],
        )

    def _add(self, line: Line, frame: Frame) -> None:
        color = QColor(line.color)
        if line.faded:
            color.setAlpha(FADED_ALPHA)
        newest: tuple[float, float] | None = None
        for stretch in line.stretches:
            part = _within(stretch, frame)
            stroke = _Stroke(_pen(color, dashed=stretch.source is Source.HOST))
            runs = runs_of(part)
            for run in runs:
                self._add_run(stroke, part, run, banded=line.banded)
            self._strokes.append(stroke)
            if runs:
                last = runs[-1].stop - 1
                end = float(part.times[last]), float(part.values[last])
                newest = end if newest is None or end[0] > newest[0] else newest
        if line.tag and newest and not line.faded:
            self._add_tag(line, newest)

    def _add_run(self, stroke: _Stroke, part: Stretch, run: slice, *, banded: bool) -> None:
        xs = self._xs(part.times[run])
        ys = self._ys(part.values[run])
        if len(xs) == 1:  # a single reading between gaps: a short dash can be seen
            xs, ys = np.array([xs[0] - 1.5, xs[0] + 1.5]), np.repeat(ys, 2)
        stroke.runs.append(polygon_of(xs, ys))
        wide = banded and run.stop - run.start > 1
        if wide and part.low is not None and part.high is not None:
            tops, bottoms = self._ys(part.high[run]), self._ys(part.low[run])
            if (band := self._band(xs, tops, bottoms, stroke.pen.color())) is not None:
                stroke.bands.append(band)

    def _band(self, xs: Floats, tops: Floats, bottoms: Floats, color: QColor) -> _Band | None:
        room, ratio = self._room, self._ratio
        left = floor(max(float(xs[0]), room.left()) * ratio)
        right = ceil(min(float(xs[-1]), room.right()) * ratio)
        above, below = floor(room.top() * ratio), ceil(room.bottom() * ratio)
        if right <= left or below <= above:
            return None
        # Two looks at each column, so that hardly a peak is lost.
        columns = (np.arange(2 * left, 2 * right) / 2 + 0.25) / ratio
        top = np.interp(columns, xs, tops).reshape(-1, 2).min(axis=1)
        bottom = np.interp(columns, xs, bottoms).reshape(-1, 2).max(axis=1)
        rows = ((np.arange(above, below) + 0.5) / ratio)[:, None]
        inside = (rows >= top) & (rows <= bottom)
        pixels = np.where(inside, np.uint32(_premultiplied(color)), np.uint32(0))
        high, wide = pixels.shape
        picture = QImage(
            pixels.data, wide, high, 4 * wide, QImage.Format.Format_ARGB32_Premultiplied
        )
        picture.setDevicePixelRatio(ratio)
        return _Band(QPointF(left / ratio, above / ratio), picture, pixels)

    def _add_tag(self, line: Line, newest: tuple[float, float]) -> None:
        end = self.point(*newest)
        left = min(end.x() + 2, self._room.right() - TAG_PX)
        top = min(max(end.y() - TAG_PX / 2, self._room.top()), self._room.bottom() - TAG_PX)
        self._tags.append((QPointF(left, top), line.tag, line.color))

    def _part_tags(self) -> None:
        """Let no number hide another: they make room for each other, within the room."""
        self._tags.sort(key=lambda tag: tag[0].y())
        floor = self._room.top()
        for place, _tag, _color in self._tags:
            place.setY(max(place.y(), floor))
            floor = place.y() + TAG_PX + 1
        ceiling = self._room.bottom()
        for place, _tag, _color in reversed(self._tags):
            place.setY(min(place.y(), ceiling - TAG_PX))
            ceiling = place.y() - 1

    def _xs(self, times: Floats) -> Floats:
        scale, start, origin = self._x
        return start + (times - origin) * scale

    def _ys(self, values: Floats) -> Floats:
        scale, start, origin = self._y
        found = start + (values.astype(np.float64) - origin) * scale
        # Far outside is as good as just outside, and Qt's arithmetic keeps whole.
        return np.clip(found, self._room.top() - 4, self._room.bottom() + 4)


def polygon_of(xs: Floats, ys: Floats) -> QPolygonF:
    """Points as Qt draws them."""
    polygon = QPolygonF()
    polygon.resize(len(xs))
    memory = np.frombuffer(memory_of(polygon, len(xs) * 16), np.float64).reshape(-1, 2)
    memory[:, 0] = xs
    memory[:, 1] = ys
    return polygon


def _within(stretch: Stretch, frame: Frame) -> Stretch:
    """What the frame shows of it, and one reading to each side."""
    first = max(0, int(np.searchsorted(stretch.times, frame.begin_s)) - 1)
    last = int(np.searchsorted(stretch.times, frame.end_s, side="right")) + 1
    if first == 0 and last >= len(stretch.times):
        return stretch
    part = slice(first, last)
    return Stretch(
        times=stretch.times[part],
        values=stretch.values[part],
        low=None if stretch.low is None else stretch.low[part],
        high=None if stretch.high is None else stretch.high[part],
        source=stretch.source,
    )


def _premultiplied(color: QColor) -> int:
    """The colour of bands, as pictures hold it."""
    alpha = color.alpha() * BAND_ALPHA // 255
    red, green, blue = (part * alpha // 255 for part in (color.red(), color.green(), color.blue()))
    return alpha << 24 | red << 16 | green << 8 | blue


def _pen(color: QColor, *, dashed: bool) -> QPen:
    pen = QPen(color, 1)
    pen.setCosmetic(True)
    if dashed:
        pen.setDashPattern(_DASHES)
    return pen


@lru_cache(maxsize=64)
def _tag_picture(tag: str, rgba: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(TAG_PX * ratio), round(TAG_PX * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = QColor.fromRgba(rgba)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    room = QRectF(0, 0, TAG_PX, TAG_PX)
    painter.drawRoundedRect(room, 3, 3)
    painter.setPen(Qt.GlobalColor.black if color.lightnessF() > _LIGHT else Qt.GlobalColor.white)
    font = painter.font()
    font.setPixelSize(10)
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, tag)
    painter.end()
    return picture


def paint_tag(painter: QPainter, place: QPointF, tag: str, color: QColor) -> None:
    """The number of a curve in a small box of its colour."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(place, _tag_picture(tag, color.rgba(), ratio))
