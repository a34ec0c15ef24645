"""What is missing on this computer, and how to mend it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from infinibay_desktop.model.capabilities import HostFacts
from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.hosts import Host
from infinibay_desktop.model.problems import Distribution, Problem
from infinibay_desktop.services.declarations import free
from infinibay_desktop.services.hosts import draft_host
from infinibay_desktop.services.ports import HostLink
from infinibay_desktop.services.remedies import remedy_for, with_remedy


class Verdict(StrEnum):
    """How bad a finding is: only FAILED stops machines from being made and run here."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing looked at."""

    name: str
    verdict: Verdict
    detail: str
    remedy: str = ""
    problem: Problem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _LocalHost:
    """What one of this computer's two libvirts said."""

    finding: Finding
    facts: HostFacts | None = None
    networks: tuple[str, ...] = ()


class ComputerFacts(Protocol):
    """What can be asked about this computer."""

    def distribution(self) -> Distribution: ...
    def has_program(self, *names: str) -> bool: ...
    def has_uefi(self) -> bool: ...
    def has_kvm_device(self) -> bool: ...
    def may_use_kvm(self) -> bool: ...


class Doctor:
    """Looks at everything that machines on this computer need. Runs on a worker."""

    def __init__(
        self,
        computer: ComputerFacts,
        make_link: Callable[[Host], HostLink],
        keyring_name: Callable[[], str],
        open_database: Callable[[], str],
    ) -> None:
        self._computer = computer
        self._make_link = make_link
        self._keyring_name = keyring_name
        self._open_database = open_database
        self._distribution = computer.distribution()

    @free("it must help where nobody can sign in", signed_out=True)
    def examine(self) -> Iterator[Finding]:
        """All findings, in the order in which they should be mended."""
        yield self._ok("computer", self._distribution.name)
        yield self._database()
        yield from self._programs()
        system = self._host("qemu:///system", "system libvirt")
        session = self._host("qemu:///session", "session libvirt")
        # One of the two is enough to run machines.
        verdict = Verdict.WARNING if system.facts or session.facts else Verdict.FAILED
        for host in (system, session):
            yield host.finding if host.facts else replace(host.finding, verdict=verdict)
        if system.facts:
            yield self._network(system.networks)
        yield self._kvm(system.facts or session.facts)
        yield self._keyring()

    def _programs(self) -> Iterator[Finding]:
        has = self._computer.has_program
        yield self._program(
            "QEMU", has("qemu-system-x86_64", "qemu-kvm"), Problem.QEMU_MISSING, Verdict.FAILED
        )
        yield self._program(
            "libvirt", has("libvirtd", "virtqemud"), Problem.LIBVIRT_MISSING, Verdict.FAILED
        )
        yield self._program("ssh", has("ssh"), Problem.SSH_MISSING, Verdict.WARNING)
        yield self._program(
            "UEFI firmware", self._computer.has_uefi(), Problem.UEFI_MISSING, Verdict.WARNING
        )
        yield self._program("TPM emulator", has("swtpm"), Problem.TPM_MISSING, Verdict.WARNING)
        yield self._program(
            "network tools", has("dnsmasq"), Problem.NETWORK_TOOLS_MISSING, Verdict.WARNING
        )

    def _program(self, name: str, found: bool, problem: Problem, verdict: Verdict) -> Finding:  # noqa: FBT001 - one fact among four
        if found:
            return self._ok(name, "installed")
        return self._bad(name, verdict, "not installed", problem)

    def _host(self, uri: str, name: str) -> "_LocalHost":
        link = self._make_link(draft_host(uri))
        try:
            link.open()
            facts, networks = link.facts(), link.active_networks()
        except InfinibayError as error:
            told = with_remedy(error, self._distribution)
            problem = told.details.get("problem")
            return _LocalHost(
                finding=Finding(
                    name=name,
                    verdict=Verdict.FAILED,
                    detail=told.message,
                    remedy=told.remedy,
                    problem=problem if isinstance(problem, Problem) else None,
                )
            )
        finally:
            link.close()
        versions = f"libvirt {facts.libvirt_version}, QEMU {facts.hypervisor_version}"
        return _LocalHost(finding=self._ok(name, versions), facts=facts, networks=networks)

    def _network(self, networks: tuple[str, ...]) -> Finding:
        if networks:
            return self._ok("network", f"active: {', '.join(networks)}")
        return self._bad(
            "network",
            Verdict.WARNING,
            "no virtual network is active; new machines get QEMU's own NAT",
            Problem.NETWORK_INACTIVE,
        )

    def _kvm(self, facts: HostFacts | None) -> Finding:
        # libvirt's word counts: a device file may be there and be of no use.
        if facts and facts.kvm:
            return self._ok("KVM", "libvirt offers it")
        if not self._computer.has_kvm_device():
            return self._bad("KVM", Verdict.WARNING, "not offered here", Problem.KVM_MISSING)
        if not self._computer.may_use_kvm():
            return Finding(
                name="KVM",
                verdict=Verdict.WARNING,
                detail="offered, but not to your account: session machines are emulated",
                remedy="sudo usermod -aG kvm $USER, then sign in again",
            )
        return self._ok("KVM", "the kernel offers it")

    def _keyring(self) -> Finding:
        try:
            return self._ok("keyring", self._keyring_name())
        except InfinibayError as error:
            return self._bad("keyring", Verdict.WARNING, error.message, Problem.KEYRING_MISSING)

    def _database(self) -> Finding:
        try:
            return self._ok("database", self._open_database())
        except InfinibayError as error:
            return Finding(
                name="database", verdict=Verdict.FAILED, detail=error.message, remedy=error.remedy
            )

    def _ok(self, name: str, detail: str) -> Finding:
        return Finding(name=name, verdict=Verdict.OK, detail=detail)

    def _bad(self, name: str, verdict: Verdict, detail: str, problem: Problem) -> Finding:
        remedy = remedy_for(problem, self._distribution)
        return Finding(name=name, verdict=verdict, detail=detail, remedy=remedy, problem=problem)
