"""What a killed program left unfinished is finished or undone by the next."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.model.tasks import Task, TaskKind, TaskStatus
from infinibay_desktop.services.connections import HostConnections
from infinibay_desktop.services.declarations import Sight, free
from infinibay_desktop.services.journal import Journal
from infinibay_desktop.services.ports import UnitOfWorkFactory

logger = logging.getLogger(__name__)
Resume = Callable[[Task], TaskStatus]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """How an abandoned task ended; `status` is None where it must wait, `why` says for what."""

    task: Task
    status: TaskStatus | None
    why: str = ""


def _visible(sight: Sight, recovered: list[Recovered]) -> list[Recovered]:
    """What became of machines whose tasks the caller may see."""
    return [one for one in recovered if sight.may_on(Permission.TASK_VIEW, one.task.key)]


class Recovery:
    """Takes over the abandoned tasks of a host, once it is connected. Runs on a worker."""

    def __init__(
        self,
        units: UnitOfWorkFactory,
        journal: Journal,
        connections: HostConnections,
        resume: dict[TaskKind, Resume],
    ) -> None:
        self._units = units
        self._journal = journal
        self._connections = connections
        self._resume = resume

    @free("what was begun with rights is finished or undone", as_program=True, only=_visible)
    def run(self, host_id: HostId) -> list[Recovered]:
        """Finish or undo every abandoned task of a connected host."""
        return [self._recover(task) for task in self._journal.claim_abandoned(host_id)]

    def _recover(self, task: Task) -> Recovered:
        try:
            self._connections.link(task.host_id).storage.drop_leftovers()
            status = self._resume[task.kind](task)
        except InfinibayError as error:
            return self._postpone(task, error)
        logger.info("'%s' (%s) was cut short; now it is %s", task.title, task.kind, status)
        return Recovered(task=task, status=status)

    def _postpone(self, task: Task, error: InfinibayError) -> Recovered:
        with self._units() as unit:
            now = unit.tasks.find(task.id)
        if now is not None and now.is_finished:
            return Recovered(task=task, status=now.status, why=error.message)
        self._journal.give_up_for_now(now or task, error.message)
        return Recovered(task=task, status=None, why=error.message)
