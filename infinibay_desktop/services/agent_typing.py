"""Installs the agent through QEMU's own guest agent, so that nobody has to type."""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from infinibay_desktop.model.cleaning import clean
from infinibay_desktop.model.errors import GuestRefusedError, InfinibayError
from infinibay_desktop.model.machines import MachineId
from infinibay_desktop.services.delivery_ports import AgentPackage
from infinibay_desktop.services.guest_ports import QemuGuestAgent

RUN_S = 180.0
SHORT_S = 30.0
MAX_WORDS = 300
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Way:
    """What is done inside a system. Only administrators may write where the files are put."""

    folder: str
    make: Sequence[str]
    install: Sequence[str]
    remove: Sequence[str]
    separator: str


_LINUX_FOLDER = "/opt/infinibay-agent-setup"
_WINDOWS_FOLDER = r"C:\Windows\infinibay-agent-setup"
_POWERSHELL = (
    r"C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe",
    "-NoProfile",
    "-ExecutionPolicy",
    "Bypass",
)
_COMMAND = r"C:\Windows\System32\cmd.exe"
WAYS: Mapping[str, _Way] = {
    "linux": _Way(
        _LINUX_FOLDER,
        ("/bin/mkdir", "-p", "-m", "0700", _LINUX_FOLDER),
        ("/bin/sh", f"{_LINUX_FOLDER}/install.sh"),
        ("/bin/rm", "-rf", _LINUX_FOLDER),
        "/",
    ),
    "windows": _Way(
        _WINDOWS_FOLDER,
        (_COMMAND, "/c", "if", "not", "exist", _WINDOWS_FOLDER, "mkdir", _WINDOWS_FOLDER),
        (*_POWERSHELL, "-File", rf"{_WINDOWS_FOLDER}\install.ps1"),
        (_COMMAND, "/c", "rmdir", "/s", "/q", _WINDOWS_FOLDER),
        "\\",
    ),
}


class AgentTyping:
    """Does what a person would type. Runs on workers."""

    def __init__(self, package: AgentPackage) -> None:
        self._package = package

    def install(
        self, inside: QemuGuestAgent, machine_id: MachineId, tell: Tell, stop: threading.Event
    ) -> None:
        """Write the agent's files into the guest, and run the installer there.

        Raises GuestUnavailableError where QEMU's agent does not answer, GuestRefusedError
        where it may not, or the installer fails.
        """
        tell("Asking the guest what system it is")
        system = "windows" if _is_windows(inside, machine_id) else "linux"
        way, files = WAYS[system], self._package.files(system)
        if not files:
            raise GuestRefusedError(f"This program comes without an agent for {system}.")

        def run(words: Sequence[str], timeout_s: float) -> None:
            ended = inside.run(machine_id, words, typed=b"", timeout_s=timeout_s, stop=stop)
            if ended.exit_code != 0:
                said = clean((ended.error or ended.output).decode("utf-8", "replace"), MAX_WORDS)
                raise GuestRefusedError(f"The installer failed inside the guest: {said}")

        with _removed(lambda: run(way.remove, SHORT_S)):
            run(way.make, SHORT_S)
            for name, data in files.items():
                tell(f"Writing {name}")
                path = f"{way.folder}{way.separator}{name}"
                inside.write_file(machine_id, path, [data], moved=lambda _bytes: None, stop=stop)
            tell("Running the installer")
            run(way.install, RUN_S)


@contextmanager
def _removed(remove: Callable[[], None]) -> Iterator[None]:
    """Take the installer's files away again, however it ended."""
    try:
        yield
    finally:
        with suppress(InfinibayError):
            remove()


def _is_windows(inside: QemuGuestAgent, machine_id: MachineId) -> bool:
    return "windows" in inside.system(machine_id).os_name.casefold()
