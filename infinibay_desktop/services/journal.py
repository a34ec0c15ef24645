"""Tasks written down step by step, so that a killed program leaves no riddle."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

from infinibay_desktop.model.errors import Cancelled, InfinibayError
from infinibay_desktop.model.events import TaskProgressed
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.tasks import (
    CreationPlan,
    DeletionPlan,
    Step,
    Task,
    TaskId,
    TaskKind,
    TaskStatus,
)
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.services.declarations import free, program_only
from infinibay_desktop.services.ports import (
    ProgramIdentity,
    UnitOfWork,
    UnitOfWorkFactory,
)
from infinibay_desktop.services.sights import visible_tasks

logger = logging.getLogger(__name__)
Steps = Sequence[tuple[Step, Callable[[], None]]]
LEASE_S = 30.0
RENEW_S = 10.0


class Journal:
    """Begins, advances and ends tasks; each call is one committed transaction."""

    def __init__(
        self,
        units: UnitOfWorkFactory,
        clock: Clock,
        identity: ProgramIdentity,
    ) -> None:
        self._units = units
        self._clock = clock
        self._identity = identity
        self._working: set[TaskId] = set()
        self._unwanted: set[TaskId] = set()

    @program_only("tasks are begun and ended by the services that do them")
    def begin(
        self,
        kind: TaskKind,
        title: str,
        key: MachineKey,
        plan: CreationPlan | DeletionPlan,
        *,
        also: Callable[[UnitOfWork], None] = lambda _unit: None,
    ) -> Task:
        """Write down what will be done, before any of it is; `also` in the same transaction."""
        task = Task(
            id=TaskId(uuid4()),
            kind=kind,
            status=TaskStatus.RUNNING,
            title=title,
            host_id=key.host_id,
            machine_id=key.machine_id,
            plan=plan,
            owner=self._identity.text,
            lease_until=self._lease(),
            started_at=self._clock.now(),
        )
        self._working.add(task.id)  # first: nobody may take it for abandoned
        try:
            with self._units() as unit:
                also(unit)
                unit.tasks.add(task)
                unit.tell(_progress(task))
                unit.commit()
        except InfinibayError:
            self._working.discard(task.id)
            raise
        return task

    @program_only("tasks are begun and ended by the services that do them")
    def carry_out(
        self,
        task: Task,
        steps: Callable[[], Steps],
        *,
        if_failed: Callable[[Task, Exception], object],
        no_return: Step | None = None,
    ) -> None:
        """Do the steps that are not done yet, writing down when each begins and ends.

        Whatever a step raises is raised on, after `if_failed` had the task as it stands. A
        task that was cancelled ends before its next step, with Cancelled, unless `no_return`
        is done.
        """
        try:
            for step, work in steps():
                if step not in task.steps_done:
                    self._stop_if_unwanted(task, no_return)
                    task = self._save(replace(task, step=step))
                    work()
                    done = (*task.steps_done, step)
                    task = self._save(replace(task, step=None, steps_done=done))
        except Exception as error:
            # The first failure is the one to tell; the next recovery takes care of what is left.
            try:
                if_failed(task, error)
            except InfinibayError as worse:
                logger.warning("the rest of '%s' must wait: %s", task.title, worse.message)
            except Exception:
                logger.exception("the rest of '%s' must wait", task.title)
            raise
        else:
            self.end(task, TaskStatus.DONE)
        finally:
            self._working.discard(task.id)
            self._unwanted.discard(task.id)

    @free("it stops nothing but this program's own work")
    def cancel(self, task_id: TaskId) -> None:
        """Stop one of this program's tasks before its next step. Any thread."""
        if task_id in self._working:
            self._unwanted.add(task_id)

    def _stop_if_unwanted(self, task: Task, no_return: Step | None) -> None:
        if task.id in self._unwanted and no_return not in task.steps_done:
            raise Cancelled(f"'{task.title}' was cancelled.")

    @program_only("tasks are begun and ended by the services that do them")
    def turn_back(self, task: Task, error: str) -> Task:
        """What was done will be undone."""
        return self._save(replace(task, status=TaskStatus.UNDOING, error=error))

    @program_only("tasks are begun and ended by the services that do them")
    def end(self, task: Task, status: TaskStatus) -> Task:
        """Nothing is left to do."""
        ended = replace(
            task, status=status, step=None, owner="", lease_until=None, ended_at=self._clock.now()
        )
        self._working.discard(task.id)
        return self._save(ended)

    @program_only("tasks are begun and ended by the services that do them")
    def give_up_for_now(self, task: Task, error: str) -> Task:
        """The rest must wait; whoever comes next may take it over."""
        self._working.discard(task.id)
        return self._save(replace(task, error=error, owner="", lease_until=None))

    @program_only("tasks are begun and ended by the services that do them")
    def claim_abandoned(self, host_id: HostId) -> list[Task]:
        """A host's unfinished tasks whose program is gone; they are ours from now on."""
        open_tasks = [task for task in self.unfinished() if task.host_id == host_id]
        abandoned = [task for task in open_tasks if self._is_abandoned(task)]
        return [task for task in abandoned if self._claim(task)]

    @free("one sees the tasks of machines whose tasks one may see", only=visible_tasks)
    def unfinished(self) -> Sequence[Task]:
        """Everybody's unfinished tasks, oldest first."""
        with self._units() as unit:
            return unit.tasks.unfinished()

    @free("one sees the tasks of machines whose tasks one may see", only=visible_tasks)
    def recent(self, limit: int) -> Sequence[Task]:
        """Everybody's newest tasks, newest first."""
        with self._units() as unit:
            return unit.tasks.recent(limit)

    @program_only("a timer does this")
    def renew_leases(self) -> None:
        """Say that our tasks are still being worked on; run by a timer."""
        if not self._working:
            return
        with self._units() as unit:
            unit.tasks.renew(self._identity.text, self._lease())
            unit.commit()

    def _is_abandoned(self, task: Task) -> bool:
        if task.owner == self._identity.text:
            return task.id not in self._working
        expired = task.lease_until is None or task.lease_until < self._clock.now()
        return not task.owner or expired or self._identity.is_dead(task.owner)

    def _claim(self, task: Task) -> bool:
        self._working.add(task.id)
        with self._units() as unit:
            claimed = unit.tasks.claim(task, self._identity.text, self._lease())
            unit.commit()
        return claimed

    def _lease(self) -> datetime:
        return self._clock.now() + timedelta(seconds=LEASE_S)

    def _save(self, task: Task) -> Task:
        with self._units() as unit:
            unit.tasks.save(task)
            unit.tell(_progress(task))
            unit.commit()
        return task


def _progress(task: Task) -> TaskProgressed:
    return TaskProgressed(
        task_id=task.id,
        kind=task.kind,
        title=task.title,
        key=task.key,
        status=task.status,
        step=task.step,
    )
