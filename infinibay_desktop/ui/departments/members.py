"""Who is in a department, and as what."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QTreeWidget, QTreeWidgetItem, QWidget

from infinibay_desktop.model.departments import Department, DepartmentId, DepartmentRole
from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.people import Person
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.departments.dialogs import MemberDialog
from infinibay_desktop.ui.departments.words import role_words
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.one_line import one_line
from infinibay_desktop.ui.rights import actor, offer
from infinibay_desktop.ui.widgets.buttons import act_button, action
from infinibay_desktop.ui.widgets.flow import FlowGrid
from infinibay_desktop.ui.widgets.icons import icon
from infinibay_desktop.ui.widgets.layout import Card
from infinibay_desktop.ui.widgets.text import escaped, wrapped

# Longer lists scroll by themselves.
ROWS_SEEN = 8
Members = Sequence[tuple[Person, DepartmentRole]]


class MembersCard(Card):
    """People with their roles, and what can be done to them."""

    def __init__(self) -> None:
        super().__init__(self.tr("People"))
        self._desk: Desk | None = None
        self._department: Department | None = None
        self._members: Members = ()
        self.list = self._make_list()
        self._none = wrapped(self.tr("Nobody is in it yet."), name="muted")
        self.problem = wrapped(name="problem")
        self.problem.hide()
        self._make_acts()
        for part in (self._none, self.list, self.problem):
            self.body.addWidget(part)
        buttons = QWidget()
        grid = FlowGrid(buttons, cell_width=160, widest=200, gap=8)
        for act in self._acts():
            grid.addWidget(act_button(act))
        self.body.addWidget(buttons)
        self._show()

    def attach(self, desk: Desk) -> None:
        """The core runs."""
        self._desk = desk

    def show_department(self, department: Department) -> None:
        """Show who is in it."""
        other = self._department is None or self._department.id != department.id
        self._department = department
        if other:
            self._members = ()
            self._show()
        else:
            self._refresh()  # what may be done here may be less now
        if self._desk:
            self._desk.operations.spawn(self, self._read(self._desk, department.id))

    def chosen(self) -> tuple[Person, DepartmentRole] | None:
        """The selected person."""
        item = self.list.currentItem()
        place = self.list.indexOfTopLevelItem(item) if item else -1
        return self._members[place] if 0 <= place < len(self._members) else None

    # Making.

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setAccessibleName(self.tr("People of the department"))
        made.setHeaderLabels([self.tr("Name"), self.tr("E-mail"), self.tr("Role")])
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        made.customContextMenuRequested.connect(self._on_list_context_menu_requested)
        made.currentItemChanged.connect(lambda *_items: self._refresh())
        header = made.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        return made

    def _make_acts(self) -> None:
        self.add = action(self, self.tr("Add person…"), self._on_add, symbol="user-plus")
        self.change = action(
            self, self.tr("Make administrator"), self._on_change, symbol="user-cog"
        )
        self.take_out = action(
            self, self.tr("Take out"), self._on_take_out, symbol="user-x", tone="danger"
        )

    def _acts(self) -> list[QAction]:
        return [self.add, self.change, self.take_out]

    # Showing.

    async def _read(self, desk: Desk, department_id: DepartmentId) -> None:
        try:
            found = await desk.operations.run(
                lambda: desk.core.departments.members(department_id),
                key=("members", department_id),
            )
        except InfinibayError:
            return  # it went away meanwhile, which an event tells
        if self._department and self._department.id == department_id:
            self._members = found
            self._show()

    def _show(self) -> None:
        chosen = self.chosen()
        self.list.clear()
        for person, role in self._members:
            item = _item(person, role)
            self.list.addTopLevelItem(item)
            if chosen and chosen[0].id == person.id:
                self.list.setCurrentItem(item)
        self._none.setVisible(not self._members)
        self.list.setVisible(bool(self._members))
        line = self.list.sizeHintForRow(0) if self._members else 0
        rows = min(len(self._members), ROWS_SEEN)
        self.list.setFixedHeight(self.list.header().sizeHint().height() + rows * line + 8)
        self._refresh()

    def _refresh(self) -> None:
        desk, department, chosen = self._desk, self._department, self.chosen()
        some = desk is not None and department is not None
        may = (
            desk is not None
            and department is not None
            and actor(desk).may_in(Permission.DEPARTMENT_EDIT, department.id)
        )
        offer(self.add, possible=some, permitted=may)
        offer(self.change, possible=chosen is not None, permitted=may)
        offer(self.take_out, possible=chosen is not None, permitted=may)
        lifts = chosen is None or chosen[1] is DepartmentRole.MEMBER
        words = self.tr("Make administrator") if lifts else self.tr("Make member")
        self.change.setText(words)

    def _on_list_context_menu_requested(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.addActions(self._acts())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.list.viewport().mapToGlobal(place))

    # Doing it.

    def _on_add(self) -> None:
        if self._desk and self._department:
            members = {person.id for person, _role in self._members}
            dialog = MemberDialog(self._desk, self._department, members, self.window())
            dialog.fit()
            dialog.open()

    def _on_change(self) -> None:
        if self._desk and self._department and (chosen := self.chosen()):
            person, role = chosen
            other = (
                DepartmentRole.MEMBER
                if role is DepartmentRole.ADMINISTRATOR
                else DepartmentRole.ADMINISTRATOR
            )
            departments, department_id = self._desk.core.departments, self._department.id
            self._do(lambda: departments.set_member(department_id, person.id, other))

    def _on_take_out(self) -> None:
        if self._desk and self._department and (chosen := self.chosen()):
            departments, department_id = self._desk.core.departments, self._department.id
            self._do(lambda: departments.remove_member(department_id, chosen[0].id))

    def _do(self, work: Callable[[], object]) -> None:
        if self._desk:
            self._desk.operations.spawn(self, self._done(self._desk, work))

    async def _done(self, desk: Desk, work: Callable[[], object]) -> None:
        try:
            await desk.operations.run(work)
        except InfinibayError as error:
            self._blame(complaint(error))
        else:
            self._blame("")

    def _blame(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))


def _item(person: Person, role: DepartmentRole) -> QTreeWidgetItem:
    texts = [one_line(person.name), one_line(person.email), role_words(role)]
    item = QTreeWidgetItem(texts)
    item.setIcon(0, icon("user", "muted", 16))
    for column, text in enumerate(texts):
        item.setToolTip(column, escaped(text))
    return item
