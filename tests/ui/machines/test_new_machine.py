"""Filling in a new machine: what is suggested, what is refused, and what is made."""

from dataclasses import replace

import pytest

from infinibay_desktop.model.blueprints import Blueprint
from infinibay_desktop.model.errors import StorageError
from infinibay_desktop.model.hosts import LinkState
from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.model.specs import DiskOrigin, NetworkKind, OsFamily
from infinibay_desktop.model.storage import Volume
from infinibay_desktop.services.hosts import draft_host
from infinibay_desktop.ui.machines.new_machine import NewMachineDialog
from infinibay_desktop.ui.machines.new_machine_form import NewMachineForm
from infinibay_desktop.ui.machines.offer import HostOffer, free_name, guess_os
from infinibay_desktop.ui.machines.size_fields import SizeField, stops_between
from infinibay_desktop.ui.machines.wish import Source, missing, name_problem, spec_problem, summary
from infinibay_desktop.ui.widgets.forms import choose
from tests.fakes.hosts import CAPABILITIES, POOL

pytestmark = pytest.mark.qt_log_ignore(
    "propagateSizeHints", "grabbing the keyboard", r"support raise\(\)"
)


def volume(name: str, kind: str, size: int) -> Volume:
    return Volume(
        name=name,
        pool="default",
        path=f"/p/{name}",
        format=kind,
        capacity_bytes=size,
        allocated_bytes=0,
    )


OFFER = HostOffer(
    host=replace(draft_host("qemu:///system"), name="rack-7"),
    capabilities=CAPABILITIES,
    pools=(POOL, replace(POOL, name="small", available_bytes=5 * GIB)),
    isos=(volume("debian-12.iso", "iso", GIB), volume("Win11_24H2.iso", "iso", 5 * GIB)),
    images=(volume("cloud.qcow2", "qcow2", 10 * GIB),),
    networks=("default", "lab"),
)


@pytest.fixture
def form(qtbot, loop):
    form = NewMachineForm()
    qtbot.addWidget(form)
    form.take(OFFER, ["linux-1"])
    return form


@pytest.fixture
def dialog(desk, qtbot, host):
    dialog = NewMachineDialog(desk)
    dialog.show()
    qtbot.waitUntil(lambda: dialog._offer is not None)
    return dialog


@pytest.mark.parametrize(
    ("file", "system"),
    [
        ("debian-12.7.0-amd64-netinst.iso", OsFamily.LINUX),
        ("/iso/Win11_24H2_English_x64.iso", OsFamily.WINDOWS_11),
        ("windows_10_22h2.iso", OsFamily.WINDOWS_10),
        ("virtio-win-0.1.262.iso", None),
        ("disk.qcow2", None),
    ],
)
def test_a_system_is_guessed_from_a_files_name(file, system):
    assert guess_os(file) is system


def test_the_next_free_name_is_suggested_until_somebody_names_it(form, qtbot):
    assert form.wish().name == "linux-2"
    form.source.iso.set_value("/p/Win11_24H2.iso")
    assert form.wish().name == "windows-1"

    form.name.clear()
    qtbot.keyClicks(form.name, "web")
    form.source.iso.set_value("/p/debian-12.iso")
    assert form.wish().name == "web"
    assert free_name("vm", ["vm-1", "vm-3"]) == "vm-2"


def test_a_guess_fits_system_and_size_to_the_installer_and_says_so(form):
    form.source.iso.set_value("/p/Win11_24H2.iso")

    wish = form.wish()
    assert (wish.os, wish.memory_bytes, wish.disk_bytes) == (
        OsFamily.WINDOWS_11,
        4 * GIB,
        64 * GIB,
    )
    assert "Win11_24H2.iso" in form._system_field._hint.text()


def test_own_sizes_are_not_suggested_over(form):
    form.memory.set_value(3 * GIB)
    form.source.iso.set_value("/p/Win11_24H2.iso")

    assert form.wish().memory_bytes == 3 * GIB


def test_a_blueprint_sets_the_sizes(form):
    form.set_blueprints(
        [Blueprint(name="office", vcpus=3, memory_bytes=6 * GIB, disk_bytes=30 * GIB)]
    )
    choose(form.blueprint, "office")

    wish = form.wish()
    assert (wish.vcpus, wish.memory_bytes, wish.disk_bytes) == (3, 6 * GIB, 30 * GIB)


def test_sliders_end_where_the_host_and_its_pool_end(form):
    assert form.vcpus.slider.maximum() == 8
    form.memory.slider.setValue(form.memory.slider.maximum())
    assert form.wish().memory_bytes == 32 * GIB

    choose(form.advanced.pool, "small")
    form.disk.slider.setValue(form.disk.slider.maximum())
    assert form.wish().disk_bytes == 5 * GIB
    form.advanced.sparse.setChecked(True)
    form.disk.set_value(50 * GIB)
    assert form.wish().spec().disks[0].sparse
    assert form.wish().disk_bytes == 50 * GIB


def test_each_way_to_begin_gives_its_own_wish(form):
    choose(form.source.source, Source.IMAGE)
    form.source.image.set_value("/p/cloud.qcow2")
    (disk,) = form.wish().spec().disks
    assert (disk.origin, disk.path) == (DiskOrigin.COPY, "/p/cloud.qcow2")
    assert disk.size_bytes >= 10 * GIB

    choose(form.source.how, False)
    assert form.wish().spec().disks[0].origin is DiskOrigin.USE

    choose(form.source.source, Source.KERNEL)
    form.source.kernel.setText("/boot/vmlinuz")
    spec = form.wish().spec()
    assert spec.direct_boot.kernel == "/boot/vmlinuz"
    assert spec.disks == ()

    choose(form.source.source, Source.NOTHING)
    assert form.wish().spec().isos == ()
    assert len(form.wish().spec().disks) == 1


