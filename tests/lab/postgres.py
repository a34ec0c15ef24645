"""A PostgreSQL of the tests' own, for all of them: a plugin of tests/conftest.py."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
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
    with _folder() as folder:
        yield from _serve(_programs(), folder)


@pytest.fixture
def postgres_server() -> Iterator["PostgresServer"]:
    """A cluster of the test's own, which may stop and start it."""
    with _folder() as folder:
        server = PostgresServer(_programs(), folder)
        server.make()
        try:
            server.start()
            yield server
        finally:
            server.stop()


@pytest.fixture
def postgres_url(postgres_cluster: PostgresCluster) -> Iterator[str]:
    """The SQLAlchemy URL of an empty database that only this test sees."""
    name = f"test_{uuid4().hex}"
    postgres_cluster.run(f"CREATE DATABASE {name}")
    yield postgres_cluster.url(name)
    postgres_cluster.run(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def _folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    if os.geteuid() == 0:
        user = pwd.getpwnam("postgres")
        os.chown(folder, user.pw_uid, user.pw_gid)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


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
    server = PostgresServer(programs, folder)
    server.make()
    try:
        server.start()
        yield server.cluster
    finally:
        server.stop()


class PostgresServer:
    """The process that serves a cluster; it may be stopped and started again."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self.cluster = PostgresCluster(folder)
        self._programs, self._folder = programs, folder
        self._data = folder / "data"
        # No server runs as root. It goes when we go, however that may be.
        as_postgres = ["--reuid=postgres", "--regid=postgres", "--init-groups"]
        rights = as_postgres if os.geteuid() == 0 else []
        self._as_server = ["setpriv", *rights, "--pdeathsig", "QUIT", "--"]
        self._process: subprocess.Popen[bytes] | None = None

    def make(self) -> None:
        subprocess.run(
            [*self._as_server, str(self._programs / "initdb"), "-D", str(self._data),
             "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync",
             "--no-instructions"],
            check=True,
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
        )  # fmt: skip

    def start(self) -> None:
        options = [f"--{name}={value}" for name, value in SETTINGS.items()]
        program, place = str(self._programs / "postgres"), ["-D", str(self._data)]
        with (self._folder / "log").open("ab") as log:
            server = self._process = subprocess.Popen(
                [*self._as_server, program, *place, "-k", str(self._folder), *options],
                cwd=self._folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        answers = self.cluster.answers
        wait_for(lambda: server.poll() is not None or answers(), "PostgreSQL's answer", 20)
        assert server.poll() is None, (self._folder / "log").read_text()

    def stop(self) -> None:
        """At once, as by a power cut; what was committed stays as the settings have it."""
        if self._process:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(20)
            self._process = None

    def shut_down(self) -> None:
        """In order: connections are ended, everything is written."""
        if self._process:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(20)
            self._process = None
