"""What a host counts for its running machines, at two depths."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import libvirt

from infinibay_desktop.model.machines import MachineId
from infinibay_desktop.model.statistics import MachineCounters
from infinibay_desktop.virt.errors import translated
from infinibay_desktop.virt.pool import ConnectionPool

# These groups ask no guest's monitor: 0.03 ms a guest instead of 1 to 2 ms a group.
CHEAP_GROUPS = libvirt.VIR_DOMAIN_STATS_STATE | libvirt.VIR_DOMAIN_STATS_INTERFACE
DETAILED_GROUPS = (
    CHEAP_GROUPS
    | libvirt.VIR_DOMAIN_STATS_CPU_TOTAL
    | libvirt.VIR_DOMAIN_STATS_BALLOON
    | libvirt.VIR_DOMAIN_STATS_BLOCK
)
_RUNNING = libvirt.VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING
# So few machines can be asked all at once: taking turns would only make their figures late.
FEW = 40
# So many machines are told of at once.
SLICE = 400
# A few of many are looked up one by one: listing all of 10,000 keeps every thread waiting.
LOOKED_UP_SHARE = 50
# A guest whose monitor is busy is passed over rather than waited for.
_NO_WAIT = libvirt.VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT


class LibvirtCounters:
    """Counters of one host's machines. Runs on workers."""

    def __init__(self, pool: ConnectionPool) -> None:
        self._pool = pool

    def cheap(self, *, part: int = 0, parts: int = 1) -> Sequence[MachineCounters]:
        """Network counters of all running machines, and CPU time of one part of them.

        CPU time is a question for each machine: of `parts` readings each asks for another
        `part`, so that a round of them has asked for all. A `FEW` machines are all asked.
        """
        with self._pool.lease() as connection, translated("read the counters"):
            found = all_stats(connection, CHEAP_GROUPS, _RUNNING)
            found.sort(key=lambda entry: entry[0].UUIDString())
            if len(found) <= FEW:
                part, parts = 0, 1
            return [
                _with_info(domain, stats) if n % parts == part else _to_counters(domain, stats)
                for n, (domain, stats) in enumerate(found)
            ]

    def detailed(
        self, machine_ids: Collection[MachineId], *, groups: int = DETAILED_GROUPS
    ) -> Sequence[MachineCounters]:
        """Everything, of these machines only; those that do not run are left out."""
        with self._pool.lease() as connection, translated("read the counters"):
            domains = _running(connection, machine_ids)
            if not domains:
                return []
            found = connection.domainListGetStats(domains, groups, _NO_WAIT)
            # No group tells the number of CPUs without asking the monitor once more.
            return [_with_info(domain, stats) for domain, stats in found]


def _running(
    connection: libvirt.virConnect, machine_ids: Collection[MachineId]
) -> list[libvirt.virDomain]:
    if len(machine_ids) * LOOKED_UP_SHARE < connection.numOfDomains():
        found = [domain for one in machine_ids if (domain := _find(connection, one))]
        return [domain for domain in found if domain.isActive()]
    wanted = {str(machine_id) for machine_id in machine_ids}
    running = connection.listAllDomains(libvirt.VIR_CONNECT_LIST_DOMAINS_ACTIVE)
    return [domain for domain in running if domain.UUIDString() in wanted]


def _find(connection: libvirt.virConnect, machine_id: MachineId) -> libvirt.virDomain | None:
    try:
        return connection.lookupByUUID(machine_id.bytes)
    except libvirt.libvirtError as error:
        if error.get_error_code() == libvirt.VIR_ERR_NO_DOMAIN:
            return None
        raise


def all_stats(
    connection: libvirt.virConnect, groups: int, chosen: int = 0
) -> list[tuple[libvirt.virDomain, dict[str, Any]]]:
    """Statistics of all machines, or of those in `chosen` states.

    The binding turns one answer into Python objects in one go, while no other thread may work:
    5 µs a machine. So many machines are asked for in slices.
    """
    if connection.numOfDomains() + connection.numOfDefinedDomains() <= SLICE:
        return list(connection.getAllDomainStats(groups, chosen))
    domains = connection.listAllDomains(chosen)
    return [
        entry
        for begin in range(0, len(domains), SLICE)
        for entry in connection.domainListGetStats(domains[begin : begin + SLICE], groups, 0)
    ]


def _with_info(domain: libvirt.virDomain, stats: dict[str, Any]) -> MachineCounters:
    try:
        # Answered from /proc, while the CPU group would cost the monitor a round trip.
        _, memory_kib, _, vcpus, cpu_time_ns = domain.info()
    except libvirt.libvirtError:
        return _to_counters(domain, stats)
    known = {"cpu.time": cpu_time_ns, "vcpu.current": vcpus, "balloon.maximum": memory_kib}
    return _to_counters(domain, stats | known)


def _to_counters(domain: libvirt.virDomain, stats: dict[str, Any]) -> MachineCounters:
    return MachineCounters(
        machine_id=MachineId(UUID(domain.UUIDString())),
        taken_at=datetime.now(UTC),
        cpu_time_ns=stats.get("cpu.time"),
        vcpus=stats.get("vcpu.current"),
        memory_bytes=_kib(stats.get("balloon.maximum")),
        memory_used_bytes=_memory_used(stats),
        disk_read_bytes=_total(stats, "block", "rd.bytes"),
        disk_written_bytes=_total(stats, "block", "wr.bytes"),
        received_bytes=_total(stats, "net", "rx.bytes"),
        sent_bytes=_total(stats, "net", "tx.bytes"),
    )


def _kib(value: int | None) -> int | None:
    return None if value is None else value * 1024


def _memory_used(stats: dict[str, Any]) -> int | None:
    """What the guest's balloon driver says is in use; None where no driver talks."""
    available, usable = stats.get("balloon.available"), stats.get("balloon.usable")
    if available is None or usable is None:
        return None
    return max(0, int(available) - int(usable)) * 1024


def _total(stats: dict[str, Any], group: str, name: str) -> int | None:
    count = stats.get(f"{group}.count")
    if count is None:
        return None
    return sum(int(stats.get(f"{group}.{index}.{name}", 0)) for index in range(min(count, 256)))
