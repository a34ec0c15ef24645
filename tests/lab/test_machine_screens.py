"""A machine's life through the screens, on a real host: filled in, made, changed, deleted."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from infinibay_desktop.model.machines import Act, MachineState
from infinibay_desktop.model.sizes import MIB
from infinibay_desktop.ui.machines.asking import MachineAsking
from infinibay_desktop.ui.machines.delete_dialog import DeleteDialog
from infinibay_desktop.ui.machines.details import DISKS, HARDWARE, OVERVIEW, MachineDetailsPane
from infinibay_desktop.ui.machines.dialogs import ScreenshotDialog
from infinibay_desktop.ui.machines.host_names import HostNames
from infinibay_desktop.ui.machines.new_machine import NewMachineDialog
from infinibay_desktop.ui.machines.wish import Source
from infinibay_desktop.ui.widgets.forms import choose
from tests.ui.conftest import loop
from tests.ui.machines.conftest import core, desk, on_core

# ruff: noqa: F401, F811 - fixtures are imported, and asked for by their names

pytestmark = [
    pytest.mark.lab,
    pytest.mark.qt_log_ignore("propagateSizeHints", r"support raise\(\)", "grabbing the keyboard"),
]
SECONDS = 60_000


def find(core, name):
    return next((m for m in core.inventory.snapshot() if m.name == name), None)


def opened(window, kind, qtbot):
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(kind)), timeout=SECONDS)
    return next(d for d in window.findChildren(kind) if d.isVisible())


def test_a_machine_is_filled_in_made_changed_and_deleted_with_its_disk(
    clean_host,
    guest_image,
    desk,
    core,
    on_core,
    qtbot,
):
    host = on_core(lambda: core.hosts.add("qemu:///system"))
    on_core(lambda: core.connections.connect(host, keep_trying=True))
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    form = fill_in(desk, window, guest_image, qtbot)
    form.make.click()
    qtbot.waitUntil(lambda: len(desk.go.went) == 2, timeout=SECONDS)
    assert not desk.notices.errors
    machine = find(core, "screen")
    assert machine.state is MachineState.RUNNING
    (path,) = (d.path for d in on_core(lambda: core.machines.details(machine.key)).disks)
    assert Path(path).exists()

    pane = MachineDetailsPane(desk, None, lambda key: QLabel("screen"))
    qtbot.addWidget(pane)
    pane.resize(480, 700)
    pane.show()
    pane.show_machine(machine)
    describe(pane, qtbot)
    resize(pane, qtbot)
    pane.show_tab(DISKS)
    qtbot.waitUntil(
        lambda: any("256 MiB" in label.text() for label in pane.findChildren(QLabel)),
        timeout=SECONDS,
    )

    asking = MachineAsking(desk, HostNames(window), window)
    asking.take_screenshot(machine)
    opened(window, ScreenshotDialog, qtbot).reject()
    asking.act(Act.PAUSE, [machine])
    qtbot.waitUntil(lambda: find(core, "screen").state is MachineState.PAUSED, timeout=SECONDS)

    asking.delete([find(core, "screen")])
    dialog = opened(window, DeleteDialog, qtbot)
    qtbot.waitUntil(lambda: bool(dialog._ticks), timeout=SECONDS)
    dialog._ticks[machine.key][0].box.setChecked(True)
    dialog.force.setChecked(True)
    qtbot.keyClicks(dialog.word.editor, "screen")
    dialog.go.click()
    qtbot.waitUntil(lambda: find(core, "screen") is None, timeout=SECONDS)
    qtbot.waitUntil(lambda: not Path(path).exists(), timeout=SECONDS)
    assert pane._pages.currentWidget() is pane._gone
    assert not desk.notices.errors


def fill_in(desk, window, guest_image, qtbot):
    form = NewMachineDialog(desk, window)
    form.show()
    qtbot.waitUntil(lambda: form._offer is not None, timeout=SECONDS)
    form.form.name.clear()
    qtbot.keyClicks(form.form.name, "screen")
    choose(form.form.source.source, Source.KERNEL)
    form.form.source.source.activated.emit(form.form.source.source.currentIndex())  # by a person
    form.form.source.kernel.setText("/no/such/kernel")
    # The host has no pool yet: it is asked only when Create is pressed.
    form.form.source.kernel.setText(str(guest_image.kernel))
    form.form.source.initrd.setText(str(guest_image.initrd))
    form.form.source.command_line.setText("console=ttyS0 console=tty1")
    form.form.with_disk.click()
    form.form.memory.set_value(384 * MIB)
    form.form.disk.set_value(256 * MIB)
    return form


def describe(pane, qtbot):
    card = pane._tabs_made[OVERVIEW].description
    qtbot.waitUntil(lambda: pane._tabs_made[OVERVIEW].facts.value("Firmware") == "BIOS",
                    timeout=SECONDS)  # fmt: skip
    card.edit.click()
    card.editor.setPlainText("made by a test")
    card.save.click()
    qtbot.waitUntil(lambda: card._shown.text() == "made by a test", timeout=SECONDS)


def resize(pane, qtbot):
    pane.show_tab(HARDWARE)
    tab = pane._tabs_made[HARDWARE]
    qtbot.waitUntil(lambda: tab._stored is not None, timeout=SECONDS)
    tab.memory.set_value(448 * MIB)
    tab.apply.click()
    qtbot.waitUntil(lambda: tab._stored[1] == 448 * MIB, timeout=SECONDS)
    assert "384 MiB until its next start" in tab.when.text()
