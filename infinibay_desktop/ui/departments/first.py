"""The first departments, made by name alone."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.departments import MAX_DEPARTMENT_NAME, DepartmentSummary
from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import (
    ActorChanged,
    DepartmentRemoved,
    DepartmentSaved,
    EventsMissed,
)
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.departments.words import short
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.rights import actor
from infinibay_desktop.ui.widgets.buttons import button
from infinibay_desktop.ui.widgets.forms import Field, text_field
from infinibay_desktop.ui.widgets.layout import Card, clear, column, row
from infinibay_desktop.ui.widgets.text import ElidedLabel, plain, wrapped

MOST_SHOWN = 10
_LANE = "first-departments"


class FirstDepartments(Card):
    """Shown to those alone who may make departments."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk: Desk | None = None
        self._adding = False
        self.heading.setText(self.tr("Departments"))
        self.heading.show()
        self.setAccessibleName(self.tr("Departments"))
        what = wrapped(
            self.tr(
                "Machines belong to departments, and people see those of theirs. You may need no "
                "more than the one that is there already."
            )
        )
        self.names = column(gap=4)
        self.editor = text_field()
        self.editor.setMaxLength(MAX_DEPARTMENT_NAME)
        self.field = Field(self.tr("Name of another department"), self.editor, name="name")
        self.add_button = button(self.tr("Add department"), self._add, symbol="plus")
        self.editor.textChanged.connect(self._on_editor_text_changed)
        self.editor.returnPressed.connect(self._add)
        self.body.addWidget(what)
        self.body.addLayout(self.names)
        self.body.addWidget(self.field)
        self.body.addLayout(row(self.add_button, 1))
        self._enable()
        self.hide()

    def attach(self, desk: Desk) -> None:
        """Departments can be made now."""
        self._desk = desk
        for kind in (ActorChanged, DepartmentSaved, DepartmentRemoved, EventsMissed):
            desk.bridge.on(kind, lambda _event: self.read(), owner=self)

    def read(self) -> None:
        """Show the departments that are there, to whom that concerns."""
        desk = self._desk
        may = desk is not None and actor(desk).may(Permission.DEPARTMENT_MANAGE)
        self.setVisible(may)
        if desk and may:
            desk.operations.spawn(self, self._read(desk))

    async def _read(self, desk: Desk) -> None:
        self._show(await desk.operations.run(desk.core.departments.all, lane=_LANE))

    def _show(self, found: Sequence[DepartmentSummary]) -> None:
        clear(self.names)
        for one in found[:MOST_SHOWN]:
            self.names.addWidget(ElidedLabel(f"• {short(one.department.name)}"))
        if len(found) > MOST_SHOWN:
            more = self.tr("and %n more", "", len(found) - MOST_SHOWN)
            self.names.addWidget(plain(more, name="muted"))

    def _on_editor_text_changed(self) -> None:
        self.field.blame("")
        self._enable()

    def _add(self) -> None:
        name = self.editor.text().strip()
        if self._desk and name and not self._adding:
            self._adding = True
            self._desk.operations.spawn(self, self._store(self._desk, name))

    async def _store(self, desk: Desk, name: str) -> None:
        try:
            await desk.operations.run(lambda: desk.core.departments.add(name), lane=_LANE)
        except InfinibayError as error:
            self.field.blame(complaint(error))
        else:
            if self.add_button.hasFocus():
                self.editor.setFocus()
            # What was typed meanwhile is the next one.
            if self.editor.text().strip() == name:
                self.editor.clear()
        finally:
            self._adding = False

    def _enable(self) -> None:
        self.add_button.setEnabled(bool(self.editor.text().strip()) and not self._adding)