def test_what_is_missing_and_what_is_impossible_is_named(form):
    wish = form.wish()
    assert missing(wish)[0] == "iso"
    assert spec_problem(replace(wish, iso="not/absolute")).details["field"] == "iso"
    assert name_problem(replace(wish, name="a/b"), ()).details["field"] == "name"
    assert name_problem(replace(wish, name="linux-1"), ["linux-1"]).code == "conflict"
    bridge = replace(wish.network, kind=NetworkKind.BRIDGE)
    assert missing(replace(wish, iso="/a", network=bridge))[0] == "network"


def test_the_summary_says_exactly_what_will_be_made(form):
    form.source.iso.set_value("/p/debian-12.iso")

    words = [words for _, words in summary(form.wish(), OFFER)]

    assert words == [
        "on rack-7",
        "2 vCPUs and 2 GiB of memory",
        "20 GiB disk in the pool default (100 GiB free)",
        "Starts from debian-12.iso",
        "On the network default",
        "Starts as soon as it is made",
    ]


def test_a_size_keeps_every_byte_it_was_given(qtbot, loop):
    field = SizeField(GIB, 100 * GIB, name="Disk")
    qtbot.addWidget(field)
    field.set_value(10 * GIB + 1)
    assert field.value() == 10 * GIB + 1

    stops = stops_between(GIB, 100 * GIB, GIB // 4)
    assert stops[0] == GIB
    assert stops[-1] == 100 * GIB
    assert 2 * GIB in stops


def test_a_machine_is_made_and_shown_and_its_console_too(dialog, desk, core, qtbot):
    dialog.form.name.clear()
    qtbot.keyClicks(dialog.form.name, "fresh <b>")
    dialog.make.click()

    qtbot.waitUntil(lambda: len(desk.go.went) == 2)
    made = next(m for m in core.inventory.snapshot() if m.name == "fresh <b>")
    assert desk.go.went == [("machine", made.key), ("console", made.key)]
    # The start is told by libvirt's event, which may come after the way to the machine.
    qtbot.waitUntil(lambda: core.inventory.find(made.key).state is MachineState.RUNNING)
    assert not desk.notices.errors


def test_what_is_filled_in_while_the_host_is_asked_is_asked_and_made_too(dialog, desk, core, qtbot):
    dialog.form.name.clear()
    qtbot.keyClicks(dialog.form.name, "late")
    dialog.make.click()
    assert not dialog.form.isEnabled()  # nothing else can be typed meanwhile
    # As what is read late does, such as a department's blueprint.
    dialog.form.vcpus.set_value(1)

    qtbot.waitUntil(lambda: len(desk.go.went) == 2)
    assert next(m for m in core.inventory.snapshot() if m.name == "late").vcpus == 1


def test_a_name_that_is_taken_is_refused_beside_its_field(dialog, qtbot):
    dialog.form.name.clear()
    qtbot.keyClicks(dialog.form.name, "web")

    assert "already" in dialog.form.fields["name"]._problem.text()
    dialog.make.click()
    assert dialog.isVisible()
    dialog.close()


def test_what_the_host_refuses_is_told_beside_its_field(dialog, desk, qtbot, monkeypatch):
    def refuse(self, host_id, spec):
        raise StorageError("20 GiB of disk do not fit.", field="disks")

    monkeypatch.setattr(type(desk.core.creation), "plan", refuse)
    dialog._on_form_changed()

    qtbot.waitUntil(lambda: "do not fit" in dialog.form.fields["disk"]._problem.text())
    dialog.close()


def test_a_failed_creation_comes_back_with_all_that_was_filled_in(dialog, desk, qtbot, monkeypatch):
    def fail(self, host_id, spec):
        raise StorageError("The disk is full.")

    monkeypatch.setattr(type(desk.core.creation), "create", fail)
    dialog.form.name.clear()
    qtbot.keyClicks(dialog.form.name, "again")
    dialog.make.click()
    qtbot.waitUntil(lambda: not dialog.isVisible())

    qtbot.waitUntil(lambda: bool(desk.notices.errors))
    assert desk.notices.errors[0][0] == "Could not create 'again'"
    desk.notices.retries[0]()
    assert dialog.isVisible()
    assert dialog.form.name.text() == "again"
    dialog.close()


def test_a_host_that_is_lost_meanwhile_takes_nothing_but_the_button(
    dialog, desk, core, host, qtbot, on_core
):
    dialog.form.name.clear()
    qtbot.keyClicks(dialog.form.name, "patient")
    assert dialog.make.isEnabled()

    on_core(lambda: core.connections.disconnect(host.id))
    qtbot.waitUntil(lambda: not dialog.make.isEnabled())
    assert "not connected" in dialog.notice.text()
    assert dialog.form.name.text() == "patient"

    on_core(lambda: core.connections.connect(host))
    qtbot.waitUntil(dialog.make.isEnabled)
    assert core.connections.status(host.id).state is LinkState.CONNECTED
    assert dialog.notice.isHidden()
    dialog.close()


@pytest.mark.parametrize("size", [(400, 300), (500, 700), (940, 720)])
def test_the_form_fits_every_window(dialog, size):
    dialog.resize(*size)

    assert (dialog.width(), dialog.height()) == size
    assert not dialog.grab().isNull()
    dialog.close()
