"""Whose machines are: what moving and assigning will do to each of many. Makes no widgets."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.model.departments import Amount, DepartmentId
from infinibay_desktop.model.machines import Machine
from infinibay_desktop.model.people import PersonId
from infinibay_desktop.ui.machines.acts import Fate, Prospect, in_order, not_allowed, short
from infinibay_desktop.ui.placement_book import PlacementBook

translate = QCoreApplication.translate
May = Callable[[Machine], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """A preview: what happens to each machine, in one line and one by one."""

    summary: str
    rows: Sequence[tuple[Prospect, str]]

    def wanted(self) -> list[Machine]:
        """The machines that something will happen to."""
        return [prospect.machine for prospect, _words in self.rows if prospect.fate is Fate.WILL]


def preview_move(
    machines: Sequence[Machine], target: DepartmentId | None, book: PlacementBook, may: May
) -> Placing:
    """What moving to a department, or out of all, does."""
    rows = [
        (one, _moved(one, target, book))
        for one in _prospects(machines, lambda machine: machine.department_id == target, may)
    ]
    will, there = (
        translate("Placing", "{count} will move"),
        translate("Placing", "{count} there already"),
    )
    return Placing(summary=_summary(rows, will, there), rows=rows)


def preview_assign(
    machines: Sequence[Machine], target: PersonId | None, book: PlacementBook, may: May
) -> Placing:
    """What giving machines to a person, or to nobody, does."""
    rows = [
        (one, _assigned(one, target, book))
        for one in _prospects(machines, lambda machine: machine.owner_id == target, may)
    ]
    will = translate("Placing", "{count} get another owner")
    there = translate("Placing", "{count} stay as they are")
    return Placing(summary=_summary(rows, will, there), rows=rows)


def amount_of(machines: Sequence[Machine]) -> Amount:
    """What machines take of a quota, as far as the list knows: disks are in no list."""
    return Amount(
        machines=len(machines),
        vcpus=sum(machine.vcpus for machine in machines),
        memory_bytes=sum(machine.memory_bytes for machine in machines),
    )


def department_words(department_id: DepartmentId | None, book: PlacementBook) -> str:
    """A department's name in a sentence."""
    if department_id is None:
        return translate("Placing", "no department")
    return short(book.department(department_id)) or translate("Placing", "another department")


def person_words(person_id: PersonId | None, book: PlacementBook) -> str:
    """A person's name in a sentence."""
    if person_id is None:
        return translate("Placing", "nobody")
    return short(book.person(person_id)) or translate("Placing", "somebody else")


def _prospects(
    machines: Sequence[Machine], is_there: Callable[[Machine], bool], may: May
) -> list[Prospect]:
    def fate(machine: Machine) -> Fate:
        if not may(machine):
            return Fate.MAY_NOT
        return Fate.ALREADY if is_there(machine) else Fate.WILL

    return in_order(Prospect(machine=machine, fate=fate(machine)) for machine in machines)


def _moved(prospect: Prospect, target: DepartmentId | None, book: PlacementBook) -> str:
    now = department_words(prospect.machine.department_id, book)
    if prospect.fate is Fate.MAY_NOT:
        return translate("Placing", "You may not move it out of {place}").format(place=now)
    if prospect.fate is Fate.ALREADY:
        return translate("Placing", "Already in {place}").format(place=now)
    text = translate("Placing", "From {before} to {after}")
    return text.format(before=now, after=department_words(target, book))


def _assigned(prospect: Prospect, target: PersonId | None, book: PlacementBook) -> str:
    now = person_words(prospect.machine.owner_id, book)
    if prospect.fate is Fate.MAY_NOT:
        return translate("Placing", "You may not assign it: it belongs to {owner}").format(
            owner=now
        )
    if prospect.fate is Fate.ALREADY:
        return translate("Placing", "Belongs to {owner} already").format(owner=now)
    text = translate("Placing", "From {before} to {after}")
    return text.format(before=now, after=person_words(target, book))


def _summary(rows: Sequence[tuple[Prospect, str]], will: str, there: str) -> str:
    counts = Counter(prospect.fate for prospect, _words in rows)
    parts = [
        text.format(count=counts[fate])
        for fate, text in ((Fate.WILL, will), (Fate.ALREADY, there))
        if counts[fate]
    ]
    return ", ".join(parts + not_allowed(counts))
