"""Pictures of machines' screens: the newest few, and which are due for a new one."""

from collections.abc import Callable, Iterable
from time import monotonic

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap

from infinibay_desktop.model.machines import MachineKey, MachineState
from infinibay_desktop.ui.machines.rows import Row

DUE_S = 5.0
_KEPT = 128
_WITH_SCREEN = frozenset(
    {MachineState.RUNNING, MachineState.PAUSED, MachineState.SHUTTING_DOWN, MachineState.CRASHED}
)


class Pictures:
    """Pictures by machine, no more than a screen or two of them."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._pictures: dict[MachineKey, QPixmap] = {}
        self._asked: dict[MachineKey, float] = {}

    def put(self, key: MachineKey, image: QImage, room: QSize, scale: float) -> None:
        """Keep a picture, made to fit the room."""
        self._pictures.pop(key, None)
        if image.isNull():
            return
        if len(self._pictures) >= _KEPT:
            del self._pictures[next(iter(self._pictures))]
        pixmap = QPixmap.fromImage(_fitted(image, room * scale))
        pixmap.setDevicePixelRatio(scale)
        self._pictures[key] = pixmap

    def of(self, row: Row) -> QPixmap | None:
        """The machine's picture, if it has a screen to show."""
        return self._pictures.get(row.key) if row.state in _WITH_SCREEN else None

    def due(self, rows: Iterable[Row]) -> list[MachineKey]:
        """Running machines among these whose picture is old; counts as asked for."""
        now = self._clock()
        self._asked = {key: when for key, when in self._asked.items() if now - when < DUE_S}
        wanted = [
            row.key
            for row in rows
            if row.state is MachineState.RUNNING
            and row.stale_since is None
            and row.key not in self._asked
        ]
        self._asked.update(dict.fromkeys(wanted, now))
        return wanted

    def clear(self) -> None:
        """Forget all pictures: they have the wrong size now."""
        self._pictures.clear()
        self._asked.clear()


def _fitted(image: QImage, room: QSize) -> QImage:
    size = image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    if size.width() >= image.width() and size.height() >= image.height():
        return image
    if image.width() > 2 * size.width():
        # Smooth scaling of a large picture takes longer than the window may be silent.
        image = image.scaled(size * 2)
    ignore, smooth = (
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return image.scaled(size, ignore, smooth)
