"""Hosts and storage on a running core: real threads, a real loop, libvirt's simulated host."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.hosts import HostId, LinkState
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.hosts.dialogs import ForgetDialog, HostDialog
from infinibay_desktop.ui.hosts.page import HostsPage
from infinibay_desktop.ui.hosts.stages import Progress
from infinibay_desktop.ui.storage.page import StoragePage
from tests.fakes.guarded import raw
from tests.fakes.running import qt_loop, running_desk

pytestmark = [
    pytest.mark.libvirt,
    pytest.mark.usefixtures("looks", "libvirt_events"),
    pytest.mark.qt_log_ignore("propagateSizeHints"),
]


@pytest.fixture
def desk(qapp, qtbot, tmp_path, monkeypatch) -> Iterator[Desk]:
    monkeypatch.setenv("INFINIBAY_HOME", str(tmp_path / "home"))
    with qt_loop(qapp), running_desk(qtbot, tmp_path) as desk:
        yield desk


@pytest.fixture
def pages(desk, qtbot) -> tuple[HostsPage, StoragePage]:
    hosts, storage = HostsPage(), StoragePage()
    for page in (hosts, storage):
        qtbot.addWidget(page)
        page.attach(desk)
        page.show()
        page.entered()
    return hosts, storage


def test_a_demonstration_is_tested_added_looked_at_and_forgotten(desk, pages, qtbot) -> None:
    hosts, storage = pages
    hosts.add_host()
    dialog = hosts.findChild(HostDialog)
    dialog.form.uri.setText("test:///default")
    dialog.save.click()
    qtbot.waitUntil(lambda: hosts.selected() is not None and hosts.selected().is_connected)
    details = hosts.details
    qtbot.waitUntil(lambda: "libvirt" in details.facts.values())
    qtbot.waitUntil(lambda: "Open" in details.pool.values())
    qtbot.waitUntil(lambda: "running" in hosts.selected().machines)
    qtbot.waitUntil(lambda: any(row.pool for row in storage.model.shown()))
    hosts.acts.disconnect_host.trigger()
    qtbot.waitUntil(lambda: all(row.is_stale for row in storage.model.shown()))
    hosts.acts.forget.trigger()
    hosts.findChild(ForgetDialog).forget.click()
    qtbot.waitUntil(lambda: not hosts.model.rows())
    qtbot.waitUntil(lambda: not storage.model.shown())
    qtbot.waitUntil(lambda: not desk.core.inventory.snapshot())


def test_a_test_that_runs_while_its_dialog_is_closed_leaves_nothing(desk, qtbot) -> None:
    began, go_on = threading.Event(), threading.Event()
    reach, left = desk.core.access.reach, []
    ended = threading.Event()

    class SlowAccess:
        def reach(self, host):
            began.set()
            go_on.wait(10)
            return reach(host)

        def leave(self, host):
            left.append(host)
            ended.set()

    raw(desk.core.connections)._access = SlowAccess()
    window = QWidget()
    qtbot.addWidget(window)
    dialog = HostDialog(desk, None, window)
    gone = []
    dialog.destroyed.connect(lambda: gone.append(1))
    dialog.form.uri.setText("test:///default")
    dialog.open()
    dialog.test.click()
    qtbot.waitUntil(began.is_set)
    assert next(iter(dialog.trial.stages.lines.values())).progress is Progress.RUNNING
    dialog.cancel.click()
    qtbot.waitUntil(lambda: bool(gone))
    assert not ended.is_set()
    go_on.set()
    qtbot.waitUntil(ended.is_set)
    assert len(left) == 1
    qtbot.waitUntil(lambda: not desk.operations._running)


def test_stopping_a_test_lets_the_next_one_tell_its_own_end(desk, qtbot) -> None:
    began, go_on = threading.Event(), threading.Event()
    reach = desk.core.access.reach

    class SlowAccess:
        def reach(self, host):
            if not began.is_set():
                began.set()
                go_on.wait(10)
            return reach(host)

        def check_host_key(self, host):
            return ""

        def sign_in(self, host):
            return raw(desk.core.access).sign_in(host)

        def leave(self, host):
            pass

    raw(desk.core.connections)._access = SlowAccess()
    window = QWidget()
    qtbot.addWidget(window)
    dialog = HostDialog(desk, None, window)
    dialog.form.uri.setText("test:///default")
    dialog.open()
    dialog.test.click()
    qtbot.waitUntil(began.is_set)
    dialog.test.click()
    assert dialog.save.text() == "Save anyway"
    dialog.test.click()
    lines = dialog.trial.stages.lines.values()
    qtbot.waitUntil(lambda: all(line.progress is Progress.PASSED for line in lines))
    go_on.set()
    qtbot.waitUntil(lambda: not desk.operations._running)
    assert all(line.progress is Progress.PASSED for line in lines)


def test_a_host_that_is_not_there_is_tried_again_until_it_is_let_go(desk, pages, qtbot) -> None:
    hosts, _ = pages
    missing = "test:///nowhere/at/all.xml"
    host = desk.core.tasks.submit(lambda: desk.core.hosts.add(missing)).result(10)
    qtbot.waitUntil(lambda: hosts.selected() is not None)
    hosts.acts.connect_host.trigger()
    state = desk.core.connections.status
    qtbot.waitUntil(lambda: state(HostId(host.id)).state is LinkState.LOST)
    qtbot.waitUntil(lambda: hosts.details.state.text().startswith("Connection lost"))
    assert hosts.details.reason.text()
    hosts.acts.disconnect_host.trigger()
    qtbot.waitUntil(lambda: state(host.id).state is LinkState.DISCONNECTED)
