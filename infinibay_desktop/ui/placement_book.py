"""What departments and people are called: screens want names at once, and never ask for them."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from infinibay_desktop.model.departments import DepartmentId
from infinibay_desktop.model.events import (
    ActorChanged,
    DepartmentRemoved,
    DepartmentSaved,
    EventsMissed,
    MachinesPlaced,
    PersonDeleted,
    PersonSaved,
)
from infinibay_desktop.model.people import Person, PersonId
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.ui.rights import actor

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.ui.desk import Desk


class PlacementBook(QObject):
    """Names of the departments and people that the signed-in person may see, and who that is."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Name and colour by department.
        self.departments: Mapping[DepartmentId, tuple[str, str]] = {}
        self.people: Mapping[PersonId, str] = {}
        self.me: PersonId | None = None
        self._desk: Desk | None = None
        self._reading = self._outdated = False

    def attach(self, desk: "Desk") -> None:
        """Read the names, and follow edits."""
        self._desk = desk
        for kind in (
            PersonSaved,
            PersonDeleted,
            DepartmentSaved,
            DepartmentRemoved,
            MachinesPlaced,
            ActorChanged,
            EventsMissed,
        ):
            desk.bridge.on(kind, lambda _event: self.read(), owner=self)
        self.read()

    def read(self) -> None:
        """Read the names now."""
        desk = self._desk
        if desk is None:
            return
        self._outdated = True
        if actor(desk).may_somewhere(Permission.MACHINE_VIEW):
            if not self._reading:  # else what is read now is read once more, for many changes
                desk.operations.spawn(self, self._read(desk))
        elif self.departments or self.people:
            # Nobody is signed in: what somebody else was told is not kept.
            self.departments, self.people, self.me = {}, {}, None
            self.changed.emit()

    def department(self, department_id: DepartmentId | None) -> str:
        """A department's name; empty where there is none, or none that is known."""
        return self._told(department_id)[0]

    def colour(self, department_id: DepartmentId | None) -> str:
        """A department's colour as #rrggbb; empty where it has none."""
        return self._told(department_id)[1]

    def _told(self, department_id: DepartmentId | None) -> tuple[str, str]:
        return self.departments.get(department_id, ("", "")) if department_id else ("", "")

    def person(self, person_id: PersonId | None) -> str:
        """A person's name; empty where there is none, or none that is known."""
        return self.people.get(person_id, "") if person_id else ""

    def meet(self, person: Person) -> None:
        """Know a person's name who owns nothing yet."""
        if person.id not in self.people:
            self.people = {**self.people, person.id: person.name}

    async def _read(self, desk: "Desk") -> None:
        self._reading = True
        try:
            while self._outdated:
                self._outdated = False
                names = await desk.operations.run(desk.core.placements.names)
                self.departments, self.people = names.departments, names.people
        finally:
            self._reading = False
        person = actor(desk).person
        self.me = person.id if person else None
        self.changed.emit()
