"""Small questions about machines: a confirmation, a new name, a picture of the screen."""

from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from infinibay_desktop.model.errors import (
    ConflictError,
    InfinibayError,
    StorageError,
    ValidationError,
)
from infinibay_desktop.model.machines import MAX_NAME_LENGTH, Act, Machine, check_machine_name
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.machines.acts import TEXTS, label, say, short
from infinibay_desktop.ui.widgets.dialogs import Dialog
from infinibay_desktop.ui.widgets.forms import Field, text_field, tick
from infinibay_desktop.ui.widgets.text import wrapped

_SHOWN_PX = 600
_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")


class ConfirmDialog(Dialog):
    """One act on one machine, asked for once more."""

    def __init__(self, act: Act, machine: Machine, parent: QWidget | None) -> None:
        text = QCoreApplication.translate("MachineActs", "{act} '{name}'?")
        super().__init__(text.format(act=label(act), name=short(machine.name)), parent, width=460)
        self.body.addWidget(wrapped(say(TEXTS[act].warning)))
        self._never = tick(self.tr("Do not ask again"))
        self.body.addWidget(self._never)
        cancel = self.add_cancel()
        dangerous = act in (Act.FORCE_OFF, Act.RESET)
        kind = "danger" if dangerous else "primary"
        go = self.add_button(label(act), kind=kind, symbol=TEXTS[act].symbol)
        go.clicked.connect(self.accept)
        # Enter, pressed too early, must not cut anybody's power.
        (cancel if dangerous else go).setFocus()

    @property
    def never_again(self) -> bool:
        """Whether the person does not want to be asked any more."""
        return self._never.isChecked()


class RenameDialog(Dialog):
    """A new name for a machine. It stays open until the host took the name."""

    def __init__(
        self,
        machine: Machine,
        rename: Callable[[str], Awaitable[None]],
        spawn: Callable[[QWidget, Coroutine[Any, Any, None]], None],
        parent: QWidget | None,
    ) -> None:
        title = QCoreApplication.translate("MachineActs", "Rename '{name}'")
        super().__init__(title.format(name=short(machine.name)), parent, width=460)
        self._machine, self._do_rename, self._spawn = machine, rename, spawn
        self._editor = text_field(machine.name)
        self._editor.setMaxLength(MAX_NAME_LENGTH)
        self._editor.selectAll()
        hint = self.tr("Its disks and its place on the host keep their names.")
        self.field = Field(self.tr("New name"), self._editor, name="name", hint=hint)
        self.body.addWidget(self.field)
        self.add_cancel()
        self._go = self.add_button(self.tr("Rename"), kind="primary")
        self._go.setDefault(True)
        self._go.clicked.connect(self._on_go_clicked)
        self._editor.textChanged.connect(self._on_editor_changed)
        self._on_editor_changed(machine.name)
        self._editor.setFocus()

    def _on_editor_changed(self, name: str) -> None:
        try:
            check_machine_name(name)
        except ValidationError as error:
            self.field.blame(error.message if name else "")
            self._go.setEnabled(False)
        else:
            self.field.blame("")
            self._go.setEnabled(name != self._machine.name)

    def _on_go_clicked(self) -> None:
        self._go.setEnabled(False)
        self._spawn(self, self._rename(self._editor.text()))

    async def _rename(self, name: str) -> None:
        try:
            await self._do_rename(name)
        except (ConflictError, ValidationError) as error:
            self.field.blame(complaint(error))
            self._editor.setFocus()
        except InfinibayError as error:
            self.blame(complaint(error))
            self._go.setEnabled(True)
        else:
            self.accept()


class ScreenshotDialog(Dialog):
    """A picture of a machine's screen, to be saved where the person says."""

    def __init__(
        self,
        machine: Machine,
        png: bytes,
        save: Callable[[str], object],
        parent: QWidget | None,
    ) -> None:
        title = QCoreApplication.translate("MachineActs", "Screen of '{name}'")
        super().__init__(title.format(name=short(machine.name)), parent, width=680)
        self._name, self._keep = machine.name, save
        image = QImage.fromData(png)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        size = self.tr("{width} by {height} pixels").format(
            width=image.width(), height=image.height()
        )
        self._picture.setAccessibleName(size)
        self._show(image)
        self.body.addWidget(self._picture)
        self.body.addWidget(wrapped(size, name="hint"))
        self.add_cancel(self.tr("Close"))
        keep = self.add_button(self.tr("Save as…"), kind="primary", symbol="download")
        keep.setDefault(True)
        keep.clicked.connect(self._on_save_clicked)

    def _show(self, image: QImage) -> None:
        ratio = self.devicePixelRatioF()
        wide = round(min(_SHOWN_PX * ratio, image.width()))
        smooth = Qt.TransformationMode.SmoothTransformation
        shown = image.scaledToWidth(max(1, wide), smooth) if not image.isNull() else image
        shown.setDevicePixelRatio(ratio if wide < image.width() else 1.0)
        self._picture.setPixmap(QPixmap.fromImage(shown))

    def _on_save_clicked(self) -> None:
        chooser = QFileDialog(self, self.tr("Save the picture"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(self.tr("PNG pictures (*.png)"))
        chooser.setDefaultSuffix("png")
        chooser.selectFile(file_name(self._name))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(lambda path: self._keep(path))
        chooser.open()


def file_name(machine_name: str) -> str:
    """A name for a picture of the machine that every file system takes."""
    safe = "".join(c if c in _SAFE else "-" for c in machine_name[:MAX_NAME_LENGTH])
    return f"{safe.strip('-.') or 'machine'}.png"


def write_picture(path: str, png: bytes) -> None:
    """Write a picture; on a worker. Raises StorageError."""
    try:
        Path(path).write_bytes(png)
    except OSError as error:
        raise StorageError(
            f"Could not write '{path[:200]}': {error.strerror or error}.",
            remedy="Choose another folder, or make room there.",
        ) from error
