"""Definitions: chosen from what hosts offer, spelled as libvirt wants them, edited with care."""

from dataclasses import fields, replace
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from infinibay_desktop.model.capabilities import HostCapabilities
from infinibay_desktop.model.definition import DiskSource, MachineDefinition, resolve
from infinibay_desktop.model.errors import ValidationError
from infinibay_desktop.model.hosts import Acceleration
from infinibay_desktop.model.machines import MachineId
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.model.specs import (
    DirectBoot,
    DiskSpec,
    Firmware,
    MachineSpec,
    NetworkKind,
    NetworkSpec,
    OsFamily,
)
from infinibay_desktop.virt.xml.details import (
    edit_description,
    edit_size,
    parse_details,
    strip_secrets,
)
from infinibay_desktop.virt.xml.domain import render_machine
from infinibay_desktop.virt.xml.parsing import parse_xml
from tests.fakes.hosts import CAPABILITIES as HOST
from tests.fakes.hosts import WAY

GOLDEN = Path(__file__).parents[1] / "data" / "xml"
SCHEMA = Path("/usr/share/libvirt/schemas/domain.rng")
ID = MachineId(UUID("5f1c2b1e-6a55-4c7e-9a53-0d6d3a0c1b2a"))

DISK = DiskSource(format="qcow2", path="/var/lib/libvirt/images/web-5f1c2b1e6a55.qcow2")


def defined(
    *,
    host: HostCapabilities = HOST,
    acceleration: Acceleration = Acceleration.AUTO,
    networks: tuple[str, ...] = ("default",),
    disks: tuple[DiskSource, ...] = (DISK,),
    **wish: object,
) -> MachineDefinition:
    asked = {"name": "web", "disks": (DiskSpec(size_bytes=20 * GIB),)} | wish
    return resolve(
        MachineSpec(**asked),
        ID,
        host,
        acceleration=acceleration,
        disks=disks,
        active_networks=networks,
    )


