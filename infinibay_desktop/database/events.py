"""Events as rows, for the other programs on the same database."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import msgspec
from sqlalchemy import delete, func, insert, select, text
from sqlalchemy.orm import Session

from infinibay_desktop.database.record_rows import EventRow
from infinibay_desktop.model.events import (
    ActivityRecorded,
    AgentWanted,
    BlueprintsChanged,
    DepartmentRemoved,
    DepartmentSaved,
    ErrorRecorded,
    Event,
    HostRemoved,
    HostSaved,
    MachinesPlaced,
    PersonDeleted,
    PersonLocked,
    PersonSaved,
    SignInsEnded,
    StepFailed,
    TaskProgressed,
    TimerEnded,
    TimerStarted,
)

logger = logging.getLogger(__name__)

# Facts about what is stored. What a host tells, every program hears from the host itself;
# settings, sign-in and figures belong to one program.
SHARED: tuple[type[Event], ...] = (
    HostSaved,
    HostRemoved,
    TaskProgressed,
    PersonSaved,
    PersonDeleted,
    PersonLocked,
    SignInsEnded,
    DepartmentSaved,
    DepartmentRemoved,
    MachinesPlaced,
    BlueprintsChanged,
    ActivityRecorded,
    ErrorRecorded,
    StepFailed,
    AgentWanted,
    TimerStarted,
    TimerEnded,
)
_KINDS = {kind.__name__: kind for kind in SHARED}
_DECODERS = {name: msgspec.json.Decoder(kind) for name, kind in _KINDS.items()}
_ENCODER = msgspec.json.Encoder()
CHANNEL = "infinibay_events"
MAX_BODY_BYTES = 64 * 1024
_KEYS_A_ROW = 500
_MAX_TEXT = 4000
# Kept whatever their age: a laptop that slept over the weekend catches up with these.
KEPT_ROWS = 1000
KEPT_FOR = timedelta(days=1)
# Any number, the same in every copy of this program: who holds it writes the next sequence.
_ORDER_LOCK = 0x1B4A2
_LOCK_TIMEOUT_MS = 15_000
# A computer that falls asleep between the lock and the commit must not stop the others.
_IDLE_TIMEOUT_MS = 10_000


def encode(event: Event) -> Iterator[tuple[str, bytes]]:
    """The rows of an event that concerns other programs: kind and body; none for the rest."""
    if type(event) not in SHARED:
        return
    for part in _parts(event):
        body = _ENCODER.encode(part)
        if len(body) > MAX_BODY_BYTES:
            logger.warning("a %s is too long to tell others", type(event).__name__)
            return
        yield type(event).__name__, body


def _parts(event: Event) -> Iterator[Event]:
    if not isinstance(event, MachinesPlaced):
        yield event
        return
    for start in range(0, len(event.keys), _KEYS_A_ROW):
        yield MachinesPlaced(keys=event.keys[start : start + _KEYS_A_ROW])


def decode(kind: str, body: bytes) -> Event | None:
    """The event of a row; None where this version does not know such rows. Trusts nothing."""
    decoder = _DECODERS.get(kind)
    if decoder is None:
        return None
    try:
        event = decoder.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    values = [getattr(event, field.name) for field in fields(event)]
    if any(_is_odd(value) for value in values):
        return None
    return replace(event, elsewhere=True) if isinstance(event, TaskProgressed) else event


def _is_odd(value: object) -> bool:
    """What our own programs never write: a time without a zone, a text of many pages."""
    naive = isinstance(value, datetime) and value.tzinfo is None
    return naive or (isinstance(value, str) and len(value) > _MAX_TEXT)


def database_now(session: Session) -> datetime:
    """The time by the database's clock, the same for every program on it."""
    if session.get_bind().dialect.name != "postgresql":
        return datetime.now(UTC)  # the file lies on this computer
    return session.execute(text("SELECT clock_timestamp()")).scalar_one()  # type: ignore[no-any-return]


def hold_order(session: Session) -> datetime:
    """Make this transaction the only one that appends until it ends; the database's time.

    Take it last, shortly before the commit, and after every other lock.
    """
    if session.get_bind().dialect.name != "postgresql":
        return datetime.now(UTC)  # its transactions are one after the other already
    return session.execute(  # type: ignore[no-any-return]
        text(
            "SELECT set_config('lock_timeout', :lock_ms, true),"
            " set_config('idle_in_transaction_session_timeout', :idle_ms, true),"
            " pg_advisory_xact_lock(:number), clock_timestamp()"
        ),
        {
            "lock_ms": str(_LOCK_TIMEOUT_MS),
            "idle_ms": str(_IDLE_TIMEOUT_MS),
            "number": _ORDER_LOCK,
        },
    ).one()[3]


def append(session: Session, events: Sequence[Event], origin: str) -> None:
    """Store what concerns other programs, as the last part of a transaction."""
    rows = [row for event in events for row in encode(event)]
    if not rows:
        return
    at = hold_order(session)
    values = [{"origin": origin, "kind": k, "body": body, "at": at} for k, body in rows]
    statement = insert(EventRow).returning(EventRow.sequence, sort_by_parameter_order=True)
    sequences = session.scalars(statement, values).all()
    first, newest = sequences[0], sequences[-1]
    if (first - 1) // KEPT_ROWS != newest // KEPT_ROWS:
        # Now and then, where no program runs long enough for its timer.
        remove_old(session, KEPT_FOR)
    if session.get_bind().dialect.name == "postgresql":
        session.execute(
            text("SELECT pg_notify(:channel, :number)"),
            {"channel": CHANNEL, "number": str(newest)},
        )


def remove_old(session: Session, keep: timedelta) -> int:
    """Remove what is older, but never the last ones; how many went."""
    newest = session.scalar(select(func.max(EventRow.sequence))) or 0
    before = database_now(session) - keep
    outdated = delete(EventRow).where(EventRow.at < before, EventRow.sequence <= newest - KEPT_ROWS)
    return session.execute(outdated).rowcount  # type: ignore[attr-defined, no-any-return]


class SqlEventRepository:
    """Stored events, beside the feed that reads them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def newest(self) -> int:
        """The sequence of the newest event; 0 where there is none."""
        return self._session.scalar(select(func.max(EventRow.sequence))) or 0

    def remove_old(self) -> int:
        """Remove what everybody has heard by now, but never the last ones; how many went."""
        return remove_old(self._session, KEPT_FOR)
