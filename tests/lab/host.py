"""The lab's libvirt: asked, ended, started again and cleaned."""

import shutil
import signal
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.lab import processes
from tests.lab.waiting import wait_for

PID_FILE = Path("/run/libvirt/libvirtd.pid")
IMAGES = Path("/var/lib/libvirt/images")
PACKAGED_FILTERS = Path("/usr/share/libvirt/nwfilter")
SEPARATOR = "=8<="
LISTS = {
    "domains": "list --all --uuid",
    "running networks": "net-list --name",
    "networks": "net-list --all --name",
    "pools": "pool-list --all --uuid",
    "filters": "nwfilter-list",
    "secrets": "secret-list",
}
UNDEFINE = ("--managed-save", "--snapshots-metadata", "--checkpoints-metadata", "--nvram")


@dataclass(frozen=True)
class LabHost:
    """libvirt's system mode, as root reaches it."""

    uri: str = "qemu:///system"

    def virsh(self, *words: str) -> str:
        """Return what virsh prints; fails with what it complains about."""
        done = self._run(*words)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def ask(self, *words: str) -> str:
        """Return what virsh prints; nothing where it complains."""
        done = self._run(*words)
        return done.stdout if done.returncode == 0 else ""

    def answers(self) -> bool:
        return self._run("version").returncode == 0

    def libvirtd_pid(self) -> int | None:
        pid = int(PID_FILE.read_text()) if PID_FILE.exists() else 0
        return pid if pid and processes.is_alive(pid) else None

    def kill_libvirtd(self) -> None:
        """As a crash does it; running guests go on without it."""
        if pid := self.libvirtd_pid():
            processes.end(pid, sign=signal.SIGKILL)

    def start_libvirtd(self) -> None:
        """Return when it answers."""
        if not self.libvirtd_pid():
            subprocess.run(
                ["libvirtd", "-d", "-p", str(PID_FILE)],
                check=True,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )
        wait_for(self.answers, "libvirtd's answer", 20)

    def restart_libvirtd(self) -> None:
        """As an upgrade does it."""
        if pid := self.libvirtd_pid():
            processes.end(pid)
        self.start_libvirtd()

    def leftovers(self) -> dict[str, set[str]]:
        """Everything that libvirt did not have at first: by kind, their names or UUIDs."""
        answer = self.virsh(f"; echo {SEPARATOR}; ".join(LISTS.values()))
        found = {
            kind: {line.strip() for line in lines.splitlines() if line.strip()}
            for kind, lines in zip(LISTS, answer.split(SEPARATOR), strict=True)
        }
        # Of these two virsh prints tables: UUID and name, UUID and use.
        found["filters"] = {line.split(maxsplit=1)[1] for line in found["filters"]}
        found["secrets"] = {line.split()[0] for line in found["secrets"]}
        found["networks"] -= {"default"}
        found["filters"] -= {file.stem for file in PACKAGED_FILTERS.glob("*.xml")}
        return {kind: items for kind, items in found.items() if items}

    def clean(self) -> None:
        """Bring it back to how it was at first, even if a test left it dead."""
        self.start_libvirtd()
        left = self.leftovers()
        for domain in left.get("domains", ()):
            self._run("destroy", domain)
            self._run("undefine", domain, *UNDEFINE)  # a transient one went as it was stopped
        for network in left.get("running networks", ()):
            self._run("net-destroy", network)
        for network in left.get("networks", ()):
            self._run("net-undefine", network)  # a transient one went as it was stopped
        for pool in left.get("pools", ()):
            self._run("pool-destroy", pool)
            self._run("pool-undefine", pool)
        for secret in left.get("secrets", ()):
            self.virsh("secret-undefine", secret)
        self._undefine_filters(left.get("filters", ()))
        for file in IMAGES.iterdir():
            shutil.rmtree(file) if file.is_dir() else file.unlink()
        assert not self.leftovers()

    def _undefine_filters(self, names: Iterable[str]) -> None:
        """One that is still used by another goes after that one."""
        left = list(names)
        while left:
            used = [name for name in left if self._run("nwfilter-undefine", name).returncode]
            assert len(used) < len(left), f"filters that stay: {used}"
            left = used

    def _run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            ["virsh", "-q", "-c", self.uri, *words],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
