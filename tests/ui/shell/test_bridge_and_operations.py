"""Events reach the GUI thread in order and in portions; work belongs to its widget."""

import asyncio
import threading

import pytest
from PySide6.QtCore import QObject

from infinibay_desktop.model.errors import Cancelled, HypervisorError
from infinibay_desktop.model.events import HostRemoved, HostSaved
from infinibay_desktop.runtime.tasks import TaskRunner
from infinibay_desktop.runtime.threads import Role, current_role
from infinibay_desktop.ui.bridge import EventBridge
from infinibay_desktop.ui.operations import Operations
from tests.fakes.desk import FakeNotices
from tests.fakes.running import qt_loop


@pytest.fixture
def bridge(qapp, bus):
    bridge = EventBridge(bus)
    yield bridge
    bridge.close()
    bridge.deleteLater()


@pytest.fixture
def shown() -> FakeNotices:
    return FakeNotices()


@pytest.fixture
def operations(tasks, shown):
    operations = Operations(tasks, shown)
    yield operations
    operations.close()


def test_events_arrive_in_order_on_the_gui_thread(qtbot, bus, bridge):
    owner, seen = QObject(), []
    bridge.on(HostSaved, lambda event: seen.append((event.host_id, current_role())), owner=owner)
    for number in range(5000):
        bus.publish(HostSaved(host_id=number))
    qtbot.waitUntil(lambda: len(seen) == 5000)
    assert [number for number, _ in seen] == list(range(5000))
    assert {role for _, role in seen} == {Role.MAIN}


def test_a_handler_ends_with_its_owner(qtbot, bus, bridge):
    gone, stays, seen = QObject(), QObject(), []
    bridge.on(HostSaved, lambda _event: seen.append("gone"), owner=gone)
    bridge.on(HostSaved, lambda _event: seen.append("stays"), owner=stays)
    gone.deleteLater()
    qtbot.waitSignal(gone.destroyed).wait()
    bus.publish(HostSaved(host_id=1))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["stays"]


def test_only_the_kind_that_was_asked_for_arrives(qtbot, bus, bridge):
    owner, seen = QObject(), []
    bridge.on(HostRemoved, seen.append, owner=owner)
    bus.publish(HostSaved(host_id=1))
    bus.publish(HostRemoved(host_id=2))
    qtbot.waitUntil(lambda: bool(seen))
    assert [event.host_id for event in seen] == [2]


def test_the_window_is_woken_once_for_many_events(qtbot, bus, bridge):
    woken, owner, seen = [], QObject(), []
    bridge._woken.connect(lambda: woken.append(1))
    bridge.on(HostSaved, seen.append, owner=owner)
    for number in range(1000):
        bus.publish(HostSaved(host_id=number))
    bus.drain()
    qtbot.waitUntil(lambda: len(seen) == 1000)
    assert len(woken) < 20


def test_work_is_awaited_and_its_failure_is_shown(qtbot, loop, operations, shown):
    owner, done = QObject(), []

    def refuse() -> None:
        raise HypervisorError("the host said no")

    async def act() -> None:
        done.append(await operations.run(threading.get_ident))
        await operations.run(refuse)
        done.append("never")

    operations.spawn(owner, act(), title="Could not start 'web'")
    qtbot.waitUntil(lambda: bool(shown.errors))
    assert shown.errors == [("Could not start 'web'", "the host said no")]
    assert done != [threading.get_ident()]
    assert len(done) == 1


def test_a_persons_no_is_shown_to_nobody(qtbot, loop, operations, shown):
    owner, ended = QObject(), []

    async def act() -> None:
        try:
            raise Cancelled("no")
        finally:
            ended.append(1)

    operations.spawn(owner, act())
    qtbot.waitUntil(lambda: bool(ended))
    assert not shown.errors


def test_work_ends_with_its_widget(qtbot, loop, operations, shown):
    owner, release, reached = QObject(), threading.Event(), []

    async def act() -> None:
        await operations.run(release.wait)
        reached.append("after")

    operations.spawn(owner, act())
    qtbot.waitUntil(lambda: bool(operations._running))
    owner.deleteLater()
    qtbot.waitUntil(lambda: not operations._running)
    release.set()
    assert not reached
    assert not shown.errors


def test_a_bug_reaches_the_crash_report(qtbot, loop, operations, shown, monkeypatch):
    owner, bugs = QObject(), []
    monkeypatch.setattr("sys.excepthook", lambda kind, error, trace: bugs.append(error))

    async def act() -> None:
        raise KeyError("a bug")

    operations.spawn(owner, act())
    qtbot.waitUntil(lambda: bool(bugs))
    assert isinstance(bugs[0], KeyError)
    assert not shown.errors
    assert asyncio.get_event_loop() is loop


def test_what_is_shown_as_failed_is_recorded_too(qtbot, tasks, shown, loop):
    recorded = []
    operations = Operations(tasks, shown, lambda error, context: recorded.append((error, context)))
    owner, failure = QObject(), HypervisorError("broken")

    async def fail() -> None:
        raise failure

    operations.spawn(owner, fail(), title="Adding")
    qtbot.waitUntil(lambda: bool(recorded))
    assert recorded == [(failure, {"while": "Adding"})]
    operations.close()


def test_work_after_the_loop_has_ended_is_dropped_without_a_word(qapp) -> None:
    begun = []

    async def work() -> None:
        begun.append(True)

    owner = QObject()
    with qt_loop(qapp):
        operations = Operations(TaskRunner(), FakeNotices())
    operations.spawn(owner, work())
    assert begun == []
