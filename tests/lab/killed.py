"""A program that is killed in the middle of its work, for test_killed.py.

Arguments: database, what to do (create, delete), machine name or id, and at which tick to
die (0: never, and print how many there were). Before every call that touches the host, the
database or the keyring there is a tick, and one after the last; between two calls nothing changes.
"""

import json
import os
import signal
import sys
from uuid import UUID

from infinibay_desktop.app.bootstrap import Core, start_core
from infinibay_desktop.model.machines import MachineId, MachineKey
from infinibay_desktop.model.specs import (
    DirectBoot,
    DiskSpec,
    MachineSpec,
    NetworkKind,
    NetworkSpec,
)
from infinibay_desktop.runtime.threads import Role, adopt
from infinibay_desktop.services.hosts import draft_host
from tests.fakes.guarded import raw


class Fuse:
    """Counts ticks, and kills the process at the wanted one."""

    def __init__(self, die_at: int) -> None:
        self.ticks = 0
        self.lit = False
        self._die_at = die_at

    def tick(self) -> None:
        if not self.lit:
            return
        self.ticks += 1
        if self.ticks == self._die_at:
            os.kill(os.getpid(), signal.SIGKILL)


class Fused:
    """An object whose every method call ticks before it begins."""

    def __init__(self, inner: object, fuse: Fuse, within: tuple[str, ...] = ()) -> None:
        self._inner, self._fuse, self._within = inner, fuse, within

    def __getattr__(self, name: str):
        found = getattr(self._inner, name)
        if name in self._within:
            return Fused(found, self._fuse)
        if not callable(found):
            return found

        def call(*args, **kwargs):
            # What comes before the journal's first word changes nothing.
            self._fuse.lit = self._fuse.lit or name == "begin"
            self._fuse.tick()
            return found(*args, **kwargs)

        return call


def light(core: Core, fuse: Fuse) -> None:
    """Put the fuse into everything that creation and deletion touch."""
    connections, creation, deletion = (
        raw(service) for service in (core.connections, core.creation, core.deletion)
    )
    link_of = connections.link
    for service in (creation, deletion, raw(core.journal)):
        units = service._units
        service._units = lambda units=units: (fuse.tick(), units())[1]
    for service in (creation, deletion):
        service._journal = Fused(service._journal, fuse)
        service._secrets = Fused(service._secrets, fuse)
    connections.link = lambda host_id: Fused(
        link_of(host_id), fuse, within=("storage", "hypervisor")
    )


def spec_of(name: str) -> MachineSpec:
    folder = os.environ["KILLED_GUEST"]
    return MachineSpec(
        name=name,
        vcpus=1,
        memory_bytes=64 * 1024**2,
        disks=(DiskSpec(size_bytes=1024**2), DiskSpec(size_bytes=1024**2)),
        direct_boot=DirectBoot(kernel=f"{folder}/vmlinuz"),
        network=NetworkSpec(kind=NetworkKind.NONE),
        autostart=True,
        start=True,
    )


def main() -> None:
    database, what, name, die_at = sys.argv[1:]
    adopt(Role.MAIN)
    core = start_core(database)
    [host] = core.hosts.all() or [draft_host("qemu:///system")]
    if not core.hosts.all():
        core.hosts.keep(host)
    core.tasks.submit(lambda: core.connections.connect(host)).result()
    fuse = Fuse(int(die_at))

    def work() -> None:
        if what == "create":
            core.creation.create(host.id, spec_of(name))
        else:
            key = MachineKey(host.id, MachineId(UUID(name)))
            core.deletion.delete(key, disks=["vda", "vdb"], force_off=True)

    light(core, fuse)
    core.tasks.submit(work).result()
    fuse.tick()
    sys.stdout.write(json.dumps(fuse.ticks))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
