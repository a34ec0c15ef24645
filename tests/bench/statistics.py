"""What reading the figures of running guests costs, cheaply and in detail."""

import subprocess
from collections.abc import Callable
from concurrent.futures import wait
from functools import partial
from itertools import cycle
from pathlib import Path
from uuid import uuid4

import libvirt

from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.services.statistics import CPU_PARTS
from infinibay_desktop.virt.counters import DETAILED_GROUPS
from tests.bench.bed import Bed, bare_libvirt, running_core
from tests.bench.measuring import Table, alternate, timed

GUESTS = 16
ROUNDS = 60
IMAGES = Path("/var/lib/libvirt/images")
RUNNING = libvirt.VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING
# What virt-manager asks for at each of its ticks.
VIRT_MANAGER = (
    libvirt.VIR_DOMAIN_STATS_STATE
    | libvirt.VIR_DOMAIN_STATS_CPU_TOTAL
    | libvirt.VIR_DOMAIN_STATS_VCPU
    | libvirt.VIR_DOMAIN_STATS_BALLOON
    | libvirt.VIR_DOMAIN_STATS_BLOCK
    | libvirt.VIR_DOMAIN_STATS_INTERFACE
)
ALL = 0


def main() -> None:
    table = Table("statistics", f"a guest's share of reading {GUESTS} running guests")
    with bare_libvirt() as connection:
        for number in range(GUESTS):
            start_idle_guest(connection, number)
    with bare_libvirt() as connection, running_core() as bed:
        counters = bed.core.connections.link(bed.host.id).counters
        assert len(bed.work(counters.cheap)) == GUESTS
        parts = cycle(range(CPU_PARTS))
        cheap = alternate(
            {
                "ours": timed(
                    lambda: bed.work(lambda: counters.cheap(part=next(parts), parts=CPU_PARTS))
                ),
                "rival": timed(partial(connection.getAllDomainStats, VIRT_MANAGER, RUNNING)),
            },
            ROUNDS,
        )
        table.absolute("cheap round", cheap["ours"], at_most_ms=0.2, each=GUESTS)
        table.compare("cheap round : virt-manager's groups", *cheap.values(), each=GUESTS)
        # The target is of all groups; ours are fewer, so a slice's own cost weighs more.
        for what, groups, target in (
            ("all groups", ALL, 0.6),
            ("our detailed groups", DETAILED_GROUPS, None),
        ):
            found = alternate(
                {
                    "ours": timed(in_slices(bed, groups)),
                    "rival": timed(partial(connection.getAllDomainStats, groups, RUNNING)),
                },
                ROUNDS,
            )
            table.compare(
                f"{what}, in slices : serial", *found.values(), at_most=target, each=GUESTS
            )
    table.end()


def start_idle_guest(connection: libvirt.virConnect, number: int) -> None:
    """A machine that runs, and whose firmware found nothing to boot: it halts, and costs nothing.

    It has a disk, a network card on the host and a balloon, so that all figures have a source.
    """
    disk = IMAGES / f"idle-{number}.qcow2"
    subprocess.run(["qemu-img", "create", "-q", "-f", "qcow2", str(disk), "64M"], check=True)
    connection.createXML(
        f"""
        <domain type='qemu'>
          <name>idle-{number}</name>
          <uuid>{uuid4()}</uuid>
          <memory unit='MiB'>32</memory>
          <vcpu>1</vcpu>
          <os><type arch='x86_64' machine='q35'>hvm</type></os>
          <features><acpi/></features>
          <devices>
            <disk type='file' device='disk'>
              <driver name='qemu' type='qcow2'/>
              <source file='{disk}'/>
              <target dev='vda' bus='virtio'/>
            </disk>
            <interface type='ethernet'><model type='virtio'/></interface>
            <memballoon model='virtio'/>
          </devices>
        </domain>"""
    )


def in_slices(bed: Bed, groups: int) -> Callable[[], None]:
    """Return StatisticsService's detailed reading of all guests, with these groups."""
    counters = bed.core.connections.link(bed.host.id).counters
    detailed = type(counters).detailed
    counters.detailed = partial(detailed, counters, groups=groups)
    ids = [
        machine.id
        for machine in bed.core.inventory.snapshot()
        if machine.state is MachineState.RUNNING
    ]
    assert len(ids) == GUESTS

    def read() -> None:
        futures = bed.core.statistics.read_detailed(bed.host.id, ids)
        for future in wait(futures).done:
            future.result()

    return read


if __name__ == "__main__":
    main()
