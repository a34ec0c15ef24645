"""One try at opening a screen: asked for by the window, made on a worker."""

import threading
from collections.abc import Callable
from typing import Protocol

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.services.ports import Screen
from infinibay_desktop.ui.console.doorbell import Doorbell


class Opener(Protocol):
    """Opens a screen that calls `notify`, from any thread, when it has news. Runs on a worker."""

    def __call__(self, notify: Callable[[], None], *, password: str = "") -> Screen: ...


class OpenScreen(Protocol):
    """Opens a machine's screen on a worker, as ConsoleService.open does."""

    def __call__(
        self, key: MachineKey, notify: Callable[[], None], *, password: str = ""
    ) -> Screen: ...


class Attempt:
    """Carries a screen, or why there is none, from the worker to the window.

    The bell rings when it has ended, and from then on for the screen's news. A screen that
    arrives after `abandon` is closed at once, wherever the window is by then.
    """

    def __init__(self, opener: Opener, password: str) -> None:
        self.bell = Doorbell()
        self._password = password
        self._opener = opener
        self._lock = threading.Lock()
        self._screen: Screen | None = None
        self._error: InfinibayError | None = None
        self._wanted = True

    @property
    def screen(self) -> Screen | None:
        """The opened screen, if it has arrived."""
        with self._lock:
            return self._screen

    @property
    def error(self) -> InfinibayError | None:
        """Why it could not be opened."""
        with self._lock:
            return self._error

    def run(self) -> None:
        """On a worker: open the screen. An error that nobody foresaw is raised further."""
        error: InfinibayError | None = InfinibayError("The console could not be opened.")
        screen: Screen | None = None
        try:
            screen = self._opener(self.bell.ring, password=self._password)
            error = None
        except InfinibayError as foreseen:
            error = foreseen
        finally:
            self._end(screen, error)

    def abandon(self) -> None:
        """Nobody wants it any more: close the screen now, or when it arrives. Never waits."""
        self.bell.close()
        with self._lock:
            self._wanted = False
            screen, self._screen = self._screen, None
        if screen is not None:
            screen.close()

    def _end(self, screen: Screen | None, error: InfinibayError | None) -> None:
        with self._lock:
            wanted = self._wanted
            self._screen = screen if wanted else None
            self._error = error
        if not wanted and screen is not None:
            screen.close()
        self.bell.ring()
