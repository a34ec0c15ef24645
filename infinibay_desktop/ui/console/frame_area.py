"""A guest's picture in a scroll area: fitted, pixel for pixel, or asked to fit by itself."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from infinibay_desktop.model.consoles import Frame, Rect
from infinibay_desktop.model.settings import Scaling
from infinibay_desktop.ui.console import scaling
from infinibay_desktop.ui.console.picture import Picture
from infinibay_desktop.ui.console.scaling import Canvas, Placement

_RESIZE_AFTER_MS = 300  # A window that is dragged larger asks the guest once.
_MOST_PARTS = 64  # More parts are painted as one.
_SMALLEST, _LARGEST = 64, 8192


class FrameArea(QAbstractScrollArea):
    """Paints a `Frame`, and of it only what changed.

    `size_wanted` tells, in device pixels, which size a guest's screen would have to have to
    fill the area; only while resizing the guest, and only while `set_resizable` allows it.
    """

    frame_changed = Signal(QSize)
    size_wanted = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._mode = Scaling.FIT
        self._resizable = False
        self._asked_size: tuple[int, int] | None = None
        self._resize_timer = QTimer(self, singleShot=True, interval=_RESIZE_AFTER_MS)
        self._resize_timer.timeout.connect(self._on_resize_timer_timeout)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(_SMALLEST, _SMALLEST)
        self._allow_bars()

    @property
    def mode(self) -> Scaling:
        """How the screen is fitted."""
        return self._mode

    @property
    def resizable(self) -> bool:
        """Whether the guest takes another size of its screen."""
        return self._resizable

    def set_mode(self, mode: Scaling) -> None:
        """Fit the screen in another way."""
        self._mode = mode
        self._allow_bars()
        self._range_bars()
        self._asked_size = None
        self._ask_for_size()
        self.viewport().update()

    def set_resizable(self, *, resizable: bool) -> None:
        """The guest takes other sizes of its screen, or not."""
        if resizable != self._resizable:
            self._resizable = resizable
            self._ask_for_size()

    def show_frame(self, frame: Frame | None) -> None:
        """Paint another frame from now on; black without one."""
        self._picture = Picture(frame) if frame else None
        if frame is None:
            self._asked_size = None
        self._range_bars()
        self.updateGeometry()
        self.viewport().update()
        if frame is not None:
            self.frame_changed.emit(QSize(frame.width, frame.height))

    def show_damage(self, damage: Sequence[Rect]) -> None:
        """Paint these parts of the frame anew."""
        self.viewport().update(self._region_of(damage))

    def picture(self) -> QImage | None:
        """The screen as it is now; None before the first picture."""
        return self._picture.copy() if self._picture else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the parts that changed, and only those."""
        painter = QPainter(self.viewport())
        region = event.region()
        placement = self.placement()
        if self._picture is None or placement is None:
            painter.fillRect(event.rect(), Qt.GlobalColor.black)
            return
        painter.setClipRegion(region - QRegion(placement.inside()))
        painter.fillRect(event.rect(), Qt.GlobalColor.black)
        self._picture.paint(painter, placement, region)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the screen anew."""
        super().resizeEvent(event)
        self._range_bars()
        self._ask_for_size()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Scroll by painting: the picture may lie at fractions of a logical pixel."""
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """The guest's own size, in whole device pixels."""
        if self._picture is None:
            return QSize(640, 400)
        ratio = self._ratio()
        return QSize(round(self._picture.width / ratio), round(self._picture.height / ratio))

    def event(self, event: QEvent) -> bool:
        """Follow the window to a display with another ratio."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._range_bars()
            self._ask_for_size()
            self.viewport().update()
        return super().event(event)

    def _region_of(self, damage: Sequence[Rect]) -> QRegion:
        placement = self.placement()
        region = QRegion()
        if placement is not None:
            for part in damage:
                region += placement.to_view(part)
        return region if len(damage) <= _MOST_PARTS else QRegion(region.boundingRect())

    def _ratio(self) -> float:
        return self.viewport().devicePixelRatioF()

    def _canvas(self) -> Canvas:
        view = self.viewport()
        origin = view.mapTo(self.window(), QPointF(0, 0))
        return Canvas(QSizeF(view.size()), self._ratio(), origin)

    def placement(self) -> Placement | None:
        """Where the frame lies now; None without one."""
        if self._picture is None:
            return None
        width, height = self._picture.width, self._picture.height
        if self._mode is Scaling.ACTUAL:
            scrolled = (self.horizontalScrollBar().value(), self.verticalScrollBar().value())
            return scaling.actual(width, height, self._canvas(), scrolled)
        return scaling.fitted(width, height, self._canvas())

    def _allow_bars(self) -> None:
        policy = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if self._mode is Scaling.ACTUAL
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setHorizontalScrollBarPolicy(policy)
        self.setVerticalScrollBarPolicy(policy)

    def _range_bars(self) -> None:
        """Let the bars reach over all of the guest's pixels; their unit is a device pixel."""
        picture = self._picture if self._mode is Scaling.ACTUAL else None
        ratio = self._ratio()
        room, shown = self.maximumViewportSize() * ratio, self.viewport().size() * ratio
        width, height = (picture.width, picture.height) if picture else (0, 0)
        fits = width <= room.width() and height <= room.height()
        for bar, size, page in (
            (self.horizontalScrollBar(), width, shown.width()),
            (self.verticalScrollBar(), height, shown.height()),
        ):
            bar.setRange(0, 0 if fits else max(0, size - page))
            bar.setPageStep(page)
            bar.setSingleStep(20)

    def _ask_for_size(self) -> None:
        if self._mode is Scaling.RESIZE_GUEST and self._resizable:
            self._resize_timer.start()

    def _on_resize_timer_timeout(self) -> None:
        canvas = self._canvas()
        wanted = (canvas.device_width, canvas.device_height)
        has = (self._picture.width, self._picture.height) if self._picture else None
        sensible = all(_SMALLEST <= size <= _LARGEST for size in wanted)
        # A guest that gave another size than it was asked for is not asked again.
        if sensible and wanted not in (self._asked_size, has):
            self._asked_size = wanted
            self.size_wanted.emit(*wanted)
