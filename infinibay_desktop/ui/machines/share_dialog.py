"""Who else may do something with one machine, beside its owner and its department."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.machines import Machine
from infinibay_desktop.model.people import Person, PersonId
from infinibay_desktop.model.rights import Grant, Permission
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.machines.acts import short
from infinibay_desktop.ui.one_line import one_line
from infinibay_desktop.ui.person_picker import PersonPicker, find_people
from infinibay_desktop.ui.placement_book import PlacementBook
from infinibay_desktop.ui.widgets.buttons import button, icon_button
from infinibay_desktop.ui.widgets.dialogs import Dialog
from infinibay_desktop.ui.widgets.forms import tick
from infinibay_desktop.ui.widgets.layout import Card, clear, row
from infinibay_desktop.ui.widgets.text import ElidedLabel, plain, wrapped

OFFERED = (
    Permission.MACHINE_CONSOLE,
    Permission.MACHINE_POWER,
    Permission.MACHINE_SNAPSHOT,
    Permission.MACHINE_EDIT,
)
Given = dict[PersonId, set[Permission]]


def permission_words(permission: Permission) -> str:
    """What a permission that can be granted allows, in a word or two."""
    translate = QCoreApplication.translate
    words = {
        Permission.MACHINE_CONSOLE: translate("Share", "Console"),
        Permission.MACHINE_POWER: translate("Share", "Power"),
        Permission.MACHINE_SNAPSHOT: translate("Share", "Snapshots"),
        Permission.MACHINE_EDIT: translate("Share", "Hardware"),
    }
    return words[permission]


def changes(machine: Machine, before: Given, after: Given) -> tuple[list[Grant], list[Grant]]:
    """The grants to make and those to take back."""

    def grants(of: Given, beside: Given) -> list[Grant]:
        return [
            Grant(key=machine.key, person_id=person_id, permission=permission)
            for person_id, held in of.items()
            for permission in OFFERED
            if permission in held - beside.get(person_id, set())
        ]

    return grants(after, before), grants(before, after)


class ShareDialog(Dialog):
    """People with a tick for each thing that they may do; stored together."""

    def __init__(self, desk: Desk, machine: Machine, parent: QWidget | None) -> None:
        text = QCoreApplication.translate("Share", "Share '{name}'")
        super().__init__(text.format(name=short(machine.name)), parent, width=620)
        self._desk, self._machine = desk, machine
        self._book = PlacementBook(self)
        self._before: Given = {}
        self.given: Given = {}
        self._is_read = False
        self._build_ui()
        self._book.changed.connect(self._show)
        self._book.attach(desk)
        desk.operations.spawn(self, self._read())

    def _build_ui(self) -> None:
        hint = self.tr(
            "Its owner and the administrators may do all of this anyhow. Whoever is here sees the "
            "machine too."
        )
        self.body.addWidget(wrapped(hint, name="hint"))
        self._card = Card(self.tr("Shared with"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setColumnStretch(0, 1)
        self._nobody = wrapped(self.tr("Nobody yet."), name="muted")
        self._card.body.addWidget(self._nobody)
        self._card.body.addLayout(self._grid)
        self.body.addWidget(self._card)
        adding = Card(self.tr("Add a person"))
        find = find_people(self._desk)
        self.picker = PersonPicker(self._desk, find, leave_out=self._has_already)
        self.add = button(self.tr("Add"), self._on_add_clicked, symbol="user-plus")
        self.picker.changed.connect(self._show_add)
        adding.body.addWidget(self.picker)
        adding.body.addLayout(row(self.add, 1))
        self.body.addWidget(adding)
        self.add_cancel()
        self.save = self.add_button(self.tr("Save"), kind="primary")
        self.save.setDefault(True)
        self.save.setEnabled(False)
        self.save.clicked.connect(self._on_save_clicked)
        self._show_add()

    def _has_already(self, person: Person) -> bool:
        return person.id in self.given or person.id == self._machine.owner_id

    async def _read(self) -> None:
        key = self._machine.key
        found = await self._desk.operations.run(lambda: self._desk.core.placements.grants(key))
        self._before = {}
        for grant in found:
            self._before.setdefault(grant.person_id, set()).add(grant.permission)
        self.given = {person: set(held) for person, held in self._before.items()}
        self._is_read = True
        self._show()
        self._show_add()
        self.picker.search()

    def _show(self) -> None:
        clear(self._grid)
        self._nobody.setVisible(not self.given)
        if self.given:
            for place, permission in enumerate(OFFERED, start=1):
                self._grid.addWidget(plain(permission_words(permission), name="muted"), 0, place)
        ordered = sorted(self.given, key=lambda one: self._name(one).casefold())
        for line, person_id in enumerate(ordered, start=1):
            self._add_line(line, person_id)
        self._show_save()

    def _add_line(self, line: int, person_id: PersonId) -> None:
        name = self._name(person_id)
        self._grid.addWidget(ElidedLabel(name), line, 0)
        for place, permission in enumerate(OFFERED, start=1):
            box = self._tick(person_id, permission, name)
            self._grid.addWidget(box, line, place, Qt.AlignmentFlag.AlignHCenter)
        away = icon_button("x", self.tr("Remove {name}").format(name=one_line(name, 60)))
        away.clicked.connect(lambda: self._remove(person_id))
        self._grid.addWidget(away, line, len(OFFERED) + 1)

    def _tick(self, person_id: PersonId, permission: Permission, name: str) -> QCheckBox:
        made = tick("", on=permission in self.given[person_id])
        said = self.tr("{permission} for {name}")
        made.setAccessibleName(
            said.format(permission=permission_words(permission), name=one_line(name, 60))
        )

        def follow(on: bool) -> None:  # noqa: FBT001 - Qt's signal
            held = self.given[person_id]
            (held.add if on else held.discard)(permission)
            self._show_save()

        made.toggled.connect(follow)
        return made

    def _name(self, person_id: PersonId) -> str:
        return self._book.person(person_id) or self.tr("Somebody who was deleted")

    def _show_add(self) -> None:
        # Not before it is known who has something already: that would take the new one away.
        self.add.setEnabled(self._is_read and self.picker.person() is not None)

    def _on_add_clicked(self) -> None:
        if person := self.picker.person():
            self._book.meet(person)
            # What most people are given a machine for.
            self.given[person.id] = {Permission.MACHINE_CONSOLE}
            self._show()
            self.picker.search()

    def _remove(self, person_id: PersonId) -> None:
        self.given.pop(person_id, None)
        self._show()
        self.picker.search()

    def _show_save(self) -> None:
        self.blame("")
        made, taken = changes(self._machine, self._before, self.given)
        self.save.setEnabled(bool(made or taken))

    def _on_save_clicked(self) -> None:
        self.save.setEnabled(False)
        self._desk.operations.spawn(self, self._store())

    async def _store(self) -> None:
        made, taken = changes(self._machine, self._before, self.given)
        try:
            await self._desk.operations.run(lambda: self._change(made, taken))
        except InfinibayError as error:
            self.blame(complaint(error))
            self.save.setEnabled(True)
            return
        self.accept()

    def _change(self, made: Iterable[Grant], taken: Iterable[Grant]) -> None:
        """On a worker."""
        placements = self._desk.core.placements
        for one in taken:
            placements.revoke(one.key, one.person_id, one.permission)
        for one in made:
            placements.grant(one.key, one.person_id, one.permission)
