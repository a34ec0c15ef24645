"""Steps that follow committed changes: done after them, tried again, never lost."""

import logging
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import timedelta
from functools import partial

from infinibay_desktop.model.errors import DatabaseError, InfinibayError
from infinibay_desktop.model.events import StepFailed, StepsAdded
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.model.steps import FollowUp, StepId, StepKind
from infinibay_desktop.runtime.timers import Submitter
from infinibay_desktop.services.declarations import needs, program_only
from infinibay_desktop.services.ports import UnitOfWorkFactory

logger = logging.getLogger(__name__)
StepHandler = Callable[[bytes], None]
LANE = "steps"
AT_ONCE = 8
HOLD_S = 30.0
HOLD_AGAIN_S = 10.0
LOOK_S = 5.0
FIRST_RETRY_S, LONGEST_RETRY_S = 5.0, 3600.0


class FollowUps:
    """Does the steps that transactions left behind, as the program, on workers.

    A step may be done again after a crash, and in another order than the changes: a handler
    looks at how things are now, and bears being run twice. Two programs do not run one step
    at the same time, unless one stood still for longer than a claim holds.
    """

    def __init__(
        self,
        units: UnitOfWorkFactory,
        tasks: Submitter,
        as_program: Callable[[], AbstractContextManager[object]] = nullcontext,
    ) -> None:
        self._units = units
        self._tasks = tasks
        self._as_program = as_program
        self._lock = threading.Lock()
        self._handlers: dict[str, list[StepHandler]] = defaultdict(list)
        self._running: dict[StepId, FollowUp] = {}
        self._more = False

    @program_only("services hang their steps on changes")
    def register(self, kind: StepKind, handler: StepHandler) -> None:
        """Have `handler` run with the body of each step of `kind`; before the first `run_due`."""
        self._handlers[kind].append(handler)

    @needs(Permission.TASK_VIEW)
    def pending(self, limit: int = 200) -> Sequence[FollowUp]:
        """What waits or runs, oldest first, whichever program does it."""
        with self._units() as unit:
            return unit.steps.pending(limit)

    @program_only("the bus tells this")
    def on_steps_added(self, _event: StepsAdded) -> None:
        """A change was committed: do what follows it."""
        self._tasks.submit(self.run_due, key=LANE, lane=LANE)

    @program_only("a timer does this")
    def run_due(self) -> None:
        """Claim what is due and start it; run by a timer, and after each change."""
        with self._lock:
            free = AT_ONCE - len(self._running)
        if free <= 0:
            return
        for step in self._claim(free):
            with self._lock:
                self._running[step.id] = step
            self._tasks.submit(partial(self._run, step), lane=LANE)

    @program_only("a timer does this")
    def renew(self) -> None:
        """Say that what we claimed is being worked on; run by a timer."""
        with self._lock:
            steps = list(self._running.values())
        if not steps:
            return
        with self._lenient("steps are not held"), self._units() as unit:
            unit.steps.hold(steps, timedelta(seconds=HOLD_S))
            unit.commit()

    def _claim(self, limit: int) -> Sequence[FollowUp]:
        idle = [kind for kind in StepKind if kind not in self._handlers]
        steps: Sequence[FollowUp] = ()
        with self._lenient("no steps are begun"), self._units() as unit:
            unit.steps.drop(idle)
            claimed = unit.steps.claim(list(self._handlers), limit, timedelta(seconds=HOLD_S))
            unit.commit()
            steps = claimed
        self._more = len(steps) == limit
        return steps

    def _run(self, step: FollowUp) -> None:
        try:
            with self._as_program():
                failure = self._do(step)
            # What cannot be written now is done again when the claim has ended.
            with self._lenient(f"step '{step.kind}' is not taken out"):
                if failure:
                    self._postpone(step, failure)
                else:
                    self._finish(step)
        finally:
            with self._lock:
                self._running.pop(step.id, None)
            if self._more:
                self._tasks.submit(self.run_due, key=LANE, lane=LANE)

    def _do(self, step: FollowUp) -> str:
        """Run every handler, whatever becomes of the others; the first failure, in words."""
        failure = ""
        for handler in self._handlers[step.kind]:
            try:
                handler(step.body)
            except InfinibayError as error:
                logger.info("step '%s' must be done again: %s", step.kind, error.message)
                failure = failure or error.message
            except Exception as error:
                # A boundary: a mistake in one step must not stop the others.
                logger.exception("step '%s' failed", step.kind)
                failure = failure or f"{type(error).__name__}: {error}"
        return failure

    def _finish(self, step: FollowUp) -> None:
        with self._units() as unit:
            unit.steps.finish(step)
            unit.commit()

    def _postpone(self, step: FollowUp, message: str) -> None:
        delay_s = min(LONGEST_RETRY_S, FIRST_RETRY_S * 2 ** min(step.attempts - 1, 20))
        with self._units() as unit:
            later = unit.steps.postpone(step, message, timedelta(seconds=delay_s))
            if later is not None:
                unit.tell(
                    StepFailed(
                        kind=later.kind,
                        message=later.error,
                        attempts=later.attempts,
                        next_at=later.next_at,
                    )
                )
            unit.commit()

    @contextmanager
    def _lenient(self, what: str) -> Iterator[None]:
        """The database may be gone for a while: the next time comes by itself."""
        try:
            yield
        except DatabaseError as error:
            logger.info("%s for now: %s", what, error.message)
