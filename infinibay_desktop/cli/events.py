"""`infinibay events`: what happens, on the hosts and in the other programs on the database."""

import queue
from collections.abc import Sequence
from dataclasses import fields

import click

from infinibay_desktop.cli.options import command_options
from infinibay_desktop.cli.output import print_json_line, print_line
from infinibay_desktop.cli.session import Session
from infinibay_desktop.cli.views import View, machine_view
from infinibay_desktop.model.events import (
    ActivityRecorded,
    BlueprintsChanged,
    DepartmentRemoved,
    DepartmentSaved,
    ErrorRecorded,
    Event,
    EventsMissed,
    HostRemoved,
    HostSaved,
    HostStatusChanged,
    MachineAdded,
    MachineChanged,
    MachineHappening,
    MachineRemoved,
    MachinesPlaced,
    MachinesStale,
    PersonDeleted,
    PersonLocked,
    PersonSaved,
    SignInsEnded,
    StepFailed,
    TaskProgressed,
)
from infinibay_desktop.model.hosts import Host, HostId

# Shown field by field; longer lists are counted.
_PLAIN = (
    ActivityRecorded,
    BlueprintsChanged,
    DepartmentRemoved,
    DepartmentSaved,
    ErrorRecorded,
    EventsMissed,
    PersonDeleted,
    PersonLocked,
    PersonSaved,
    SignInsEnded,
    StepFailed,
)


class _Known:
    """The hosts by id, with those that others add meanwhile."""

    def __init__(self, session: Session, hosts: Sequence[Host]) -> None:
        self._session = session
        self.hosts: dict[HostId, Host] = {host.id: host for host in hosts}

    def learn(self) -> None:
        """Read the hosts again."""
        stored = self._session.work(self._session.core.hosts.all)
        self.hosts |= {host.id: host for host in stored}

    def name(self, host_id: HostId) -> str | None:
        """What a host is called, if anybody knows."""
        host = self.hosts.get(host_id)
        return host.name if host else None


@click.command()
@command_options
def events(session: Session) -> None:
    """Follow what happens, until Ctrl+C.

    Shown is what happens on the hosts, and what every program on this database does to hosts,
    people, departments and blueprints. Lost hosts are tried again by themselves.
    """
    hosts = session.wanted_hosts()
    known = _Known(session, hosts)
    seen: queue.SimpleQueue[Event] = queue.SimpleQueue()
    session.core.bus.subscribe(Event, seen.put)
    if not (session.options.connect or session.options.host):
        session.work(session.core.hosts_elsewhere.connect_new_hosts)
    for each in hosts:
        session.core.connections.connect_in_background(each)
    show = print_json_line if session.as_json else _print_line
    while True:
        event = seen.get()
        if isinstance(event, HostSaved):
            known.learn()
        if view := _view(event, known):
            show({"event": type(event).__name__} | view)
        elif isinstance(event, BlueprintsChanged | EventsMissed):
            show({"event": type(event).__name__})


def _print_line(view: View) -> None:
    facts = ", ".join(f"{name} {value}" for name, value in view.items() if name != "event")
    print_line(f"{view['event']}: {facts}" if facts else view["event"])


def _view(event: Event, known: _Known) -> View:
    if isinstance(event, MachineAdded | MachineChanged | MachineRemoved | MachineHappening):
        return machine_view(event.machine, known.hosts)
    if isinstance(event, HostStatusChanged):
        return _status_view(event, known)
    if isinstance(event, HostSaved | HostRemoved):
        return {"host": known.name(event.host_id), "host_id": str(event.host_id)}
    if isinstance(event, MachinesStale):
        return {"host": known.name(event.host_id), "machines": len(event.keys)}
    if isinstance(event, MachinesPlaced):
        return {"machines": len(event.keys)}
    if isinstance(event, TaskProgressed):
        return _task_view(event)
    return _plain_view(event) if isinstance(event, _PLAIN) else {}


def _status_view(event: HostStatusChanged, known: _Known) -> View:
    status = event.status
    return {
        "host": known.name(status.host_id),
        "state": str(status.state),
        "since": status.since,
        "reason": status.reason or None,
        "next_attempt_at": status.next_attempt_at,
    }


def _task_view(event: TaskProgressed) -> View:
    return {
        "kind": str(event.kind),
        "title": event.title,
        "status": str(event.status),
        "step": event.step and str(event.step),
        "elsewhere": event.elsewhere,
    }


def _plain_view(event: Event) -> View:
    values = {field.name: getattr(event, field.name) for field in fields(event)}
    return {
        name: len(value) if isinstance(value, tuple) else value for name, value in values.items()
    }
