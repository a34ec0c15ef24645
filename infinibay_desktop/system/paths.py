"""Where the program keeps what is its own."""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

import platformdirs

APPLICATION = "infinibay"
# A unix socket's path has room for 107 bytes (unix(7)). Ours are '<folder>/ssh-<8>/<8>/<40>', and
# ssh adds 17 while it makes one: 80 in all, more than that and it refuses to connect at all.
_LONGEST_SOCKET_FOLDER = 27


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """Folders of ours; each is made when it is first needed."""

    data: Path
    settings: Path
    logs: Path
    runtime: Path

    @property
    def database(self) -> Path:
        """The SQLite file used where nothing else is said."""
        return self.data / "infinibay.sqlite"


def find_paths() -> Paths:
    """XDG's folders, or all of them under INFINIBAY_HOME where that is set."""
    if home := os.environ.get("INFINIBAY_HOME"):
        root = Path(home).expanduser().absolute()
        return Paths(
            data=root / "data",
            settings=root / "settings",
            logs=root / "logs",
            runtime=root / "run",
        )
    data = platformdirs.user_data_path(APPLICATION)
    # Without a session there is no run-time folder, and /tmp is everybody's.
    given = os.environ.get("XDG_RUNTIME_DIR")
    return Paths(
        data=data,
        settings=platformdirs.user_config_path(APPLICATION),
        logs=platformdirs.user_log_path(APPLICATION),
        runtime=Path(given) / APPLICATION if given else data / "run",
    )


def private_folder(path: Path) -> Path:
    """The folder, made for our eyes only."""
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path


def socket_folder(runtime: Path) -> Path:
    """A private folder of this run whose path is short enough for sockets in it."""
    try:
        parent = private_folder(runtime)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="infinibay-"))
    if len(str(parent)) > _LONGEST_SOCKET_FOLDER:
        return Path(tempfile.mkdtemp(prefix="infinibay-"))
    return Path(tempfile.mkdtemp(prefix="ssh-", dir=parent))
