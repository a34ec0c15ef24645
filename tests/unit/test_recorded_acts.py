"""What the record says of each act: on what, by its name, and what an edit changed."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from types import SimpleNamespace

import pytest

from infinibay_desktop.model.activity import (
    Act,
    ActivityQuery,
    ExportFormat,
    Outcome,
    TargetKind,
)
from infinibay_desktop.model.blueprints import Blueprint
from infinibay_desktop.model.consoles import ConsoleKind
from infinibay_desktop.model.departments import DepartmentRole, Quota
from infinibay_desktop.model.errors import InfinibayError, NotPermittedError
from infinibay_desktop.model.guest_parts import ServiceOperation
from infinibay_desktop.model.guests import GuestProcess
from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.model.people import Role
from infinibay_desktop.model.rights import Actor, Permission
from infinibay_desktop.model.settings import Settings
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.model.specs import DiskSpec, MachineSpec
from infinibay_desktop.services.activity import ActivityService
from infinibay_desktop.services.agents import AgentService
from infinibay_desktop.services.blueprints import BlueprintService
from infinibay_desktop.services.consoles import ConsoleService
from infinibay_desktop.services.declarations import declaration_of
from infinibay_desktop.services.departments import DepartmentService
from infinibay_desktop.services.gate import Gate, public_members
from infinibay_desktop.services.guests import GuestService
from infinibay_desktop.services.hosts import HostService
from infinibay_desktop.services.machines import MachineService
from infinibay_desktop.services.placements import PlacementService
from infinibay_desktop.services.ports import HostAccess
from infinibay_desktop.services.quotas import CountedSizes
from infinibay_desktop.services.settings import SettingsService
from infinibay_desktop.services.storage import StorageService
from tests.fakes import FakeSecretStore
from tests.fakes.delivery import make_delivery
from tests.fakes.desk import FakeSettingsStore
from tests.fakes.inside import FakeAgents, FakeQemuAgent
from tests.fakes.people import PASSWORD, Desk
from tests.fakes.timers import Board
from tests.unit.test_consoles import FakeScreen
from tests.unit.test_gate import SERVICES

# These change nothing but a file of whoever asks, or nothing at all.
LOOKING = {"activity.verify", "activity.export"}
SMALL = Blueprint(name="small", vcpus=1, memory_bytes=GIB, disk_bytes=GIB)


class AnyAccess:
    """A way to hosts on which all is well."""

    def __getattr__(self, _name: str) -> Callable[..., None]:
        return lambda host, offer=None: None


class Office:
    """A super administrator, Ana, who is nobody special, a department, a machine and a host."""

    def __init__(self, world, units, clock, recorder) -> None:
        self.world, self.units = world, units
        desk = self.desk = Desk(units, clock, told=recorder)
        self.boss = desk.first()
        self.ana = desk.add("ana@example.org")
        self.current = desk.current
        self.current.set(Actor(person=self.boss))
        self.activity = ActivityService(units, clock, "desk-1", current=self.current)
        gate = self.gate = Gate(self.current, world.inventory, self.activity.record, clock)
        connections, guard = world.connections, gate.guard
        sizes = CountedSizes(units)
        raw_machines = MachineService(connections, world.inventory, SimpleNamespace(), sizes=sizes)
        raw_machines.follow_serial = lambda key, receive, **_options: None  # type: ignore[method-assign]
        screens = {ConsoleKind.VNC: FakeScreen}
        self.people, self.sign_in = guard(desk.people), guard(desk.sign_in)
        self.departments = guard(DepartmentService(units, clock, world.inventory))
        self.placements = guard(PlacementService(units, world.inventory))
        self.machines = guard(raw_machines, shape=MachineService)
        self.creation, self.deletion = guard(world.creation), guard(world.deletion)
        self.hosts, self.blueprints = guard(HostService(units)), guard(BlueprintService(units))
        self.storage = guard(StorageService(connections))
        self.access = guard(AnyAccess(), shape=HostAccess)
        self.agents = guard(
            AgentService(SimpleNamespace(renew=lambda _key: None), connections, None, clock),
            shape=AgentService,
        )
        self.settings = guard(SettingsService(FakeSettingsStore(), recorder, Settings()))
        self.consoles = guard(
            ConsoleService(connections, SimpleNamespace(), FakeSecretStore(), screens)
        )
        board = Board(units)
        board.register("roll-up", shared=True)
        self.timers = guard(board.service)
        self.delivery = guard(make_delivery(world.link, connections, clock))
        self.guests = guard(GuestService(FakeAgents(), connections))
        world.link.guest_agent = FakeQemuAgent()
        world.link.guest_agent.answers = True
        self.host = world.link.host
        self.departments.add("Home")
        self.key = world.create(start=False)
        self.sales = self.departments.add("Sales")
        self.spare = self.hosts.add("test:///default", name="spare")

    def is_(self, state: MachineState) -> None:
        """The machine comes to a state without anybody's act."""
        domain = self.world.domains[self.key.machine_id]
        domain.machine = replace(domain.machine, state=state)
        inventory = self.world.inventory
        inventory.update(domain.machine, mark=inventory.mark())

    def recorded(self, action: str) -> Act:
        """The newest act of that name."""
        self.activity.flush()
        self.current.set(Actor(person=self.boss))
        page = self.activity.find(ActivityQuery(action=action))
        assert page.entries, f"{action} is not in the record"
        return page.entries[0].act


