"""What every screen is given: the running program and the ways to tell and to ask."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.services.core import Core
from infinibay_desktop.ui.bridge import EventBridge
from infinibay_desktop.ui.operations import Operations


class Notices(Protocol):
    """Where the person is told what happened. GUI thread only."""

    def show_error(
        self,
        error: InfinibayError,
        *,
        title: str = "",
        retry: Callable[[], object] | None = None,
    ) -> None: ...
    def tell(self, title: str, text: str = "") -> None: ...


class TaskLog(Protocol):
    """Where work shows while it runs and after it ended. GUI thread only."""

    def begin(self, title: str, *, cancel: Callable[[], object] | None = None) -> int: ...
    def advance(self, number: int, step: str, *, percent: int | None = None) -> None: ...
    def end(self, number: int, *, failed: str = "") -> None: ...


class Navigator(Protocol):
    """Ways to other screens."""

    def show_page(self, name: str, *, filter_text: str | None = None) -> None: ...
    def show_machine(self, key: MachineKey) -> None: ...
    def show_console(self, key: MachineKey) -> None: ...
    def console_pane(self, key: MachineKey) -> QWidget: ...
    def show_new_machine(self) -> None: ...
    def show_host(self, host_id: HostId | None) -> None: ...
    def actions(self) -> list[QAction]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The running core, and the window around the screens."""

    core: Core
    bridge: EventBridge
    operations: Operations
    notices: Notices
    log: TaskLog
    go: Navigator
