"""The plot of one chart on pyqtgraph: axes, curves, cursor, and what the mouse wants.

Imported by ChartLoader when the first chart is shown: pyqtgraph takes a third of a second.
"""

from math import floor
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsItem, QGraphicsView, QStyleOptionGraphicsItem, QWidget

from infinibay_desktop.ui.charts import units
from infinibay_desktop.ui.charts.drawing import Drawing, Frame, Line
from infinibay_desktop.ui.charts.stretches import reading_at
from infinibay_desktop.ui.charts.time_marks import mark_words, time_marks
from infinibay_desktop.ui.charts.units import Unit, marks
from infinibay_desktop.ui.widgets.icons import tint

_MARK_PX = 76
_DRAG_PX = 5
_BESIDE_PX = 10
_ZOOM = 0.8


class _TimeAxis(pg.AxisItem):  # type: ignore[misc]
    """Round local times."""

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """Marks as far from each other as their words need."""
        found = time_marks(low, high, max(3, int(size / _MARK_PX)))
        step = found[1] - found[0] if len(found) > 1 else high - low
        return [(step, found)]

    def tickStrings(self, values: list[float], _scale: float, spacing: float) -> list[str]:
        """Times, or dates."""
        return [mark_words(value, spacing) for value in values]


class _ValueAxis(pg.AxisItem):  # type: ignore[misc]
    """Round values in their unit."""

    def __init__(self, unit: Unit) -> None:
        super().__init__("left")
        self._unit = unit

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """A mark for every 32 pixels, at most five."""
        found = marks(self._unit, low, high, min(5, max(2, int(size / 32) + 1)))
        step = found[1] - found[0] if len(found) > 1 else high - low
        return [(step, found)]

    def tickStrings(self, values: list[float], _scale: float, _spacing: float) -> list[str]:
        """Values in words."""
        return [self._unit.words(value) for value in values]


class _Canvas(pg.GraphicsObject):  # type: ignore[misc]
    """Grid and curves, drawn at once and kept as a picture until they are others."""

    def __init__(self, plot: "Plot") -> None:
        super().__init__()
        self._plot = plot
        self._drawing: Drawing | None = None
        self._laid: tuple[QTransform, QRectF] | None = None

    def boundingRect(self) -> QRectF:
        """The whole view."""
        return QRectF(self._plot.box.viewRect())

    def forget(self) -> None:
        """What is to be drawn is another."""
        self._drawing = None
        self.update()

    def viewRangeChanged(self, *_ranges: object) -> None:
        """The frame is another."""
        self.prepareGeometryChange()
        self._drawing = None

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw in pixels: to map arrays at once is cheaper than Qt's own mapping."""
        transform = painter.worldTransform()
        room = transform.mapRect(self.boundingRect())
        painter.setWorldMatrixEnabled(False)
        try:
            self._paint(painter, room, (transform, room))
        finally:
            painter.setWorldMatrixEnabled(True)

    def _paint(self, painter: QPainter, room: QRectF, laid: tuple[QTransform, QRectF]) -> None:
        plot = self._plot
        if self._drawing is None or self._laid != laid:
            ratio = painter.device().devicePixelRatioF()
            self._drawing = Drawing(plot.lines, plot.frame_now, room, ratio=ratio)
            self._laid = laid
        painter.setClipRect(room)
        self._paint_grid(painter, room, self._drawing)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=plot.smooth)
        self._drawing.paint(painter)

    def _paint_grid(self, painter: QPainter, room: QRectF, drawing: Drawing) -> None:
        painter.setPen(self._plot.grid_pen)
        for value in self._plot.value_marks():
            y = round(drawing.point(0, value).y())
            painter.drawLine(int(room.left()), y, int(room.right()), y)


