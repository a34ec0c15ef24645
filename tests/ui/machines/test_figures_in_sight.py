"""Which machines' detailed figures are read: those that somebody can see."""

import pytest

from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.ui.machines.page import MachinesPage
from infinibay_desktop.ui.machines.watching import FiguresInSight
from infinibay_desktop.ui.memory import Memory
from tests.ui.machines.conftest import HOST, make


@pytest.fixture
def page(qtbot, tmp_path):
    page = MachinesPage(Memory(tmp_path / "window.ini"), lambda *_: None)
    qtbot.addWidget(page)
    page.resize(900, 400)
    page.show()
    page.model.set_host_name(HOST, "kvm-1")
    machines = [make(f"vm-{number:03}") for number in range(100)]
    off = make("vm-000-off", state=MachineState.SHUT_OFF)
    page.model.reset([*machines, off])
    qtbot.waitUntil(lambda: page.model.shown_count() == 101)
    page._show_counts()
    return page


@pytest.fixture
def watched(desk, monkeypatch):
    keys = set()

    def watch(key):
        keys.add(key)
        return lambda: keys.discard(key)

    monkeypatch.setattr(desk.core.statistics, "watch_machine", watch)
    return keys


def names(page, keys):
    return sorted(row.name for row in page.model.rows if row.key in keys)


def test_only_running_machines_in_sight_are_watched(page, desk, watched) -> None:
    FiguresInSight(page, desk).begin()
    found = names(page, watched)
    assert "vm-000" in found
    assert "vm-000-off" not in found
    assert "vm-099" not in found


def test_the_watch_follows_scrolling_and_ends(page, desk, watched) -> None:
    figures = FiguresInSight(page, desk)
    figures.begin()
    page.table.scrollToBottom()
    figures._look()
    assert "vm-099" in names(page, watched)
    assert "vm-000" not in names(page, watched)
    figures.end()
    assert not watched
