"""The system's ssh, told where keys, known hosts and jump hosts are."""

import logging
import re
import shlex
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from infinibay_desktop.model.errors import HostKeyError, HostUnreachableError
from infinibay_desktop.model.hosts import Host, HostAddress, HostId, OfferedKey, Stage
from infinibay_desktop.model.problems import Distribution, Problem, parse_os_release
from infinibay_desktop.system.paths import private_folder

logger = logging.getLogger(__name__)

CONNECT_TIMEOUT_S = 10
COMMAND_TIMEOUT_S = 30
_SSH_FAILED = 255  # ssh(1): its own failures; anything else is the remote command's status

_FAILURES: tuple[tuple[str, Stage, Problem, str], ...] = (
    (
        r"REMOTE HOST IDENTIFICATION HAS CHANGED|key verification failed.*changed",
        Stage.HOST_KEY,
        Problem.HOST_KEY_CHANGED,
        "the host shows another key than the one that is known",
    ),
    (
        r"Host key verification failed|No \S+ host key is known",
        Stage.HOST_KEY,
        Problem.HOST_KEY_UNKNOWN,
        "nobody has accepted the host's key yet",
    ),
    (
        r"Permission denied|Too many authentication failures|no mutual signature",
        Stage.SIGN_IN,
        Problem.SIGN_IN,
        "the host did not accept the user or the key",
    ),
    (
        r"Could not resolve|Name or service not known|nodename nor servname",
        Stage.REACH,
        Problem.UNREACHABLE,
        "the name is not known",
    ),
    (r"Connection refused", Stage.REACH, Problem.UNREACHABLE, "nothing listens at that port"),
    (r"timed out", Stage.REACH, Problem.UNREACHABLE, "it does not answer"),
    (r"No route|unreachable", Stage.REACH, Problem.UNREACHABLE, "no way leads there"),
    (r"bad permissions|UNPROTECTED", Stage.SIGN_IN, Problem.SIGN_IN, "others may read the key"),
    (r"closed by|reset by|kex_exchange", Stage.REACH, Problem.UNREACHABLE, "it hung up"),
)


class SystemSsh:
    """Runs ssh with a configuration of our own before the person's.

    All connections to one host share one ssh session, so that an agent or a hardware
    key is asked once. Workers only.
    """

    def __init__(self, settings: Path, sockets: Path) -> None:
        self._settings = settings
        self._sockets = sockets
        self._used: set[HostId] = set()

    @property
    def known_hosts(self) -> Path:
        """Keys that were accepted through this program."""
        return self._settings / "known_hosts"

    def command(self, host: Host) -> str:
        """The path of a program for libvirt that runs ssh with this host's configuration."""
        configuration = self._write_configuration(host)
        path = self._folder(host) / "ssh"
        words = " ".join(shlex.quote(word) for word in _way(host, configuration))
        path.write_text(f'#!/bin/sh\nexec ssh {words} "$@"\n')
        path.chmod(stat.S_IRWXU)
        self._used.add(host.id)
        return str(path)

    def sign_in(self, host: Host) -> Distribution:
        """Sign in and read what the host runs. Raises HostUnreachableError with the stage."""
        self._used.add(host.id)
        way = _way(host, self._write_configuration(host))
        arguments = [*way, "-T", *_target(host.address)]
        done = _run(["ssh", *arguments, "cat /etc/os-release"], host)
        if done.returncode == _SSH_FAILED:
            raise _failure(host, done.stderr)
        return parse_os_release(done.stdout)

    def command_line(self, host: Host, *options: str) -> list[str]:
        """The words that run ssh to the host within the shared session."""
        self._used.add(host.id)
        configuration = self._folder(host) / "config"
        # Written anew it would be empty for a moment, in which another ssh may read it.
        if not configuration.exists():
            configuration = self._write_configuration(host)
        return ["ssh", *_way(host, configuration), *options, *_target(host.address)]

    def tell_session(self, host: Host, order: str, *options: str) -> None:
        """Give the shared session an order, and begin it where it has ended meanwhile.

        Raises HostUnreachableError.
        """
        command = self.command_line(host, "-O", order, *options)
        done = _run(command, host)
        if done.returncode == _SSH_FAILED and order != "cancel":
            self.sign_in(host)
            done = _run(command, host)
            if done.returncode:
                raise _failure(host, done.stderr)

    def has_session(self, host: Host) -> bool:
        """Whether the shared session still stands."""
        try:
            return _run(self.command_line(host, "-O", "check"), host).returncode == 0
        except HostUnreachableError:
            return False

    def socket_folder(self, host: Host) -> Path:
        """Where this host's sockets lie, for our eyes only."""
        return self._folder(host)

    def offered_key(self, host: Host) -> OfferedKey:
        """The keys that the host shows now, trusted or not."""
        with tempfile.TemporaryDirectory(prefix="infinibay-") as folder:
            seen = Path(folder) / "seen"
            # Take down whatever is shown, and go no further than that.
            options = {
                "StrictHostKeyChecking": "accept-new",
                "UserKnownHostsFile": str(seen),
                "GlobalKnownHostsFile": "none",
                "HashKnownHosts": "no",
                "PreferredAuthentications": "none",
                "ControlPath": "none",
            }
            way = _way(host, self._write_configuration(host))
            arguments = [*way, "-T", *_options(options)]
            done = _run(["ssh", *arguments, *_target(host.address), "true"], host)
            if not seen.exists():
                raise _failure(host, done.stderr)
            listed = _run(["ssh-keygen", "-l", "-f", str(seen)], host).stdout
            return OfferedKey(
                fingerprints=tuple(_fingerprint(line) for line in listed.splitlines()),
                lines=tuple(seen.read_text().splitlines()),
            )

    def trust(self, offer: Sequence[str]) -> None:
        """Accept a host's keys from now on, in place of those accepted here before."""
        private_folder(self._settings)
        for name in {line.split(maxsplit=1)[0] for line in offer if line.strip()}:
            self._forget_keys(name)
        with self.known_hosts.open("a") as file:
            file.writelines(f"{line}\n" for line in offer)

    def _forget_keys(self, name: str) -> None:
        if self.known_hosts.exists():
            command = ["ssh-keygen", "-R", name, "-f", str(self.known_hosts)]
            subprocess.run(command, capture_output=True, check=False, timeout=COMMAND_TIMEOUT_S)

    def leave(self, host: Host) -> None:
        """End the shared session, if there is one."""
        if host.id not in self._used:
            return
        self._used.discard(host.id)
        configuration = self._folder(host) / "config"
        if configuration.exists():
            way = _way(host, configuration)
            command = ["ssh", *way, "-O", "exit", *_target(host.address)]
            try:
                _run(command, host)
            except HostUnreachableError as error:
                logger.debug("ending ssh's session: %s", error.message)

    def close(self) -> None:
        """Remove this run's files."""
        shutil.rmtree(self._sockets, ignore_errors=True)

    def _folder(self, host: Host) -> Path:
        # Short: see socket_folder in paths.py.
        return private_folder(self._sockets / host.id.hex[:8])

    def _write_configuration(self, host: Host) -> Path:
        path = self._folder(host) / "config"
        path.write_text(self._configuration(host))
        path.chmod(0o600)
        return path

    def _configuration(self, host: Host) -> str:
        # ssh_config(5): the first value found for an option holds, so ours come first.
        access = host.ssh
        known = [str(self.known_hosts), access.known_hosts_file or "~/.ssh/known_hosts"]
        options = {
            "BatchMode": "yes",
            "StrictHostKeyChecking": "yes",
            "UpdateHostKeys": "no",
            "UserKnownHostsFile": " ".join(_quoted(path) for path in known),
            "ConnectTimeout": str(CONNECT_TIMEOUT_S),
            "ServerAliveInterval": "5",
            "ServerAliveCountMax": "3",
            "ControlMaster": "auto",
            "ControlPath": _quoted(self._folder(host) / "%C"),
            "ControlPersist": "30",
            "ForwardAgent": "no",
            "ForwardX11": "no",
            "PermitLocalCommand": "no",
            "RemoteCommand": "none",
            "RequestTTY": "no",
            "LogLevel": "ERROR",
        }
        if access.key_file:
            options |= {"IdentityFile": _quoted(access.key_file), "IdentitiesOnly": "yes"}
        lines = ["Host *", *(f"  {key} {value}" for key, value in options.items())]
        return "\n".join([*lines, "Include ~/.ssh/config /etc/ssh/ssh_config", ""])


