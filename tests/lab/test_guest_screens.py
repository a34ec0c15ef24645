"""The Guest tab on a real guest: what runs there is shown, and ended from the window."""

from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel

from infinibay_desktop.model.machines import MachineId, MachineKey
from infinibay_desktop.ui.guest.dialogs import SureDialog
from infinibay_desktop.ui.machines.details import GUEST, MachineDetailsPane
from tests.lab.guest import start_guest
from tests.lab.qemu_agent import CHANNELS, build_guest_with_both
from tests.lab.serial_line import SerialLine, terminal_of
from tests.lab.waiting import wait_for
from tests.ui.conftest import looks, loop
from tests.ui.machines.conftest import core, desk, on_core

# ruff: noqa: F401, F811 - fixtures are imported, and asked for by their names

pytestmark = [
    pytest.mark.lab,
    pytest.mark.expects_warnings,
    pytest.mark.qt_log_ignore("propagateSizeHints", r"support raise\(\)", "grabbing the keyboard"),
]
SECONDS = 60_000
USERS, SYSTEM = 3, 5


@pytest.fixture
def shown(clean_host, lab_folder, tmp_path, desk, core, on_core, qtbot, looks):
    """The details of a machine with both agents in it, turned to its Guest tab."""
    folder = lab_folder / "both-guest-screens"
    image = build_guest_with_both(folder)
    guest = start_guest(clean_host.virsh, image, tmp_path, "inside", devices=CHANNELS)
    host = on_core(lambda: core.hosts.add("qemu:///system"))
    core.agents.serve()
    on_core(lambda: core.connections.connect(host, keep_trying=True))
    key = MachineKey(host.id, MachineId(UUID(guest.uuid)))
    pane = MachineDetailsPane(desk, None, lambda _key: QLabel("screen"))
    qtbot.addWidget(pane)
    pane.resize(760, 620)
    pane.show()
    pane.show_machine(core.inventory.find(key))
    pane.show_tab(GUEST)
    return pane._tabs_made[GUEST], guest, key


def names(part) -> list[str]:
    return [part.model.index(row, 0).data() for row in range(part.model.rowCount())]


def row_with(part, words: str) -> int | None:
    rows = range(part.model.rowCount())
    found = (row for row in rows if words in part.model.row_at(part.model.index(row, 0)).command)
    return next(found, None)


def test_what_runs_inside_is_shown_and_ended(shown, desk, core, on_core, qtbot) -> None:
    tab, guest, key = shown
    guest.wait_until_ready()
    qtbot.waitUntil(lambda: not tab.notice.isVisible(), timeout=SECONDS)
    part = tab.parts[0]
    qtbot.waitUntil(lambda: row_with(part, "infinibay-agent") is not None, timeout=SECONDS)

    on_core(lambda: core.guests.run(key, ["sh", "-c", "sleep 4321 > /dev/null 2>&1 &"]))
    qtbot.waitUntil(lambda: row_with(part, "sleep 4321") is not None, timeout=SECONDS)
    part.view.setCurrentIndex(part.model.index(row_with(part, "sleep 4321"), 0))
    part.kill.trigger()
    qtbot.waitUntil(lambda: bool(tab.window().findChildren(SureDialog)), timeout=SECONDS)
    tab.window().findChildren(SureDialog)[0].accept()
    qtbot.waitUntil(lambda: row_with(part, "sleep 4321") is None, timeout=SECONDS)
    assert not desk.notices.errors
    assert desk.log.entries[-1].ended

    tab.tabs.setCurrentIndex(SYSTEM)
    system = tab.parts[SYSTEM]
    qtbot.waitUntil(lambda: "Kernel" in system.facts.values(), timeout=SECONDS)
    system.get.click()
    qtbot.waitUntil(lambda: "Infinibay guest agent" in system.text.toPlainText(), timeout=SECONDS)

    on_core(lambda: core.machines.pause(key))
    qtbot.waitUntil(lambda: "paused" in tab.notice.title.text(), timeout=SECONDS)
    on_core(lambda: core.machines.resume(key))
    qtbot.waitUntil(lambda: not tab.notice.isVisible(), timeout=SECONDS)


def test_a_person_ends_a_process_in_the_real_window(
    person, clean_host, lab_folder, tmp_path
) -> None:
    image = build_guest_with_both(lab_folder / "both-guest-window")
    guest = start_guest(clean_host.virsh, image, tmp_path, "inside", devices=CHANNELS)
    guest.wait_until_ready()
    line = SerialLine(terminal_of(clean_host, guest.uuid))
    line.type("sleep 4321 &")
    person.start("--connect", "qemu:///system", "--show-machine", "inside")
    person.click("Guest", kind="tab")
    person.wait_to_see("in all")
    person.write("Filter: Processes", "4321")
    person.wait_to_see("1 of ")
    person.click("sleep", kind="item", name="Processes")
    person.click("Kill process…", kinds="QPushButton")
    person.click("Kill", kinds="QPushButton")
    person.wait_until(
        lambda: not person.all("sleep", kind="item", name="Processes"), "the end of it"
    )
    person.wait_to_see("0 of ")
    line.type("ps")
    wait_for(lambda: "infinibay-agent" in line.said(), "what runs")
    assert "sleep 4321" not in line.said().rpartition("ps")[2]
    line.close()
    person.quit()
