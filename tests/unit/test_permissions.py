"""The table of permissions: what is printed, what is checked, and what was decided are one."""

import json
from types import SimpleNamespace

import pytest

from infinibay_desktop.cli.main import run
from infinibay_desktop.model.errors import NotPermittedError
from infinibay_desktop.model.people import Role
from infinibay_desktop.model.rights import GRANTABLE, Permission
from infinibay_desktop.model.specs import DirectBoot, DiskOrigin, DiskSpec, MachineSpec
from infinibay_desktop.services.declarations import needs
from infinibay_desktop.services.gate import Gate
from infinibay_desktop.services.sights import installers_only, made_from_what_may_be_seen
from tests.fakes.actors import ANA, LAB, SALES, GuardedWorld, actor, machine

# What was decided, written once more by hand: user, administrator, super administrator, and
# what a department's administrator and a grant on one machine add.
DECIDED = """
machine:view       department  all  all  department  -
machine:console    own         all  all  department  yes
machine:power      own         all  all  department  yes
machine:snapshot   own         all  all  department  yes
machine:edit       own         all  all  department  yes
machine:create     -           all  all  department  -
machine:delete     own         all  all  department  -
machine:assign     -           all  all  department  -
guest:view         own         all  all  department  -
guest:manage       own         all  all  department  -
department:view    department  all  all  department  -
department:edit    -           all  all  department  -
department:manage  -           all  all  -           -
blueprint:view     -           all  all  -           -
blueprint:manage   -           all  all  -           -
storage:view       -           all  all  -           -
storage:manage     -           all  all  -           -
host:view          -           all  all  -           -
host:manage        -           -    all  -           -
task:view          own         all  all  department  -
activity:view      own         all  all  department  -
person:self        own         own  own  -           -
person:view        own         all  all  -           -
person:manage      -           -    all  -           -
appearance:change  all         all  all  -           -
timer:view         -           all  all  -           -
timer:manage       -           -    all  -           -
settings:manage    -           -    all  -           -
database:manage    -           -    all  -           -
"""
ROWS = {row.split()[0]: row.split()[1:] for row in DECIDED.strip().splitlines()}
ROLES = dict(zip(Role, range(3), strict=True))


def no_core(_database: str):
    raise AssertionError("the table needs no database")


def test_the_printed_table_is_the_decided_one(capsys) -> None:
    assert run(["permissions", "--table"], no_core, no_core) == 0
    printed = capsys.readouterr().out.splitlines()[1:]
    assert {line.split()[0]: line.split()[1:] for line in printed} == ROWS
    assert run(["permissions", "--json"], no_core, no_core) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["user"] for row in rows] == [row[0] for row in ROWS.values()]


class Everything:
    """One method that needs whatever a test asks about."""

    def __init__(self, permission: Permission) -> None:
        self.permission = permission

    @needs(lambda values: values["permission"], machine="key")
    def on_machine(self, permission, key) -> None: ...

    @needs(lambda values: values["permission"], department="department_id")
    def in_department(self, permission, department_id) -> None: ...

    @needs(lambda values: values["permission"], person="person_id")
    def for_person(self, permission, person_id) -> None: ...

    @needs(lambda values: values["permission"])
    def at_all(self, permission) -> None: ...


OWN = machine("own", owner_id=ANA)
COLLEAGUE = machine("colleague", department_id=SALES)
OTHER = machine("other", department_id=LAB)


def passes(call, *arguments) -> bool:
    try:
        call(*arguments)
    except NotPermittedError:
        return False
    return True


def reach(gate: Gate, permission: Permission) -> str:
    """How far the gate lets a permission reach, in the table's words."""
    guarded = gate.guard(Everything(permission))
    if passes(guarded.at_all, permission):
        assert passes(guarded.on_machine, permission, OTHER.key)
        return "all"
    assert not passes(guarded.on_machine, permission, OTHER.key)
    assert not passes(guarded.in_department, permission, LAB)
    if passes(guarded.in_department, permission, SALES):
        assert passes(guarded.on_machine, permission, COLLEAGUE.key)
        return "department"
    assert not passes(guarded.on_machine, permission, COLLEAGUE.key)
    own = passes(guarded.on_machine, permission, OWN.key)
    assert own == passes(guarded.for_person, permission, ANA)
    return "own" if own else "-"


@pytest.fixture
def world() -> GuardedWorld:
    return GuardedWorld(OWN, COLLEAGUE, OTHER)


@pytest.mark.parametrize("permission", Permission)
@pytest.mark.parametrize("role", Role)
def test_the_gate_lets_each_role_reach_as_far_as_the_table_says(world, permission, role) -> None:
    world.current.set(actor(role, member_of=SALES))
    assert reach(world.gate, permission) == ROWS[permission][ROLES[role]]
    world.current.set(actor(role, member_of=SALES, disabled=True))
    assert reach(world.gate, permission) == "-"


@pytest.mark.parametrize("permission", Permission)
def test_a_departments_administrator_reaches_what_the_department_has(world, permission) -> None:
    world.current.set(actor(administers=SALES))
    own_role = ROWS[permission][0]
    wanted = "all" if own_role == "all" else ROWS[permission][3]
    reached = reach(world.gate, permission)
    assert reached == (own_role if wanted == "-" else wanted)


@pytest.mark.parametrize("permission", Permission)
def test_a_grant_reaches_one_machine_and_no_other(world, permission) -> None:
    granted = frozenset({permission})
    world.current.set(actor(grants={OTHER.key: granted} if permission in GRANTABLE else {}))
    guarded = world.guard(Everything(permission))
    everybody = ROWS[permission][0] == "all"
    can_be = ROWS[permission][4] == "yes"
    assert passes(guarded.on_machine, permission, OTHER.key) == (everybody or can_be)
    assert passes(guarded.on_machine, permission, COLLEAGUE.key) == everybody


@pytest.mark.parametrize(
    "changes",
    [
        {"disks": (DiskSpec(origin=DiskOrigin.COPY, path="/p/payroll.qcow2"),)},
        {"disks": (DiskSpec(origin=DiskOrigin.USE, path="/p/golden.qcow2"),)},
        {"isos": ("/p/payroll.qcow2",)},
        {"isos": ("default/install.iso",), "direct_boot": DirectBoot(kernel="/p/payroll.qcow2")},
    ],
)
def test_who_may_not_look_at_storage_makes_no_machine_from_other_peoples_disks(changes) -> None:
    mine = SimpleNamespace(actor=actor(administers=SALES))
    spec = MachineSpec(name="copy", **changes)
    with pytest.raises(NotPermittedError):
        made_from_what_may_be_seen(mine, {"spec": spec})
    everything = SimpleNamespace(actor=actor(Role.ADMINISTRATOR))
    assert made_from_what_may_be_seen(everything, {"spec": spec}) == {"spec": spec}


def test_who_may_not_look_at_storage_sees_what_can_be_installed_from_alone() -> None:
    volumes = [SimpleNamespace(name=name) for name in ("payroll-1.qcow2", "Debian.ISO")]
    mine = SimpleNamespace(actor=actor(administers=SALES))
    assert [each.name for each in installers_only(mine, volumes)] == ["Debian.ISO"]
    allowed = MachineSpec(name="new", disks=(DiskSpec(size_bytes=1),), isos=("default/Debian.ISO",))
    assert made_from_what_may_be_seen(mine, {"spec": allowed}) == {"spec": allowed}
