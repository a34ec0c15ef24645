"""A window and a command line on one database: what one does, the other shows."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.lab.person import Person

THREE = Path(__file__).parents[1] / "data" / "three.xml"


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, tmp_path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "shared.sqlite")
    return request.getfixturevalue("postgres_url")


def command(person: Person, database: str, *words: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", "infinibay_desktop.app.terminal", "--database", database, *words],
        env=person.environment(),
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    ).stdout


def test_a_host_of_the_command_line_comes_into_the_window_and_leaves_it(
    person, database, lab_host
) -> None:
    command(person, database, "host", "add", "test:///default", "--name", "first")
    person.start("--database", database)
    person.wait_to_see("first")
    command(person, database, "host", "add", f"test://{THREE}", "--name", "second")
    person.wait_to_see("vm-10")
    person.wait_to_see("second")
    person.keep_picture("the second host's machines")
    command(person, database, "host", "remove", "second")
    person.wait_until(lambda: not person.sees("vm-10"), "the end of vm-10")
    person.wait_until(lambda: not person.sees("second"), "the end of the second host")
    person.keep_picture("gone")
    person.quit()
    assert "Traceback" not in person.said, person.said
