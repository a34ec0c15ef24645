"""Rights in running programs: two people on one database, each with a core of their own."""

import json
import threading
from dataclasses import replace
from uuid import uuid4

import pytest

from infinibay_desktop.app.bootstrap import make_doctor, start_core
from infinibay_desktop.cli.main import run
from infinibay_desktop.model.activity import ActivityQuery, Outcome
from infinibay_desktop.model.errors import NotPermittedError, NotSignedInError
from infinibay_desktop.model.events import Event, MachineAdded, MachineRemoved, PersonSaved
from infinibay_desktop.model.people import Role
from infinibay_desktop.model.rights import NOBODY, Permission
from infinibay_desktop.system.paths import Paths
from tests.fakes.people import PASSWORD

pytestmark = pytest.mark.libvirt
WITHIN_S = 10.0


class Program:
    """A running core, and what its screens hear."""

    def __init__(self, folder, database) -> None:
        names = ("data", "settings", "logs", "runtime")
        self.core = start_core(database, paths=Paths(**{n: folder / n for n in names}))
        self.heard: list[Event] = []
        self._news = threading.Condition()
        self.core.bus.subscribe(Event, self._hear)

    def _hear(self, event: Event) -> None:
        with self._news:
            self.heard.append(event)
            self._news.notify_all()

    def hears(self, wanted) -> bool:
        with self._news:
            return self._news.wait_for(lambda: any(map(wanted, self.heard)), WITHIN_S)

    def names(self) -> set[str]:
        return {machine.name for machine in self.core.inventory.snapshot()}

    def work(self, call, *args):
        """On a worker, as screens and the command line do it."""
        return self.core.tasks.submit(lambda: call(*args)).result(60)

    def open_host(self) -> None:
        [host] = self.core.hosts.all()
        self.work(self.core.connections.connect, host)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, tmp_path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "shared.sqlite")
    return request.getfixturevalue("postgres_url")


@pytest.fixture
def program(tmp_path, database, libvirt_events):
    running = []

    def start(name: str) -> Program:
        folder = tmp_path / name
        folder.mkdir()
        running.append(Program(folder, database))
        return running[-1]

    yield start
    for one in running:
        one.core.close()


@pytest.fixture
def office(program):
    """An administrator with a host, and Ana, a user, at a program of her own."""
    admin = program("admin")
    core = admin.core
    boss = core.current.signed_in.person
    core.people.edit(replace(boss, email="boss@example.org"))
    core.people.change_password(boss.id, "", PASSWORD)
    core.hosts.add("test:///default", name="demo")
    admin.open_host()
    ana = core.people.add("ana@example.org", first_name="Ana", password=PASSWORD).person
    user = program("user")
    assert user.core.current.signed_in is NOBODY
    return admin, user, ana


def test_a_fresh_database_has_one_person_who_needs_no_sign_in(program) -> None:
    core = program("first").core
    person = core.current.signed_in.person
    assert person.role is Role.SUPER_ADMINISTRATOR
    assert not core.sign_in.needs_sign_in()
    assert core.settings.change(poll_interval_s=3).poll_interval_s == 3
    assert [each.department.name for each in core.departments.all()] == ["Default"]


def test_without_a_sign_in_nothing_is_shown_and_nothing_done(office) -> None:
    _, user, _ = office
    core = user.core
    assert core.sign_in.needs_sign_in()
    assert user.names() == set()
    for call in (core.hosts.all, core.blueprints.all, core.people.search, core.journal.unfinished):
        with pytest.raises(NotSignedInError):
            call()


def test_commands_say_that_one_must_sign_in_and_some_need_not(office, program, capsys) -> None:
    def infinibay(*words: str) -> int:
        return run([*words, "--json"], lambda _database: program(str(uuid4())).core, make_doctor)

    for words in (("machine", "list"), ("host", "list"), ("task", "list"), ("activity", "list")):
        assert infinibay(*words) == 7
        assert json.loads(capsys.readouterr().err)["error"]["code"] == "not-signed-in"
    assert infinibay("permissions") == 0


def test_a_user_sees_what_is_assigned_as_it_is_and_is_refused_the_rest(office) -> None:
    admin, user, ana = office
    [machine] = admin.core.inventory.snapshot()
    core = user.core
    core.sign_in.sign_in("ana@example.org", PASSWORD, stay=False)
    user.open_host()
    assert user.names() == set()
    with pytest.raises(NotPermittedError):
        user.work(core.machines.force_off, machine.key)
    with pytest.raises(NotPermittedError):
        core.hosts.add("test:///default", name="other")
    admin.core.placements.assign([machine.key], ana.id)
    assert user.hears(lambda event: isinstance(event, MachineAdded))
    assert user.names() == {"test"}
    assert user.work(core.machines.look, machine.key).owner_id == ana.id
    with pytest.raises(NotPermittedError):
        core.placements.assign([machine.key], None)
    assert [one.machine.name for one in user.heard if isinstance(one, MachineAdded)] == ["test"]
    admin.core.placements.assign([machine.key], None)
    assert user.hears(lambda event: isinstance(event, MachineRemoved))
    assert user.names() == set()


def test_rights_that_are_given_elsewhere_count_here_within_a_moment(office) -> None:
    admin, user, ana = office
    [machine] = admin.core.inventory.snapshot()
    user.core.sign_in.sign_in("ana@example.org", PASSWORD, stay=False)
    user.open_host()
    admin.core.placements.grant(machine.key, ana.id, Permission.MACHINE_POWER)
    assert user.hears(lambda event: isinstance(event, MachineAdded))
    assert user.names() == {"test"}
    admin.core.people.edit(replace(admin.core.people.find(ana.id), disabled=True))
    assert user.hears(lambda event: isinstance(event, MachineRemoved))
    assert user.core.current.signed_in is NOBODY
    with pytest.raises(NotSignedInError):
        user.work(user.core.machines.force_off, machine.key)


def test_acts_and_refusals_are_in_the_record_of_who_did_them(office) -> None:
    admin, user, ana = office
    [machine] = admin.core.inventory.snapshot()
    user.core.sign_in.sign_in("ana@example.org", PASSWORD, stay=False)
    with pytest.raises(NotPermittedError):
        user.work(user.core.machines.force_off, machine.key)
    user.core.close()
    page = admin.core.activity.find(ActivityQuery(actor_id=ana.id))
    acts = {entry.act.action: entry.act for entry in page.entries}
    assert acts["machine.force-off"].outcome is Outcome.REFUSED
    assert acts["machine.force-off"].target_id == str(machine.id)
    assert acts["person.sign-in"].outcome is Outcome.DONE
    assert PASSWORD not in str(page)


def test_events_of_other_people_never_reach_a_user(office) -> None:
    admin, user, ana = office
    user.core.sign_in.sign_in("ana@example.org", PASSWORD, stay=False)
    admin.core.people.add(f"{uuid4()}@example.org", password=PASSWORD)
    admin.core.people.unlock(ana.id)
    assert user.hears(lambda event: event == PersonSaved(person_id=ana.id))
    told = [event.person_id for event in user.heard if isinstance(event, PersonSaved)]
    assert set(told) == {ana.id}
