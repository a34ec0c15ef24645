"""Guests' channels, sessions and leases in memory."""

from collections.abc import Collection, Iterable
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from infinibay_desktop.model.errors import ConflictError, DatabaseError, GuestUnavailableError
from infinibay_desktop.model.guests import AgentState, AgentStatus, GuestAnswer
from infinibay_desktop.model.machines import MachineId, MachineKey

NOW = datetime(2026, 1, 1, tzinfo=UTC)


class FakeChannel:
    """A channel; `incoming` is what its guest wrote, `written` what it was told."""

    def __init__(self, machine_id: MachineId) -> None:
        self.machine_id = machine_id
        self.incoming: list[bytes] = []
        self.written = b""
        self.closed = False

    def read(self, limit: int) -> bytes | None:
        return self.incoming.pop(0) if self.incoming else None

    def write(self, data: bytes) -> int:
        self.written += data
        return len(data)

    def arm(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True


class FakeChannels:
    """Channels of one host's guests: `missing` have none, `taken` are another program's."""

    def __init__(self) -> None:
        self.possible = True
        self.missing: set[MachineId] = set()
        self.taken: set[MachineId] = set()
        self.error: Exception | None = None
        self.opened: list[FakeChannel] = []
        self.added: list[MachineId] = []

    def open(self, machine_id: MachineId, wake, *, force: bool = False) -> FakeChannel:
        if self.error:
            raise self.error
        if machine_id in self.missing:
            raise GuestUnavailableError("no channel", reason="no-channel")
        if machine_id in self.taken and not force:
            raise ConflictError("taken")
        self.opened.append(FakeChannel(machine_id))
        return self.opened[-1]

    def add_channel(self, machine_id: MachineId) -> bool:
        self.missing.discard(machine_id)
        self.added.append(machine_id)
        return True


class FakeHub:
    """Sessions: `greet` makes a guest talk, `end` ends its channel as the guest would."""

    def __init__(self) -> None:
        self.attached: dict[MachineKey, tuple[FakeChannel, object]] = {}
        self.greeted: set[MachineKey] = set()
        self.asked: list[tuple[MachineKey, object, Future[GuestAnswer]]] = []
        self.cancelled: list[Future[GuestAnswer]] = []

    def attach(self, key, channel, *, on_end) -> None:
        self.attached[key] = (channel, on_end)

    def detach(self, key) -> None:
        self.attached.pop(key, None)

    def wake(self, key) -> None:
        pass

    def status(self, key) -> AgentStatus | None:
        if key not in self.attached:
            return None
        state = AgentState.TALKING if key in self.greeted else AgentState.WAITING
        return AgentStatus(key=key, state=state, since=NOW)

    def request(self, key, request, progress=None) -> "Future[GuestAnswer]":
        future: Future[GuestAnswer] = Future()
        self.asked.append((key, request, future))
        return future

    def upgrade(self, key, version, payload, progress=None) -> "Future[GuestAnswer]":
        return self.request(key, (version, payload), progress)

    def cancel(self, key, future) -> None:
        self.cancelled.append(future)

    def is_asked(self, key) -> bool:
        return any(of == key and not future.done() for of, _, future in self.asked)

    def end(self, key, reason: str = "the machine ended it") -> None:
        _, on_end = self.attached.pop(key)
        on_end(key, reason)


class FakeLeaseTable:
    """The database's leases; a unit of work that has nothing else. `broken` refuses all."""

    def __init__(self) -> None:
        self.owners: dict[str, str] = {}
        self.broken = False
        self.told: list[object] = []
        self.leases = self

    @contextmanager
    def __call__(self):
        if self.broken:
            raise DatabaseError("away")
        yield self

    def claim(self, names: Collection[str], owner: str, hold: timedelta) -> set[str]:
        taken = {name for name in names if self.owners.get(name, owner) == owner}
        self.owners |= dict.fromkeys(taken, owner)
        return taken

    def renew(self, owner: str, hold: timedelta) -> set[str]:
        return {name for name, by in self.owners.items() if by == owner}

    def release(self, names: Iterable[str], owner: str) -> None:
        for name in names:
            if self.owners.get(name) == owner:
                del self.owners[name]

    def holders(self, names: Collection[str]) -> dict[str, str]:
        return {name: self.owners[name] for name in names if name in self.owners}

    def tell(self, *events: object) -> None:
        self.told += events

    def commit(self) -> None:
        pass
