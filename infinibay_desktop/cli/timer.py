"""`infinibay timer`: what the program does by itself, when, and how it went."""

import click

from infinibay_desktop.cli.options import command_options
from infinibay_desktop.cli.output import (
    print_json,
    print_json_line,
    print_line,
    print_note,
    print_table,
    when,
)
from infinibay_desktop.cli.session import Session
from infinibay_desktop.cli.views import View
from infinibay_desktop.model.timers import TimerOutcome, TimerRow

# The longest that a run is waited for before the command says that it goes on.
PATIENCE_S = 24 * 3600.0

name_argument = click.argument("name", metavar="TIMER")


@click.group()
def timer() -> None:
    """What the program does by itself, again and again.

    Shared timers run in one of the programs on a database, the others in each for itself.
    """


@timer.command("list")
@command_options
def list_timers(session: Session) -> None:
    """Show all timers: last run, how it ended, next run.

    Of those that each program has for itself, other programs' runs are not known here.
    """
    rows = session.work(session.core.timers.all)
    if session.as_json:
        print_json([_view(row) for row in rows])
        return
    print_table(
        ["TIMER", "EVERY", "LAST", "TOOK", "OUTCOME", "NEXT", "WHERE", "MESSAGE"],
        [_cells(row) for row in rows],
    )


@timer.command()
@name_argument
@command_options
def run(session: Session, *, name: str) -> int:
    """Run TIMER now, and wait for its end. The exit status is 0 when it went well, else 1."""
    rows = {row.name: row for row in session.work(session.core.timers.all)}
    if name in rows and not rows[name].shared:
        # It looks after the hosts that this program is connected to.
        for host, error in session.connect_all(session.wanted_hosts()).items():
            print_note(f"'{host}' is left out: {error.message}")
    session.work(lambda: session.core.timers.run_now(name))
    # Here, not on a worker: none of them may wait for another.
    row = session.core.timers.wait_for_end(name, PATIENCE_S)
    if session.as_json:
        print_json_line(_view(row))
    else:
        print_line(f"{name}: {_outcome(row)}" + (f": {row.message}" if row.message else ""))
    return 0 if row.outcome is TimerOutcome.DONE else 1


@timer.command()
@name_argument
@command_options
def pause(session: Session, *, name: str) -> None:
    """Begin no run of TIMER until it is resumed; a shared one rests in every program."""
    session.work(lambda: session.core.timers.pause(name))
    _tell(session, name, "is paused")


@timer.command()
@name_argument
@command_options
def resume(session: Session, *, name: str) -> None:
    """Let TIMER run again when it is due."""
    session.work(lambda: session.core.timers.resume(name))
    _tell(session, name, "runs again when it is due")


def _tell(session: Session, name: str, what: str) -> None:
    if session.as_json:
        rows = session.work(session.core.timers.all)
        print_json_line(next(_view(row) for row in rows if row.name == name))
    else:
        print_note(f"'{name}' {what}.")


def _cells(row: TimerRow) -> list[object]:
    took = "" if row.duration_s is None else f"{row.duration_s:.1f} s"
    # When another program runs what is its own is not known here.
    following = "paused" if row.paused else when(row.next_at if row.shared else None)
    where = "one program" if row.shared else "each program"
    every = _period(row.period_s)
    last = when(row.last_started_at)
    return [row.name, every, last, took, _outcome(row), following, where, row.message[:100]]


def _period(period_s: float) -> str:
    for unit, seconds in (("h", 3600), ("min", 60)):
        if period_s >= seconds and not period_s % seconds:
            return f"{period_s / seconds:.0f} {unit}"
    return f"{period_s:g} s"


def _outcome(row: TimerRow) -> str:
    if row.outcome is TimerOutcome.RUNNING and row.runs_at:
        return f"running at {row.runs_at}"
    return row.outcome.value


def _view(row: TimerRow) -> View:
    return {
        "name": row.name,
        "period_s": row.period_s,
        "shared": row.shared,
        "last_started_at": row.last_started_at,
        "last_ended_at": row.last_ended_at,
        "next_at": row.next_at,
        "duration_s": row.duration_s,
        "outcome": row.outcome.value,
        "message": row.message,
        "paused": row.paused,
        "runs_here": row.runs_here,
        "runs_at": row.runs_at,
    }
