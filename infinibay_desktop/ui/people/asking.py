"""A dialog that stores one thing: errors stand beside their fields, and it stays open then."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.one_line import one_line
from infinibay_desktop.ui.widgets.dialogs import Dialog
from infinibay_desktop.ui.widgets.forms import Field

# What changes people goes one after the other.
LANE = "people"
_SHORT_NAME = 40


def short(name: str) -> str:
    """A name for a title."""
    return one_line(name if len(name) <= _SHORT_NAME else name[: _SHORT_NAME - 1] + "…")


class StoringDialog(Dialog):
    """Fields by name, and one button that stores what they hold."""

    def __init__(self, desk: Desk, title: str, parent: QWidget | None, *, width: int = 480) -> None:
        super().__init__(title, parent, width=width)
        self.desk = desk
        self.fields: dict[str, Field] = {}
        self.store: QPushButton

    def add_field(self, field: Field) -> Field:
        """One more field at the end of the body."""
        self.fields[field.name] = field
        self.body.addWidget(field)
        return field

    def finish_with(self, words: str, *, kind: str = "primary") -> None:
        """Add the buttons; nothing more comes into the body."""
        self.body.addStretch(1)
        self.add_cancel()
        self.store = self.add_button(words, kind=kind)
        self.store.setDefault(True)
        self.store.clicked.connect(self._on_store_clicked)

    def is_complete(self) -> bool:
        """Whether there is enough to store; says what is missing."""
        return True

    def work(self) -> Callable[[], object]:
        """What stores it, called on a worker. Read from the fields now."""
        raise AssertionError("each dialog says what it stores")

    def succeeded(self, result: object, /) -> None:
        """It is stored: `result` is what the work gave."""

    def forgive(self) -> None:
        """Nothing is wrong any more."""
        self.blame("")
        for field in self.fields.values():
            field.blame("")

    def complain(self, error: InfinibayError) -> None:
        """Show a refusal at its field, or above the buttons."""
        field = self.fields.get(str(error.details.get("field", "")))
        if field is None:
            self.blame(complaint(error))
        else:
            field.blame(complaint(error))
            field.editor.setFocus()
            self.reveal(field)

    def _on_store_clicked(self) -> None:
        self.forgive()
        if self.is_complete():
            self.store.setEnabled(False)
            self.desk.operations.spawn(self, self._store(self.work()))

    async def _store(self, work: Callable[[], object]) -> None:
        try:
            result = await self.desk.operations.run(work, lane=LANE)
        except InfinibayError as error:
            self.store.setEnabled(True)
            self.complain(error)
            return
        self.succeeded(result)
        self.accept()