def running(office: Office, act: Callable[[Office], object]) -> None:
    office.is_(MachineState.RUNNING)
    act(office)


def paused(office: Office, act: Callable[[Office], object]) -> None:
    office.is_(MachineState.PAUSED)
    act(office)


def made_small(office: Office) -> Blueprint:
    office.blueprints.save(SMALL)
    return SMALL


def of_sales(office: Office) -> None:
    office.departments.set_member(office.sales.id, office.ana.id, DepartmentRole.MEMBER)


def leave(office: Office) -> None:
    office.sign_in.sign_in("ana@example.org", PASSWORD)
    office.sign_in.sign_out()


def ana_ends(office: Office) -> None:
    office.sign_in.sign_in("ana@example.org", PASSWORD)
    [one] = office.sign_in.sign_ins(office.ana.id)
    office.sign_in.end_sign_in(office.ana.id, one.id)


def alone(office: Office) -> None:
    office.people.delete(office.ana.id)
    office.people.remove_password(office.boss.id, PASSWORD)


def wake(office: Office) -> None:
    office.is_(MachineState.SAVED)
    office.machines.restore(office.key)


def ana_changes(office: Office) -> None:
    office.current.set(Actor(person=office.ana))
    office.people.change_password(office.ana.id, PASSWORD, "nine green kettles hum")


def ana_edits(office: Office) -> None:
    office.current.set(Actor(person=office.ana))
    office.people.edit_own(office.ana.id, "Anna", "", "", "")


def revoke(office: Office) -> None:
    office.placements.grant(office.key, office.ana.id, Permission.MACHINE_POWER)
    office.placements.revoke(office.key, office.ana.id, Permission.MACHINE_POWER)


def new_machine(office: Office) -> None:
    spec = MachineSpec(name="web2", disks=(DiskSpec(size_bytes=GIB),), owner_id=office.ana.id)
    office.creation.create(office.host.id, spec)


def no_more_member(office: Office) -> None:
    of_sales(office)
    office.departments.remove_member(office.sales.id, office.ana.id)


def dearer(office: Office) -> None:
    made_small(office)
    office.blueprints.save(replace(SMALL, vcpus=2))


def set_back(office: Office) -> None:
    office.settings.change(theme="dark")
    office.settings.reset("theme")


