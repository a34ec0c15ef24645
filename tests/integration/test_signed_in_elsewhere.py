"""A person who is signed in in one real program, and what another one does to them."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from infinibay_desktop.database.opening import open_database
from infinibay_desktop.runtime.clock import SystemClock
from infinibay_desktop.system.passwords import Argon2PasswordHasher
from tests.fakes.people import PASSWORD, Desk

ROOT = Path(__file__).parents[2]
PROGRAM = """
import queue, sys
from infinibay_desktop.app.bootstrap import start_core
from infinibay_desktop.model.events import ActorChanged
from infinibay_desktop.runtime.threads import Role, adopt

adopt(Role.MAIN)
core = start_core(sys.argv[1])
seen = queue.SimpleQueue()
core.bus.subscribe(ActorChanged, seen.put)
sign_in = core.sign_in.sign_in
core.tasks.submit(lambda: sign_in("ana@example.org", sys.argv[2], stay=False)).result(60)
while True:
    seen.get(timeout=60)
    person = core.current.signed_in.person
    acts = "changes" if core.current.actor.may_somewhere("machine:create") else "looks"
    print(acts if person.can_sign_in else "nobody", flush=True)
    if not person.can_sign_in:
        break
core.close()
"""
pytestmark = [pytest.mark.libvirt, pytest.mark.slow]


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request, tmp_path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "people.sqlite")
    return request.getfixturevalue("postgres_url")


@pytest.fixture
def desk(location, recorder) -> Iterator[Desk]:
    units = open_database(location)
    desk = Desk(units, SystemClock(), told=recorder)
    desk.hasher = Argon2PasswordHasher(time_cost=1, memory_kib=64, lanes=1)
    desk.restart()
    desk.first()
    yield desk
    units.close()


@contextmanager
def program(location: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """The program with Ana signed in; it says a word at each change of who acts."""
    running = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, location, PASSWORD],
        env=os.environ
        | {
            "INFINIBAY_HOME": str(folder),
            "PYTHONPATH": str(ROOT),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        },
        stdout=subprocess.PIPE,
        text=True,
    )
    with running:
        try:
            yield running
            assert running.wait(60) == 0
        finally:
            running.kill()


def test_what_an_administrator_does_reaches_a_running_program(desk, location, tmp_path) -> None:
    ana = desk.add("ana@example.org")
    with program(location, tmp_path / "home") as running:
        assert running.stdout.readline() == "looks\n"
        desk.people.edit(replace(ana, role="administrator"))
        assert running.stdout.readline() == "changes\n"
        desk.people.delete(ana.id)
        assert running.stdout.readline() == "nobody\n"


def test_signing_out_everywhere_reaches_a_running_program(desk, location, tmp_path) -> None:
    ana = desk.add("ana@example.org")
    with program(location, tmp_path / "home") as running:
        assert running.stdout.readline() == "looks\n"
        desk.sign_in.sign_out_everywhere(ana.id)
        assert running.stdout.readline() == "nobody\n"
