"""The departments beneath the machines in the navigation, with how many machines are in each."""

from collections import Counter

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from infinibay_desktop.model.departments import DepartmentId
from infinibay_desktop.model.events import (
    ActorChanged,
    EventsMissed,
    MachineAdded,
    MachineChanged,
    MachineRemoved,
    MachinesPlaced,
)
from infinibay_desktop.model.naming import natural_key
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.filter_words import named
from infinibay_desktop.ui.placement_book import PlacementBook
from infinibay_desktop.ui.shell.navigation_links import Link, NavigationLinks
from infinibay_desktop.ui.shell.window import MainWindow

# Thousands of machines may change at once; they are counted once.
COUNT_MS = 400
_MACHINES, _DEPARTMENTS = "machines", "departments"
_NONE = "dept:none"


class DepartmentLinks(QObject):
    """Each leads to the list of machines with the department as its filter."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._places: dict[object, DepartmentId | None] = {}
        self.links = NavigationLinks(window.navigation)
        window.navigation.put_below(_MACHINES, self.links)
        self.links.chosen.connect(self._on_links_chosen)
        self.links.reworded.connect(self._count)
        window.page_shown.connect(self._mark)
        window.bar.filtered.connect(self._mark)
        self._due = QTimer(self, singleShot=True, interval=COUNT_MS)
        self._due.timeout.connect(self._count)
        self._book = PlacementBook(self)
        self._book.changed.connect(self._count)
        self._book.attach(desk)
        for kind in (MachineAdded, MachineRemoved, MachinesPlaced, ActorChanged, EventsMissed):
            desk.bridge.on(kind, lambda _event: self._count_soon(), owner=self)
        desk.bridge.on(MachineChanged, self._on_machine_changed, owner=self)

    def retint(self) -> None:
        """The theme changed."""
        self.links.retint()

    def _on_machine_changed(self, event: MachineChanged) -> None:
        # States change all the time, places seldom.
        machine = event.machine
        if self._places.get(machine.key, machine.department_id) != machine.department_id:
            self._count_soon()

    def _count_soon(self) -> None:
        if not self._due.isActive():
            self._due.start()

    def _count(self) -> None:
        machines = self._desk.core.inventory.snapshot()
        self._places = {machine.key: machine.department_id for machine in machines}
        counts = Counter(self._places.values())
        known = self._book.departments
        ordered = sorted(known, key=lambda one: natural_key(known[one][0]))
        links = [
            Link(named("dept", known[one][0]), known[one][0], known[one][1], str(counts[one]))
            for one in ordered
        ]
        if links and counts[None]:
            words = QCoreApplication.translate("DepartmentLinks", "No department")
            links.append(Link(_NONE, words, "", str(counts[None])))
        self.links.show_links(links)

    def _on_links_chosen(self, target: str) -> None:
        if target:
            self._desk.go.show_page(_MACHINES, filter_text=target)
        else:
            self._desk.go.show_page(_DEPARTMENTS)

    def _mark(self, _what: str) -> None:
        page = self._window.page
        shown = page is not None and page.name == _MACHINES
        self.links.mark(self._window.bar.field.text().strip() if shown else "")
