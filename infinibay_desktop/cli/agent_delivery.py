"""`infinibay agent install`, `upgrade` and `eject`: getting the agent into machines."""

from collections.abc import Callable, Sequence

import click

from infinibay_desktop.cli.options import command_options, complete_machines
from infinibay_desktop.cli.output import (
    exit_code_of,
    print_error,
    print_json,
    print_line,
    print_note,
)
from infinibay_desktop.cli.session import Session
from infinibay_desktop.model.agent_delivery import (
    WINDOWS_LINE,
    Delivered,
    DeliveryWay,
    InstallBy,
)
from infinibay_desktop.model.errors import InfinibayError, ValidationError
from infinibay_desktop.model.guests import AgentState
from infinibay_desktop.model.machines import Machine, MachineKey, MachineState

SETTLE_S = 5.0
_machines_argument = click.argument(
    "names", metavar="MACHINE...", nargs=-1, required=True, shell_complete=complete_machines
)
View = dict[str, object]


@click.command()
@_machines_argument
@click.option("--qga", is_flag=True, help="Only through QEMU's guest agent; nothing is typed.")
@click.option("--cd", is_flag=True, help="By CD even where QEMU's guest agent answers.")
@click.option("--replace", is_flag=True, help="Take another CD out of the machine's drive.")
@click.option("--wait", "wait_s", type=click.IntRange(0, 3600), default=0, metavar="SECONDS",
              help="Wait so long for the agent to talk, then take the CD out.")  # fmt: skip
@command_options
def install(
    session: Session, names: tuple[str, ...], *, qga: bool, cd: bool, replace: bool, wait_s: int
) -> int:
    """Install the agent in machines.

    Where QEMU's guest agent answers, it does so. Elsewhere a CD is put into the machine, and the
    line is printed that is to be typed there.
    """
    if qga and cd:
        raise ValidationError("Give --qga or --cd, not both.", field="by")
    by = InstallBy.QGA if qga else InstallBy.CD if cd else InstallBy.ANY
    delivery = session.core.delivery

    def one(machine: Machine) -> View:
        done = session.work(lambda: delivery.install(machine.key, by=by, replace=replace))
        if not session.as_json:
            _tell(machine, done)
        talks = wait_s > 0 and _wait(session, machine.key, wait_s)
        if talks and done.way is not DeliveryWay.INSTALLED:
            session.work(lambda: delivery.eject(machine.key))
        if wait_s and not session.as_json:
            said = "the agent talks." if talks else f"the agent has not spoken for {wait_s} s."
            print_line(f"{machine.name}: {said}")
        return delivered_view(machine, done) | ({"talks": talks} if wait_s else {})

    return _each(session, names, one)


@click.command()
@click.argument("names", metavar="[MACHINE]...", nargs=-1, shell_complete=complete_machines)
@click.option("--all", "every", is_flag=True, help="The agents of all running machines.")
@click.option("--again", is_flag=True, help="Even where the agent is as new already.")
@command_options
def upgrade(session: Session, names: tuple[str, ...], *, every: bool, again: bool) -> int:
    """Have agents replace themselves by the one that comes with this program."""
    if every == bool(names):
        raise ValidationError("Name machines, or give --all.", field="machine")
    delivery = session.core.delivery

    def one(machine: Machine) -> View:
        new = session.work(lambda: delivery.upgrade(machine.key, again=again))
        if not session.as_json:
            said = "the agent was upgraded." if new else "the agent is as new already."
            print_line(f"{machine.name}: {said}")
        return {"name": machine.name, "id": str(machine.id), "upgraded": new}

    return _each(session, names, one, talking=every)


@click.command()
@_machines_argument
@command_options
def eject(session: Session, names: tuple[str, ...]) -> int:
    """Take the CD with the agent out of machines, and away from their hosts."""
    delivery = session.core.delivery

    def one(machine: Machine) -> View:
        was_in = session.work(lambda: delivery.eject(machine.key))
        if not session.as_json:
            said = "the CD is out." if was_in else "there was no CD with the agent."
            print_line(f"{machine.name}: {said}")
        return {"name": machine.name, "id": str(machine.id), "ejected": was_in}

    return _each(session, names, one)


def delivered_view(machine: Machine, done: Delivered) -> View:
    """What came of an installation. Names of JSON fields are stable."""
    by_cd = done.way is not DeliveryWay.INSTALLED
    return {
        "name": machine.name,
        "id": str(machine.id),
        "way": str(done.way),
        "version": done.version,
        "drive": done.target or None,
        "linux": done.linux_line if by_cd else None,
        "windows": WINDOWS_LINE if by_cd else None,
        "why_not": done.why_not or None,
    }


def _tell(machine: Machine, done: Delivered) -> None:
    if done.why_not:
        print_line(f"{machine.name}: QEMU's guest agent did not do it: {done.why_not}")
    if done.way is DeliveryWay.INSTALLED:
        print_line(f"{machine.name}: version {done.version} is installed.")
        return
    when = "is in its drive" if done.way is DeliveryWay.CD else "is there from its next start"
    print_line(f"{machine.name}: the CD with version {done.version} {when}. Type in it")
    print_line(f"  Linux:    {done.linux_line}")
    print_line(f"  Windows:  {WINDOWS_LINE}")


def _wait(session: Session, key: MachineKey, wait_s: int) -> bool:
    status = session.work(lambda: session.core.agents.look(key, wait_s))
    return status.state is AgentState.TALKING


def _each(
    session: Session,
    names: Sequence[str],
    one: Callable[[Machine], View],
    *,
    talking: bool = False,
) -> int:
    """Do it to each; what failed is told, and the others go on."""
    views: list[View] = []
    status = 0
    found = _talking(session) if talking else _machines(session, names)
    for machine in found:
        try:
            views.append(one(machine))
        except InfinibayError as error:
            if len(found) == 1:
                raise
            session.record(error)
            print_note(f"{machine.name}:")
            print_error(session.advise(error), as_json=session.as_json)
            status = exit_code_of(error)
    if session.as_json:
        print_json(views)
    return status


def _machines(session: Session, names: Sequence[str]) -> list[Machine]:
    found = [session.machine(name)[0] for name in dict.fromkeys(names)]
    session.core.bus.drain()
    return found


def _talking(session: Session) -> list[Machine]:
    """Running machines whose agents talk."""
    hosts = session.wanted_hosts()
    for name, error in session.connect_all(hosts).items():
        print_note(f"{name}: {error.message}")
    session.core.bus.drain()
    session.core.agents.serve()
    session.work(lambda: session.core.agents.wait_until_known(SETTLE_S))
    found = session.core.agents.statuses()
    return [
        each
        for host in hosts
        for each in session.core.inventory.of_host(host.id)
        if each.state is MachineState.RUNNING
        and each.key in found
        and found[each.key].state in (AgentState.TALKING, AgentState.ELSEWHERE)
    ]
