"""What the doctor finds, and that it always says what to do."""

from dataclasses import dataclass, field, replace

import pytest

from infinibay_desktop.model.capabilities import HostFacts
from infinibay_desktop.model.errors import DatabaseError, HostUnreachableError, SecretStoreError
from infinibay_desktop.model.hosts import Stage
from infinibay_desktop.model.problems import Distribution, Family, Problem
from infinibay_desktop.services.doctor import Doctor, Finding, Verdict

FACTS = HostFacts(
    hostname="here",
    driver="qemu",
    arch="x86_64",
    cpus=4,
    memory_bytes=2**34,
    libvirt_version="11.0.0",
    hypervisor_version="10.0.0",
    kvm=True,
    efi=True,
    secure_boot=True,
    tpm=True,
    nwfilter=True,
)
PROGRAMS = {"qemu-system-x86_64", "libvirtd", "ssh", "swtpm", "dnsmasq"}


@dataclass
class FakeComputer:
    """A computer that has everything, unless something is taken away."""

    programs: set[str] = field(default_factory=lambda: set(PROGRAMS))
    uefi: bool = True
    kvm_device: bool = True
    kvm_allowed: bool = True
    keyring: str = "Secret Service"
    database: bool = True
    closed: set[str] = field(default_factory=set)
    networks: tuple[str, ...] = ("default",)
    kvm: bool = True
    links: list["FakeLocalLink"] = field(default_factory=list)

    def distribution(self) -> Distribution:
        return Distribution(family=Family.DEBIAN, name="Debian GNU/Linux 12")

    def has_program(self, *names: str) -> bool:
        return any(name in self.programs for name in names)

    def has_uefi(self) -> bool:
        return self.uefi

    def has_kvm_device(self) -> bool:
        return self.kvm_device

    def may_use_kvm(self) -> bool:
        return self.kvm_allowed

    def keyring_name(self) -> str:
        if not self.keyring:
            raise SecretStoreError("This session has no keyring to keep secrets in.")
        return self.keyring

    def open_database(self) -> str:
        if not self.database:
            raise DatabaseError("It cannot be opened.", remedy="Check its folder.")
        return "'/home/me/infinibay.sqlite'"

    def make_link(self, host) -> "FakeLocalLink":
        self.links.append(FakeLocalLink(self, host.address.path))
        return self.links[-1]

    def findings(self) -> dict[str, Finding]:
        doctor = Doctor(self, self.make_link, self.keyring_name, self.open_database)
        return {finding.name: finding for finding in doctor.examine()}


class FakeLocalLink:
    """One of this computer's two libvirts."""

    def __init__(self, computer: FakeComputer, path: str) -> None:
        self.computer, self.path, self.closed = computer, path, False

    def open(self) -> None:
        if self.path in self.computer.closed:
            raise HostUnreachableError("No.", stage=Stage.SOCKET, problem=Problem.LIBVIRT_STOPPED)

    def close(self) -> None:
        self.closed = True

    def facts(self) -> HostFacts:
        return replace(FACTS, kvm=self.computer.kvm)

    def active_networks(self) -> tuple[str, ...]:
        return self.computer.networks


def test_a_computer_that_has_everything_is_well() -> None:
    findings = FakeComputer().findings()
    assert {finding.verdict for finding in findings.values()} == {Verdict.OK}
    assert findings["system libvirt"].detail == "libvirt 11.0.0, QEMU 10.0.0"


LACKS = [
    ({"programs": PROGRAMS - {"qemu-system-x86_64"}}, "QEMU", Verdict.FAILED, "apt install qemu"),
    ({"programs": PROGRAMS - {"libvirtd"}}, "libvirt", Verdict.FAILED, "libvirt-daemon-system"),
    ({"programs": PROGRAMS - {"ssh"}}, "ssh", Verdict.WARNING, "openssh-client"),
    ({"programs": PROGRAMS - {"swtpm"}}, "TPM emulator", Verdict.WARNING, "swtpm"),
    ({"programs": PROGRAMS - {"dnsmasq"}}, "network tools", Verdict.WARNING, "dnsmasq"),
    ({"uefi": False}, "UEFI firmware", Verdict.WARNING, "ovmf"),
    ({"keyring": ""}, "keyring", Verdict.WARNING, "keyring"),
    ({"database": False}, "database", Verdict.FAILED, "Check its folder"),
    ({"networks": ()}, "network", Verdict.WARNING, "net-start"),
    ({"closed": {"/system"}}, "system libvirt", Verdict.WARNING, "systemctl enable"),
    ({"closed": {"/session"}}, "session libvirt", Verdict.WARNING, "systemctl enable"),
    ({"kvm": False, "kvm_device": False}, "KVM", Verdict.WARNING, "VT-x"),
    ({"kvm": False, "kvm_allowed": False}, "KVM", Verdict.WARNING, "usermod -aG kvm"),
]


@pytest.mark.parametrize(("lack", "name", "verdict", "remedy"), LACKS)
def test_what_is_missing_is_found_and_nothing_else(lack, name, verdict, remedy) -> None:
    findings = FakeComputer(**lack).findings()
    assert findings[name].verdict is verdict
    assert remedy in findings[name].remedy
    others = {finding.verdict for key, finding in findings.items() if key != name}
    assert others == {Verdict.OK}


def test_without_any_libvirt_no_machine_can_run() -> None:
    findings = FakeComputer(closed={"/system", "/session"}).findings()
    assert findings["system libvirt"].verdict is Verdict.FAILED
    assert findings["session libvirt"].verdict is Verdict.FAILED
    assert "network" not in findings


def test_every_connection_is_closed_again() -> None:
    computer = FakeComputer(closed={"/session"})
    computer.findings()
    assert len(computer.links) == 2
    assert all(link.closed for link in computer.links)


def test_the_kernels_word_counts_where_libvirt_offers_no_kvm() -> None:
    assert FakeComputer(kvm=False).findings()["KVM"].verdict is Verdict.OK
