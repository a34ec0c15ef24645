"""A field for the path of a file, which can be typed or chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from infinibay_desktop.ui.widgets.buttons import icon_button
from infinibay_desktop.ui.widgets.layout import fill


class FileField(QWidget):
    """Tells of a path when it is complete; whether the file is there is for others to say."""

    edited = Signal(str)

    def __init__(self, suffixes: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suffixes = suffixes
        self.field = QLineEdit()
        self.field.setMaxLength(1024)
        self.field.editingFinished.connect(lambda: self.edited.emit(self.field.text()))
        self.button = icon_button("folder-open", "", self._choose)
        fill(box := QHBoxLayout(self), self.field, self.button, gap=4)
        box.setStretch(0, 1)
        self.setFocusProxy(self.field)
        self.retranslate()

    def setText(self, text: str) -> None:
        """Show this path."""
        self.field.setText(text)

    def text(self) -> str:
        """The path as it is written now."""
        return self.field.text()

    def retranslate(self) -> None:
        """Take the words anew, in the language of now."""
        words = self.tr("Choose a file…")
        self.button.setToolTip(words)
        self.button.setAccessibleName(words)

    def _choose(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Choose a picture"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        patterns = " ".join(f"*{suffix}" for suffix in self._suffixes)
        dialog.setNameFilter(self.tr("Pictures ({patterns})").format(patterns=patterns))
        dialog.fileSelected.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, path: str) -> None:
        self.field.setText(path)
        self.edited.emit(path)
