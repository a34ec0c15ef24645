"""One department: what it is, what it may have and has, its people and its machines."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from infinibay_desktop.model.departments import Amount, DepartmentSummary, Quota
from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.model.naming import natural_key
from infinibay_desktop.ui.departments.acts import DepartmentActs
from infinibay_desktop.ui.departments.members import MembersCard
from infinibay_desktop.ui.departments.words import counts_words
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.one_line import one_line
from infinibay_desktop.ui.placement_book import PlacementBook
from infinibay_desktop.ui.quota_words import PARTS, amount_text, part_name
from infinibay_desktop.ui.state_words import machine_look
from infinibay_desktop.ui.widgets.buttons import act_button
from infinibay_desktop.ui.widgets.dots import dot
from infinibay_desktop.ui.widgets.figures import Meter
from infinibay_desktop.ui.widgets.flow import FlowGrid
from infinibay_desktop.ui.widgets.icons import icon
from infinibay_desktop.ui.widgets.layout import Card, ScrollPage, column, fill, row
from infinibay_desktop.ui.widgets.text import ElidedLabel, escaped, plain, wrapped

LISTED = 200
ROWS_SEEN = 10
_KEY = Qt.ItemDataRole.UserRole
_DOT = 14


class DepartmentDetails(ScrollPage):
    """Shows the selected department."""

    def __init__(self, acts: DepartmentActs, book: PlacementBook) -> None:
        super().__init__()
        self._desk: Desk | None = None
        self._summary: DepartmentSummary | None = None
        self._make_head(acts)
        self.use = UseCard()
        self.members = MembersCard()
        self.machines = MachinesCard(book, self._show_machine)
        for card in (self.use, self.members, self.machines):
            self.body.addWidget(card)
        self.body.addStretch(1)

    def attach(self, desk: Desk) -> None:
        """The core runs."""
        self._desk = desk
        self.members.attach(desk)

    def show_summary(self, summary: DepartmentSummary) -> None:
        """Show a department, or the same one as it is now."""
        other = self._summary is None or self._summary.department.id != summary.department.id
        self._summary = summary
        department = summary.department
        self._dot.setPixmap(dot(department.colour, self.devicePixelRatioF(), size=_DOT))
        self.name.show_text(department.name)
        self._counts.setText(counts_words(summary))
        self._description.setText(department.description)
        self._description.setVisible(bool(department.description))
        self._show_defaults(summary)
        self.use.show_use(summary.used, department.quota)
        self.members.show_department(department)
        self.recount()
        if other:
            self.verticalScrollBar().setValue(0)

    def recount(self) -> None:
        """Its machines may be others now, or in other states."""
        if self._desk and self._summary:
            wanted = self._summary.department.id
            found = self._desk.core.inventory.snapshot()
            self.machines.show_machines([one for one in found if one.department_id == wanted])

    def _make_head(self, acts: DepartmentActs) -> None:
        self._dot = QLabel()
        self.name = ElidedLabel(name="title")
        self._counts = plain(name="muted")
        self._description = wrapped()
        self._defaults = wrapped(name="muted")
        title = row(self._dot, self.name, gap=10)
        title.setStretch(1, 1)
        buttons = QWidget()
        grid = FlowGrid(buttons, cell_width=148, widest=200, gap=8)
        for act in acts.on_one():
            grid.addWidget(act_button(act))
        self.body.addLayout(
            column(title, self._counts, self._description, self._defaults, buttons, gap=6)
        )

    def _show_defaults(self, summary: DepartmentSummary) -> None:
        department = summary.department
        parts = []
        if department.default_blueprint:
            text = self.tr("blueprint {name}")
            parts.append(text.format(name=one_line(department.default_blueprint, 60)))
        if department.default_network:
            text = self.tr("network {name}")
            parts.append(text.format(name=one_line(department.default_network, 60)))
        words = self.tr("New machines get: {what}.").format(what=", ".join(parts))
        self._defaults.setText(words if parts else "")
        self._defaults.setVisible(bool(parts))

    def _show_machine(self, key: MachineKey) -> None:
        if self._desk:
            self._desk.go.show_machine(key)


class UseCard(Card):
    """What the machines have together, against the quota."""

    def __init__(self) -> None:
        super().__init__(self.tr("Use and quota"))
        holder = QWidget()
        grid = FlowGrid(holder, cell_width=160, widest=420, gap=14)
        self.lines = {part: _UseLine(part_name(part)) for part in PARTS}
        for line in self.lines.values():
            grid.addWidget(line)
        self.body.addWidget(holder)

    def show_use(self, used: Amount, quota: Quota) -> None:
        """Show each part."""
        for part, line in self.lines.items():
            line.show_amounts(part, getattr(used, part), getattr(quota, part))


class _UseLine(QWidget):
    """One part of a quota: a meter where it has a bound, words where it has none."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._meter = Meter(label)
        self._open = QWidget()
        self._words = plain()
        fill(line := QHBoxLayout(self._open), plain(label, name="muted"), 1, self._words)
        line.setContentsMargins(0, 0, 0, 0)
        fill(QVBoxLayout(self), self._meter, self._open, gap=0)

    def show_amounts(self, part: str, used: int, most: int | None) -> None:
        self._meter.setVisible(most is not None)
        self._open.setVisible(most is None)
        if most is None:
            text = self.tr("{used} · no limit")
            self._words.setText(text.format(used=amount_text(part, used)))
            return
        text = self.tr("{used} of {most}")
        words = text.format(used=amount_text(part, used), most=amount_text(part, most))
        self._meter.show_share(used / most if most else float(used > 0), words)


