"""What of a result a caller may see, for services whose answers concern many machines."""

from collections.abc import Sequence
from dataclasses import replace

from infinibay_desktop.model.machines import MachineDisk
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.model.tasks import Task
from infinibay_desktop.services.declarations import Sight

ANOTHER = "another machine"


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
