"""Tells, in the window's corner, of guests that fell silent and of services in them that failed."""

from PySide6.QtCore import QObject, QTimer

from infinibay_desktop.model.errors import (
    GuestServiceFailedError,
    GuestSilentError,
    InfinibayError,
)
from infinibay_desktop.model.events import ErrorRecorded
from infinibay_desktop.ui.desk import Desk

_KINDS: dict[str, type[InfinibayError]] = {
    kind.code: kind for kind in (GuestSilentError, GuestServiceFailedError)
}
# A host that fails brings many at once.
GATHER_MS = 500
MOST_AT_ONCE = 3
_NAMED = 5


class GuestTroubles(QObject):
    """Whichever program found it, administrators at every one are told once."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._notices = desk.notices
        self._found: list[InfinibayError] = []
        self._due = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._due.timeout.connect(self._tell)
        desk.bridge.on(ErrorRecorded, self._on_error_recorded, owner=self)

    def _on_error_recorded(self, event: ErrorRecorded) -> None:
        if kind := _KINDS.get(event.code):
            self._found.append(kind(event.message))
            self._due.start()

    def _tell(self) -> None:
        found, self._found = self._found, []
        if len(found) <= MOST_AT_ONCE:
            for error in found:
                self._notices.show_error(error)
            return
        several = type(found[0])("\n".join(error.message for error in found[:_NAMED]))
        several.remedy = self.tr("Activity shows all of them.")
        self._notices.show_error(several, title=self.tr("Several machines need a look"))
