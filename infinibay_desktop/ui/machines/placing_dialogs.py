"""Moving machines to a department and giving them to a person, with what happens to each."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.departments import DepartmentId, DepartmentSummary
from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.model.naming import natural_key
from infinibay_desktop.model.people import PersonId
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.machines.acts import short
from infinibay_desktop.ui.machines.bulk import LISTED, machine_list
from infinibay_desktop.ui.machines.placing import (
    Placing,
    amount_of,
    preview_assign,
    preview_move,
)
from infinibay_desktop.ui.person_picker import PersonPicker, find_people
from infinibay_desktop.ui.placement_book import PlacementBook
from infinibay_desktop.ui.quota_words import excess_words, left_words
from infinibay_desktop.ui.rights import actor, may_on
from infinibay_desktop.ui.widgets.dialogs import Dialog
from infinibay_desktop.ui.widgets.dots import dot_icon
from infinibay_desktop.ui.widgets.forms import Field, choice, choose
from infinibay_desktop.ui.widgets.layout import clear, column
from infinibay_desktop.ui.widgets.text import wrapped

HostName = Callable[[Machine], str]
Work = Callable[[], Callable[[], object]]


class PlacingDialog(Dialog):
    """What is common: the preview, the button with the number, and the work behind it."""

    # How many machines were placed, and where in words.
    placed = Signal(int, str)

    def __init__(
        self, title: str, desk: Desk, machines: Sequence[Machine], host_name: HostName,
        parent: QWidget | None,
    ) -> None:  # fmt: skip
        super().__init__(title, parent, width=620)
        self._desk, self._machines, self._host_name = desk, machines, host_name
        self._book = PlacementBook(self)
        self._wanted: list[Machine] = []
        self.summary = wrapped()
        self._rows = column()

    def keys(self) -> list[MachineKey]:
        """The machines that something happens to."""
        return [machine.key for machine in self._wanted]

    def may(self, machine: Machine) -> bool:
        """Whether the person may say whose the machine is."""
        return may_on(self._desk, Permission.MACHINE_ASSIGN, machine)

    def build(self, part: QWidget, work: Work, place: Callable[[], str]) -> None:
        """Put the choice above the preview, and the buttons below.

        `work` makes the service's call, and `place` says where the machines go.
        """
        self._work, self._place = work, place
        self.body.addWidget(part)
        self.body.addWidget(self.summary)
        self.body.addLayout(self._rows)
        self.add_cancel()
        self.go = self.add_button("", kind="primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self._on_go_clicked)

    def show_placing(self, placing: Placing, words: str) -> None:
        """Show what will happen; `words` is the button's, with {count} in it."""
        self._wanted = placing.wanted()
        self.summary.setText(placing.summary)
        clear(self._rows)
        rows = [
            (prospect.machine, self._host_name(prospect.machine), said)
            for prospect, said in placing.rows[:LISTED]
        ]
        self._rows.addWidget(machine_list(rows, self.tr("What will happen")))
        left = len(placing.rows) - len(rows)
        if left > 0:
            more = self.tr("… and {count} more").format(count=left)
            self._rows.addWidget(wrapped(more, name="hint"))
        self.go.setText(words.format(count=len(self._wanted)))
        self.go.setAccessibleName(self.go.text())
        self.go.setEnabled(bool(self._wanted))

    def _on_go_clicked(self) -> None:
        self.go.setEnabled(False)
        self._desk.operations.spawn(self, self._carry_out())

    async def _carry_out(self) -> None:
        try:
            await self._desk.operations.run(self._work())
        except InfinibayError as error:
            self.blame(complaint(error))
            self.go.setEnabled(True)
            return
        self.placed.emit(len(self._wanted), self._place())
        self.accept()


