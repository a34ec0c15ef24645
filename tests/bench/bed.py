"""What the benchmarks run on: the lab's libvirt, a warm core, many machines."""

import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

import libvirt

from infinibay_desktop.app.bootstrap import Core, start_core
from infinibay_desktop.model.hosts import Host
from infinibay_desktop.runtime.threads import Role, adopt
from infinibay_desktop.services.hosts import draft_host
from infinibay_desktop.system.paths import Paths

URI = "qemu:///system"
VIRSH = ("virsh", "-q", "-c", URI)
T = TypeVar("T")


@dataclass(frozen=True)
class Bed:
    """A running core whose only host is the lab's libvirt, and the folder that it keeps."""

    core: Core
    host: Host
    folder: Path

    def submit(self, work: Callable[[], T]) -> "Future[T]":
        return self.core.tasks.submit(work, lane=self.host.id)

    def work(self, work: Callable[[], T]) -> T:
        """Run it on a worker, as every screen and command does."""
        return self.submit(work).result()

    def settle(self) -> None:
        """Wait until everything that was told so far was looked at and recorded."""
        self.core.bus.drain()
        while unfinished := list(self.core.tasks._unfinished):
            wait(unfinished)


@contextmanager
def running_core() -> Iterator[Bed]:
    """A core that is connected; its database is on a disk, not in the lab's memory."""
    adopt(Role.MAIN)
    with tempfile.TemporaryDirectory(prefix="infinibay-bench-", dir="/var/tmp") as name:
        folder = Path(name)
        paths = Paths(
            data=folder / "data",
            settings=folder / "settings",
            logs=folder / "logs",
            runtime=folder / "run",
        )
        core = start_core(paths=paths)
        host = draft_host(URI)
        core.hosts.keep(host)
        bed = Bed(core, host, folder)
        try:
            bed.work(lambda: core.connections.connect(host))
            yield bed
        finally:
            core.close()


@contextmanager
def bare_libvirt() -> Iterator[libvirt.virConnect]:
    """A connection of the rival's own. Opened before the core, it has no part in its event loop."""
    connection = libvirt.open(URI)
    try:
        yield connection
    finally:
        connection.close()


def define_machines(connection: libvirt.virConnect, count: int, prefix: str = "other") -> None:
    """Define machines that never run, one call each."""
    for number in range(count):
        connection.defineXML(
            f"""
            <domain type='qemu'>
              <name>{prefix}-{number:04}</name>
              <uuid>{uuid4()}</uuid>
              <memory unit='MiB'>64</memory>
              <vcpu>1</vcpu>
              <os><type arch='x86_64' machine='pc'>hvm</type></os>
            </domain>"""
        )


def undefine_machines(connection: libvirt.virConnect, prefix: str = "other") -> None:
    """Take away what `define_machines` made."""
    for domain in connection.listAllDomains(libvirt.VIR_CONNECT_LIST_DOMAINS_INACTIVE):
        if domain.name().startswith(f"{prefix}-"):
            domain.undefine()
