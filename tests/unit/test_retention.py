"""Whose settings say how long the records that everybody shares are kept."""

from types import SimpleNamespace

import pytest

from infinibay_desktop.app.timers import remove_old_records
from infinibay_desktop.model.people import Role
from infinibay_desktop.model.rights import NOBODY
from infinibay_desktop.model.settings import Settings
from infinibay_desktop.services.acting import CurrentActor, ProgramWork
from tests.fakes import InlineTasks
from tests.fakes.actors import SALES, actor


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
    record = SimpleNamespace(apply_retention=done.append)
    settings = SimpleNamespace(settings=Settings(activity_days=1, error_days=2))
    # As the board runs it: as the program, whoever is signed in.
    ProgramWork(InlineTasks(), current).submit(
        lambda: remove_old_records(settings, record, record, current)
    )
    assert done == removed
