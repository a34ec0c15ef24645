"""Signing in and people through the command line, as the programs that people start."""

import json
import os
import pty
import select
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PASSWORD = "seven purple lamps sing"  # noqa: S105 - of nobody
OWN = "green doors open slowly"
pytestmark = [pytest.mark.libvirt, pytest.mark.slow]


@dataclass
class Computer:
    """A computer on which the command line is used; `keyring` is where its secrets lie."""

    folder: Path
    database: str
    keyring: Path | None

    @property
    def environment(self) -> dict[str, str]:
        found = os.environ | {
            "INFINIBAY_HOME": str(self.folder),
            "INFINIBAY_DATABASE": self.database,
            "PYTHONPATH": str(ROOT),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        }
        if self.keyring is not None:
            found["PYTHON_KEYRING_BACKEND"] = "tests.fakes.file_keyring.FileKeyring"
            found["TEST_KEYRING"] = str(self.keyring)
        return found

    def run(self, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "infinibay_desktop.app.terminal", *words],
            env=self.environment,
            input=typed,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def json(self, *words: str, typed: str = ""):
        done = self.run(*words, "--json", typed=typed)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def refused(self, *words: str, typed: str = "") -> tuple[int, str]:
        done = self.run(*words, "--json", typed=typed)
        return done.returncode, json.loads(done.stderr.splitlines()[-1])["error"]["code"]


@pytest.fixture
def database(request, tmp_path) -> str:
    if getattr(request, "param", "sqlite") == "sqlite":
        return str(tmp_path / "shared.sqlite")
    return request.getfixturevalue("postgres_url")


@pytest.fixture
def desk(tmp_path, database) -> Computer:
    return Computer(tmp_path / "desk", database, tmp_path / "desk-keyring.json")


@pytest.fixture
def bare(tmp_path, database) -> Computer:
    return Computer(tmp_path / "bare", database, None)


@pytest.fixture
def root(desk) -> str:
    """The first person, with a password, signed in at the desk."""
    email = desk.json("whoami")["email"]
    assert desk.run("password", "--password-stdin", typed=f"{PASSWORD}\n").returncode == 0
    desk.json("sign-in", email, "--stay", "--password-stdin", typed=f"{PASSWORD}\n")
    return email


@pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
def test_a_person_from_adding_to_leaving(desk, bare, root) -> None:
    added = desk.json("user", "add", "Ana@example.org", "--first-name", "Ana <b>")
    assert desk.refused("user", "add", "ANA@EXAMPLE.ORG") == (2, "conflict")
    assert [one["email"] for one in desk.json("user", "list", "ana")] == ["Ana@example.org"]
    one_time = added["one_time_password"]
    signed = (*("--as", "ana@example.org", "--password-stdin"),)
    assert bare.json(*signed, "whoami", typed=f"{one_time}\n")["must_change_password"]
    assert bare.refused(*signed, "user", "list", typed=f"{one_time}\n")[0] == 7
    changed = bare.run(
        *signed, "password", "--password-stdin", typed=f"{one_time}\n{one_time}\n{OWN}\n"
    )
    assert changed.returncode == 0, changed.stderr
    assert bare.refused(*signed, "whoami", typed=f"{one_time}\n") == (7, "sign-in")
    assert bare.json(*signed, "whoami", typed=f"{OWN}\n")["name"] == "Ana <b>"
    assert bare.refused(*signed, "user", "list", typed=f"{OWN}\n") == (7, "not-permitted")
    desk.json("user", "edit", "ana@example.org", "--role", "administrator")
    assert len(bare.json(*signed, "user", "list", typed=f"{OWN}\n")) == 2
    assert desk.run("user", "delete", "ana@example.org", "--yes").returncode == 0
    assert bare.refused(*signed, "whoami", typed=f"{OWN}\n") == (7, "sign-in")
    [kept] = [one for one in desk.json("user", "list", "--deleted") if one["deleted_at"]]
    assert kept["id"] == added["id"]


