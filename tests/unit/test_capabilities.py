"""What hosts offer, read from what a real one said (libvirt 9.0, QEMU 7.2, no KVM)."""

from dataclasses import fields
from pathlib import Path

import pytest

from infinibay_desktop.model.capabilities import DomainCapabilities
from infinibay_desktop.virt.xml.capabilities import (
    offers_domain_type,
    parse_domain_capabilities,
    parse_host_arch,
    parse_host_secmodel_user,
)

SAMPLES = Path(__file__).parents[1] / "data" / "capabilities"
HOST = (SAMPLES / "host.xml").read_text()
EMULATION = (SAMPLES / "emulation.xml").read_text()


def test_a_host_without_kvm_offers_emulation_alone() -> None:
    assert parse_host_arch(HOST) == "x86_64"
    assert offers_domain_type(HOST, "x86_64", "qemu")
    assert not offers_domain_type(HOST, "x86_64", "kvm")
    assert not offers_domain_type(HOST, "aarch64", "qemu")


def test_a_host_with_kvm_offers_it_for_that_architecture_alone() -> None:
    with_kvm = HOST.replace('<domain type="qemu"/>', '<domain type="kvm"/>', 1)
    assert offers_domain_type(with_kvm, "i686", "kvm")
    assert not offers_domain_type(with_kvm, "x86_64", "kvm")


def test_qemus_account_is_the_hosts_own_word() -> None:
    assert parse_host_secmodel_user(HOST) == 64055


@pytest.mark.parametrize("label", ["", "+:+", "libvirt-qemu:kvm", "+²:+²", "9" * 5000])
def test_an_account_without_a_number_is_not_known(label) -> None:
    assert parse_host_secmodel_user(HOST.replace("+64055:+64055", label)) is None


def test_an_unprivileged_host_names_no_account() -> None:
    assert parse_host_secmodel_user("<capabilities><host/></capabilities>") is None


def test_emulation_is_read_as_the_host_described_it() -> None:
    way = parse_domain_capabilities(EMULATION)
    assert way == DomainCapabilities(
        domain_type="qemu",
        arch="x86_64",
        machine_type="pc-q35-7.2",
        emulator="/usr/bin/qemu-system-x86_64",
        max_vcpus=288,
        efi=True,
        secure_boot=True,
        cpu_modes=frozenset({"maximum", "host-model", "custom"}),
        disk_buses=frozenset({"fdc", "scsi", "virtio", "usb", "sata"}),
        graphics=frozenset({"sdl", "vnc", "spice", "egl-headless", "dbus"}),
        video_models=frozenset(
            {"vga", "cirrus", "vmvga", "qxl", "virtio", "none", "bochs", "ramfb"}
        ),
        tpm_models=frozenset({"tpm-tis", "tpm-crb"}),
        tpm_backends=frozenset({"passthrough", "emulator", "external"}),
        rng_models=frozenset({"virtio", "virtio-transitional", "virtio-non-transitional"}),
    )


def test_what_is_not_mentioned_is_not_offered() -> None:
    way = parse_domain_capabilities("<domainCapabilities><arch>riscv64</arch></domainCapabilities>")
    offered = {field.name: getattr(way, field.name) for field in fields(way)}
    assert {name for name, value in offered.items() if value} == {"arch", "max_vcpus"}
    assert way.max_vcpus == 1


def test_what_is_mentioned_and_refused_is_not_offered() -> None:
    no_tpm = EMULATION.replace('<tpm supported="yes">', '<tpm supported="no">')
    assert parse_domain_capabilities(no_tpm).tpm_backends == frozenset()
    no_loader = EMULATION.replace('<loader supported="yes">', '<loader supported="no">')
    assert not parse_domain_capabilities(no_loader).secure_boot


@pytest.mark.parametrize("number", ["", "many", "-", "²", "9" * 5000])
def test_an_odd_limit_of_cpus_counts_as_one(number) -> None:
    odd = EMULATION.replace('<vcpu max="288"/>', f'<vcpu max="{number}"/>')
    assert odd != EMULATION
    assert parse_domain_capabilities(odd).max_vcpus == 1
