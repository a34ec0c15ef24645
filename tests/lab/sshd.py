"""A real sshd on the lab's loopback, that takes root by one key only."""

import socket
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from tests.lab import processes
from tests.lab.waiting import wait_for

SETTINGS = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {host_key}
AuthorizedKeysFile {authorized_keys}
PidFile none
StrictModes no
UsePAM no
PermitRootLogin prohibit-password
PasswordAuthentication no
KbdInteractiveAuthentication no
MaxStartups 100
UseDNS no
"""


@dataclass
class LabSshd:
    """One server; its files are in one folder that everybody may pass through."""

    folder: Path
    port: int
    host: str = "127.0.0.1"
    user: str = "root"
    _server: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)

    @property
    def key_file(self) -> Path:
        """The private key that the server takes."""
        return self.folder / "key"

    @property
    def known_hosts(self) -> Path:
        """Knows the server's first key; it stays so when the server changes its key."""
        return self.folder / "known_hosts"

    @property
    def host_key_fingerprint(self) -> str:
        """Of the key that the server shows now, as ssh writes it."""
        told = subprocess.run(
            ["ssh-keygen", "-lf", str(self._host_key)], capture_output=True, text=True, check=True
        )
        return told.stdout.split()[1]

    @property
    def uri(self) -> str:
        """What libvirt's own tools need to come in without asking anybody."""
        return (
            f"qemu+ssh://{self.user}@{self.host}:{self.port}/system"
            f"?keyfile={self.key_file}&command={self.folder / 'ssh'}&no_tty=1"
        )

    @property
    def log(self) -> Path:
        return self.folder / "log"

    @property
    def _host_key(self) -> Path:
        return self.folder / "host_key"

    def prepare(self) -> None:
        """Make the keys, the settings, and an ssh that knows this server."""
        _make_key(self.key_file)
        _make_key(self.folder / "first_host_key")
        (self.folder / "authorized_keys").write_text(_public(self.key_file))
        (self.folder / "settings").write_text(
            SETTINGS.format(
                port=self.port,
                host_key=self._host_key,
                authorized_keys=self.folder / "authorized_keys",
            )
        )
        self._use_first_key()
        self.known_hosts.write_text(f"[{self.host}]:{self.port} {_public(self._host_key)}")
        ssh = self.folder / "ssh"
        ssh.write_text(f'#!/bin/sh\nexec ssh -o UserKnownHostsFile={self.known_hosts} "$@"\n')
        ssh.chmod(0o755)

    def start(self) -> None:
        """Return when the server takes connections."""
        with self.log.open("ab") as log:
            self._server = subprocess.Popen(
                ["setpriv", "--pdeathsig", "KILL", "/usr/sbin/sshd", "-D", "-e",
                 "-f", str(self.folder / "settings")],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )  # fmt: skip
        wait_for(self._listens, "sshd")

    def stop(self) -> None:
        """End the server and every connection through it."""
        if self._server:
            processes.end(self._server.pid, *processes.descendants(self._server.pid))
            self._server.wait()
            self._server = None

    def change_host_key(self) -> None:
        """Start again as another host would; `restore` takes that back."""
        self.stop()
        _make_key(self._host_key)
        self.start()

    def restore(self) -> None:
        """Run, with the first host key."""
        first = (self.folder / "first_host_key").read_text()
        if self._host_key.read_text() != first:
            self.stop()
            self._use_first_key()
        if not self._server:
            self.start()

    def _use_first_key(self) -> None:
        for suffix in ("", ".pub"):
            copy = Path(f"{self._host_key}{suffix}")
            copy.write_text((self.folder / f"first_host_key{suffix}").read_text())
            copy.chmod(0o600)

    def _listens(self) -> bool:
        assert self._server
        assert self._server.poll() is None, self.log.read_text()
        with socket.socket() as attempt:
            return attempt.connect_ex((self.host, self.port)) == 0


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def _make_key(path: Path) -> None:
    for old in (path, Path(f"{path}.pub")):
        old.unlink(missing_ok=True)
    subprocess.run(
        ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "lab", "-f", str(path)], check=True
    )


def _public(path: Path) -> str:
    return Path(f"{path}.pub").read_text()