class MoveDialog(PlacingDialog):
    """To which department, with what is left of its quota."""

    def __init__(
        self,
        desk: Desk,
        machines: Sequence[Machine],
        host_name: HostName,
        parent: QWidget | None,
    ) -> None:
        super().__init__(_title(_MOVE, machines), desk, machines, host_name, parent)
        self._summaries: dict[DepartmentId, DepartmentSummary] = {}
        self.box = choice()
        self.field = Field(self.tr("Department"), self.box, name="department")
        self.build(self.field, self.work, self.box.currentText)
        self.box.currentIndexChanged.connect(self._show)
        self._book.changed.connect(self._fill)
        self._show()
        self._book.attach(desk)
        desk.operations.spawn(self, self._read())

    def target(self) -> DepartmentId | None:
        """The department that is chosen; None: none."""
        found: DepartmentId | None = self.box.currentData()
        return found

    def work(self) -> Callable[[], object]:
        """The service's call that moves them."""
        target, keys = self.target(), self.keys()
        return lambda: self._desk.core.placements.move(keys, target)

    def _fill(self) -> None:
        """Departments that the person may put machines into; the commonest other one first."""
        who, chosen = actor(self._desk), self.target()
        before = self.box.count()
        self.box.blockSignals(True)
        self.box.clear()
        known = sorted(self._book.departments.items(), key=lambda item: natural_key(item[1][0]))
        for department_id, (name, colour) in known:
            if who.may_in(Permission.MACHINE_ASSIGN, department_id):
                self.box.addItem(dot_icon(colour, self), short(name), department_id)
        if who.may(Permission.MACHINE_ASSIGN):
            self.box.addItem(dot_icon("", self), self.tr("No department"), None)
        there = {machine.department_id for machine in self._machines}
        elsewhere = (n for n in range(self.box.count()) if self.box.itemData(n) not in there)
        self.box.setCurrentIndex(next(elsewhere, 0))
        if before:
            choose(self.box, chosen)
        self.box.blockSignals(False)
        self._show()

    async def _read(self) -> None:
        found = await self._desk.operations.run(self._desk.core.departments.all)
        self._summaries = {one.department.id: one for one in found}
        self._show()

    def _show(self) -> None:
        if not self.box.count():
            self.summary.setText(self.tr("There is no department that you may move machines to."))
            self.go.setText(self.tr("Move"))
            self.go.setEnabled(False)
            return
        self.blame("")
        placing = preview_move(self._machines, self.target(), self._book, self.may)
        self.show_placing(placing, self.tr("Move ({count})"))
        self._show_quota()

    def _show_quota(self) -> None:
        target = self.target()
        found = self._summaries.get(target) if target else None
        if found is None:
            self.field.say("")
            self.field.blame("")
            return
        quota, more = found.department.quota, amount_of(self._wanted)
        self.field.say(left_words(quota, found.used))
        problem = excess_words(short(found.department.name), quota, found.used, more)
        self.field.blame(problem)
        self.go.setEnabled(bool(self._wanted) and not problem)


class AssignDialog(PlacingDialog):
    """To whom, or to nobody."""

    def __init__(
        self,
        desk: Desk,
        machines: Sequence[Machine],
        host_name: HostName,
        parent: QWidget | None,
    ) -> None:
        super().__init__(_title(_ASSIGN, machines), desk, machines, host_name, parent)
        self.picker = PersonPicker(desk, find_people(desk), nobody=self.tr("Nobody"))
        self.build(self.picker, self.work, self.place)
        self.picker.changed.connect(self._show)
        self._book.changed.connect(self._show)
        self._show()
        self._book.attach(desk)
        self.picker.field.setFocus()

    def target(self) -> PersonId | None:
        """The person who is chosen; None: nobody."""
        person = self.picker.person()
        return person.id if person else None

    def work(self) -> Callable[[], object]:
        """The service's call that assigns them."""
        target, keys = self.target(), self.keys()
        return lambda: self._desk.core.placements.assign(keys, target)

    def place(self) -> str:
        """The person's name."""
        person = self.picker.person()
        return short(person.name) if person else self.tr("nobody")

    def _show(self) -> None:
        words = self.tr("Assign ({count})")
        if not self.picker.is_chosen:
            self.summary.setText(self.tr("Choose who gets them."))
            self.go.setText(self.tr("Assign"))
            self.go.setEnabled(False)
            return
        self.blame("")
        if person := self.picker.person():
            self._book.meet(person)
        placing = preview_assign(self._machines, self.target(), self._book, self.may)
        self.show_placing(placing, words)


_MOVE, _ASSIGN = "move", "assign"


def _title(act: str, machines: Sequence[Machine]) -> str:
    translate = QCoreApplication.translate
    if len(machines) == 1:
        one = {
            _MOVE: translate("Placing", "Move '{name}' to a department"),
            _ASSIGN: translate("Placing", "Assign '{name}'"),
        }
        return one[act].format(name=short(machines[0].name))
    many = {
        _MOVE: translate("Placing", "Move {count} machines to a department"),
        _ASSIGN: translate("Placing", "Assign {count} machines"),
    }
    return many[act].format(count=len(machines))