CASES = {
    "linux-bios": lambda: defined(isos=("/srv/debian.iso",), description="A & B <c>"),
    "linux-uefi": lambda: defined(firmware=Firmware.UEFI),
    "windows-11": lambda: defined(os=OsFamily.WINDOWS_11, isos=("/srv/win.iso", "/srv/virtio.iso")),
    "emulation-only": lambda: defined(host=replace(HOST, kvm=None)),
    "session": lambda: defined(host=replace(HOST, kvm=None, session=True)),
    "direct-kernel": lambda: defined(
        disks=(),
        direct_boot=DirectBoot(kernel="/srv/vmlinuz", initrd="/srv/initrd", command_line="quiet"),
        network=NetworkSpec(kind=NetworkKind.NONE),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_definitions_are_as_they_were(case: str, request) -> None:
    text = render_machine(CASES[case](), vnc_password="12345678")
    golden = GOLDEN / f"{case}.xml"
    if request.config.getoption("regenerate"):
        golden.write_text(text)
    assert text == golden.read_text()


@pytest.mark.parametrize("case", CASES)
def test_definitions_satisfy_libvirts_own_schema(case: str) -> None:
    if not SCHEMA.exists():
        pytest.skip("libvirt's schemas are not installed")
    schema = etree.RelaxNG(etree.parse(SCHEMA))
    schema.assertValid(etree.fromstring(render_machine(CASES[case](), vnc_password="x")))


def test_every_part_of_a_definition_is_spelled() -> None:
    windows = CASES["windows-11"]()
    linux = replace(CASES["direct-kernel"](), nics=windows.nics, disks=windows.disks)
    changed = {
        "id": MachineId(UUID(int=1)),
        "os": OsFamily.OTHER,
        "direct_boot": None,
        "disks": windows.disks[:1],
        "nics": (),
    }
    for field in fields(MachineDefinition):
        before = windows if field.name in ("secure_boot", "tpm_model", "hyperv", "efi") else linux
        value = getattr(before, field.name)
        other = changed.get(field.name, _other(value))
        after = replace(before, **{field.name: other})
        assert render_machine(after) != render_machine(before), field.name


def _other(value: object) -> object:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value * 2
    return f"{value}x" if value else "something"


def test_a_disk_without_a_path_is_never_defined() -> None:
    with pytest.raises(ValueError, match="no path"):
        render_machine(defined(disks=(DiskSource(format="qcow2", pool="default", volume="v"),)))


def test_emulation_can_be_forced_where_kvm_is_offered() -> None:
    assert defined().domain_type == "kvm"
    assert defined(acceleration=Acceleration.EMULATION).domain_type == "qemu"


def test_what_the_host_cannot_give_is_refused() -> None:
    poor = replace(WAY, efi=False, secure_boot=False, tpm_backends=frozenset())
    no_kvm = replace(HOST, kvm=None)
    for host, wish, field in (
        (no_kvm, {"acceleration": Acceleration.KVM}, "acceleration"),
        (replace(no_kvm, emulation=None), {}, "acceleration"),
        (HOST, {"vcpus": 9}, "vcpus"),
        (HOST, {"memory_bytes": 33 * GIB}, "memory"),
        (replace(HOST, kvm=poor), {"firmware": Firmware.UEFI}, "os"),
        (replace(HOST, kvm=replace(poor, efi=True)), {"os": OsFamily.WINDOWS_11}, "os"),
        (HOST, {"network": NetworkSpec(kind=NetworkKind.NETWORK, name="lan")}, "network"),
    ):
        with pytest.raises(ValidationError) as refused:
            defined(host=host, **wish)
        assert refused.value.details["field"] == field


def test_a_network_that_is_not_active_leaves_qemus_own_nat() -> None:
    assert defined(networks=()).nics[0].kind is NetworkKind.USER
    assert defined(networks=("lab",)).nics[0].source == "lab"


FOREIGN = """<domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
  <name>foreign</name>
  <metadata><a:b xmlns:a='urn:a' c='d'>e</a:b></metadata>
  <memory unit='GiB' dumpCore='off'>2</memory><currentMemory unit='GiB'>1</currentMemory>
  <vcpu placement='static' current='1' cpuset='0-3'>4</vcpu>
  <cpu mode='host-model'><topology sockets='1' cores='4' threads='1'/><feature name='x'/></cpu>
  <devices><graphics type='vnc' passwd='secret' port='-1'><listen type='none'/></graphics>
  <newfangled thing='1'><inner/></newfangled></devices>
  <qemu:commandline><qemu:arg value='-x'/></qemu:commandline></domain>"""
KEPT = ("urn:a", 'c="d"', "dumpCore", "cpuset", "newfangled", "inner", 'value="-x"', 'name="x"')


@given(st.integers(1, 512), st.integers(16 * 1024**2, 2**40))
def test_editing_a_size_keeps_everything_else(vcpus: int, memory_bytes: int) -> None:
    edited = edit_size(FOREIGN, vcpus=vcpus, memory_bytes=memory_bytes)
    assert all(part in edited for part in KEPT)
    root = parse_xml(edited)
    assert root.findtext("vcpu") == str(vcpus)
    assert root.findtext("memory") == root.findtext("currentMemory") == str(memory_bytes // 1024)


@given(st.text(st.characters(exclude_categories=("C",)), max_size=50))
def test_editing_a_description_keeps_everything_else(description: str) -> None:
    edited = edit_description(FOREIGN, description)
    assert all(part in edited for part in KEPT)
    assert parse_details(edited).description == description.strip()
    assert edit_description(edit_description(edited, "x"), "").count("<description") == 0


def test_a_shown_definition_has_no_password() -> None:
    assert "secret" not in strip_secrets(FOREIGN)


def test_odd_numbers_in_a_definition_do_no_harm() -> None:
    details = parse_details(
        "<domain><vcpu>many</vcpu><devices><disk/><interface/></devices></domain>"
    )
    assert (len(details.disks), len(details.nics)) == (1, 1)