SHELL = GuestProcess(pid=7, parent_pid=1, name="bash")
M, D, P, H = TargetKind.MACHINE, TargetKind.DEPARTMENT, TargetKind.PERSON, TargetKind.HOST
BP, POOL, SET = TargetKind.BLUEPRINT, TargetKind.POOL, TargetKind.SETTINGS
TIMER = TargetKind.TIMER
Case = tuple[Callable[[Office], object], TargetKind, str, set[str], set[str]]
# What to do, to what, its name, and of what the record says how it was before and is after.
ACTS: dict[str, Case] = {
    "machine.start": (lambda o: o.machines.start(o.key), M, "web", set(), set()),
    "machine.shut-down": (
        lambda o: running(o, lambda o: o.machines.shut_down(o.key, timeout_s=0)),
        *(M, "web", set(), set()),
    ),
    "machine.reboot": (
        lambda o: running(o, lambda o: o.machines.reboot(o.key)),
        *(M, "web", set(), set()),
    ),
    "machine.reset": (
        lambda o: running(o, lambda o: o.machines.reset(o.key)),
        *(M, "web", set(), set()),
    ),
    "machine.force-off": (
        lambda o: running(o, lambda o: o.machines.force_off(o.key)),
        *(M, "web", set(), set()),
    ),
    "machine.pause": (
        lambda o: running(o, lambda o: o.machines.pause(o.key)),
        *(M, "web", set(), set()),
    ),
    "machine.resume": (
        lambda o: paused(o, lambda o: o.machines.resume(o.key)),
        *(M, "web", set(), set()),
    ),
    "machine.save": (
        lambda o: running(o, lambda o: o.machines.save(o.key)),
        *(M, "web", set(), set()),
    ),
    "machine.restore": (wake, M, "web", set(), set()),
    "machine.set-autostart": (
        lambda o: o.machines.set_autostart(o.key, enabled=True),
        *(M, "web", {"autostart"}, {"autostart"}),
    ),
    "machine.rename": (
        lambda o: o.machines.rename(o.key, "mail"),
        *(M, "web", {"name"}, {"name"}),
    ),
    "machine.set-size": (
        lambda o: o.machines.set_size(o.key, vcpus=3),
        *(M, "web", {"vcpus"}, {"vcpus"}),
    ),
    "machine.set-description": (
        lambda o: o.machines.set_description(o.key, "Mails"),
        *(M, "web", {"description"}, {"description"}),
    ),
    "machine.serial-console": (
        lambda o: o.machines.follow_serial(o.key, lambda _text: None, stop=threading.Event()),
        *(M, "web", set(), set()),
    ),
    "machine.add-channel": (
        lambda o: o.agents.add_channel(o.key),
        *(M, "web", set(), {"at_once"}),
    ),
    "agent.install": (
        lambda o: o.delivery.install(o.key),
        *(M, "web", set(), {"version", "by", "channel"}),
    ),
    "agent.eject": (lambda o: o.delivery.eject(o.key), M, "web", set(), {"cd"}),
    "agent.upgrade": (
        lambda o: o.delivery.upgrade(o.key),
        *(M, "web", {"version"}, {"version"}),
    ),
    "machine.open-console": (
        lambda o: running(o, lambda o: o.consoles.open(o.key, lambda: None)),
        *(M, "web", set(), set()),
    ),
    "machine.create": (
        new_machine,
        *(M, "web2", set(), {"host", "department", "owner", "vcpus", "memory_bytes"}),
    ),
    "machine.delete": (lambda o: o.deletion.delete(o.key), M, "web", set(), {"deleted_disks"}),
    "machine.move": (
        lambda o: o.placements.move([o.key], o.sales.id),
        *(M, "web", {"department"}, {"department"}),
    ),
    "machine.assign": (
        lambda o: o.placements.assign([o.key], o.ana.id),
        *(M, "web", {"owner"}, {"owner"}),
    ),
    "machine.grant": (
        lambda o: o.placements.grant(o.key, o.ana.id, Permission.MACHINE_POWER),
        *(M, "web", set(), {"person", "permission"}),
    ),
    "machine.revoke": (revoke, M, "web", {"person", "permission"}, set()),
    "guest.kill-process": (
        lambda o: o.guests.kill_process(o.key, SHELL),
        *(M, "web", set(), {"process", "pid", "force"}),
    ),
    "guest.control-service": (
        lambda o: o.guests.control_service(o.key, "ssh", ServiceOperation.STOP),
        *(M, "web", set(), {"service", "operation"}),
    ),
    "guest.install-package": (
        lambda o: o.guests.install_package(o.key, "nginx"),
        *(M, "web", set(), {"package"}),
    ),
    "guest.remove-package": (
        lambda o: o.guests.remove_package(o.key, "nginx"),
        *(M, "web", set(), {"package"}),
    ),
    "guest.update-package": (
        lambda o: o.guests.update_package(o.key),
        *(M, "web", set(), {"package"}),
    ),
    "guest.freeze": (lambda o: o.guests.freeze(o.key), M, "web", set(), set()),
    "guest.thaw": (lambda o: o.guests.thaw(o.key), M, "web", set(), set()),
    "guest.set-password": (
        lambda o: o.guests.set_password(o.key, "root", PASSWORD),
        *(M, "web", set(), {"user"}),
    ),
    "guest.run": (
        lambda o: o.guests.run(o.key, ["mysql", f"--password={PASSWORD}", PASSWORD]),
        *(M, "web", set(), {"command"}),
    ),
    "guest.read-file": (
        lambda o: o.guests.read_file(o.key, "/etc/hostname", lambda _part: None),
        *(M, "web", set(), {"path"}),
    ),
    "guest.write-file": (
        lambda o: o.guests.write_file(o.key, "/srv/x", [b"x"]),
        *(M, "web", set(), {"path"}),
    ),
    "department.add": (lambda o: o.departments.add("Lab"), D, "Lab", set(), {"name"}),
    "department.edit": (
        lambda o: o.departments.edit(replace(o.sales, name="Lab", quota=Quota(vcpus=4))),
        *(D, "Lab", {"name", "quota_vcpus"}, {"name", "quota_vcpus"}),
    ),
    "department.remove": (
        lambda o: o.departments.remove(o.sales.id),
        *(D, "Sales", {"name"}, {"moved_machines"}),
    ),
    "department.set-member": (of_sales, D, "Sales", set(), {"person", "role"}),
    "department.remove-member": (no_more_member, D, "Sales", {"person", "role"}, set()),
    "person.add": (
        lambda o: o.people.add("ben@example.org"),
        *(P, "ben@example.org", set(), {"email", "role"}),
    ),
    "person.edit": (
        lambda o: o.people.edit(replace(o.ana, role=Role.ADMINISTRATOR)),
        *(P, "ana@example.org", {"role"}, {"role"}),
    ),
    "person.edit-own": (ana_edits, P, "Anna", {"first_name"}, {"first_name"}),
    "person.delete": (
        lambda o: o.people.delete(o.ana.id),
        *(P, "ana@example.org", {"email", "role"}, set()),
    ),
    "person.reset-password": (
        lambda o: o.people.reset_password(o.ana.id),
        *(P, "ana@example.org", set(), set()),
    ),
    "person.change-password": (ana_changes, P, "ana@example.org", set(), set()),
    "person.remove-password": (alone, P, "Ana", set(), set()),
    "person.unlock": (
        lambda o: o.people.unlock(o.ana.id),
        *(P, "ana@example.org", set(), set()),
    ),
    "person.sign-in": (
        lambda o: o.sign_in.sign_in("ana@example.org", PASSWORD),
        *(P, "ana@example.org", set(), set()),
    ),
    "person.sign-out": (leave, P, "ana@example.org", set(), set()),
    "person.end-sign-in": (ana_ends, P, "ana@example.org", {"workstation"}, set()),
    "person.sign-out-everywhere": (
        lambda o: o.sign_in.sign_out_everywhere(o.ana.id),
        *(P, "ana@example.org", set(), set()),
    ),
    "host.add": (
        lambda o: o.hosts.add("qemu+ssh://lab/system", name="lab"),
        *(H, "lab", set(), {"name", "uri", "autoconnect"}),
    ),
    "host.edit": (
        lambda o: o.hosts.edit(replace(o.spare, name="other", autoconnect=False)),
        *(H, "other", {"name", "autoconnect"}, {"name", "autoconnect"}),
    ),
    "host.remove": (lambda o: o.hosts.remove(o.spare), H, "spare", {"name", "uri"}, set()),
    "host.trust": (lambda o: o.access.trust(o.spare, None), H, "spare", set(), set()),
    "pool.add": (
        lambda o: o.storage.make_pool(o.host.id, "disks", "/srv/disks"),
        *(POOL, "disks", set(), {"host", "path"}),
    ),
    "blueprint.save": (dearer, BP, "small", {"vcpus"}, {"vcpus"}),
    "blueprint.remove": (
        lambda o: o.blueprints.remove(made_small(o).name),
        *(BP, "small", {"vcpus", "memory_bytes", "disk_bytes"}, set()),
    ),
    "settings.change": (
        lambda o: o.settings.change(theme="dark"),
        *(SET, "theme", {"theme"}, {"theme"}),
    ),
    "timer.run": (lambda o: o.timers.run_now("roll-up"), TIMER, "roll-up", set(), set()),
    "timer.pause": (lambda o: o.timers.pause("roll-up"), TIMER, "roll-up", set(), set()),
    "timer.resume": (lambda o: o.timers.resume("roll-up"), TIMER, "roll-up", set(), set()),
    "settings.reset": (set_back, SET, "theme", {"theme"}, {"theme"}),
}


