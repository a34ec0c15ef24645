"""Work on machines: asked for where it is due, waited for without holding anybody up."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from infinibay_desktop.model.errors import HypervisorError
from infinibay_desktop.model.events import MachineChanged, MachinesStale
from infinibay_desktop.model.machines import Act, MachineState
from infinibay_desktop.ui.machines.asking import MachineAsking
from infinibay_desktop.ui.machines.bulk import PreviewDialog, ResultDialog
from infinibay_desktop.ui.machines.delete_dialog import DeleteDialog
from infinibay_desktop.ui.machines.dialogs import ConfirmDialog, RenameDialog, ScreenshotDialog
from infinibay_desktop.ui.machines.host_names import HostNames
from infinibay_desktop.ui.machines.new_machine import NewMachineDialog
from infinibay_desktop.ui.machines.work import SIDE_BY_SIDE, Job, MachineWork
from tests.ui.machines.conftest import make

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"support raise\(\)")


@pytest.fixture
def window(qtbot, loop):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    return window


@pytest.fixture
def asking(desk, window):
    return MachineAsking(desk, HostNames(window), window)


@pytest.fixture
def opened(window, qtbot):
    """Waits for a dialog of a kind."""

    def find(kind):
        qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(kind)))
        return next(one for one in window.findChildren(kind) if one.isVisible())

    return find


def job(call, **more):
    return Job(label="Start", failed="Could not start '{name}'", call=call, **more)


def test_forcing_off_is_asked_for_until_the_person_wants_it_no_more(
    asking, desk, core, host, machine_of, opened, qtbot
):
    asking.act(Act.FORCE_OFF, [machine_of("web")])
    dialog = opened(ConfirmDialog)
    assert machine_of("web").state is MachineState.RUNNING
    dialog._never.setChecked(True)
    dialog.accept()
    qtbot.waitUntil(lambda: machine_of("web").state is MachineState.SHUT_OFF)
    assert not core.settings.settings.confirm_force_off

    asking.act(Act.FORCE_OFF, [machine_of("mail")])
    qtbot.waitUntil(lambda: machine_of("mail").state is MachineState.SHUT_OFF)


def test_an_answer_of_no_does_nothing(asking, desk, host, machine_of, opened, qtbot):
    asking.act(Act.FORCE_OFF, [machine_of("web")])
    opened(ConfirmDialog).reject()

    qtbot.waitUntil(lambda: not desk.operations._running)
    assert machine_of("web").state is MachineState.RUNNING
    assert not desk.log.entries


def test_many_are_previewed_and_only_those_that_can_are_done(
    asking, desk, core, host, machine_of, opened, qtbot, on_core
):
    on_core(lambda: core.machines.force_off(machine_of("web").key))
    qtbot.waitUntil(lambda: machine_of("web").state is MachineState.SHUT_OFF)
    asking.act(Act.SHUTDOWN, [machine_of("web"), machine_of("mail")])
    opened(PreviewDialog).accept()

    qtbot.waitUntil(lambda: machine_of("mail").state is MachineState.SHUT_OFF)
    qtbot.waitUntil(lambda: bool(desk.log.entries) and desk.log.entries[0].ended)
    assert desk.log.entries[0].title == "Shut down 'mail'"


def test_what_failed_of_many_is_reported_and_can_be_retried(
    asking, desk, core, host, machine_of, opened, qtbot, monkeypatch
):
    tries = []

    def pause(self, key):
        tries.append(key)
        if key == machine_of("web").key:
            raise HypervisorError("The host refused.")

    monkeypatch.setattr(type(core.machines), "pause", pause)
    asking.act(Act.PAUSE, [machine_of("web"), machine_of("mail")])
    opened(PreviewDialog).accept()
    report = opened(ResultDialog)
    assert report.windowTitle() == "Pause: 1 of 2 failed"
    assert not report.isModal()
    assert desk.notices.told == []  # the dialog says it; nothing of it is good news

    report._on_retry_clicked()
    qtbot.waitUntil(lambda: len(tries) == 3)
    assert tries[2] == machine_of("web").key


def test_a_guest_that_ignores_the_request_is_told_of_after_a_while(desk, window, qtbot):
    machine = make("deaf")
    desk.core.inventory._inventory.reconcile(machine.host_id, [machine], mark=0)
    work = MachineWork(desk, window)
    work.patience_s = 0.05

    work.begin(job(lambda key: None, until_off=True), [machine])

    qtbot.waitUntil(lambda: bool(desk.notices.errors))
    assert "still runs" in desk.notices.errors[0][1]
    assert desk.log.entries[0].steps == ["Asked; waiting for its system"]


def test_waiting_for_guests_holds_no_worker_and_ends_with_the_event(desk, window, core, qtbot):
    machines = [make(f"m{n}") for n in range(40)]
    inventory = core.inventory._inventory
    inventory.reconcile(machines[0].host_id, machines, mark=inventory.mark())
    asked, reports = [], []
    work = MachineWork(desk, window)
    work.reported.connect(reports.append)

    work.begin(job(asked.append, until_off=True), machines)
    qtbot.waitUntil(lambda: len(asked) == 40)
    assert not reports
    for machine in machines[:39]:
        off = make(machine.name, MachineState.SHUT_OFF)
        core.bus._whole.publish(MachineChanged(machine=_with_key(off, machine)))
    core.bus._whole.publish(MachinesStale(host_id=machines[39].host_id, keys=(machines[39].key,)))

    qtbot.waitUntil(lambda: bool(reports))
    assert len(reports[0].done) == 39
    assert "lost" in reports[0].failures[0].error.message


def _with_key(off, machine):
    from dataclasses import replace

    return replace(off, id=machine.id, host_id=machine.host_id)


def test_few_of_a_host_are_asked_at_a_time_and_cancelling_leaves_out_the_rest(desk, window, qtbot):
    gate, busy, most = threading.Event(), [], []

    def slow(key):
        busy.append(key)
        most.append(len(busy))
        gate.wait(10)
        busy.remove(key)

    reports = []
    work = MachineWork(desk, window)
    work.reported.connect(reports.append)
    work.begin(job(slow), [make(f"m{n}") for n in range(20)])
    qtbot.waitUntil(lambda: len(busy) == SIDE_BY_SIDE)
    desk.log.entries[0].cancel()
    gate.set()

    qtbot.waitUntil(lambda: bool(reports))
    assert max(most) == SIDE_BY_SIDE
    assert len(reports[0].left_out) == 20 - SIDE_BY_SIDE
    assert desk.log.entries[0].failed == f"{20 - SIDE_BY_SIDE} left out"


def test_a_machine_is_deleted_after_its_dialog_said_what_goes(
    asking, desk, core, host, machine_of, opened, qtbot
):
    key = machine_of("web").key
    asking.delete([machine_of("web")])
    dialog = opened(DeleteDialog)
    dialog.force.setChecked(True)
    qtbot.waitUntil(dialog.go.isEnabled)
    dialog.go.click()

    qtbot.waitUntil(lambda: core.inventory.find(key) is None)
    assert not desk.notices.errors


def test_a_machine_is_renamed_and_photographed(
    asking, desk, core, host, machine_of, opened, qtbot, on_core
):
    machine = machine_of("web")
    asking.take_screenshot(machine)
    opened(ScreenshotDialog).reject()
    on_core(lambda: core.machines.force_off(machine.key))

    asking.rename(machine)
    dialog = opened(RenameDialog)
    dialog._editor.setText("www")
    dialog._go.click()
    qtbot.waitUntil(lambda: core.inventory.find(machine.key).name == "www")


def test_everything_that_can_be_used_has_a_name_for_a_screen_reader(
    desk, host, machine_of, window, qtbot
):
    from infinibay_desktop.ui.machines.window import MachineWindow

    desk.go.console_pane = lambda key: QWidget()
    shown = MachineWindow(desk)
    qtbot.addWidget(shown)
    shown.show_machine(machine_of("web"))
    shown.show()
    for tab in range(6):
        shown.details.show_tab(tab)
    form = NewMachineDialog(desk, window)
    delete = DeleteDialog([machine_of("web")], desk, window)
    for root in (shown, form, delete):
        nameless = [
            one
            for one in root.findChildren(QWidget)
            if type(one).__name__ in _USED
            and one.focusPolicy() is not Qt.FocusPolicy.NoFocus
            and not (one.accessibleName() or str(one.property("text") or ""))
        ]
        assert not nameless
    QApplication.clipboard().clear()


_USED = (
    "Choice", "QComboBox", "QLineEdit", "QPlainTextEdit", "QPushButton", "QToolButton", "Tick",
    "QCheckBox", "_CountBox", "_SizeBox", "_QuietSlider", "QTabWidget", "QTreeWidget",
)  # fmt: skip
