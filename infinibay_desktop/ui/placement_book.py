"""What departments and people are called: screens want names at once, and never ask for them."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from infinibay_desktop.model.departments import DepartmentId
from infinibay_desktop.model.events import (
    ActorChanged,
    DepartmentRemoved,
    DepartmentSaved,
    MachinesPlaced,
    PersonDeleted,
    PersonSaved,
)
from infinibay_desktop.model.people import PersonId

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.ui.desk import Desk

# Many changes in a row are read once.
SETTLE_MS = 50


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
        self._due = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._due.timeout.connect(self.read)

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
        ):
            desk.bridge.on(kind, lambda _event: self._due.start(), owner=self)
        self.read()

    def read(self) -> None:
        """Read the names now."""
        if self._desk:
            self._desk.operations.spawn(self, self._read(self._desk))

    def department(self, department_id: DepartmentId | None) -> str:
        """A department's name; empty where there is none, or none that is known."""
        return self.departments[department_id][0] if department_id in self.departments else ""

    def colour(self, department_id: DepartmentId | None) -> str:
        """A department's colour as #rrggbb; empty where it has none."""
        return self.departments[department_id][1] if department_id in self.departments else ""

    def person(self, person_id: PersonId | None) -> str:
        """A person's name; empty where there is none, or none that is known."""
        return self.people.get(person_id, "") if person_id else ""

    async def _read(self, desk: "Desk") -> None:
        names = await desk.operations.run(desk.core.placements.names, key="placement-names")
        self.departments, self.people = names.departments, names.people
        person = desk.core.current.signed_in.person
        self.me = person.id if person else None
        self.changed.emit()
