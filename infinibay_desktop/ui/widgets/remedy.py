"""What to do about a problem, with its commands ready to be copied."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from infinibay_desktop.model.commands import commands_in
from infinibay_desktop.ui.formats import plain_text
from infinibay_desktop.ui.widgets.buttons import icon_button
from infinibay_desktop.ui.widgets.layout import clear, fill, row
from infinibay_desktop.ui.widgets.text import wrapped

MAX_SHOWN = 2000


class CommandLine(QWidget):
    """A command and the button that copies it."""

    def __init__(self, command: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.command = command
        shown = wrapped(command, name="code")
        shown.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        said = self.tr("Copy {command}").format(command=command)
        self.copy_button = icon_button("copy", said, self._copy)
        self.copy_button.setToolTip(self.tr("Copy"))
        fill(row_box := row(), shown, self.copy_button, gap=4)
        row_box.setStretch(0, 1)
        fill(QVBoxLayout(self), row_box)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.command)
        self.copy_button.setToolTip(self.tr("Copied"))


class Remedy(QWidget):
    """A remedy's sentence; below it each command with its button."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ""
        self._text = wrapped()
        self._commands = QVBoxLayout()
        fill(self._commands, gap=4)
        fill(QVBoxLayout(self), self._text, self._commands, gap=4)
        self._say(text)
        if not text:
            self.hide()

    def tell(self, text: str) -> None:
        """Show another remedy; empty: nothing."""
        self.setVisible(bool(text))
        if text != self._said:
            self._say(text)

    def _say(self, text: str) -> None:
        self._said = text
        shown = plain_text(text, MAX_SHOWN)
        self._text.setText(shown)
        clear(self._commands)
        for command in commands_in(shown):
            self._commands.addWidget(CommandLine(command))
