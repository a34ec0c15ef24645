"""Hand-written fakes of our own ports; plain classes, no mocks."""

from concurrent.futures import Future
from datetime import UTC, datetime, timedelta

from infinibay_desktop.model.errors import SecretStoreError
from infinibay_desktop.model.events import Event


class FakeClock:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self._start = datetime(2026, 1, 1, tzinfo=UTC)
        self._passed_s = 0.0

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._passed_s)

    def monotonic(self) -> float:
        return self._passed_s

    def pass_time(self, seconds: float) -> None:
        self._passed_s += seconds

    def set_back(self, seconds: float) -> None:
        """Somebody sets the time of day; the time that passes is not touched."""
        self._start -= timedelta(seconds=seconds)


class Recorder:
    """A publisher that remembers."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def publish(self, event: Event) -> None:
        self.events.append(event)

    def of(self, kind: type[Event]) -> list[Event]:
        return [event for event in self.events if isinstance(event, kind)]


class InlineTasks:
    """Runs work at once; with `hold`, its future stays open until the test ends it."""

    def __init__(self) -> None:
        self.hold = False
        self.held: list[Future[None]] = []

    def submit(self, work, *, key=None, lane=None) -> "Future[None]":
        future: Future[None] = Future()
        work()
        if self.hold:
            self.held.append(future)
        else:
            future.set_result(None)
        return future


class FakeSecretStore:
    """A keyring in memory; `broken` makes it refuse everything."""

    def __init__(self, *, broken: bool = False) -> None:
        self.secrets: dict[str, str] = {}
        self.broken = broken

    def keep(self, name: str, secret: str) -> None:
        self._check()
        self.secrets[name] = secret

    def find(self, name: str) -> str | None:
        self._check()
        return self.secrets.get(name)

    def forget(self, name: str) -> None:
        self._check()
        self.secrets.pop(name, None)

    def _check(self) -> None:
        if self.broken:
            raise SecretStoreError("no keyring")
