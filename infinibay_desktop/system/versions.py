"""What versions of everything run here, for reports of problems."""

import platform
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version

from infinibay_desktop import __version__
from infinibay_desktop.system.computer import read_distribution

_LIBRARIES = (
    "PySide6-Essentials",
    "libvirt-python",
    "SQLAlchemy",
    "alembic",
    "psycopg",
    "keyring",
    "cryptography",
)


def read_versions() -> Mapping[str, str]:
    """Names and versions: this program, the system, the libraries. Reads files; on a worker."""
    facts = {
        "Infinibay Desktop": __version__,
        "System": read_distribution().name,
        "Kernel": f"{platform.system()} {platform.release()} {platform.machine()}",
        "Python": sys.version.split()[0],
    }
    return facts | {name: _version_of(name) for name in _LIBRARIES}


def _version_of(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "not installed as a package"