@pytest.fixture
def office(world, units, clock, recorder) -> Iterator[Office]:
    yield Office(world, units, clock, recorder)
    for theirs in world.link.graphics.handed_out:
        theirs.close()


def test_every_act_that_is_declared_names_its_target() -> None:
    """By a parameter, which the gate reads, or by what is told while it is done: see ACTS."""
    declared = [
        found
        for kind in SERVICES.values()
        for _, member in public_members(kind)
        if (found := declaration_of(member)) and found.act
    ]
    nameless = {
        one.act
        for one in declared
        if not (one.machine or one.machines or one.person or one.department or one.host or one.name)
    }
    assert nameless <= ACTS.keys() | LOOKING
    assert ACTS.keys() <= {one.act for one in declared}


@pytest.mark.parametrize("action", ACTS)
def test_an_act_says_who_did_what_to_what_and_what_it_changed(office, action) -> None:
    do, kind, name, before, after = ACTS[action]
    do(office)
    act = office.recorded(action)
    assert act.outcome is Outcome.DONE
    assert act.actor_name
    assert (act.target_kind, act.target_name) == (kind, name)
    assert before <= act.before.keys()
    assert after <= act.after.keys()
    assert PASSWORD not in f"{act.before}{act.after}{act.message}"


@pytest.mark.parametrize("action", [a for a in ACTS if not a.startswith("person.sign-")])
def test_a_refused_act_names_its_target_too_but_not_to_who_may_not_see_it(office, action) -> None:
    do, kind, _, _, _ = ACTS[action]
    office.current.set(Actor(person=office.desk.add("eve@example.org")))
    try:
        do(office)
    except InfinibayError as error:
        if not isinstance(error, NotPermittedError):
            return  # looked at before by another rule
    else:
        return  # everybody may
    office.activity.flush()
    found = office.activity.find(ActivityQuery(outcome=Outcome.REFUSED)).entries[0].act
    if kind in (M, D, P) and found.target_id:
        assert not found.target_name
    assert office.recorded(found.action).target_name


def test_an_export_says_to_which_file(office, tmp_path) -> None:
    with pytest.raises(InfinibayError):
        office.gate.guard(office.activity).save_export(
            tmp_path / "all.csv", ActivityQuery(), ExportFormat.CSV
        )
    assert office.recorded("activity.export").target_name == str(tmp_path / "all.csv")
