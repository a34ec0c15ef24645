"""Text that is copied on one side and pasted on the other."""

from PySide6.QtGui import QGuiApplication

from infinibay_desktop.services.ports import Screen

MOST_CHARACTERS = 256 * 1024


class SharedClipboard:
    """Offers our text to the guest when it gets the keyboard, and takes its text meanwhile.

    A guest that nobody is working in sees and changes nothing.
    """

    def __init__(self) -> None:
        self.enabled = True
        self._same = ""

    def offer_to(self, screen: Screen | None) -> None:
        """The keyboard goes to the guest: give it what was copied here since."""
        text = clipboard_text()
        if self.enabled and screen is not None and text and text != self._same:
            self._same = text
            screen.set_clipboard(text)

    def take(self, text: str | None) -> None:
        """The guest, which has the keyboard, copied something."""
        if self.enabled and text:
            self._same = text[:MOST_CHARACTERS]
            QGuiApplication.clipboard().setText(self._same)

    def forget(self) -> None:
        """Another screen knows nothing of what was given to the last one."""
        self._same = ""


def clipboard_text() -> str:
    """The text that was copied here last, within bounds."""
    return QGuiApplication.clipboard().text()[:MOST_CHARACTERS]
