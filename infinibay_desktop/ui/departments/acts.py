"""What a person can do to a department, as actions that buttons, menus and the palette share."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from infinibay_desktop.model.departments import Department, DepartmentId, DepartmentSummary
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.ui.departments.dialogs import DepartmentDialog, RemoveDialog
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.filter_words import named
from infinibay_desktop.ui.rights import actor, offer
from infinibay_desktop.ui.widgets.buttons import action

Others = Callable[[DepartmentId], Collection[DepartmentSummary]]


class DepartmentActs(QObject):
    """The acts on the selected department; `refresh` says which of them may be done."""

    # A department was added or edited.
    kept = Signal(object)

    def __init__(
        self, owner: QWidget, selected: Callable[[], DepartmentSummary | None], others: Others
    ) -> None:
        super().__init__(owner)
        self._owner, self._selected, self._others = owner, selected, others
        self._desk: Desk | None = None
        self.add = action(owner, self.tr("Add department…"), self._on_add, symbol="plus")
        self.show_machines = action(
            owner, self.tr("Show machines"), self._on_show_machines, symbol="monitor"
        )
        self.edit = action(owner, self.tr("Edit…"), self._on_edit, symbol="pencil")
        self.remove = action(
            owner,
            self.tr("Delete…"),
            self._on_remove,
            symbol="trash-2",
            shortcut="Del",
            tone="danger",
        )
        self.refresh(None)

    def attach(self, desk: Desk) -> None:
        """The core runs: acts can be done."""
        self._desk = desk

    def on_one(self) -> list[QAction]:
        """The acts on the selected department, in the order of menus."""
        return [self.show_machines, self.edit, self.remove]

    def refresh(self, summary: DepartmentSummary | None) -> None:
        """Another department, or the same one in another state, or another person."""
        desk = self._desk
        some = desk is not None and summary is not None
        who = actor(desk) if desk else None
        department_id = summary.department.id if summary else None
        manages = who is not None and who.may(Permission.DEPARTMENT_MANAGE)
        edits = who is not None and who.may_in(Permission.DEPARTMENT_EDIT, department_id)
        offer(self.add, possible=desk is not None, permitted=manages)
        offer(self.edit, possible=some, permitted=edits)
        offer(self.remove, possible=some, permitted=manages)
        self.show_machines.setEnabled(some)

    def menu(self, parent: QWidget) -> QMenu:
        """A context menu that goes away by itself."""
        made = QMenu(parent)
        made.setToolTipsVisible(True)
        made.addAction(self.show_machines)
        made.addSeparator()
        made.addActions([self.edit, self.remove])
        made.aboutToHide.connect(made.deleteLater)
        return made

    # Doing it.

    def _on_add(self) -> None:
        if self._desk:
            self._open_form(self._desk, None)

    def _on_edit(self) -> None:
        if self._desk and (summary := self._selected()):
            self._open_form(self._desk, summary.department)

    def _open_form(self, desk: Desk, department: Department | None) -> None:
        dialog = DepartmentDialog(desk, department, self._owner)
        dialog.saved.connect(self.kept)
        dialog.fit()
        dialog.open()

    def _on_remove(self) -> None:
        if self._desk and (summary := self._selected()):
            others = self._others(summary.department.id)
            dialog = RemoveDialog(self._desk, summary, others, self._owner)
            dialog.fit()
            dialog.open()

    def _on_show_machines(self) -> None:
        if self._desk and (summary := self._selected()):
            wanted = named("dept", summary.department.name)
            self._desk.go.show_page("machines", filter_text=wanted)
