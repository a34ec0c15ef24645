"""The agent as it comes with the program: its files, its version, and a CD that holds it."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from infinibay_desktop.model.agent_delivery import (
    CD_LABEL,
    IMAGE_PREFIX,
    AgentImage,
    is_agent_image,
)
from infinibay_desktop.model.errors import EnvironmentalError, NotFoundError, StorageError
from infinibay_desktop.system.iso import IsoFile, build_iso
from infinibay_desktop.system.replacing import replace_file

PROGRAMS = {"linux": "infinibay-agent", "windows": "infinibay-agent.ps1"}
INSTALLERS = {"linux": "install.sh", "windows": "install.ps1"}
# `VERSION = "1.0.0"` in Python, `$AgentVersion = '1.0.0'` in PowerShell.
_VERSION = re.compile(
    rb"""^\$?\w*VERSION\s*=\s*["'](\d+\.\d+\.\d+)["']""", re.IGNORECASE | re.MULTILINE
)
_LEFT_OUT = (".pyc", "~", ".part")


class AgentFiles:
    """Agents and installers by system, 'linux' or 'windows'. Read once, on a worker."""

    def __init__(self, folder: Path, images: Path) -> None:
        self._folder = folder
        self._images = images

    def version(self, system: str = "linux") -> str:
        """The version of the agent for a system."""
        found = _VERSION.search(self.program(system))
        if found is None:
            raise EnvironmentalError(f"The agent for {system} names no version.")
        return found.group(1).decode("ascii")

    def program(self, system: str) -> bytes:
        """The agent itself."""
        try:
            return self.files(system)[PROGRAMS[system]]
        except KeyError:
            raise NotFoundError(
                f"This program comes without an agent for {system[:40]!r}."
            ) from None

    def files(self, system: str) -> Mapping[str, bytes]:
        """The agent, its installer and what else belongs to them, by name."""
        return self._by_system.get(system, {})

    def downloader(self, system: str) -> str:
        """The script that fetches the rest, with places for the address and the files."""
        return self._read("http")[INSTALLERS[system]].decode("utf-8")

    def image(self) -> AgentImage:
        """A CD with all of it."""
        return self._image

    def keep_image(self) -> str:
        """The path of the CD as a file of this computer, made where it is missing."""
        image, path = self._image, self._images / self._image.name
        try:
            if not path.is_file() or path.read_bytes() != image.data:
                replace_file(path, [image.data])
                # Machines' QEMU reads it, as whoever that is.
                path.chmod(0o644)
        except OSError as error:
            raise _refused(path, error) from error
        return str(path)

    def drop_image(self, path: str) -> bool:
        """Remove such a file; False where the path is none of these."""
        file = Path(path)
        if file.parent != self._images or not is_agent_image(path):
            return False
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise _refused(file, error) from error
        return True

    @cached_property
    def _by_system(self) -> Mapping[str, Mapping[str, bytes]]:
        return MappingProxyType({system: self._read(system) for system in PROGRAMS})

    def _read(self, part: str) -> Mapping[str, bytes]:
        folder = self._folder / part
        try:
            found = sorted(folder.iterdir()) if folder.is_dir() else []
            return MappingProxyType({p.name: p.read_bytes() for p in found if _belongs(p)})
        except OSError as error:
            raise _refused(folder, error) from error

    @cached_property
    def _image(self) -> AgentImage:
        version = self.version()
        data = build_iso(dict(self._cd_files()), CD_LABEL)
        digest = hashlib.sha256(data).hexdigest()[:12]
        return AgentImage(name=f"{IMAGE_PREFIX}{version}-{digest}.iso", version=version, data=data)

    def _cd_files(self) -> Iterator[tuple[str, IsoFile]]:
        for name, data in self._read("cd").items():
            yield name, IsoFile(data, program=name.endswith(".sh"))
        for system in PROGRAMS:
            for name, data in self.files(system).items():
                program = system == "linux" and (name == PROGRAMS[system] or name.endswith(".sh"))
                yield f"{system}/{name}", IsoFile(data, program=program)


def _belongs(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".") and not path.name.endswith(_LEFT_OUT)


def _refused(path: Path, error: OSError) -> StorageError:
    return StorageError(f"The agent's file '{path}' cannot be used: {error.strerror}.")