class _Pointer(pg.GraphicsObject):  # type: ignore[misc]
    """The cursor and the selected range, above the curves: these are not drawn anew for it."""

    def __init__(self, plot: "Plot") -> None:
        super().__init__()
        self._plot = plot

    def boundingRect(self) -> QRectF:
        """The whole view."""
        return QRectF(self._plot.box.viewRect())

    def viewRangeChanged(self, *_ranges: object) -> None:
        """The frame is another."""
        self.prepareGeometryChange()

    def follow(self) -> None:
        """The cursor or the range is another; without both it is not even asked to draw."""
        self.setVisible(self._plot.cursor_s is not None or self._plot.selected is not None)
        self.update()

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw in pixels, as the curves are."""
        plot = self._plot
        room = painter.worldTransform().mapRect(self.boundingRect())
        drawing = Drawing([], plot.frame_now, room)
        painter.setWorldMatrixEnabled(False)
        try:
            painter.setClipRect(room)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if plot.cursor_s is not None:
                self._paint_cursor(painter, room, drawing, plot.cursor_s)
            if plot.selected is not None:
                self._paint_selected(painter, room, drawing, *plot.selected)
        finally:
            painter.setWorldMatrixEnabled(True)

    def _paint_cursor(
        self, painter: QPainter, room: QRectF, drawing: Drawing, moment: float
    ) -> None:
        x = floor(drawing.point(moment, 0).x()) + 0.5
        painter.setPen(QPen(tint("muted"), 1))
        painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
        painter.setPen(QPen(tint("surface"), 1))
        for line in self._plot.lines:
            if found := reading_at(line.stretches, moment):
                painter.setBrush(line.color)
                painter.drawEllipse(drawing.point(found.at_s, found.value), 3.5, 3.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_selected(
        self, painter: QPainter, room: QRectF, drawing: Drawing, begin: float, end: float
    ) -> None:
        left, right = sorted((drawing.point(begin, 0).x(), drawing.point(end, 0).x()))
        color = tint("accent")
        painter.setPen(QPen(color, 1))
        color.setAlpha(40)
        painter.setBrush(color)
        painter.drawRect(QRectF(left, room.top(), right - left, room.height()))
        painter.setBrush(Qt.BrushStyle.NoBrush)


class Plot(pg.GraphicsView):  # type: ignore[misc]
    """Shows lines in a frame. Decides nothing: what the mouse wants comes as signals."""

    pointed = Signal(object)
    """The moment under the mouse; None: it left."""
    range_wanted = Signal(float, float)
    """Show these times."""
    reset_wanted = Signal()

    def __init__(self, unit: Unit, parent: QWidget | None = None) -> None:
        self.box = pg.ViewBox(enableMouse=False, enableMenu=False)
        self._axes: dict[str, Any] = {"bottom": _TimeAxis("bottom"), "left": _ValueAxis(unit)}
        super().__init__(parent)
        self._unit = unit
        self.lines: list[Line] = []
        self.frame_now = Frame(0.0, 1.0, 0.0, 1.0)
        self.cursor_s: float | None = None
        self.selected: tuple[float, float] | None = None
        self.smooth = True
        self._pressed: tuple[float, float, bool] | None = None
        self._canvas = _Canvas(self)
        self._pointer = _Pointer(self)
        for item in (self._canvas, self._pointer):
            self.box.addItem(item, ignoreBounds=True)
        self._pointer.hide()
        self._set_up()
        self.retint()

    def _set_up(self) -> None:
        self._lay_out()
        self.box.setDefaultPadding(0)
        self.box.disableAutoRange()
        # Hovering over items is asked of each in Python: nothing here needs it.
        self.setInteractive(False)
        # Axes stay as they are while curves change: not even their neighbours' edges are touched.
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        for part in (self._canvas, *self._axes.values()):
            part.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(60)
        metrics = QFontMetricsF(self.font())
        left, bottom = self._axes["left"], self._axes["bottom"]
        # The same in all charts, so that times stand below each other.
        left.setWidth(metrics.horizontalAdvance(units.RATE.words(888 * 1024.0)) + 10)
        bottom.setHeight(metrics.height() + 6)
        for axis in self._axes.values():
            axis.setStyle(tickLength=0, tickFont=self.font(), hideOverlappingLabels=False)
            # Before the first frame they would tell of the year 1970.
            axis.setOpacity(0.0)
        bottom.setStyle(tickTextOffset=3)

    def _lay_out(self) -> None:
        """Two axes and what is between them: pyqtgraph's own plot makes forty widgets for menus."""
        layout = pg.GraphicsLayout()
        layout.setSpacing(0)
        layout.setContentsMargins(0, QFontMetricsF(self.font()).height() / 2, 8, 0)
        layout.addItem(self._axes["left"], 0, 0)
        layout.addItem(self.box, 0, 1)
        layout.addItem(self._axes["bottom"], 1, 1)
        for axis in self._axes.values():
            axis.linkToView(self.box)
        self.setCentralItem(layout)

    def retint(self) -> None:
        """Take the theme's colours."""
        self.setBackground(tint("surface"))
        self.grid_pen = QPen(tint("border"), 1)
        for axis in self._axes.values():
            axis.setPen(QPen(tint("strong_border"), 1))
            axis.setTextPen(QPen(tint("muted"), 1))
        self._canvas.forget()

    def show_lines(self, lines: list[Line], frame: Frame) -> None:
        """Draw these from now on; axes are drawn anew only if the frame is another."""
        self.lines = lines
        if frame != self.frame_now:
            self.frame_now = frame
            for axis in self._axes.values():
                axis.setOpacity(1.0)
            self.box.setRange(
                xRange=(frame.begin_s, frame.end_s), yRange=(frame.low, frame.high), padding=0
            )
        self._canvas.forget()

    def show_cursor(self, moment: float | None) -> None:
        """Put the cursor to a moment, or take it away."""
        if moment != self.cursor_s:
            self.cursor_s = moment
            self._pointer.follow()

    def value_marks(self) -> list[float]:
        """Where the lines of the grid stand: as the axis says."""
        frame, height = self.frame_now, self.box.height()
        return marks(self._unit, frame.low, frame.high, min(5, max(2, int(height / 32) + 1)))

    # The mouse.

    def moment_at(self, x: float) -> float:
        """The time at a place of the widget."""
        place = self.box.mapSceneToView(self.mapToScene(int(x), 0))
        frame = self.frame_now
        return float(min(max(place.x(), frame.begin_s), frame.end_s))

    def inner(self) -> QRect:
        """Where curves are, without the axes."""
        room: QRect = self.mapFromScene(self.box.sceneBoundingRect()).boundingRect()
        return room

    def beside(self, moment: float, size: QSize) -> QPoint:
        """Where something of this size stands beside a moment, within the widget."""
        frame = self.frame_now
        place = self.mapFromScene(self.box.mapViewToScene(QPointF(moment, frame.high)))
        right = place.x() + _BESIDE_PX
        fits = right + size.width() <= self.width()
        left = right if fits else place.x() - _BESIDE_PX - size.width()
        return QPoint(max(0, left), place.y() + 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select a range, or with Shift or the middle button to move it."""
        button, x = event.button(), event.position().x()
        moves = button is Qt.MouseButton.MiddleButton or bool(
            event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        )
        if button is Qt.MouseButton.LeftButton or moves:
            self._pressed = (x, self.moment_at(x), moves)
            event.accept()
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        x = event.position().x()
        if self._pressed is None:
            self.pointed.emit(self.moment_at(x))
            return
        pressed_x, begin, moves = self._pressed
        if moves:
            self._move(pressed_x - x)
            self._pressed = (x, begin, moves)
        elif abs(x - pressed_x) >= _DRAG_PX or self.selected:
            self.selected = (begin, self.moment_at(x))
            self._pointer.follow()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Zoom to what was selected."""
        selected, self.selected, self._pressed = self.selected, None, None
        self._pointer.follow()
        if selected and selected[0] != selected[1]:
            self.range_wanted.emit(min(selected), max(selected))
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show all again."""
        self.reset_wanted.emit()
        event.accept()

    def leaveEvent(self, event: Any) -> None:
        """No cursor without the mouse."""
        super().leaveEvent(event)
        self.pointed.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl; move sideways; what is left scrolls the page."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned.y():
            self.zoom(_ZOOM if turned.y() > 0 else 1 / _ZOOM, self.moment_at(event.position().x()))
            event.accept()
        elif abs(turned.x()) > abs(turned.y()):
            self._move(-turned.x() / 2)
            event.accept()
        else:
            event.ignore()

    def zoom(self, factor: float, around: float | None = None) -> None:
        """Ask for a shorter or longer range around a moment."""
        begin, end = self.frame_now.begin_s, self.frame_now.end_s
        middle = (begin + end) / 2 if around is None else around
        self.range_wanted.emit(middle - (middle - begin) * factor, middle + (end - middle) * factor)

    def _move(self, pixels: float) -> None:
        frame = self.frame_now
        by = pixels * (frame.end_s - frame.begin_s) / max(1.0, self.box.width())
        self.range_wanted.emit(frame.begin_s + by, frame.end_s + by)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        if hasattr(self, "_canvas"):  # pyqtgraph resizes while it is made
            self._canvas.forget()
