"""A desk for screens: work is done at once, on this thread, and what was asked for is noted."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field, replace
from types import SimpleNamespace

from PySide6.QtCore import QObject

from infinibay_desktop.database.looking import look_at, name_of
from infinibay_desktop.model.errors import Cancelled, InfinibayError
from infinibay_desktop.model.events import Event, SettingsChanged
from infinibay_desktop.model.hosts import Host, HostId, HostStatus, LinkState
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.placements import PlacementNames
from infinibay_desktop.model.rights import PROGRAM
from infinibay_desktop.model.settings import Settings
from infinibay_desktop.services.databases import DatabaseService
from infinibay_desktop.services.departments import DepartmentService
from infinibay_desktop.services.hosts import HostService
from infinibay_desktop.services.inventory import Inventory
from infinibay_desktop.services.settings import SettingsService
from tests.fakes import FakeClock

KEPT_IN = "/home/me/infinibay.sqlite"


class FakeBridge:
    """Delivers what a test publishes, at once; a publisher too."""

    def __init__(self) -> None:
        self._handlers: list[tuple[type[Event], Callable]] = []

    def on(self, kind, handler, *, owner: QObject) -> None:
        self._handlers.append((kind, handler))

    def publish(self, event: Event) -> None:
        for kind, handler in list(self._handlers):
            if type(event) is kind:
                handler(event)


class FakeOperations:
    """Runs work at once; with `hold`, it waits until `finish`."""

    def __init__(self, notices: "FakeNotices") -> None:
        self._notices = notices
        self.hold = False
        self._held: list[tuple[Coroutine, str]] = []

    def spawn(self, owner, work: Coroutine, *, title: str = "") -> None:
        if self.hold:
            self._held.append((work, title))
        else:
            self._drive(work, title)

    async def run(self, work, *, key=None, lane=None):
        return work()

    def finish(self) -> None:
        held, self._held = self._held, []
        self.hold = False
        for work, title in held:
            self._drive(work, title)

    def _drive(self, work: Coroutine, title: str) -> None:
        try:
            work.send(None)
        except StopIteration:
            return
        except Cancelled:
            return
        except InfinibayError as error:
            self._notices.show_error(error, title=title)
        else:
            raise AssertionError("the coroutine waits for something that no test ends")


@dataclass
class FakeNotices:
    """Notes what a person would be told; `retries` are what the person may press."""

    errors: list[tuple[str, str]] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)
    retries: list[Callable[[], object] | None] = field(default_factory=list)

    def show_error(self, error: InfinibayError, *, title: str = "", retry=None) -> None:
        self.errors.append((title, error.message))
        self.retries.append(retry)

    def tell(self, title: str, text: str = "") -> None:
        self.told.append((title, text))


@dataclass
class LogEntry:
    """One piece of work in the log."""

    title: str
    cancel: Callable[[], object] | None = None
    steps: list[str] = field(default_factory=list)
    percent: int | None = None
    ended: bool = False
    failed: str = ""


@dataclass
class FakeLog:
    """A task log that remembers."""

    entries: list[LogEntry] = field(default_factory=list)

    def begin(self, title: str, *, cancel=None) -> int:
        self.entries.append(LogEntry(title, cancel))
        return len(self.entries)

    def advance(self, number: int, step: str, *, percent: int | None = None) -> None:
        self.entries[number - 1].steps.append(step)
        self.entries[number - 1].percent = percent

    def end(self, number: int, *, failed: str = "") -> None:
        self.entries[number - 1].ended = True
        self.entries[number - 1].failed = failed


@dataclass
class FakeNavigator:
    """Notes where a screen wants to lead."""

    went: list[tuple] = field(default_factory=list)

    def show_page(self, name: str, *, filter_text: str | None = None) -> None:
        self.went.append(("page", name, filter_text))

    def show_machine(self, key: MachineKey) -> None:
        self.went.append(("machine", key))

    def show_console(self, key: MachineKey) -> None:
        self.went.append(("console", key))

    def show_new_machine(self) -> None:
        self.went.append(("new machine",))

    def show_host(self, host_id: HostId | None) -> None:
        self.went.append(("host", host_id))

    def actions(self) -> list:
        return []


class FakeHostStatuses:
    """Connections as a test says they stand; `links` by host."""

    def __init__(self, clock: FakeClock, publisher) -> None:
        self.links: dict[HostId, object] = {}
        self.statuses: dict[HostId, HostStatus] = {}
        self.failures: dict[str, InfinibayError] = {}
        self._clock, self._publisher = clock, publisher

    def set(self, host_id: HostId, state: LinkState, **facts: object) -> HostStatus:
        status = HostStatus(host_id=host_id, state=state, since=self._clock.now(), **facts)
        self.statuses[host_id] = status
        return status

    def status(self, host_id: HostId) -> HostStatus:
        known = self.statuses.get(host_id)
        return known or self.set(host_id, LinkState.DISCONNECTED)

    def link(self, host_id: HostId):
        return self.links[host_id]

    def connect(self, host: Host) -> None:
        if host.uri in self.failures:
            raise self.failures[host.uri]
        self.set(host.id, LinkState.CONNECTED)

    def advise(self, error: InfinibayError) -> InfinibayError:
        return error


class FakeSettingsStore:
    """Settings in memory."""

    def __init__(self) -> None:
        self.settings = Settings()
        self.refuse: InfinibayError | None = None

    def save(self, changes) -> Settings:
        if self.refuse:
            raise self.refuse
        values = {
            name: getattr(Settings(), name) if value is None else value
            for name, value in changes.items()
        }
        self.settings = replace(self.settings, **values)
        return self.settings


class FakeStatistics:
    """Notes which hosts are watched."""

    def __init__(self) -> None:
        self.watched: list[HostId] = []

    def watch_host(self, host_id: HostId):
        self.watched.append(host_id)
        return lambda: self.watched.remove(host_id)


def make_desk(units, **parts: object) -> SimpleNamespace:
    """A desk on real hosts, inventory and settings, and fakes of the rest."""
    bridge, notices, clock = FakeBridge(), FakeNotices(), FakeClock()
    store = FakeSettingsStore()
    units.publish_to(bridge.publish)
    # Whoever tests rights puts a person in their place.
    rights = {
        "current": SimpleNamespace(signed_in=PROGRAM),
        "placements": SimpleNamespace(names=PlacementNames),
        "agents": SimpleNamespace(statuses=dict),
    }
    inventory, settings = Inventory(bridge), SettingsService(store, bridge, Settings())
    own = {
        "departments": DepartmentService(units, clock, inventory),
        "databases": DatabaseService(
            KEPT_IN,
            chosen=lambda: settings.settings.database or KEPT_IN,
            name_of=name_of,
            look_at=look_at,
        ),
    }
    core = SimpleNamespace(
        inventory=inventory,
        hosts=HostService(units),
        connections=FakeHostStatuses(clock, bridge),
        settings=settings,
        statistics=FakeStatistics(),
        journal=SimpleNamespace(recent=lambda _limit: []),
        storage=SimpleNamespace(pools=lambda _host_id: []),
        **{**rights, **own, **parts},
    )
    return SimpleNamespace(
        core=core,
        bridge=bridge,
        operations=FakeOperations(notices),
        notices=notices,
        log=FakeLog(),
        go=FakeNavigator(),
        store=store,
        clock=clock,
        tell_settings=lambda settings, *names: bridge.publish(
            SettingsChanged(settings=settings, names=names)
        ),
    )
