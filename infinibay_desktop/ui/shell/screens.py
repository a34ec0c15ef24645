"""The screens of the window, each made when it is first shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.model.rights import Actor, Permission
from infinibay_desktop.ui.memory import Memory
from infinibay_desktop.ui.page import Page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.ui.desk import Desk
    from infinibay_desktop.ui.machines.live import LiveMachines
    from infinibay_desktop.ui.machines.page import MachinesPage


@dataclass(frozen=True, slots=True)
class Screen:
    """One entry of the navigation."""

    name: str
    symbol: str
    title: str
    make: Callable[[Memory], Page]
    at_bottom: bool = False
    hidden: bool = False
    # What somebody must be allowed to do for the screen to be there; None: nothing.
    permission: Permission | None = None
    # Whether it must reach everything, not only what is one's own.
    of_all: bool = False

    def is_for(self, actor: Actor) -> bool:
        """Whether the screen has anything for the one who acts."""
        if self.permission is None:
            return actor.person is None or actor.person.can_sign_in
        return (actor.may if self.of_all else actor.may_somewhere)(self.permission)


def all_screens() -> Sequence[Screen]:
    """What can be shown, in the order of the navigation."""
    return (*_of_machines(), *_of_resources(), *_at_the_foot())


def _of_machines() -> Sequence[Screen]:
    """Machines, and whose they are."""
    return (
        Screen(
            "overview",
            "layout-dashboard",
            QCoreApplication.translate("Screens", "Overview"),
            _overview,
            permission=Permission.MACHINE_VIEW,
        ),
        Screen(
            "machines",
            "monitor",
            QCoreApplication.translate("Screens", "Machines"),
            _machines,
            permission=Permission.MACHINE_VIEW,
        ),
        Screen(
            "departments",
            "building-2",
            QCoreApplication.translate("Screens", "Departments"),
            _departments,
            permission=Permission.DEPARTMENT_VIEW,
        ),
        Screen(
            "people",
            "users",
            QCoreApplication.translate("Screens", "People"),
            _people,
            permission=Permission.PERSON_VIEW,
            of_all=True,
        ),
    )


def _of_resources() -> Sequence[Screen]:
    """What machines stand on, and what happened to it all."""
    return (
        Screen(
            "storage",
            "hard-drive",
            QCoreApplication.translate("Screens", "Storage"),
            _storage,
            permission=Permission.STORAGE_VIEW,
        ),
        Screen(
            "hosts",
            "server",
            QCoreApplication.translate("Screens", "Hosts"),
            _hosts,
            permission=Permission.HOST_VIEW,
        ),
        Screen(
            "metrics",
            "activity",
            QCoreApplication.translate("Screens", "Metrics"),
            _metrics,
            permission=Permission.MACHINE_VIEW,
        ),
        Screen(
            "timers",
            "clock",
            QCoreApplication.translate("Screens", "Timers"),
            _timers,
            permission=Permission.TIMER_VIEW,
        ),
        Screen(
            "activity",
            "history",
            QCoreApplication.translate("Screens", "Activity"),
            _activity,
            permission=Permission.ACTIVITY_VIEW,
        ),
    )


def _at_the_foot() -> Sequence[Screen]:
    """The program itself; the last one is shown by the program alone."""
    return (
        Screen(
            "settings",
            "settings",
            QCoreApplication.translate("Screens", "Settings"),
            _settings,
            at_bottom=True,
            permission=Permission.APPEARANCE_CHANGE,
        ),
        Screen(
            "first-run",
            "rocket",
            QCoreApplication.translate("Screens", "Welcome"),
            _first_run,
            hidden=True,
            permission=Permission.HOST_MANAGE,
        ),
    )


def _overview(_memory: Memory) -> Page:
    from infinibay_desktop.ui.overview.page import OverviewPage

    return OverviewPage()


def _machines(memory: Memory) -> Page:
    from infinibay_desktop.ui.machines.page import MachinesPage

    return MachinesPage(memory, _live_machines)


def _live_machines(page: "MachinesPage", desk: "Desk", memory: Memory) -> "LiveMachines":
    # Called when the core runs: what it brings along is not waited for by the first paint.
    from infinibay_desktop.ui.machines.live import LiveMachines

    return LiveMachines(page, desk, memory)


def _departments(_memory: Memory) -> Page:
    from infinibay_desktop.ui.departments.page import DepartmentsPage

    return DepartmentsPage()


def _people(_memory: Memory) -> Page:
    from infinibay_desktop.ui.people.page import PeoplePage

    return PeoplePage()


def _storage(_memory: Memory) -> Page:
    from infinibay_desktop.ui.storage.page import StoragePage

    return StoragePage()


def _hosts(_memory: Memory) -> Page:
    from infinibay_desktop.ui.hosts.page import HostsPage

    return HostsPage()


def _metrics(memory: Memory) -> Page:
    from infinibay_desktop.ui.metrics.page import MetricsPage

    return MetricsPage(memory)


def _timers(_memory: Memory) -> Page:
    from infinibay_desktop.ui.timers.page import TimersPage

    return TimersPage()


def _activity(_memory: Memory) -> Page:
    from infinibay_desktop.ui.activity.page import ActivityPage

    return ActivityPage()


def _settings(_memory: Memory) -> Page:
    from infinibay_desktop.ui.shell.settings_page import SettingsPage

    return SettingsPage()


def _first_run(_memory: Memory) -> Page:
    from infinibay_desktop.ui.shell.first_run import FirstRunPage

    return FirstRunPage()