def test_a_token_in_the_keyring_carries_from_command_to_command(desk, bare, root) -> None:
    assert desk.json("whoami")["stays"] is True
    kept = desk.keyring.read_text()
    assert PASSWORD not in kept
    assert desk.run("sign-out").returncode == 0
    assert desk.refused("whoami") == (7, "not-signed-in")
    desk.keyring.write_text(kept)
    assert desk.refused("user", "list") == (7, "not-signed-in")
    desk.json("sign-in", root, "--password-stdin", typed=f"{PASSWORD}\n")
    assert desk.json("whoami")["email"] == root
    ended = bare.run(
        "--as", root, "--password-stdin", "sign-out", "--everywhere", typed=f"{PASSWORD}\n"
    )
    assert ended.returncode == 0
    assert desk.refused("whoami") == (7, "not-signed-in")


def test_a_command_that_signs_in_by_itself_leaves_the_kept_sign_in_alone(desk, root) -> None:
    desk.json("user", "add", "ana@example.org", "--password-stdin", typed=f"{OWN}\n")
    words = ("--as", "ana@example.org", "--password-stdin", "whoami")
    assert desk.json(*words, typed=f"{OWN}\n")["email"] == "ana@example.org"
    assert desk.json("whoami")["email"] == root
    assert desk.json("user", "show", "ana@example.org")["sign_ins"] == []


def test_without_a_keyring_it_says_that_it_will_ask_again(bare, desk, root) -> None:
    done = bare.run("sign-in", root, "--stay", "--password-stdin", typed=f"{PASSWORD}\n")
    assert done.returncode == 0
    assert "asks again" in done.stderr
    assert bare.refused("whoami") == (7, "not-signed-in")


def test_nobody_is_asked_where_nobody_sits(bare, root) -> None:
    done = bare.run("sign-in", root)
    assert done.returncode == 2
    assert "--password-stdin" in done.stderr


def test_failures_lock_and_an_administrator_unlocks(desk, bare, root) -> None:
    desk.json("user", "add", "ana@example.org", "--password-stdin", typed=f"{OWN}\n")
    words = ("--as", "ana@example.org", "--password-stdin", "whoami")
    codes = [bare.refused(*words, typed="wrong\n")[1] for _ in range(5)]
    assert codes == ["sign-in"] * 4 + ["sign-in-locked"]
    assert bare.refused(*words, typed=f"{OWN}\n") == (7, "sign-in-locked")
    assert desk.json("user", "show", "ana@example.org")["locked_until"]
    assert desk.run("user", "unlock", "ana@example.org").returncode == 0
    assert bare.json(*words, typed=f"{OWN}\n")["email"] == "ana@example.org"


def test_the_last_super_administrator_is_told_so(desk, root) -> None:
    for words in (
        ("user", "delete", root, "--yes"),
        ("user", "edit", root, "--role", "user"),
        ("user", "edit", root, "--disable"),
        ("user", "reset-password", root),
    ):
        assert desk.refused(*words) == (7, "not-permitted")
    assert desk.refused("password", "--none", "--password-stdin", typed="no\n")[1] == "sign-in"
    done = desk.run("password", "--none", "--password-stdin", typed=f"{PASSWORD}\n")
    assert done.returncode == 0, done.stderr
    assert desk.json("user", "list")


def test_somebody_at_a_terminal_is_asked_and_the_password_is_not_shown(bare, root) -> None:
    main, side = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "infinibay_desktop.app.terminal", "user", "list"],
        env=bare.environment,
        stdin=side,
        stdout=side,
        stderr=side,
        start_new_session=True,
        preexec_fn=lambda: _take_terminal(side),
    )
    os.close(side)
    seen = _until(main, "E-mail: ")
    os.write(main, f"{root}\n".encode())
    seen += _until(main, "Password: ")
    os.write(main, f"{PASSWORD}\n".encode())
    seen += _until(main, "super-administrator")
    assert running.wait(30) == 0
    os.close(main)
    assert PASSWORD not in seen


def _take_terminal(side: int) -> None:
    import fcntl
    import termios

    fcntl.ioctl(side, termios.TIOCSCTTY, 0)


def _until(main: int, text: str) -> str:
    seen, end = "", time.monotonic() + 30
    while text not in seen:
        assert time.monotonic() < end, seen
        if select.select([main], [], [], 1)[0]:
            seen += os.read(main, 4096).decode()
    return seen