def _way(host: Host, configuration: Path) -> list[str]:
    # The jump host stands here and not in the configuration: ssh hands that on to the ssh
    # that reaches the jump host, which would then look for a way through itself.
    jump = ["-J", host.ssh.jump] if host.ssh.jump else []
    return ["-F", str(configuration), *jump]


def _target(address: HostAddress) -> list[str]:
    port = ["-p", str(address.port)] if address.port else []
    user = ["-l", address.user] if address.user else []
    return [*port, *user, "--", address.host]


def _options(options: dict[str, str]) -> list[str]:
    return [word for key, value in options.items() for word in ("-o", f"{key}={value}")]


def _quoted(path: Path | str) -> str:
    # In ssh's configuration '%' begins a token; ControlPath alone means to use one.
    text = str(path)
    escaped = text if text.endswith("/%C") else text.replace("%", "%%")
    return '"' + escaped.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _run(command: list[str], host: Host) -> subprocess.CompletedProcess[str]:
    logger.debug("running %s", shlex.join(command))
    try:
        return subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=COMMAND_TIMEOUT_S,
            check=False,
        )
    except FileNotFoundError as error:
        raise HostUnreachableError(
            f"'{command[0]}' is not installed on this computer.",
            stage=Stage.REACH,
            problem=Problem.SSH_MISSING,
        ) from error
    except subprocess.TimeoutExpired as error:
        raise HostUnreachableError(
            f"'{host.name}' did not answer ssh within {COMMAND_TIMEOUT_S} s.",
            stage=Stage.REACH,
            problem=Problem.UNREACHABLE,
        ) from error


def _failure(host: Host, stderr: str) -> HostUnreachableError:
    # The word that matters may stand first (a changed key's banner) or last (sign-in).
    told = " ".join(stderr[:16384].split())
    raw = told[-500:]
    for pattern, stage, problem, why in _FAILURES:
        if re.search(pattern, told, re.IGNORECASE):
            kind = HostKeyError if stage is Stage.HOST_KEY else HostUnreachableError
            return kind(
                f"Could not sign in to '{host.name}': {why}.",
                stage=stage,
                problem=problem,
                raw=raw,
            )
    return HostUnreachableError(
        f"Could not sign in to '{host.name}': {raw or 'ssh failed without a word'}",
        stage=Stage.SIGN_IN,
        problem=Problem.SIGN_IN,
        raw=raw,
    )


def _fingerprint(line: str) -> str:
    """'256 SHA256:… host (ED25519)' as 'ED25519 SHA256:…' (ssh-keygen(1), -l)."""
    words = line.split()
    kind = words[-1].strip("()") if words else ""
    return f"{kind} {words[1]}" if len(words) >= 3 else line
