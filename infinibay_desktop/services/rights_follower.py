"""Keeps what the signed-in person may do as it is stored, whoever changes it and where."""

import logging

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import (
    DepartmentRemoved,
    EventsMissed,
    PersonDeleted,
    PersonSaved,
    SignInsEnded,
)
from infinibay_desktop.runtime.timers import Submitter
from infinibay_desktop.services.acting import CurrentActor
from infinibay_desktop.services.sign_in import SignInService

logger = logging.getLogger(__name__)
LANE = "rights"
# What no event told: a sign-in that is over, a database that was away.
LOOK_S = 60.0


class RightsFollower:
    """Hears of changes on the bus and reads the rights anew on a worker."""

    def __init__(self, sign_in: SignInService, current: CurrentActor, tasks: Submitter) -> None:
        self._sign_in = sign_in
        self._current = current
        self._tasks = tasks

    def on_person_event(self, event: PersonSaved | PersonDeleted | SignInsEnded) -> None:
        """Somebody's rights changed, or they are gone: maybe who is signed in here."""
        person = self._current.signed_in.person
        if person is not None and person.id == event.person_id:
            self._read_anew()

    def on_department_removed(self, _event: DepartmentRemoved) -> None:
        """Memberships went with it."""
        self._read_anew()

    def on_events_missed(self, _event: EventsMissed) -> None:
        """Nobody knows what changed."""
        self._read_anew()

    def refresh(self) -> None:
        """Read the rights; a database that is away for now is asked again later."""
        try:
            self._sign_in.refresh()
        except InfinibayError as error:
            logger.info("what the person may do is not read: %s", error.message)

    def _read_anew(self) -> None:
        self._tasks.submit(self.refresh, key=LANE, lane=LANE)
