"""Whose settings say how long the records that everybody shares are kept."""

from types import SimpleNamespace

import pytest

from infinibay_desktop.app.bootstrap import _keep_records
from infinibay_desktop.model.people import Role
from infinibay_desktop.model.rights import NOBODY
from infinibay_desktop.model.settings import Settings
from infinibay_desktop.services.acting import CurrentActor, ProgramWork
from tests.fakes import InlineTasks
from tests.fakes.actors import SALES, actor


class Rounds:
    """Timers whose work is done when a test says so, as the program."""

    def __init__(self, current: CurrentActor) -> None:
        self._work = ProgramWork(InlineTasks(), current)
        self._rounds = {}

    def every(self, _period_s, work, *, key, lane):
        self._rounds[key] = work

    def come(self, key: str) -> None:
        self._work.submit(self._rounds[key])


@pytest.mark.parametrize(
    ("who", "removed"),
    [
        (NOBODY, []),
        (actor(administers=SALES), []),
        (actor(Role.ADMINISTRATOR), []),
        (actor(Role.SUPER_ADMINISTRATOR), [1, 2]),
        (actor(Role.SUPER_ADMINISTRATOR, disabled=True), []),
    ],
)
def test_a_settings_file_removes_nothing_for_who_may_not_set_how_long_records_are_kept(
    who, removed
) -> None:
    done, current = [], CurrentActor()
    current.set(who)
    rounds = Rounds(current)
    record = SimpleNamespace(flush=lambda: None, apply_retention=done.append)
    settings = SimpleNamespace(settings=Settings(activity_days=1, error_days=2))
    _keep_records(rounds, settings, record, record, current)
    rounds.come("retention")
    assert done == removed
