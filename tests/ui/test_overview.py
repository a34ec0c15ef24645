"""The overview: what it counts, where its clicks lead, and that it costs nothing unseen."""

from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from infinibay_desktop.model.errors import HostUnreachableError
from infinibay_desktop.model.events import (
    HostStatusChanged,
    MachineAdded,
    MachineChanged,
    MachineRatesSeen,
    MachineRemoved,
    MachinesStale,
    SettingsChanged,
    TaskProgressed,
)
from infinibay_desktop.model.hosts import HostId, LinkState
from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.model.settings import Settings
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.model.statistics import MachineRates
from infinibay_desktop.model.tasks import DeletionPlan, Task, TaskId, TaskKind, TaskStatus
from infinibay_desktop.ui.overview.page import OverviewPage
from infinibay_desktop.ui.overview.tally import Tally
from infinibay_desktop.ui.widgets.figures import Meter, Tile
from tests.fakes.hosts import POOL
from tests.unit.test_doctor import FACTS

pytestmark = [pytest.mark.usefixtures("looks"), pytest.mark.qt_log_ignore("propagateSizeHints")]

FULL_POOL = replace(POOL, available_bytes=20 * GIB)


@pytest.fixture
def host(quick_desk):
    """A connected host that says what it is."""
    host = quick_desk.core.hosts.add("qemu:///system", name="here")
    quick_desk.core.connections.set(host.id, LinkState.CONNECTED)
    quick_desk.core.connections.links[host.id] = SimpleNamespace(
        facts=lambda: FACTS, active_networks=tuple, capabilities=lambda: None
    )
    return host


@pytest.fixture
def page(qtbot) -> OverviewPage:
    page = OverviewPage()
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    return page


def look_at(page, desk) -> None:
    page.attach(desk)
    page.entered()


def seen(widget: QWidget) -> str:
    """All words on the screen."""
    shown = (
        child.text()
        for kind in (QLabel, QPushButton, Tile)
        for child in widget.findChildren(kind)
        if child.isVisible()
    )
    return " | ".join(text.replace("&&", "&") for text in shown if text)


def tile(page, word: str) -> Tile:
    return next(t for t in page.findChildren(Tile) if t.accessibleName().startswith(word))


def rates(machine, cpu_percent: float) -> MachineRates:
    return MachineRates(
        machine_id=machine.id,
        taken_at=datetime.now(UTC),
        cpu_percent=cpu_percent,
        memory_used_bytes=None,
        disk_read_bps=None,
        disk_written_bps=None,
        received_bps=None,
        sent_bps=None,
    )


def put(desk, *machines) -> None:
    desk.core.inventory.reconcile(machines[0].host_id, machines, mark=desk.core.inventory.mark())


def test_without_a_host_it_says_how_to_begin(page, quick_desk, qtbot) -> None:
    look_at(page, quick_desk)
    assert "No host yet" in seen(page)
    begin = next(b for b in page.findChildren(QPushButton) if "Set up" in b.text())
    qtbot.mouseClick(begin, Qt.MouseButton.LeftButton)
    assert quick_desk.go.went == [("page", "first-run", None)]


def test_without_machines_it_offers_to_make_one(page, quick_desk, host, qtbot) -> None:
    look_at(page, quick_desk)
    assert "No machines yet" in seen(page)
    qtbot.waitUntil(lambda: "Connected" in seen(page))
    new = next(b for b in page.findChildren(QPushButton) if "New machine" in b.text())
    qtbot.mouseClick(new, Qt.MouseButton.LeftButton)
    assert quick_desk.go.went == [("new machine",)]


def test_the_last_sessions_list_shows_before_the_core_runs(page, new_machine, qtbot) -> None:
    machines = [new_machine("a"), new_machine("b", MachineState.SHUT_OFF)]
    page.show_cached(machines, {machines[0].host_id: "kept"})
    assert tile(page, "Running").text() == "1"
    qtbot.waitUntil(lambda: "kept" in seen(page))
    assert "Disconnected" in seen(page)


