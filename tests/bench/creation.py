"""Making and starting a machine with a journal, beside a bare define and create.

The crowd, other machines and volumes, comes and goes: so figures with and without it are of the
same minutes.
"""

import subprocess
import time
from functools import partial
from itertools import count
from pathlib import Path
from uuid import UUID, uuid4

import libvirt

from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.specs import (
    DirectBoot,
    DiskSpec,
    MachineSpec,
    NetworkKind,
    NetworkSpec,
)
from infinibay_desktop.model.storage import VolumePlan
from infinibay_desktop.model.tasks import CreationPlan
from infinibay_desktop.virt.xml.domain import render_machine
from infinibay_desktop.virt.xml.storage import render_volume
from tests.bench.bed import (
    Bed,
    bare_libvirt,
    define_machines,
    running_core,
    undefine_machines,
)
from tests.bench.measuring import Series, Table, alternate, joined

BLOCKS, ROUNDS = 5, 8
CROWD = 500
GUEST = "/run/lab/bench-guest"
POOL, IMAGES = "default", Path("/var/lib/libvirt/images")
AT_MOST = 1.1
# Where a machine is made: with how many others beside it, and with how many disks.
Place = tuple[int, int]
PLACES: tuple[Place, ...] = tuple((others, disks) for others in (0, CROWD) for disks in (0, 1))
_numbers = count()


def main() -> None:
    subprocess.run(["tests/lab/build-guest", GUEST], check=True)
    found: dict[Place, list[tuple[Series, Series]]] = {place: [] for place in PLACES}
    with bare_libvirt() as connection, running_core() as bed:
        for _ in range(BLOCKS):
            for others, disks in PLACES:
                gather(bed, connection, others)
                found[others, disks].append(measure(bed, connection, disks))
    report({place: joined(pairs) for place, pairs in found.items()})


def report(found: dict[Place, tuple[Series, Series]]) -> None:
    rounds = BLOCKS * ROUNDS
    table = Table("creation", f"wish to running machine : bare define and create, {rounds} of each")
    for others, disks in PLACES:
        where = f"beside {others} machines and volumes" if others else "alone"
        what = "with an empty disk of 1 GiB" if disks else "without a disk"
        table.compare(f"{what}, {where}", *found[others, disks], at_most=AT_MOST)
    for disks in (0, 1):
        alone, crowded = found[0, disks], found[CROWD, disks]
        ours, bare = (
            beside.median / before.median for before, beside in zip(alone, crowded, strict=True)
        )
        what = "with a disk" if disks else "without"
        table.ratio(f"growth {what}, ours : bare", ours, bare, at_most=AT_MOST)
    table.end()


def gather(bed: Bed, connection: libvirt.virConnect, others: int) -> None:
    """Have as many other machines and volumes on the host, and let everybody know."""
    present = list(IMAGES.glob("other-*.img"))
    if len(present) == others:
        return
    undefine_machines(connection)
    for file in present:
        file.unlink()
    define_machines(connection, others)
    for number in range(others):
        with (IMAGES / f"other-{number}.img").open("wb") as file:
            file.truncate(1024**2)
    connection.storagePoolLookupByName(POOL).refresh(0)
    bed.work(lambda: bed.core.connections.refresh(bed.host.id))
    bed.settle()


def measure(bed: Bed, connection: libvirt.virConnect, disks: int) -> tuple[Series, Series]:
    # The first plan with a disk makes the pool.
    plan = bed.work(lambda: bed.core.creation.plan(bed.host.id, wish(disks)))
    found = alternate(
        {"ours": partial(ours, bed, disks), "bare": partial(bare, connection, plan)}, ROUNDS
    )
    return found["ours"], found["bare"]


def wish(disks: int) -> MachineSpec:
    return MachineSpec(
        name=f"made-{next(_numbers)}",
        vcpus=1,
        memory_bytes=64 * 1024**2,
        disks=(DiskSpec(size_bytes=1024**3),) * disks,
        direct_boot=DirectBoot(kernel=f"{GUEST}/vmlinuz", initrd=f"{GUEST}/initrd.img"),
        network=NetworkSpec(kind=NetworkKind.NONE),
        start=True,
    )


def ours(bed: Bed, disks: int) -> float:
    """Seconds from the wish to a running machine, checks and journal included."""
    spec = wish(disks)
    begun = time.perf_counter()
    machine_id = bed.work(lambda: bed.core.creation.create(bed.host.id, spec))
    took = time.perf_counter() - begun
    key = MachineKey(bed.host.id, machine_id)
    targets = ["vda"] * disks
    bed.work(lambda: bed.core.deletion.delete(key, disks=targets, force_off=True))
    return took


def bare(connection: libvirt.virConnect, plan: CreationPlan) -> float:
    """Seconds for the same definition without any of ours: volume, define, create."""
    new = uuid4()
    volumes = [
        VolumePlan(
            name=f"bare-{new}", pool=v.pool, format=v.format, capacity_bytes=v.capacity_bytes
        )
        for v in plan.volumes
    ]
    template = plan.definition.with_paths({(v.pool, v.name): "PATH" for v in plan.volumes})
    xml = render_machine(template, vnc_password="password")
    xml = xml.replace(str(plan.definition.id), str(new)).replace(plan.definition.name, f"b-{new}")
    begun = time.perf_counter()
    pool = connection.storagePoolLookupByName(POOL) if volumes else None
    made = [pool.createXML(render_volume(volume), 0) for volume in volumes]
    for volume in made:
        xml = xml.replace("PATH", volume.path())
    domain = connection.defineXMLFlags(xml, libvirt.VIR_DOMAIN_DEFINE_VALIDATE)
    domain.create()
    took = time.perf_counter() - begun
    assert UUID(domain.UUIDString()) == new
    domain.destroy()
    domain.undefine()
    for volume in made:
        volume.delete(0)
    return took


if __name__ == "__main__":
    main()
