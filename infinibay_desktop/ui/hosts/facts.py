"""What a connected host is, in rows of words: one function a card."""

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.model.capabilities import DomainCapabilities
from infinibay_desktop.model.hosts import Host, PoolStatistics
from infinibay_desktop.services.host_facts import HostPortrait
from infinibay_desktop.ui.formats import NO_FIGURE, number_text, size_text
from infinibay_desktop.ui.hosts.words import acceleration_title
from infinibay_desktop.ui.widgets.fact_grid import Rows

MAX_NETWORKS = 30
translate = QCoreApplication.translate


def fact_rows(portrait: HostPortrait, host: Host) -> Rows:
    """The host itself."""
    facts = portrait.facts
    return [
        (translate("Hosts", "Computer"), facts.hostname),
        (translate("Hosts", "Processors"), f"{facts.cpus} ({facts.arch})"),
        (translate("Hosts", "Memory"), size_text(facts.memory_bytes)),
        (translate("Hosts", "Hypervisor"), f"{facts.driver} {facts.hypervisor_version}"),
        (translate("Hosts", "libvirt"), facts.libvirt_version),
        (translate("Hosts", "Machines run with"), _acceleration(portrait, host)),
        (translate("Hosts", "Active networks"), _networks(portrait.networks)),
    ]


def ability_rows(portrait: HostPortrait) -> Rows:
    """What its machines can have."""
    facts, offered = portrait.facts, portrait.capabilities
    way = offered.kvm or offered.emulation
    rows = [
        (translate("Hosts", "KVM"), _yes(facts.kvm)),
        (translate("Hosts", "Emulation"), _yes(offered.emulation is not None)),
        (translate("Hosts", "UEFI"), _yes(facts.efi)),
        (translate("Hosts", "Secure Boot"), _yes(facts.secure_boot)),
        (translate("Hosts", "TPM"), _yes(facts.tpm)),
        (translate("Hosts", "Network filters"), _yes(facts.nwfilter)),
    ]
    return rows + (_way_rows(way) if way else [])


def pool_rows(pool: PoolStatistics) -> Rows:
    """The connections that the program holds to the host."""
    mean_ms = pool.waited_ms / pool.leases if pool.leases else None
    waited = translate("Hosts", "{total} ms in all").format(total=number_text(pool.waited_ms))
    if mean_ms is not None:
        waited = translate("Hosts", "{total} ms in all, {mean} ms a use").format(
            total=number_text(pool.waited_ms), mean=number_text(mean_ms, 2)
        )
    return [
        (
            translate("Hosts", "Open"),
            translate("Hosts", "{open} of {limit}").format(open=pool.open, limit=pool.limit),
        ),
        (translate("Hosts", "Busy"), str(pool.busy)),
        (translate("Hosts", "Waiting for one"), str(pool.waiting)),
        (translate("Hosts", "Uses"), str(pool.leases)),
        (translate("Hosts", "Waited"), waited),
    ]


def _way_rows(way: DomainCapabilities) -> Rows:
    return [
        (translate("Hosts", "Most processors"), str(way.max_vcpus)),
        (translate("Hosts", "Machine type"), way.machine_type or NO_FIGURE),
        (translate("Hosts", "Screens"), _names(way.graphics)),
        (translate("Hosts", "Video"), _names(way.video_models)),
        (translate("Hosts", "Disk buses"), _names(way.disk_buses)),
    ]


def _acceleration(portrait: HostPortrait, host: Host) -> str:
    return f"{acceleration_title(host.acceleration)} ({_real(kvm=portrait.facts.kvm)})"


def _real(*, kvm: bool) -> str:
    if kvm:
        return translate("Hosts", "KVM works")
    return translate("Hosts", "no KVM here")


def _networks(networks: tuple[str, ...] | None) -> str:
    if networks is None:
        return translate("Hosts", "The host does not list them")
    return _names(networks[:MAX_NETWORKS]) if networks else translate("Hosts", "None")


def _names(names: frozenset[str] | tuple[str, ...]) -> str:
    return ", ".join(sorted(names)) or NO_FIGURE


def _yes(value: bool) -> str:  # noqa: FBT001 - a fact to be worded
    return translate("Hosts", "Yes") if value else translate("Hosts", "No")
