"""The activity screen on a record of any length, and on the real one."""

from types import SimpleNamespace

import pytest

from infinibay_desktop.model.rights import Actor
from infinibay_desktop.ui.activity.page import ActivityPage
from tests.fakes.activity import ANA, FakeActivity, FakeErrors, parts


@pytest.fixture
def make_page(quick_desk, qtbot):
    def make(
        newest: int = 1_000_000, *, oldest: int = 1, errors: int = 0, actor: Actor | None = None
    ) -> SimpleNamespace:
        activity = FakeActivity(newest, oldest)
        who = actor or Actor(person=ANA)
        for name, part in parts(activity, FakeErrors(errors), who).items():
            setattr(quick_desk.core, name, part)
        page = ActivityPage()
        qtbot.addWidget(page)
        page.resize(1100, 700)
        page.show()
        page.attach(quick_desk)
        page.entered()
        return SimpleNamespace(page=page, activity=activity, desk=quick_desk, tab=page.acts)

    return make
