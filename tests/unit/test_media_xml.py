"""CD drives in definitions: found, filled, emptied and added; all else stays."""

import pytest

from infinibay_desktop.model.agent_delivery import CdDrive
from infinibay_desktop.virt.xml.media import (
    keeps_another,
    parse_drives,
    render_change,
    render_drive,
)

DISK = "<disk type='file' device='disk'><source file='/p/web.qcow2'/><target dev='{}' bus='{}'/></disk>"
FULL = (
    "<disk type='block' device='cdrom'><driver name='qemu' type='raw' cache='none'/>"
    "<source dev='/dev/sr0' index='3'/><backingStore/><target dev='sda' bus='sata' tray='open'/>"
    "<readonly/><boot order='2'/><alias name='sata0-0-0'/>"
    "<address type='drive' controller='0' bus='0' target='0' unit='0'/></disk>"
)
EMPTY = "<disk type='file' device='cdrom'><target dev='hdc' bus='ide'/><readonly/></disk>"
VOLUME = (
    "<disk type='volume' device='cdrom'><source pool='isos' volume='a.iso'/>"
    "<target dev='sdb' bus='scsi'/></disk>"
)


def domain(*devices: str, machine: str = "pc-q35-7.2", arch: str = "x86_64") -> str:
    return (
        f"<domain><os><type arch='{arch}' machine='{machine}'>hvm</type></os>"
        f"<devices>{''.join(devices)}</devices></domain>"
    )


def test_drives_are_those_of_now_and_then_those_of_the_next_start() -> None:
    live, stored = domain(DISK.format("vda", "virtio"), FULL), domain(FULL, EMPTY, VOLUME)
    assert parse_drives(live, stored) == (
        CdDrive(target="sda", path="/dev/sr0"),
        CdDrive(target="hdc", at_once=False),
        CdDrive(target="sdb", path="isos/a.iso", at_once=False),
    )


def test_another_cd_changes_the_source_and_nothing_else() -> None:
    changed = render_change(domain(EMPTY, FULL), "sda", "/p/<agent>.iso")
    assert changed == (
        '<disk type="file" device="cdrom"><source file="/p/&lt;agent&gt;.iso"/>'
        '<driver name="qemu" type="raw" cache="none"/>'
        '<target dev="sda" bus="sata" tray="open"/>'
        '<readonly/><boot order="2"/><alias name="sata0-0-0"/>'
        '<address type="drive" controller="0" bus="0" target="0" unit="0"/></disk>'
    )


def test_an_empty_path_takes_the_cd_out() -> None:
    assert "source" not in render_change(domain(FULL), "sda", "")
    assert "source" not in render_change(domain(VOLUME), "sdb", "")


def test_a_cd_of_somebody_that_comes_at_the_next_start_is_known() -> None:
    empty, full = domain(EMPTY), domain(EMPTY.replace("<target", "<source file='/a.iso'/><target"))
    ours = full.replace("/a.iso", "/p/infinibay-agent-1.0.0-a.iso")
    assert keeps_another(empty, full, "hdc")
    assert keeps_another(ours, full, "hdc")
    assert not keeps_another(full, full, "hdc")
    assert not keeps_another(empty, ours, "hdc")
    assert not keeps_another(full, empty, "hdc")
    assert not keeps_another(full, full, "hdx")


def test_a_drive_that_the_definition_lacks_is_not_changed() -> None:
    assert render_change(domain(FULL), "sdx", "/p/a.iso") == ""
    assert render_change(domain(DISK.format("sdx", "sata")), "sdx", "/p/a.iso") == ""


@pytest.mark.parametrize(
    ("xml", "target", "bus"),
    [
        (domain(), "sda", "sata"),
        (domain(machine="pc-i440fx-7.2"), "hda", "ide"),
        (domain(arch="aarch64", machine="virt-7.2"), "sda", "scsi"),
        (domain(DISK.format("sda", "sata"), DISK.format("sdb", "sata")), "sdc", "sata"),
        (domain(DISK.format("sda", "scsi")), "sdb", "scsi"),
        (domain(DISK.format("vda", "virtio")), "sda", "sata"),
    ],
)
def test_a_new_drive_hangs_where_the_machine_has_room(xml, target, bus) -> None:
    drive = render_drive(xml, "/p/a.iso")
    assert f'<target dev="{target}" bus="{bus}"/>' in drive
    assert '<source file="/p/a.iso"/>' in drive
    assert "<readonly/>" in drive
