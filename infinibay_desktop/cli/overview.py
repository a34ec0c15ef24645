"""`infinibay`, `infinibay task` and `infinibay doctor`."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict

import click

from infinibay_desktop.cli.options import command_options
from infinibay_desktop.cli.output import (
    print_json,
    print_line,
    print_note,
    print_table,
    when,
)
from infinibay_desktop.cli.session import Session
from infinibay_desktop.cli.views import host_view, step_view, task_view
from infinibay_desktop.runtime.tasks import TaskRunner
from infinibay_desktop.services.doctor import Doctor, Finding, Verdict


@click.command()
@command_options
def overview(session: Session) -> None:
    """Show hosts, machines by state, and unfinished tasks."""
    hosts = session.wanted_hosts()
    failures = session.connect_all(hosts)
    unfinished = session.work(session.core.journal.unfinished)
    rows = []
    for each in hosts:
        machines = session.core.inventory.of_host(each.id)
        states = Counter(str(machine.state) for machine in machines)
        summary = ", ".join(f"{count} {state}" for state, count in states.most_common())
        state = session.core.connections.status(each.id).state
        name = f"{each.name} (demonstration)" if each.address.is_demonstration else each.name
        rows.append([name, "failed" if each.name in failures else state, summary or "no machines"])
    if session.as_json:
        statuses = [host_view(h, session.core.connections.status(h.id)) for h in hosts]
        print_json({"hosts": statuses, "tasks": [task_view(t) for t in unfinished]})
        return
    print_table(["HOST", "STATE", "MACHINES"], rows)
    for name, error in failures.items():
        print_note(f"{name}: {error.message}")
        if error.remedy:
            print_note(f"  What to do: {error.remedy}")
    for each_task in unfinished:
        print_note(f"Unfinished: {each_task.kind} '{each_task.title}' ({each_task.status})")


@click.group()
def task() -> None:
    """Work that was done, or is being done."""


@task.command("list")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@command_options
def list_tasks(session: Session, *, limit: int) -> None:
    """Show the newest tasks and how they ended."""
    found = session.work(lambda: session.core.journal.recent(limit))
    if session.as_json:
        print_json([task_view(each) for each in found])
        return
    print_table(
        ["BEGAN", "KIND", "MACHINE", "STATUS", "STEP", "ERROR"],
        [[when(t.started_at), t.kind, t.title, t.status, t.step or "", t.error] for t in found],
    )


@task.command("steps")
@click.option("--limit", type=click.IntRange(1, 1000), default=100, show_default=True)
@command_options
def list_steps(session: Session, *, limit: int) -> None:
    """Show what still has to follow changes, and why it could not yet.

    Steps are tried again by themselves, by whichever program runs.
    """
    found = session.work(lambda: session.core.steps.pending(limit))
    if session.as_json:
        print_json([step_view(each) for each in found])
        return
    print_table(
        ["SINCE", "STEP", "TRIED", "NEXT", "ERROR"],
        [[when(s.created_at), s.kind, s.attempts, when(s.next_at), s.error] for s in found],
    )


def _examine(examination: Doctor) -> Sequence[Finding]:
    # On a runner of its own: the doctor must work where the core cannot start.
    tasks = TaskRunner(workers_per_lane=1)
    try:
        return tasks.submit(lambda: list(examination.examine())).result()
    finally:
        tasks.close()


@click.command()
@command_options
def doctor(session: Session) -> int:
    """Say what is missing on this computer, and how to mend it.

    The exit status is 0 when machines can run here, else 1.
    """
    examination = session.make_doctor(session.options.database)
    findings = _examine(examination)
    if session.as_json:
        print_json([asdict(finding) for finding in findings])
    else:
        width = max(len(finding.name) for finding in findings)
        for finding in findings:
            print_line(f"{finding.verdict:<8} {finding.name:<{width}}  {finding.detail}")
            if finding.remedy:
                print_line(f"{'':<8} {'':<{width}}  What to do: {finding.remedy}")
    return 1 if any(finding.verdict is Verdict.FAILED for finding in findings) else 0
