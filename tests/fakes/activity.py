"""A record of acts of any length that takes no memory, and errors, for tests of screens."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from uuid import UUID

from infinibay_desktop.model.activity import (
    Act,
    ActivityEntry,
    ActivityPage,
    ActivityQuery,
    ChainPoint,
    ChainReport,
    ErrorEntry,
    ErrorQuery,
    Outcome,
    Severity,
    TargetKind,
)
from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.people import Person, PersonId, Role

BEGAN = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
NAMES = ("Ana Torres", "Boris", "Ünal <b>bold</b>", "مرحبا بالعالم")
ANA = Person(
    id=PersonId(UUID(int=1)),
    email="ana@example.org",
    first_name="Ana",
    role=Role.SUPER_ADMINISTRATOR,
    has_password=True,
)
_ACTS = ("machine.start", "machine.shut-down", "department.edit", "person.sign-in", "host.add")
_KINDS = (
    TargetKind.MACHINE,
    TargetKind.MACHINE,
    TargetKind.DEPARTMENT,
    TargetKind.PERSON,
    TargetKind.HOST,
)


def entry(sequence: int) -> ActivityEntry:
    """Entry number so-and-so; the same number is the same entry."""
    kind = sequence % len(_ACTS)
    outcome = {0: Outcome.REFUSED, 1: Outcome.FAILED}.get(sequence % 11, Outcome.DONE)
    act = Act(
        action=_ACTS[kind],
        target_kind=_KINDS[kind],
        target_id=f"id-{sequence % 100}",
        target_name=f"web-{sequence % 100}",
        actor_id=PersonId(UUID(int=sequence % len(NAMES) + 1)),
        actor_name=NAMES[sequence % len(NAMES)],
        before={"name": "Sales", "quota": "10 machines"} if kind == 2 else {},
        after={"name": "Sales", "quota": f"{sequence % 90} machines"} if kind == 2 else {},
        outcome=outcome,
        error_code="" if outcome is Outcome.DONE else "permission",
        message="" if outcome is Outcome.DONE else "You may not do this.",
        at=BEGAN + timedelta(seconds=sequence),
        duration_ms=sequence * 37 % 5000,
    )
    return ActivityEntry(
        sequence=sequence, act=act, workstation="desk-7", hash_hex=f"{sequence:064x}"
    )


class FakeActivity:
    """Entries `oldest` to `newest`; what was asked for is noted."""

    def __init__(self, newest: int, oldest: int = 1) -> None:
        self.newest, self.oldest = newest, oldest
        self.asked: list[ActivityQuery] = []
        self.refuse: InfinibayError | None = None
        self.fits: Callable[[ActivityEntry], bool] = lambda _entry: True
        self.missing: set[int] = set()
        self.report = ChainReport(checked=newest, begin=ChainPoint(), end=ChainPoint())

    def find(self, query: ActivityQuery) -> ActivityPage:
        self.asked.append(query)
        if self.refuse:
            raise self.refuse
        top = self.newest if query.before_sequence is None else query.before_sequence - 1
        found: list[ActivityEntry] = []
        for sequence in range(min(top, self.newest), self.oldest - 1, -1):
            if sequence not in self.missing and self._fits(one := entry(sequence), query):
                found.append(one)
            if len(found) == query.limit:
                break
        is_full = len(found) == query.limit and found[-1].sequence > self.oldest
        return ActivityPage(
            entries=tuple(found), go_on_before=found[-1].sequence if is_full else None
        )

    def _fits(self, one: ActivityEntry, query: ActivityQuery) -> bool:
        act = one.act
        said = f"{act.action} {act.target_name} {act.actor_name} {act.message}".casefold()
        return (
            self.fits(one)
            and all(word in said for word in query.text.casefold().split())
            and query.outcome in (None, act.outcome)
            and query.action in ("", act.action)
            and query.actor_id in (None, act.actor_id)
        )

    def verify(self) -> ChainReport:
        return self.report

    def export(self, query: ActivityQuery, _fmt: object) -> Iterator[str]:
        yield "sequence,action"
        page = self.find(query)
        for one in page.entries:
            yield f"{one.sequence},{one.act.action}"


def error(number: int, context: Mapping[str, str] | None = None) -> ErrorEntry:
    """Error number so-and-so."""
    return ErrorEntry(
        id=UUID(int=number),
        at=BEGAN + timedelta(minutes=number),
        code=("hypervisor", "storage", "connection")[number % 3],
        severity=tuple(Severity)[number % 4],
        message=f"The host 'lab-{number}' did not answer <i>in time</i>.",
        context=context or {"host": f"lab-{number}", "act": "machine.start"},
        actor_name="Ana",
        workstation="desk-7",
    )


class FakeErrors:
    """Errors 1 to `count`, the newest first."""

    def __init__(self, count: int) -> None:
        self.count = count

    def find(self, query: ErrorQuery) -> list[ErrorEntry]:
        last = self.count if query.after is None else query.after.id.int - 1
        found = []
        for number in range(last, 0, -1):
            one = error(number)
            words = all(word in one.message.casefold() for word in query.text.casefold().split())
            if words and query.severity in (None, one.severity):
                found.append(one)
            if len(found) == query.limit:
                break
        return found


def parts(activity: FakeActivity, errors: FakeErrors, actor: object) -> dict[str, object]:
    """What a core has besides, for these screens."""
    return {
        "activity": activity,
        "errors": errors,
        "current": SimpleNamespace(actor=actor, signed_in=actor),
        "people": SimpleNamespace(search=lambda _text, **_how: []),
        "make_report": lambda: "Infinibay Desktop 1",
    }
