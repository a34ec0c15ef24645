"""An administrator and a user, each at a window of their own, on one PostgreSQL database."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.lab.desktop import Desktop
from tests.lab.host import LabHost
from tests.lab.person import Person

ADMIN, USER = "root@example.org", "ana@example.org"
PASSWORDS = {ADMIN: "correct horse battery", USER: "seven tall lighthouses"}
SOON_S = 5.0
DOMAIN = """<domain type='qemu'><name>{name}</name><memory unit='MiB'>32</memory><vcpu>1</vcpu>
<os><type arch='x86_64'>hvm</type></os></domain>"""


@pytest.fixture
def other_desktop(tmp_path: Path) -> Iterator[Desktop]:
    folder = tmp_path / "other desktop"
    folder.mkdir(mode=0o700)
    server = Desktop(folder)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def user(other_desktop: Desktop, tmp_path: Path) -> Iterator[Person]:
    pictures = tmp_path / "pictures of the user"
    pictures.mkdir()
    someone = Person(other_desktop, tmp_path / "user's home", pictures)
    yield someone
    someone.end()


def keyring_of(person: Person) -> dict[str, str]:
    """A keyring that keeps the sign-in between two starts."""
    return {
        "PYTHON_KEYRING_BACKEND": "tests.fakes.file_keyring.FileKeyring",
        "TEST_KEYRING": str(person.pictures / "keyring.json"),
    }


def run(person: Person, url: str, *words: str, said: str = "") -> str:
    """The command line, as the person at this computer runs it."""
    done = subprocess.run(
        [sys.executable, "-m", "infinibay_desktop.app.terminal", "--database", url, *words],
        env=person.environment(**keyring_of(person)), input=said, capture_output=True, text=True, timeout=60,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def set_up(person: Person, url: str, host: LabHost, tmp_path: Path) -> None:
    """A host with three machines, a department, two people; the first one is on this computer."""
    for name in ("alpha", "beta", "gamma"):
        file = tmp_path / f"{name}.xml"
        file.write_text(DOMAIN.format(name=name))
        host.virsh("define", str(file))
    run(person, url, "host", "add", host.uri, "--name", "lab")
    run(person, url, "department", "add", "Sales")
    run(person, url, "user", "edit", "root@localhost", "--email", ADMIN, "--first-name", "Rut")
    given = PASSWORDS[ADMIN] + "\n"
    run(person, url, "password", "--password-stdin", said=given)
    run(person, url, "sign-in", ADMIN, "--stay", "--password-stdin", said=given)
    run(person, url, "user", "add", USER, "--first-name", "Ana", "--password-stdin",
        said=PASSWORDS[USER] + "\n")  # fmt: skip
    run(person, url, "department", "add-member", "Sales", USER)
    run(person, url, "machine", "move", "beta", "--department", "Sales")


def sign_in(person: Person, email: str) -> None:
    person.write("E-mail", email)
    person.write("Password", PASSWORDS[email])
    person.click("Sign in", kinds="QPushButton")


def machines_of(person: Person) -> set[str]:
    things = person.all(kind="item", name="Machines")
    return {thing["text"] for thing in things} & {"alpha", "beta", "gamma"}


def test_each_sees_and_does_only_what_is_theirs(
    person, user, clean_host, postgres_url, tmp_path
) -> None:
    set_up(person, postgres_url, clean_host, tmp_path)
    open_both(person, user, postgres_url)
    user.wait_until(lambda: machines_of(user) == {"beta"}, "the department's machine alone")
    user.keep_picture("what the user sees")
    assert not any(user.sees(page) for page in ("People", "Hosts"))
    refuse_a_forced_start(user, clean_host)
    assign_to_ana(person)
    user.wait_until(lambda: machines_of(user) == {"alpha", "beta"}, "what was assigned", SOON_S)
    user.keep_picture("assigned")
    record_holds(person, postgres_url)
    delete_ana(person, user, postgres_url)


def open_both(person: Person, user: Person, url: str) -> None:
    person.start("--database", url, "--page", "machines", **keyring_of(person))
    person.wait_until(lambda: len(machines_of(person)) == 3, "all machines")
    user.start("--database", url, **keyring_of(user))
    sign_in(user, USER)


def refuse_a_forced_start(user: Person, host: LabHost) -> None:
    """What the screen does not offer, the service refuses."""
    user.click("beta", kind="item", name="Machines")
    assert not user.all("Start", kinds="QToolButton", enabled=True)
    user.force("start", "beta")
    user.wait_to_see("may not")
    user.keep_picture("refused")
    assert host.virsh("domstate", "beta").strip() == "shut off"


def assign_to_ana(person: Person) -> None:
    person.click("alpha", kind="item", name="Machines", button=3)
    person.click("Assign owner…", kind="entry")
    person.write("Search people", "Ana")
    # What was found first stands where others stood before.
    person.wait_until(lambda: len(person.all(kind="item", name="People")) == 1, "Ana alone")
    person.click("Ana", whole_text=False, kind="item", name="People")
    person.click("Assign (1)", kinds="QPushButton")


def record_holds(person: Person, url: str) -> None:
    found = json.loads(run(person, url, "activity", "list", "--json"))
    acts = {(each["actor"], each["action"], each["outcome"]) for each in found}
    assert ("Ana", "machine.start", "refused") in acts
    assert ("Rut", "machine.assign", "done") in acts
    run(person, url, "activity", "verify")


def delete_ana(person: Person, user: Person, url: str) -> None:
    """Whoever is deleted is signed out where they are, at once."""
    run(person, url, "user", "delete", USER, "--yes")
    user.wait_until(lambda: user.all("Sign in", kinds="QPushButton"), "the sign-in", SOON_S)
    user.keep_picture("signed out")
    assert machines_of(user) == set()