class MachinesCard(Card):
    """The machines of a department; a double click leads to one."""

    def __init__(self, book: PlacementBook, show: Callable[[MachineKey], object]) -> None:
        super().__init__(self.tr("Machines"))
        self._book, self._go_to = book, show
        self._shown: list[Machine] = []
        self._none = wrapped(
            self.tr("It has no machines. Move some to it in the list of machines."), name="muted"
        )
        self._states = wrapped(name="muted")
        self._more = wrapped(name="hint")
        self.list = self._make_list()
        for part in (self._none, self._states, self.list, self._more):
            self.body.addWidget(part)

    def show_machines(self, machines: Sequence[Machine]) -> None:
        """Show these."""
        ordered = sorted(machines, key=lambda one: natural_key(one.name))
        if ordered == self._shown and self.list.topLevelItemCount():
            return
        self._shown = ordered
        self._none.setVisible(not ordered)
        self._states.setVisible(bool(ordered))
        self._states.setText(_states_words(ordered))
        self.list.clear()
        self.list.addTopLevelItems([self._item(one) for one in ordered[:LISTED]])
        self.list.setVisible(bool(ordered))
        line = self.list.sizeHintForRow(0) if ordered else 0
        rows = min(len(ordered), ROWS_SEEN)
        self.list.setFixedHeight(self.list.header().sizeHint().height() + rows * line + 8)
        more = len(ordered) - LISTED
        self._more.setVisible(more > 0)
        self._more.setText(self.tr("… and {count} more").format(count=more))

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setAccessibleName(self.tr("Machines of the department"))
        made.setHeaderLabels([self.tr("Name"), self.tr("State"), self.tr("Owner")])
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        made.itemActivated.connect(self._on_list_item_activated)
        made.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        return made

    def _item(self, machine: Machine) -> QTreeWidgetItem:
        look = machine_look(machine.state, stale=machine.stale_since is not None)
        owner = one_line(self._book.person(machine.owner_id))
        texts = [one_line(machine.name), look.word, owner]
        item = QTreeWidgetItem(texts)
        item.setIcon(1, icon(look.symbol, look.tone, 14))
        for number, text in enumerate(texts):
            item.setToolTip(number, escaped(text))
        return item

    def _on_list_item_activated(self, item: QTreeWidgetItem) -> None:
        place = self.list.indexOfTopLevelItem(item)
        if 0 <= place < len(self._shown):
            self._go_to(self._shown[place].key)


def _states_words(machines: Sequence[Machine]) -> str:
    counts = Counter(machine.state for machine in machines)
    return ", ".join(
        f"{count} {machine_look(state, stale=False).word.lower()}"
        for state, count in counts.most_common()
    )
