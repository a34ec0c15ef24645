"""Saves a picture of a screen where the person says."""

import re
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.ui.console.doorbell import Doorbell
from infinibay_desktop.ui.console.screen_link import Submit

_NOT_IN_FILE_NAMES = re.compile(r"[^\w.-]+")


class ScreenshotSaver(QObject):
    """Asks for a file, and has a worker write the picture into it."""

    ended = Signal(str, bool)
    """The path, and whether it was written."""

    def __init__(self, submit: Submit, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._submit = submit
        self._clock = clock

    def ask(self, image: QImage, machine_name: str) -> None:
        """Ask where `image` is to be saved, and save it there."""
        dialog = QFileDialog(self._over, self.tr("Save screenshot"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(self.tr("PNG pictures (*.png)"))
        dialog.setDefaultSuffix("png")
        dialog.selectFile(self.file_name(machine_name))
        dialog.fileSelected.connect(lambda path: self.save(image, path))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, image: QImage, path: str) -> None:
        """Write `image` to `path`, on a worker."""
        bell = Doorbell()
        written: list[bool] = []

        def on_rung() -> None:
            bell.close()
            self.ended.emit(path, any(written))

        bell.rung.connect(on_rung)
        self._submit(_writing(image, path, written, bell))

    def file_name(self, machine_name: str) -> str:
        """A name for a picture of this machine, made now."""
        stem = _NOT_IN_FILE_NAMES.sub("_", machine_name[:60]).strip("._-") or "screen"
        return f"{stem} {self._clock.now().astimezone():%Y-%m-%d %H.%M.%S}.png"


def _writing(image: QImage, path: str, written: list[bool], bell: Doorbell) -> Callable[[], None]:
    def write() -> None:
        # An image of its own memory may be used on any thread; to compress it takes long.
        written.append(QImageWriter(path, b"png").write(image))
        bell.ring()

    return write
