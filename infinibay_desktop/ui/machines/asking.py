"""Acts of a person on machines: asked for where it is due, then carried out."""

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.machines import Act, Machine
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.ui.machines.acts import (
    PERMISSIONS,
    TEXTS,
    command,
    label,
    preview,
    say,
    short,
)
from infinibay_desktop.ui.machines.bulk import (
    PreviewDialog,
    ResultDialog,
    needs_preview,
    report_words,
)
from infinibay_desktop.ui.machines.delete_dialog import DeleteDialog, DeletionWish
from infinibay_desktop.ui.machines.dialogs import (
    ConfirmDialog,
    RenameDialog,
    ScreenshotDialog,
    write_picture,
)
from infinibay_desktop.ui.machines.host_names import HostNames
from infinibay_desktop.ui.machines.work import Job, MachineWork, Report
from infinibay_desktop.ui.rights import allowed, may_on

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.ui.desk import Desk

# The setting that says whether one machine's act is asked for.
_ASKED: dict[Act, str] = {
    Act.FORCE_OFF: "confirm_force_off",
    Act.RESET: "confirm_force_off",
    Act.SHUTDOWN: "confirm_shut_down",
    Act.REBOOT: "confirm_reboot",
    Act.SAVE: "confirm_save",
    Act.PAUSE: "confirm_pause",
}


class MachineAsking(QObject):
    """What happens between a click on an act and its work. GUI thread only."""

    def __init__(self, desk: "Desk", names: HostNames, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._names, self._window = desk, names, window
        self._work = MachineWork(desk, self)
        self._work.reported.connect(self._on_work_reported)

    def act(self, act: Act, machines: Sequence[Machine]) -> None:
        """Do an act to one machine or to many."""
        if len(machines) == 1:
            self._spawn(self._act_on_one(act, machines[0]))
        elif machines:
            self._spawn(self._act_on_many(act, machines))

    def begin(self, job: Job, machines: Sequence[Machine]) -> None:
        """Do a job that needs no question."""
        self._work.begin(job, machines)

    def set_autostart(self, machines: Sequence[Machine], *, enabled: bool) -> None:
        """Start machines with their hosts, or not."""
        service = self._desk.core.machines
        job = Job(
            label=self.tr("Start with host") if enabled else self.tr("Do not start with host"),
            failed=self.tr("Could not change when '{name}' starts"),
            call=lambda key: service.set_autostart(key, enabled=enabled),
        )
        ours = allowed(self._desk, Permission.MACHINE_EDIT, machines)
        self._work.begin(job, [one for one in ours if one.autostart is not enabled])

    def rename(self, machine: Machine) -> None:
        """Ask for another name."""
        service, key = self._desk.core.machines, machine.key

        def rename(name: str) -> Awaitable[None]:
            return self._desk.operations.run(
                lambda: service.rename(key, name), key=key, lane=key.host_id
            )

        dialog = RenameDialog(machine, rename, self._desk.operations.spawn, self._window)
        dialog.fit()
        dialog.open()

    def delete(self, machines: Sequence[Machine]) -> None:
        """Say what goes, and delete if the person agrees."""
        self._spawn(self._delete(machines))

    def take_screenshot(self, machine: Machine) -> None:
        """Show a picture of the screen, to be saved."""
        title = self.tr("Could not take a picture of '{name}'").format(name=short(machine.name))
        self._spawn(self._take_screenshot(machine), title=title)

    def with_xml(self, machine: Machine, use: Callable[[str], object]) -> None:
        """Hand a machine's definition to `use`."""

        async def read() -> None:
            key = machine.key
            use(
                await self._desk.operations.run(
                    lambda: self._desk.core.machines.definition_xml(key), lane=key.host_id
                )
            )

        self._spawn(read(), title=self.tr("Could not read the definition"))

    # One or many.

    async def _act_on_one(self, act: Act, machine: Machine) -> None:
        if self._is_asked(act):
            dialog = ConfirmDialog(act, machine, self._window)
            if not await dialog.ask():
                return
            if dialog.never_again:
                await self._ask_no_more(act)
        self._work.begin(self._job(act), [machine])

    async def _act_on_many(self, act: Act, machines: Sequence[Machine]) -> None:
        may = partial(may_on, self._desk, PERMISSIONS[act])
        prospects = preview(act, machines, may)
        wanted = [one.machine for one in prospects]
        if needs_preview(act, prospects):
            dialog = PreviewDialog(act, machines, self._host_name, self._window, may=may)
            wanted = dialog.wanted() if await dialog.ask() else []
        self._work.begin(self._job(act), wanted)

    def _job(self, act: Act) -> Job:
        return Job(
            label=label(act),
            failed=say(TEXTS[act].failed, name="{name}"),
            call=command(self._desk.core.machines, act),
            until_off=act is Act.SHUTDOWN,
        )

    def _on_work_reported(self, report: Report) -> None:
        if report.failures:
            failed = [failure.machine for failure in report.failures]
            dialog = ResultDialog(
                report, self._host_name, lambda: self._retry(report.job, failed), self._window
            )
            dialog.fit()
            dialog.show()
            return
        title = self.tr("{act}: {count} machines").format(act=report.job.label, count=report.total)
        self._desk.notices.tell(title, report_words(report))

    def _retry(self, job: Job, machines: Sequence[Machine]) -> None:
        find = self._desk.core.inventory.find
        self._work.begin(job, [found for one in machines if (found := find(one.key))])

    # Settings.

    def _is_asked(self, act: Act) -> bool:
        return act in _ASKED and bool(getattr(self._desk.core.settings.settings, _ASKED[act]))

    async def _ask_no_more(self, act: Act) -> None:
        settings = self._desk.core.settings
        await self._desk.operations.run(lambda: settings.change(**{_ASKED[act]: False}))

    # Deleting.

    async def _delete(self, machines: Sequence[Machine]) -> None:
        ours = allowed(self._desk, Permission.MACHINE_DELETE, machines)
        dialog = DeleteDialog(ours, self._desk, self._window, kept=len(machines) - len(ours))
        if await dialog.ask():
            self._work.begin(self._deletion(dialog.wish()), dialog.machines)

    def _deletion(self, wish: DeletionWish) -> Job:
        service = self._desk.core.deletion
        return Job(
            label=self.tr("Delete"),
            failed=self.tr("Could not delete '{name}'"),
            call=lambda key: service.delete(
                key, disks=wish.disks.get(key, ()), force_off=wish.force_off
            ),
            logged=False,
        )

    async def _take_screenshot(self, machine: Machine) -> None:
        key, core = machine.key, self._desk.core
        png = await self._desk.operations.run(
            lambda: core.machines.screenshot(key), lane=key.host_id
        )
        dialog = ScreenshotDialog(
            machine, png, lambda path: self._save_picture(path, png), self._window
        )
        dialog.fit()
        dialog.open()

    def _save_picture(self, path: str, png: bytes) -> None:
        async def save() -> None:
            await self._desk.operations.run(lambda: write_picture(path, png))
            self._desk.notices.tell(self.tr("The picture was saved"), path)

        self._spawn(save(), title=self.tr("Could not save the picture"))

    def _host_name(self, machine: Machine) -> str:
        return self._names.of(machine.key.host_id)

    def _spawn(self, work: Coroutine[Any, Any, None], *, title: str = "") -> None:
        self._desk.operations.spawn(self, work, title=title)
