"""`infinibay department …`"""

from dataclasses import replace
from typing import Any

import click

from infinibay_desktop.cli.options import (
    DISK,
    MEMORY,
    Bound,
    command_options,
    find_department,
    find_person,
)
from infinibay_desktop.cli.output import (
    print_facts,
    print_json,
    print_line,
    print_table,
)
from infinibay_desktop.cli.session import Session
from infinibay_desktop.cli.views import department_view, summary_view
from infinibay_desktop.model.departments import (
    Department,
    DepartmentRole,
    DepartmentSummary,
    Quota,
)
from infinibay_desktop.model.errors import ConflictError
from infinibay_desktop.model.sizes import format_size

_department_argument = click.argument("name", metavar="DEPARTMENT")
_person_argument = click.argument("email", metavar="EMAIL")
_LIMITS = (
    click.option("--max-machines", type=Bound(click.INT), help="Machines, or 'none'."),
    click.option("--max-vcpus", type=Bound(click.INT), help="Virtual CPUs, or 'none'."),
    click.option("--max-memory", type=Bound(MEMORY), help="A bare number is in MiB; or 'none'."),
    click.option("--max-disk", type=Bound(DISK), help="A bare number is in GiB; or 'none'."),
)
_DEFAULTS = (
    click.option("--description", default=None),
    click.option("--colour", default=None, help="Such as #2e7d32."),
    click.option("--blueprint", default=None, help="The size of new machines, unless one is said."),
    click.option("--network", default=None, help="The network of new machines, likewise."),
)


def _settable(function: Any) -> Any:
    """The options of a department's fields; those that are not given are not set."""
    for option in reversed((*_DEFAULTS, *_LIMITS)):
        function = option(function)
    return function


@click.group()
def department() -> None:
    """Departments: who machines belong to, and how much they may be together."""


@department.command("list")
@command_options
def list_departments(session: Session) -> None:
    """Show the departments with what they use."""
    found = session.work(session.core.departments.all)
    if session.as_json:
        print_json([summary_view(each) for each in found])
        return
    counted = ("machines", "vcpus", "memory_bytes", "disk_bytes")
    print_table(
        ["NAME", "MACHINES", "CPUS", "MEMORY", "DISK", "MEMBERS"],
        [
            [each.department.name, *(_of(each, name) for name in counted), each.members]
            for each in found
        ],
    )


@department.command()
@_department_argument
@command_options
def show(session: Session, name: str) -> None:
    """Show a department, what it uses and what it may use."""
    found = find_department(session, name)
    used = session.work(lambda: session.core.departments.used(found.id))
    summary = DepartmentSummary(department=found, used=used)
    members = session.work(lambda: session.core.departments.members(found.id))
    if session.as_json:
        print_json(summary_view(replace(summary, members=len(members))))
        return
    print_facts(
        [
            ("Name", found.name),
            ("Description", found.description),
            ("Colour", found.colour),
            ("Blueprint", found.default_blueprint),
            ("Network", found.default_network),
            ("Machines", _of(summary, "machines")),
            ("Processors", _of(summary, "vcpus")),
            ("Memory", _of(summary, "memory_bytes")),
            ("Disk", _of(summary, "disk_bytes")),
            ("Members", len(members)),
        ]
    )


@department.command()
@click.argument("name")
@_settable
@command_options
def add(session: Session, name: str, **given: Any) -> None:
    """Add a department."""
    texts, quota = _texts(given), _quota(Quota(), given)
    made = session.work(lambda: session.core.departments.add(name, quota=quota, **texts))
    _print_done(session, made, "Added")


@department.command()
@_department_argument
@click.option("--name", "new_name", default=None, help="Another name.")
@_settable
@command_options
def edit(session: Session, name: str, *, new_name: str | None, **given: Any) -> None:
    """Change a department; what is not given stays as it is."""
    found = find_department(session, name)
    changes: dict[str, Any] = {**_texts(given), "quota": _quota(found.quota, given)}
    if new_name is not None:
        changes["name"] = new_name
    wanted = replace(found, **changes)
    kept = session.work(lambda: session.core.departments.edit(wanted))
    _print_done(session, kept, "Changed")


@department.command()
@_department_argument
@click.option("--move-to", default="", metavar="DEPARTMENT", help="Where its machines go.")
@command_options
def delete(session: Session, name: str, *, move_to: str) -> None:
    """Delete a department. Its machines must be moved first, or are with --move-to."""
    found = find_department(session, name)
    target = find_department(session, move_to).id if move_to else None
    try:
        session.work(lambda: session.core.departments.remove(found.id, move_machines_to=target))
    except ConflictError as error:
        if "machines" in error.details:
            error.remedy = "Say where its machines go: --move-to DEPARTMENT."
        raise
    _print_done(session, found, "Deleted")


@department.command()
@_department_argument
@command_options
def members(session: Session, name: str) -> None:
    """Show who is in a department."""
    found = find_department(session, name)
    people = session.work(lambda: session.core.departments.members(found.id))
    if session.as_json:
        print_json(
            [
                {"id": str(who.id), "email": who.email, "name": who.name, "role": str(role)}
                for who, role in people
            ]
        )
        return
    print_table(["NAME", "EMAIL", "ROLE"], [[who.name, who.email, role] for who, role in people])


@department.command("add-member")
@_department_argument
@_person_argument
@click.option("--administrator", is_flag=True, help="Of this department alone.")
@command_options
def add_member(session: Session, name: str, email: str, *, administrator: bool) -> None:
    """Take a person into a department, or give them another role there."""
    found, person = find_department(session, name), find_person(session, email)
    role = DepartmentRole.ADMINISTRATOR if administrator else DepartmentRole.MEMBER
    session.work(lambda: session.core.departments.set_member(found.id, person.id, role))
    if not session.as_json:
        print_line(f"'{person.name}' is {role} in '{found.name}'.")


@department.command("remove-member")
@_department_argument
@_person_argument
@command_options
def remove_member(session: Session, name: str, email: str) -> None:
    """Take a person out of a department; machines that they own stay theirs."""
    found, person = find_department(session, name), find_person(session, email)
    session.work(lambda: session.core.departments.remove_member(found.id, person.id))
    if not session.as_json:
        print_line(f"'{person.name}' is not in '{found.name}'.")


def _texts(given: dict[str, Any]) -> dict[str, str]:
    names = {"blueprint": "default_blueprint", "network": "default_network"}
    texts = ("description", "colour", "blueprint", "network")
    return {names.get(key, key): given[key] for key in texts if given[key] is not None}


def _quota(quota: Quota, given: dict[str, Any]) -> Quota:
    """The quota with the bounds that were given; 'none' takes one away."""
    options = {
        "machines": given["max_machines"],
        "vcpus": given["max_vcpus"],
        "memory_bytes": given["max_memory"],
        "disk_bytes": given["max_disk"],
    }
    return replace(
        quota,
        **{name: option.value for name, option in options.items() if option is not None},
    )


def _of(summary: DepartmentSummary, name: str) -> str:
    """What is used, and of how much."""
    used, allowed = getattr(summary.used, name), getattr(summary.department.quota, name)
    written = format_size if name.endswith("_bytes") else str
    return written(used) if allowed is None else f"{written(used)} of {written(allowed)}"


def _print_done(session: Session, department: Department, done: str) -> None:
    if session.as_json:
        print_json(department_view(department))
    else:
        print_line(f"{done} '{department.name}'.")
