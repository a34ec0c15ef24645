"""A PostgreSQL of the tests' own, for all of them: a plugin of tests/conftest.py."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from tests.lab.waiting import wait_for

PROGRAMS = Path("/usr/lib/postgresql")
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "16MB",
    "max_connections": "60",
}


@dataclass(frozen=True)
class PostgresCluster:
    """Reached through a socket in `folder` by whoever may enter it."""

    folder: Path

    def url(self, database: str) -> str:
        """Return what SQLAlchemy opens."""
        return f"postgresql+psycopg://postgres@/{database}?host={self.folder}"

    def run(self, statement: str) -> None:
        with self._connect() as connection:
            connection.execute(statement.encode())

    def answers(self) -> bool:
        try:
            self._connect().close()
        except psycopg.OperationalError:
            return False
        return True

    def _connect(self) -> psycopg.Connection:
        return psycopg.connect(
            host=str(self.folder), user="postgres", dbname="postgres", autocommit=True
        )


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[PostgresCluster]:
    """A cluster on a Unix socket only, that forgets everything at the end."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    if os.geteuid() == 0:
        user = pwd.getpwnam("postgres")
        os.chown(folder, user.pw_uid, user.pw_gid)
    try:
        yield from _serve(programs, folder)
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def postgres_url(postgres_cluster: PostgresCluster) -> Iterator[str]:
    """The SQLAlchemy URL of an empty database that only this test sees."""
    name = f"test_{uuid4().hex}"
    postgres_cluster.run(f"CREATE DATABASE {name}")
    yield postgres_cluster.url(name)
    postgres_cluster.run(f"DROP DATABASE {name} WITH (FORCE)")


def _programs() -> Path:
    found = sorted(PROGRAMS.glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    if not found:
        unavailable("PostgreSQL's server is not installed (Debian: postgresql)")
    return found[-1].parent


def unavailable(reason: str) -> None:
    """Skip, but on the build server nothing may be missing."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def _serve(programs: Path, folder: Path) -> Iterator[PostgresCluster]:
    data = folder / "data"
    # No server runs as root. It goes when we go, however that may be.
    rights = ["--reuid=postgres", "--regid=postgres", "--init-groups"] if os.geteuid() == 0 else []
    as_server = ["setpriv", *rights, "--pdeathsig", "QUIT", "--"]
    subprocess.run(
        [*as_server, str(programs / "initdb"), "-D", str(data), "-U", "postgres", "-A", "trust",
         "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"],
        check=True,
        cwd=folder,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    options = [f"--{name}={value}" for name, value in SETTINGS.items()]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [*as_server, str(programs / "postgres"), "-D", str(data), "-k", str(folder), *options],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    cluster = PostgresCluster(folder)
    try:
        wait_for(lambda: server.poll() is not None or cluster.answers(), "PostgreSQL's answer", 20)
        assert server.poll() is None, (folder / "log").read_text()
        yield cluster
    finally:
        server.send_signal(signal.SIGQUIT)
        server.wait(20)
