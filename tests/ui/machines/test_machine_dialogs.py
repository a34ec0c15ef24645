"""Questions about machines: deletion, names, pictures, the report of many."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from infinibay_desktop.model.errors import ConflictError, StorageError
from infinibay_desktop.model.machines import Act, MachineDisk, MachineState
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.ui.machines.acts import preview
from infinibay_desktop.ui.machines.bulk import PreviewDialog, needs_preview
from infinibay_desktop.ui.machines.delete_dialog import DeleteDialog, why_kept, word_to_type
from infinibay_desktop.ui.machines.dialogs import (
    ConfirmDialog,
    RenameDialog,
    file_name,
    write_picture,
)
from tests.ui.machines.conftest import make

DISK = MachineDisk(target="vda", device="disk", path="/images/web.qcow2", capacity_bytes=GIB)
SHARED = MachineDisk(
    target="vdb", device="disk", path="/images/all.qcow2", shared_with=("mail & <b>co</b>",)
)
CD = MachineDisk(target="sda", device="cdrom", path="/iso/installer.iso", read_only=True)
ODD = "<b>bold</b> & مرحبا 😀 " + "very-long-name-" * 12

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard")


@pytest.fixture
def window(qtbot, loop):
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def ask(desk, window, qtbot, monkeypatch):
    """Opens a deletion of machines that all have these disks."""

    def open_dialog(*machines, disks=(DISK, SHARED, CD)):
        monkeypatch.setattr(type(desk.core.deletion), "disks", lambda self, key: list(disks))
        dialog = DeleteDialog(machines, desk, window)
        if len(machines) <= 20:
            qtbot.waitUntil(lambda: len(dialog._ticks) == len(dialog.machines))
        return dialog

    return open_dialog


def test_no_disk_is_ticked_and_the_definition_alone_needs_no_typing(ask):
    dialog = ask(make("web", MachineState.SHUT_OFF))

    assert dialog.wish().disks == {}
    assert dialog.go.isEnabled()
    assert dialog.word.isHidden()


def test_a_ticked_disk_asks_for_the_name(ask, qtbot):
    machine = make("web", MachineState.SHUT_OFF)
    dialog = ask(machine)

    dialog._ticks[machine.key][0].box.setChecked(True)
    assert not dialog.go.isEnabled()
    assert not dialog.word.isHidden()

    qtbot.keyClicks(dialog.word.editor, "web")
    assert dialog.go.isEnabled()
    assert dialog.wish().disks == {machine.key: ("vda",)}


def test_disks_that_others_use_or_nobody_may_write_cannot_be_ticked_and_say_why(ask):
    machine = make("web", MachineState.SHUT_OFF)
    dialog = ask(machine)

    assert [one.box.isEnabled() for one in dialog._ticks[machine.key]] == [True, False, False]
    assert "mail & <b>co</b>" in why_kept(SHARED)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("vdb stays: shared with mail & <b>co</b>" in text for text in said)


def test_a_running_machine_must_be_allowed_to_lose_its_power(ask):
    dialog = ask(make("web"))
    assert not dialog.go.isEnabled()

    dialog.force.setChecked(True)

    assert dialog.go.isEnabled()
    assert dialog.wish().force_off


def test_many_machines_ask_for_their_count_and_leave_out_what_cannot_go(ask, qtbot):
    machines = [make("a", MachineState.SHUT_OFF), make("b", MachineState.SHUT_OFF)]
    dialog = ask(*machines, make("c", MachineState.CREATING))

    dialog.all_disks.setChecked(True)
    assert not dialog.go.isEnabled()
    qtbot.keyClicks(dialog.word.editor, "2")

    assert dialog.go.isEnabled()
    assert dialog.wish().disks == {machine.key: ("vda",) for machine in machines}


def test_disks_of_very_many_machines_are_looked_for_only_when_they_shall_go(ask, qtbot):
    dialog = ask(*(make(f"m{n}", MachineState.SHUT_OFF) for n in range(25)))
    assert not dialog._ticks
    assert dialog.go.isEnabled()

    dialog.all_disks.setChecked(True)
    assert not dialog.go.isEnabled()
    qtbot.waitUntil(lambda: len(dialog.wish().disks) == 25)


def test_names_that_are_hard_to_type_are_spared():
    assert word_to_type([make("web-1")]) == "web-1"
    assert word_to_type([make(ODD)]) == "delete"
    assert word_to_type([make("a"), make("b")]) == "2"


def test_a_refused_name_is_told_beside_its_field_and_nothing_is_lost(desk, window, qtbot):
    async def refuse(name: str) -> None:
        raise ConflictError(f"There is a machine named '{name}' already.", field="name")

    dialog = RenameDialog(make("web"), refuse, desk.operations.spawn, window)
    dialog._editor.setText("a/b")
    assert not dialog._go.isEnabled()

    dialog._editor.setText("mail")
    dialog._go.click()

    qtbot.waitUntil(lambda: "already" in dialog.field._problem.text())
    assert dialog._editor.text() == "mail"


def test_a_mixed_or_disruptive_act_is_previewed_and_a_plain_start_is_not(window):
    off = [make(f"m{n}", MachineState.SHUT_OFF) for n in range(3)]

    assert not needs_preview(Act.START, preview(Act.START, off))
    assert needs_preview(Act.START, preview(Act.START, [*off, make("on")]))
    assert needs_preview(Act.FORCE_OFF, preview(Act.FORCE_OFF, [make("a"), make("b")]))
    dialog = PreviewDialog(Act.START, [*off, make("on")], lambda _machine: "demo", window)
    assert [machine.name for machine in dialog.wanted()] == ["m0", "m1", "m2"]


def test_odd_names_keep_dialogs_within_a_small_window(ask, window, qtbot):
    machine = make(ODD, MachineState.SHUT_OFF)
    for dialog in (
        ask(machine),
        ConfirmDialog(Act.FORCE_OFF, machine, window),
        PreviewDialog(Act.START, [machine], lambda _machine: ODD, window),
    ):
        dialog.resize(400, 300)
        dialog.show()
        assert dialog.width() == 400
        assert dialog.windowTitle().count("\n") == 0
        dialog.close()


def test_a_picture_is_written_and_a_folder_that_refuses_is_told(tmp_path):
    write_picture(str(tmp_path / "a.png"), b"png")
    assert (tmp_path / "a.png").read_bytes() == b"png"

    with pytest.raises(StorageError, match="Could not write"):
        write_picture(str(tmp_path / "no" / "a.png"), b"png")
    assert file_name("a/b <c>") == "a-b--c-.png".replace("-.png", ".png")
    assert file_name("😀") == "machine.png"
