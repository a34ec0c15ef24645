"""What of a result a caller may see, for services whose answers concern many machines."""

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import replace
from typing import Any

from infinibay_desktop.model.errors import NotPermittedError
from infinibay_desktop.model.hosts import Stage, StageReport
from infinibay_desktop.model.machines import MachineDisk
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.model.specs import DiskOrigin, MachineSpec
from infinibay_desktop.model.storage import Volume
from infinibay_desktop.model.tasks import Task
from infinibay_desktop.services.declarations import Sight

ANOTHER = "another machine"
_TELLING = (Stage.SIGN_IN, Stage.PERMISSION, Stage.CAPABILITY)


def visible_stages(
    sight: Sight, reports: Generator[StageReport, None, None]
) -> Generator[StageReport, None, None]:
    """How a trial goes; what the host is and how much runs there, only for who may see hosts."""
    whole = sight.actor.may(Permission.HOST_VIEW)
    with closing(reports):
        for report in reports:
            told = report.passed and report.stage in _TELLING and not whole
            yield replace(report, detail="") if told else report


def visible_tasks(sight: Sight, tasks: Sequence[Task]) -> Sequence[Task]:
    """The tasks of machines whose tasks the caller may see."""
    return [task for task in tasks if sight.may_on(Permission.TASK_VIEW, task.key)]


def hide_other_machines(sight: Sight, disks: Sequence[MachineDisk]) -> Sequence[MachineDisk]:
    """The disks, without the names of machines that the caller may not see."""
    if sight.actor.may(Permission.MACHINE_VIEW):
        return disks
    known = {machine.name for machine in sight.machines()}
    return [
        replace(disk, shared_with=tuple(n if n in known else ANOTHER for n in disk.shared_with))
        for disk in disks
    ]


def installers_only(sight: Sight, volumes: Sequence[Volume]) -> Sequence[Volume]:
    """All volumes for who may look at storage; else images to install from: others are disks of
    machines, perhaps of other people, and bear their names.
    """
    if sight.actor.may(Permission.STORAGE_VIEW):
        return volumes
    return [volume for volume in volumes if _is_installer(volume.name)]


def made_from_what_may_be_seen(sight: Sight, values: dict[str, Any]) -> dict[str, Any]:
    """Refuse a new machine that would read files of the host which the caller may not look at."""
    spec: MachineSpec = values["spec"]
    if sight.actor.may(Permission.STORAGE_VIEW):
        return values
    empty = all(disk.origin is DiskOrigin.EMPTY for disk in spec.disks)
    if empty and spec.direct_boot is None and all(map(_is_installer, spec.isos)):
        return values
    raise NotPermittedError(
        "New machines of yours begin with empty disks and ISO images: other files of the host "
        "may be disks of other people's machines.",
        remedy="Ask an administrator to make this machine.",
        permission=str(Permission.STORAGE_VIEW),
    )


def _is_installer(path: str) -> bool:
    return path.lower().endswith(".iso")
