"""The picture behind the overview, read on a worker and drawn pale."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.errors import InfinibayError, ValidationError
from infinibay_desktop.model.events import SettingsChanged
from infinibay_desktop.model.settings import Settings
from infinibay_desktop.model.wallpapers import (
    MAX_PICTURE_BYTES,
    MAX_PICTURE_SIDE_PX,
    Wallpaper,
)
from infinibay_desktop.ui.widgets.theme import tones

TYPE_CHECKING = False
if TYPE_CHECKING:  # the desk imports every service, which the first paint does not wait for
    from infinibay_desktop.ui.desk import Desk

# A picture is kept no larger than this, and scaled to the page from there.
KEPT = QSize(2560, 1600)
SETTLE_MS = 120
# How much of the window's colour lies over a picture: texts keep their contrast on it.
VEIL_OWN, VEIL_OURS = 0.82, 0.45
_FORMATS = (b"png", b"jpeg", b"webp")
_FOLDER: list[Path] = []


def load_wallpapers(folder: Path) -> None:
    """Where our pictures are; once."""
    _FOLDER[:] = [folder]


def read_wallpaper(wallpaper: Wallpaper, own_file: str) -> QImage | None:
    """The picture, no larger than is kept; None for none. On a worker.

    Raises ValidationError for a file that is missing, too large or no picture.
    """
    if wallpaper is Wallpaper.FILE:
        return _own(Path(own_file)) if own_file else None
    if wallpaper is Wallpaper.NONE or not _FOLDER:
        return None
    reader = QImageReader(str(_FOLDER[0] / f"{wallpaper.value}.svg"))
    reader.setScaledSize(reader.size().scaled(KEPT, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    return None if image.isNull() else image


def _own(path: Path) -> QImage:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_PICTURE_BYTES + 1)
    except OSError as error:
        raise _refused(f"'{path}' cannot be read: {error.strerror or error}.") from error
    if len(data) > MAX_PICTURE_BYTES:
        raise _refused(f"'{path}' has more than {MAX_PICTURE_BYTES // 1024**2} MiB.")
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if bytes(reader.format().data()) not in _FORMATS or not size.isValid():
        raise _refused(f"'{path}' is no PNG, JPEG or WebP picture.")
    if max(size.width(), size.height()) > MAX_PICTURE_SIDE_PX:
        raise _refused(f"'{path}' has a side of more than {MAX_PICTURE_SIDE_PX} pixels.")
    if size.width() > KEPT.width() and size.height() > KEPT.height():
        reader.setScaledSize(size.scaled(KEPT, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    if image.isNull():
        raise _refused(f"'{path}' is a damaged picture.")
    return image


def _refused(message: str) -> ValidationError:
    return ValidationError(message, field="wallpaper_file", remedy="Choose another picture.")


class Backdrop:
    """Keeps the picture that the settings name, and fills a page with it."""

    def __init__(self, page: QWidget) -> None:
        self._page = page
        self._image: QImage | None = None
        self._is_ours = True
        self._shown: tuple[Wallpaper, str] = (Wallpaper.NONE, "")
        self._picture = QPixmap()
        self._settle = QTimer(page, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._fit)

    def attach(self, desk: "Desk", title: Callable[[], str]) -> None:
        """Follow the settings; a picture that cannot be used is told under `title`."""

        def follow(settings: Settings) -> None:
            wanted = (settings.wallpaper, settings.wallpaper_file)
            if wanted != self._shown:
                self._shown = wanted
                desk.operations.spawn(self._page, self._read(desk, *wanted), title=title())

        desk.bridge.on(SettingsChanged, lambda event: follow(event.settings), owner=self._page)
        follow(desk.core.settings.settings)

    async def _read(self, desk: "Desk", wallpaper: Wallpaper, own_file: str) -> None:
        try:
            image = await desk.operations.run(lambda: read_wallpaper(wallpaper, own_file))
        except InfinibayError:
            self._take(None, ours=True)
            raise
        if self._shown == (wallpaper, own_file):
            self._take(image, ours=wallpaper is not Wallpaper.FILE)

    def _take(self, image: QImage | None, *, ours: bool) -> None:
        self._image, self._is_ours = image, ours
        self._fit()

    def resized(self) -> None:
        """The page has another size: scale the picture when that has settled."""
        if self._image is not None:
            self._settle.start()

    def paint(self, painter: QPainter, room: QRect) -> None:
        """Fill the page; while it changes its size, quickly."""
        if self._image is None or self._picture.isNull():
            return
        size = self._picture.deviceIndependentSize().toSize()
        place = QRect(QPoint(0, 0), size.scaled(room.size(), _COVER))
        place.moveCenter(room.center())
        painter.drawPixmap(place, self._picture)
        veil = tones().color("window")
        veil.setAlphaF(VEIL_OURS if self._is_ours else VEIL_OWN)
        painter.fillRect(room, veil)

    def _fit(self) -> None:
        if self._image is None:
            self._picture = QPixmap()
        else:
            ratio = self._page.devicePixelRatioF()
            size = self._image.size().scaled(self._page.size() * ratio, _COVER)
            smooth = Qt.TransformationMode.SmoothTransformation
            scaled = self._image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._picture = QPixmap.fromImage(scaled)
            self._picture.setDevicePixelRatio(ratio)
        self._page.update()


_COVER = Qt.AspectRatioMode.KeepAspectRatioByExpanding
