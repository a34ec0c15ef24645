"""What is chosen where a wish leaves it open, and that the outcome can always be spelled."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import event, given
from hypothesis import strategies as st
from lxml import etree

from infinibay_desktop.model.definition import DiskSource, MachineDefinition, resolve
from infinibay_desktop.model.errors import ValidationError
from infinibay_desktop.model.hosts import Acceleration
from infinibay_desktop.model.machines import MachineId
from infinibay_desktop.model.sizes import GIB, MIB
from infinibay_desktop.model.specs import (
    DirectBoot,
    DiskOrigin,
    DiskSpec,
    Firmware,
    MachineSpec,
    NetworkKind,
    NetworkSpec,
    OsFamily,
    check_spec,
)
from infinibay_desktop.virt.xml.details import parse_details
from infinibay_desktop.virt.xml.domain import render_machine
from tests.fakes.hosts import CAPABILITIES, WAY
from tests.unit.test_domain_xml import SCHEMA, defined

ARM = replace(
    WAY,
    arch="aarch64",
    machine_type="virt-9.0",
    emulator="/usr/bin/qemu-system-aarch64",
    disk_buses=frozenset({"virtio", "scsi", "usb"}),
    video_models=frozenset({"virtio", "none"}),
    secure_boot=False,
)
ARM_HOST = replace(CAPABILITIES, arch="aarch64", kvm=ARM, emulation=None)


def on(way, **wish) -> MachineDefinition:
    return defined(host=replace(CAPABILITIES, kvm=way), **wish)


def test_linux_gets_the_fast_devices_and_bios() -> None:
    chosen = defined(isos=("/a.iso",))
    assert [(disk.bus, disk.target) for disk in chosen.disks] == [
        ("virtio", "vda"),
        ("sata", "sda"),
    ]
    assert chosen.nics[0].model == "virtio"
    assert (chosen.efi, chosen.tpm_model, chosen.hyperv) == (False, "", False)
    assert (chosen.cpu_mode, chosen.video_model) == ("host-passthrough", "virtio")


@pytest.mark.parametrize("system", [OsFamily.WINDOWS_10, OsFamily.WINDOWS_11])
def test_windows_gets_what_it_has_drivers_for(system) -> None:
    chosen = defined(os=system, isos=("/win.iso",))
    assert [(disk.bus, disk.target) for disk in chosen.disks] == [("sata", "sda"), ("sata", "sdb")]
    assert (chosen.nics[0].model, chosen.video_model) == ("e1000e", "vga")
    assert chosen.hyperv


def test_windows_11_has_all_that_its_installer_asks_for() -> None:
    chosen = defined(os=OsFamily.WINDOWS_11)
    assert (chosen.efi, chosen.secure_boot, chosen.tpm_model) == (True, True, "tpm-crb")
    older = on(replace(WAY, tpm_models=frozenset({"tpm-tis"})), os=OsFamily.WINDOWS_11)
    assert older.tpm_model == "tpm-tis"


def test_emulation_passes_no_processor_through_and_enlightens_nobody() -> None:
    chosen = defined(acceleration=Acceleration.EMULATION, os=OsFamily.WINDOWS_10)
    assert (chosen.domain_type, chosen.cpu_mode, chosen.hyperv) == ("qemu", "maximum", False)


def test_firmware_is_what_was_asked_for() -> None:
    assert defined(firmware=Firmware.UEFI).efi
    assert not defined(firmware=Firmware.UEFI).secure_boot
    assert not defined(os=OsFamily.WINDOWS_10).efi


def test_an_installer_starts_after_an_empty_disk() -> None:
    orders = [disk.boot_order for disk in defined(isos=("/a.iso", "/b.iso")).disks]
    assert orders == [1, 2, 3]


def test_a_host_without_the_best_gives_the_next_best() -> None:
    modest = replace(
        WAY,
        cpu_modes=frozenset({"host-model"}),
        disk_buses=frozenset({"ide"}),
        video_models=frozenset({"qxl", "cirrus"}),
        graphics=frozenset({"spice"}),
        rng_models=frozenset(),
    )
    chosen = on(modest, isos=("/a.iso",))
    assert [(disk.bus, disk.target) for disk in chosen.disks] == [("ide", "hda"), ("ide", "hdb")]
    assert (chosen.cpu_mode, chosen.video_model) == ("host-model", "")
    assert (chosen.vnc, chosen.rng) == (False, False)


def test_arm_boots_by_uefi_alone_and_has_no_sata() -> None:
    chosen = defined(host=ARM_HOST, isos=("/a.iso",))
    assert chosen.efi
    assert [(disk.bus, disk.target) for disk in chosen.disks] == [
        ("virtio", "vda"),
        ("scsi", "sda"),
    ]
    xml = render_machine(chosen)
    assert "<apic" not in xml
    assert "hpet" not in xml
    with pytest.raises(ValidationError, match="UEFI"):
        defined(host=replace(ARM_HOST, kvm=replace(ARM, efi=False)))


def test_a_session_plugs_into_qemus_own_network() -> None:
    session = replace(CAPABILITIES, session=True)
    assert defined(host=session).nics[0].kind is NetworkKind.USER
    bridged = NetworkSpec(kind=NetworkKind.BRIDGE, name="br0")
    assert defined(host=session, network=bridged).nics[0].source == "br0"


def test_a_named_network_is_taken_and_none_is_none() -> None:
    lab = NetworkSpec(kind=NetworkKind.NETWORK, name="lab")
    assert defined(networks=("default", "lab"), network=lab).nics[0].source == "lab"
    assert defined(network=NetworkSpec(kind=NetworkKind.NONE)).nics == ()
    with pytest.raises(ValidationError) as refused:
        defined(networks=("default",), network=lab)
    assert "default" in refused.value.remedy


def test_the_least_that_a_host_has_counts_for_processors() -> None:
    with pytest.raises(ValidationError, match="has 4"):
        on(replace(WAY, max_vcpus=4), vcpus=5)
    assert on(replace(WAY, max_vcpus=4), vcpus=4).vcpus == 4


def test_a_demonstration_is_little_more_than_a_name() -> None:
    way = replace(WAY, domain_type="test", arch="i686")
    simulated = replace(CAPABILITIES, driver="test", kvm=None, emulation=way)
    chosen = defined(host=simulated, os=OsFamily.WINDOWS_11, disks=())
    assert (chosen.domain_type, chosen.disks, chosen.nics) == ("test", (), ())
    details = parse_details(render_machine(chosen))
    assert (details.domain_type, details.arch) == ("test", "i686")


def test_paths_are_filled_in_once_volumes_exist() -> None:
    made = DiskSource(format="qcow2", pool="p", volume="v")
    given_path = DiskSource(format="raw", path="/given")
    chosen = defined(disks=(made, given_path)).with_paths({("p", "v"): "/p/v"})
    assert [disk.path for disk in chosen.disks] == ["/p/v", "/given"]
    with pytest.raises(KeyError):
        chosen.with_paths({})


# Mostly what is granted, so that more than refusals are tried.
text = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12)
path = text.map("/{}".format)
disks = st.builds(
    DiskSpec,
    origin=st.sampled_from(DiskOrigin),
    size_bytes=st.integers(MIB, 2**40),
    path=path,
    pool=text,
)
wishes = st.builds(
    MachineSpec,
    name=text.map("x{}".format),
    os=st.sampled_from(OsFamily),
    vcpus=st.integers(1, 8),
    memory_bytes=st.integers(16 * MIB, 32 * GIB),
    disks=st.lists(disks, min_size=1, max_size=3).map(tuple),
    isos=st.lists(path, max_size=2).map(tuple),
    direct_boot=st.none() | st.builds(DirectBoot, kernel=path, initrd=path, command_line=text),
    firmware=st.sampled_from(Firmware),
    network=st.builds(
        NetworkSpec,
        kind=st.sampled_from([NetworkKind.AUTO, NetworkKind.BRIDGE, NetworkKind.NONE]),
        name=st.just("br0") | text,
    ),
    description=text,
)


@given(wish=wishes, host=st.sampled_from([CAPABILITIES, ARM_HOST, replace(CAPABILITIES, kvm=None)]))
def test_whatever_is_granted_satisfies_libvirts_schema(wish: MachineSpec, host) -> None:
    sources = tuple(DiskSource(format="qcow2", path=f"/p/{n}") for n in range(len(wish.disks)))
    try:
        check_spec(wish)
        chosen = resolve(
            wish,
            MachineId(UUID(int=1)),
            host,
            acceleration=Acceleration.AUTO,
            disks=sources,
            active_networks=("default",),
        )
    except ValidationError:
        event("refused")
        return
    xml = render_machine(chosen, vnc_password="x")
    assert chosen.memory_bytes >= 16 * MIB
    if SCHEMA.exists():
        RELAXNG.assertValid(etree.fromstring(xml))
    assert len(parse_details(xml).disks) == len(chosen.disks)


RELAXNG = etree.RelaxNG(etree.parse(SCHEMA)) if SCHEMA.exists() else None
