"""A desk for screens in tests: a real core, with the window's parts written by hand."""

from dataclasses import dataclass, field


@dataclass
class FakeNotices:
    """Remembers what was told; `retries` are what the person may press."""

    errors: list = field(default_factory=list)
    told: list = field(default_factory=list)
    retries: list = field(default_factory=list)

    def show_error(self, error, *, title="", retry=None) -> None:
        self.errors.append((title, error.message))
        self.retries.append(retry)

    def tell(self, title, text="") -> None:
        self.told.append((title, text))


@dataclass
class LogEntry:
    """One piece of work in the log."""

    title: str
    cancel: object = None
    steps: list = field(default_factory=list)
    percent: int | None = None
    ended: bool = False
    failed: str = ""


@dataclass
class FakeLog:
    """A task log that remembers."""

    entries: list = field(default_factory=list)

    def begin(self, title, *, cancel=None) -> int:
        self.entries.append(LogEntry(title, cancel))
        return len(self.entries)

    def advance(self, number, step, *, percent=None) -> None:
        self.entries[number - 1].steps.append(step)
        self.entries[number - 1].percent = percent

    def end(self, number, *, failed="") -> None:
        self.entries[number - 1].ended = True
        self.entries[number - 1].failed = failed


@dataclass
class FakeGo:
    """Ways that lead nowhere, remembered."""

    went: list = field(default_factory=list)

    def show_page(self, name) -> None:
        self.went.append(("page", name))

    def show_machine(self, key) -> None:
        self.went.append(("machine", key))

    def show_console(self, key) -> None:
        self.went.append(("console", key))

    def show_new_machine(self) -> None:
        self.went.append(("new machine", None))

    def show_host(self, host_id) -> None:
        self.went.append(("host", host_id))

    def actions(self) -> list:
        return []
