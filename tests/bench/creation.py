"""Making and starting a machine with a journal, beside a bare define and create."""

import subprocess
import time
from functools import partial
from itertools import count
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
from tests.bench.bed import Bed, bare_libvirt, define_machines, running_core
from tests.bench.measuring import Series, Table, alternate

ROUNDS = 20
OTHERS = 500
GUEST = "/run/lab/bench-guest"
POOL = "default"
_numbers = count()


def main() -> None:
    subprocess.run(["tests/lab/build-guest", GUEST], check=True)
    table = Table("creation", "journalled creation and start : bare define and create")
    with bare_libvirt() as connection, running_core() as bed:
        first = {disks: measure(bed, connection, disks) for disks in (0, 1)}
        define_machines(connection, OTHERS)
        bed.work(lambda: bed.core.connections.refresh(bed.host.id))
        crowded = {disks: measure(bed, connection, disks) for disks in (0, 1)}
        for disks in (0, 1):
            what = "with a disk" if disks else "without a disk"
            table.compare(f"{what}, alone", *first[disks], at_most=1.1)
            table.compare(f"{what}, beside {OTHERS} others", *crowded[disks], at_most=1.1)
        table.compare(f"ours, {OTHERS} others : alone", crowded[0][0], first[0][0])
        table.compare(f"bare, {OTHERS} others : alone", crowded[0][1], first[0][1])
    table.end()


def measure(bed: Bed, connection: libvirt.virConnect, disks: int) -> tuple[Series, Series]:
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
    pool = connection.storagePoolLookupByName(POOL) if volumes else None
    begun = time.perf_counter()
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
