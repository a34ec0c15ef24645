"""`infinibay agent …`: the agents in guests."""

import click

from infinibay_desktop.cli.agent_delivery import eject, install, upgrade
from infinibay_desktop.cli.options import command_options, machine_argument
from infinibay_desktop.cli.output import print_json, print_line, print_note, print_table
from infinibay_desktop.cli.session import Session
from infinibay_desktop.cli.views import View
from infinibay_desktop.model.guests import AgentState, AgentStatus
from infinibay_desktop.model.machines import Machine

# A running agent greets within a second; booting guests are not waited for.
SETTLE_S = 5.0
_WORDS = {
    AgentState.NO_CHANNEL: "no channel",
    AgentState.WAITING: "waiting for the agent",
    AgentState.TALKING: "talking",
    AgentState.SILENT: "silent",
    AgentState.ELSEWHERE: "another program has it",
    AgentState.OFF: "off",
}


@click.group()
def agent() -> None:
    """The agents inside machines."""


@agent.command("list")
@command_options
def list_agents(session: Session) -> int:
    """Show how the agents of all running machines stand."""
    hosts = session.wanted_hosts()
    failures = session.connect_all(hosts)
    session.core.bus.drain()
    session.core.agents.serve()
    session.work(lambda: session.core.agents.wait_until_known(SETTLE_S))
    found = session.core.agents.statuses()
    machines = [
        (machine, found[machine.key])
        for host in hosts
        for machine in session.core.inventory.of_host(host.id)
        if machine.key in found
    ]
    machines.sort(key=lambda pair: pair[0].name)
    if session.as_json:
        print_json([agent_view(machine, status) for machine, status in machines])
    else:
        print_table(["MACHINE", "AGENT", "VERSION", "SYSTEM"], [_row(*each) for each in machines])
    for name, error in failures.items():
        print_note(f"{name}: {error.message}")
    return 5 if failures and len(failures) == len(hosts) else 0


@agent.command()
@machine_argument
@command_options
def show(session: Session, name: str) -> None:
    """Show one machine's agent."""
    machine, host = session.machine(name)
    session.core.bus.drain()
    status = session.work(lambda: session.core.agents.look(machine.key, SETTLE_S), host)
    view = agent_view(machine, status)
    if session.as_json:
        print_json(view)
        return
    for field, value in view.items():
        shown = ", ".join(value) if isinstance(value, list) else value
        if shown not in (None, "", 0):
            print_line(f"{field.replace('_', ' '):<14}{shown}")


@agent.command("add-channel")
@machine_argument
@command_options
def add_channel(session: Session, name: str) -> None:
    """Give a machine the channel that its agent speaks through."""
    machine, host = session.machine(name)
    at_once = session.work(lambda: session.core.agents.add_channel(machine.key), host)
    if session.as_json:
        print_json({"name": machine.name, "at_once": at_once})
    elif at_once:
        print_line(f"'{machine.name}' has the agent's channel.")
    else:
        print_line(f"'{machine.name}' has the agent's channel once it was shut down and started.")


for command in (install, upgrade, eject):
    agent.add_command(command)


def agent_view(machine: Machine, status: AgentStatus) -> View:
    """An agent. Names of JSON fields are stable."""
    greeting = status.greeting
    return {
        "name": machine.name,
        "id": str(machine.id),
        "state": str(status.state),
        "since": status.since,
        "heard_at": status.heard_at,
        "version": greeting.version if greeting else None,
        "os": greeting.os if greeting else None,
        "os_name": greeting.os_name if greeting else None,
        "kernel": greeting.kernel if greeting else None,
        "hostname": greeting.hostname if greeting else None,
        "capabilities": sorted(greeting.capabilities) if greeting else [],
        "refused": status.refused,
        "last_refusal": status.last_refusal or None,
        "holder": status.holder or None,
    }


def _row(machine: Machine, status: AgentStatus) -> list[str]:
    holder = f" ({status.holder})" if status.holder else ""
    greeting = status.greeting
    return [
        machine.name,
        f"{_WORDS[status.state]}{holder}",
        greeting.version if greeting else "",
        greeting.os_name if greeting else "",
    ]