def test_counts_follow_the_news(page, quick_desk, host, new_machine, qtbot) -> None:
    one = new_machine("one", host_id=host.id)
    two = new_machine("two", MachineState.SHUT_OFF, host_id=host.id)
    put(quick_desk, one, two)
    look_at(page, quick_desk)
    assert (tile(page, "Running").text(), tile(page, "Shut off").text()) == ("1", "1")
    three = new_machine("three", MachineState.CRASHED, host_id=host.id)
    quick_desk.bridge.publish(MachineAdded(machine=three))
    quick_desk.bridge.publish(MachineChanged(machine=replace(two, state=MachineState.RUNNING)))
    quick_desk.bridge.publish(MachineRemoved(machine=one))
    qtbot.waitUntil(lambda: tile(page, "Crashed").text() == "1")
    assert tile(page, "Crashed").isVisible()
    assert (tile(page, "Running").text(), tile(page, "Shut off").text()) == ("1", "0")


def test_a_click_on_a_count_lists_these_machines(page, quick_desk, host, new_machine, qtbot):
    put(quick_desk, new_machine("one", MachineState.SHUT_OFF, host_id=host.id))
    look_at(page, quick_desk)
    qtbot.mouseClick(tile(page, "Shut off"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(tile(page, "Running"), Qt.Key.Key_Space)
    assert quick_desk.go.went == [
        ("page", "machines", "state:shut-off"),
        ("page", "machines", "state:running"),
    ]


def test_a_lost_host_says_why_and_when_it_is_tried_again(
    page, quick_desk, host, new_machine, qtbot
) -> None:
    machine = new_machine("one", host_id=host.id)
    put(quick_desk, machine)
    look_at(page, quick_desk)
    status = quick_desk.core.connections.set(
        host.id,
        LinkState.LOST,
        reason="The <b>cable</b> is out.",
        remedy="Put it back.",
        next_attempt_at=datetime(2026, 1, 1, 12, 0, 5, tzinfo=UTC),
    )
    quick_desk.bridge.publish(HostStatusChanged(status=status))
    quick_desk.bridge.publish(MachinesStale(host_id=host.id, keys=(machine.key,)))
    qtbot.waitUntil(lambda: "Connection lost" in seen(page))
    for words in ("The <b>cable</b> is out.", "Put it back.", "Next try at", "1 as last seen"):
        assert words in seen(page)


def test_figures_are_asked_for_only_while_it_is_looked_at(page, quick_desk, host) -> None:
    page.attach(quick_desk)
    assert quick_desk.core.statistics.watched == []
    page.entered()
    assert quick_desk.core.statistics.watched == [host.id]
    page.left()
    assert quick_desk.core.statistics.watched == []


def test_a_host_that_connects_later_is_watched_too(page, quick_desk, host) -> None:
    quick_desk.core.connections.set(host.id, LinkState.CONNECTING)
    look_at(page, quick_desk)
    assert quick_desk.core.statistics.watched == []
    status = quick_desk.core.connections.set(host.id, LinkState.CONNECTED)
    for _ in range(2):
        quick_desk.bridge.publish(HostStatusChanged(status=status))
    assert quick_desk.core.statistics.watched == [host.id]


def test_who_switched_figures_off_gets_none_and_is_told(page, quick_desk, host, new_machine, qtbot):
    put(quick_desk, new_machine("one", host_id=host.id))
    look_at(page, quick_desk)
    off = Settings(poll_figures=False)
    quick_desk.bridge.publish(SettingsChanged(settings=off, names=("poll_figures",)))
    assert quick_desk.core.statistics.watched == []
    qtbot.waitUntil(lambda: "switched off" in seen(page))


def test_the_busiest_machines_lead_to_themselves(
    page, quick_desk, host, new_machine, qtbot
) -> None:
    idle, busy = (new_machine(name, host_id=host.id) for name in ("idle", "R&D"))
    put(quick_desk, idle, busy)
    look_at(page, quick_desk)
    event = MachineRatesSeen(host_id=host.id, rates=(rates(idle, 1), rates(busy, 80)))
    quick_desk.bridge.publish(event)
    qtbot.waitUntil(lambda: "R&D" in seen(page))
    names = [b for b in page.findChildren(QPushButton) if b.text() in ("R&&D", "idle")]
    assert names[0].text() == "R&&D"
    qtbot.mouseClick(names[0], Qt.MouseButton.LeftButton)
    assert quick_desk.go.went == [("machine", busy.key)]
    assert any(meter.isVisible() for meter in page.findChildren(Meter))


def test_tasks_are_told_with_their_outcome(page, quick_desk, host, new_machine, qtbot) -> None:
    put(quick_desk, machine := new_machine("one", host_id=host.id))
    look_at(page, quick_desk)
    failed = Task(
        id=TaskId(uuid4()),
        kind=TaskKind.DELETE_MACHINE,
        status=TaskStatus.UNDONE,
        title="old & <i>slow</i>",
        host_id=machine.host_id,
        machine_id=machine.id,
        plan=DeletionPlan(disk_paths=()),
        error="The disk is busy.",
        started_at=datetime.now(UTC),
    )
    quick_desk.core.journal.recent = lambda _limit: [failed]
    quick_desk.bridge.publish(
        TaskProgressed(
            task_id=failed.id,
            kind=failed.kind,
            title=failed.title,
            key=failed.key,
            status=failed.status,
            step=None,
        )
    )
    qtbot.waitUntil(lambda: "Delete old & <i>slow</i>" in seen(page))
    assert "Failed and undone" in seen(page)


def test_one_hosts_broken_storage_is_not_everybodys(page, quick_desk, host, new_machine) -> None:
    put(quick_desk, new_machine("one", host_id=host.id))
    broken = quick_desk.core.hosts.add("qemu+ssh://far/system", name="far")
    quick_desk.core.connections.set(broken.id, LinkState.CONNECTED)
    link = quick_desk.core.connections.links
    link[broken.id] = SimpleNamespace(active_networks=tuple, facts=_refuse, capabilities=_refuse)
    quick_desk.core.storage.pools = lambda h: [FULL_POOL] if h == host.id else _refuse()
    look_at(page, quick_desk)
    page._show()
    assert "20 GiB free" in seen(page)
    assert quick_desk.notices.errors == []


def _refuse():
    raise HostUnreachableError("no")


@pytest.mark.parametrize("width", [348, 1000, 1800])
def test_it_fits_wide_and_narrow(page, quick_desk, host, new_machine, width) -> None:
    put(quick_desk, new_machine("x" * 200, host_id=host.id), new_machine("שלום", host_id=host.id))
    look_at(page, quick_desk)
    page.resize(width, 600)
    assert page.width() == width
    assert page._content.horizontalScrollBar().maximum() == 0


def test_the_busiest_are_ordered_by_the_percentages_that_are_shown(new_machine):
    tally = Tally()
    host = HostId(uuid4())
    loads = {"small": (1, 90.0), "big": (16, 40.0), "equal": (8, 39.6)}
    machines = {
        name: new_machine(name, host_id=host, vcpus=vcpus) for name, (vcpus, _cpu) in loads.items()
    }
    tally.load(machines.values())
    nothing = dict.fromkeys(
        ("memory_used_bytes", "disk_read_bps", "disk_written_bps", "received_bps", "sent_bps")
    )
    now = datetime.now(UTC)
    tally.measure(
        host,
        [
            MachineRates(machine_id=machines[name].id, taken_at=now, cpu_percent=cpu, **nothing)
            for name, (_vcpus, cpu) in loads.items()
        ],
    )

    assert [load.machine.name for load in tally.busiest(3)] == ["small", "big", "equal"]
