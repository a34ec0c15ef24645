"""What to do about a problem, with its commands ready to be copied."""

import re

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from infinibay_desktop.ui.widgets.buttons import icon_button
from infinibay_desktop.ui.widgets.layout import clear, fill, row
from infinibay_desktop.ui.widgets.text import wrapped

# A command follows a colon and ends where the sentence goes on in words.
_COMMAND = re.compile(
    r"(?:^|: )((?:sudo|infinibay|virsh|journalctl|ssh-keygen|ssh-add) .+?)"
    r"(?=; or |, then|, and with|\. |\.?$)"
)


def commands_in(text: str) -> list[str]:
    """The commands that a remedy names, in order."""
    return [str(found) for found in _COMMAND.findall(text[:4096])]


class CommandLine(QWidget):
    """A command and the button that copies it."""

    def __init__(self, command: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.command = command
        shown = wrapped(command, name="code")
        shown.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        copy = icon_button("copy", self.tr("Copy {command}").format(command=command), self._copy)
        copy.setToolTip(self.tr("Copy"))
        fill(row_box := row(), shown, copy, gap=4)
        row_box.setStretch(0, 1)
        fill(QVBoxLayout(self), row_box)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.command)


class Remedy(QWidget):
    """A remedy's sentence; below it each command with its button."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = wrapped()
        self._commands = QVBoxLayout()
        fill(self._commands, gap=4)
        fill(QVBoxLayout(self), self._text, self._commands, gap=4)
        self.tell(text)

    def tell(self, text: str) -> None:
        """Show another remedy; empty: nothing."""
        self.setVisible(bool(text))
        if text == self._text.text():
            return
        self._text.setText(text)
        clear(self._commands)
        for command in commands_in(text):
            self._commands.addWidget(CommandLine(command))
