"""`infinibay guest processes`, `services`, `packages` …: what there is inside machines."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any, TypeVar

import click

from infinibay_desktop.cli.options import command_options, machine_argument
from infinibay_desktop.cli.output import (
    print_facts,
    print_json,
    print_note,
    print_table,
    when,
)
from infinibay_desktop.cli.session import Session
from infinibay_desktop.cli.views import View
from infinibay_desktop.model.guest_parts import GuestPage, ProcessOrder, Teller
from infinibay_desktop.model.hosts import Host
from infinibay_desktop.model.machines import Machine
from infinibay_desktop.model.sizes import format_size
from infinibay_desktop.services.guest_pages import everything

T = TypeVar("T")
_ORDERS = {
    "cpu": ProcessOrder.CPU,
    "memory": ProcessOrder.MEMORY,
    "pid": ProcessOrder.PID,
    "name": ProcessOrder.NAME,
}


def find_guest(session: Session, name: str) -> tuple[Machine, Host]:
    """The machine, on a connected host, with all that is known of it by now."""
    machine, host = session.machine(name)
    session.core.bus.drain()
    return machine, host


def whole(session: Session, host: Host, page_at: Callable[[int], GuestPage[T]]) -> GuestPage[T]:
    """All pages of a list; what was left out is told."""
    page = session.work(lambda: everything(page_at), host)
    if page.cut:
        print_note(f"There are more than these {len(page.rows)}.")
    if page.teller is Teller.QEMU:
        print_note("Told by the QEMU guest agent.")
    return page


def row_view(row: object) -> View:
    """A row of a guest's list as JSON has it. Names of fields are stable: the model's."""
    return {field.name: getattr(row, field.name) for field in fields(row)}  # type: ignore[arg-type]


@click.command()
@machine_argument
@click.option("--sort", type=click.Choice(list(_ORDERS)), default="cpu", help="What comes first.")
@click.option("--limit", type=click.IntRange(1, 5000), help="Show so many at most.")
@command_options
def processes(session: Session, name: str, sort: str, limit: int | None) -> None:
    """Show what runs inside a machine."""
    machine, host = find_guest(session, name)
    guests, key, order = session.core.guests, machine.key, _ORDERS[sort]
    page = whole(session, host, lambda at: guests.processes(key, offset=at, order=order))
    found = page.rows[:limit]
    if session.as_json:
        print_json([row_view(one) for one in found])
        return
    print_table(
        ["PID", "USER", "CPU", "MEMORY", "STATE", "NAME", "COMMAND"],
        [
            [
                one.pid,
                one.user,
                f"{one.cpu_percent:.1f}%",
                format_size(one.memory_bytes),
                one.state,
                one.name,
                one.command[:120],
            ]
            for one in found
        ],
    )


@click.command()
@machine_argument
@command_options
def services(session: Session, name: str) -> None:
    """Show a machine's services."""
    machine, host = find_guest(session, name)
    guests = session.core.guests
    page = whole(session, host, lambda offset: guests.services(machine.key, offset=offset))
    if session.as_json:
        print_json([row_view(one) for one in page.rows])
        return
    print_table(
        ["NAME", "STATE", "STARTS", "DESCRIPTION"],
        [[one.name, one.state, one.start_type, one.description[:80]] for one in page.rows],
    )


@click.command()
@machine_argument
@click.option("--search", "query", default="", metavar="WORD", help="Find packages there are.")
@command_options
def packages(session: Session, name: str, query: str) -> None:
    """Show a machine's packages, or find others."""
    machine, host = find_guest(session, name)
    guests, key = session.core.guests, machine.key
    if query:
        page = whole(session, host, lambda at: guests.search_packages(key, query, offset=at))
    else:
        page = whole(session, host, lambda at: guests.packages(key, offset=at))
    _print_packages(session, page)


@click.command()
@machine_argument
@click.option("--refresh", is_flag=True, help="Ask the mirrors first.")
@command_options
def updates(session: Session, name: str, *, refresh: bool) -> None:
    """Show packages of a machine that could be newer."""
    machine, host = find_guest(session, name)
    guests, key = session.core.guests, machine.key
    _print_packages(
        session, whole(session, host, lambda at: guests.updates(key, offset=at, refresh=refresh))
    )


@click.command()
@machine_argument
@command_options
def users(session: Session, name: str) -> None:
    """Show who is logged in to a machine."""
    machine, host = find_guest(session, name)
    page = whole(session, host, lambda _offset: session.core.guests.users(machine.key))
    if session.as_json:
        print_json([row_view(one) for one in page.rows])
        return
    print_table(
        ["USER", "TERMINAL", "FROM", "SINCE"],
        [[one.name, one.terminal, one.origin, when(one.since)] for one in page.rows],
    )


@click.command()
@machine_argument
@command_options
def disks(session: Session, name: str) -> None:
    """Show a machine's file systems, and how full they are."""
    machine, host = find_guest(session, name)
    page = whole(session, host, lambda _offset: session.core.guests.disks(machine.key))
    if session.as_json:
        print_json([row_view(one) for one in page.rows])
        return
    print_table(
        ["MOUNTED AT", "TYPE", "SIZE", "USED", "DEVICE"],
        [
            [
                one.mount_point,
                one.filesystem,
                "-" if one.total_bytes is None else format_size(one.total_bytes),
                "-" if one.used_bytes is None else format_size(one.used_bytes),
                one.device,
            ]
            for one in page.rows
        ],
    )


@click.command()
@machine_argument
@command_options
def system(session: Session, name: str) -> None:
    """Show which system runs inside a machine."""
    machine, host = find_guest(session, name)
    found = session.work(lambda: session.core.guests.system(machine.key), host)
    view = row_view(found) | {"interfaces": [row_view(one) for one in found.interfaces]}
    if session.as_json:
        print_json(view)
        return
    interfaces: list[tuple[str, object]] = [
        (one.name, ", ".join(one.addresses)) for one in found.interfaces
    ]
    del view["interfaces"]
    print_facts([(label.replace("_", " "), value) for label, value in view.items()] + interfaces)


def _print_packages(session: Session, page: GuestPage[Any]) -> None:
    if session.as_json:
        print_json([row_view(one) for one in page.rows])
        return
    print_table(
        ["NAME", "VERSION", "NEWER", "INSTALLED", "DESCRIPTION"],
        [
            [
                one.name,
                one.version,
                one.update,
                "yes" if one.installed else "no",
                one.description[:80],
            ]
            for one in page.rows
        ],
    )
