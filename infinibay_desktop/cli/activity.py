"""`infinibay activity` and `infinibay report`: who did what, what went wrong, for a helper."""

import re
import sys
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click

from infinibay_desktop.cli.options import command_options
from infinibay_desktop.cli.output import (
    plain,
    print_json,
    print_json_line,
    print_line,
    print_note,
    print_table,
    when,
)
from infinibay_desktop.cli.session import Session
from infinibay_desktop.model.activity import (
    ActivityEntry,
    ActivityQuery,
    ChainPoint,
    ChainReport,
    ChainTrouble,
    ErrorQuery,
    ExportFormat,
    Outcome,
    Severity,
)
from infinibay_desktop.model.departments import DepartmentId
from infinibay_desktop.model.people import PersonId
from infinibay_desktop.services.activity_export import entry_view

_AGO = re.compile(r"(\d{1,5})([mhd])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_TROUBLES = {
    ChainTrouble.EDITED: "entry {0} was edited",
    ChainTrouble.MISSING: "entry {0} is missing",
    ChainTrouble.ADDED: "entry {0} was put in by something else",
    ChainTrouble.NOT_AS_NOTED: "entry {0} is not the one that was noted",
}


class Moment(click.ParamType[datetime]):
    """A time: 2026-03-01, 2026-03-01T12:30, or so long ago: 30m, 12h, 7d."""

    name = "TIME"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """The time, in UTC; what has no zone is local."""
        if ago := _AGO.fullmatch(str(value)):
            return datetime.now(UTC) - timedelta(**{_UNITS[ago[2]]: int(ago[1])})
        try:
            return datetime.fromisoformat(str(value)).astimezone(UTC)
        except (ValueError, OverflowError):
            self.fail(
                "give a time such as 2026-03-01, 2026-03-01T12:30, 30m, 12h or 7d", param, ctx
            )


class Place(click.ParamType[ChainPoint]):
    """A noted place in the record: NUMBER:HASH, as `verify` prints it."""

    name = "NUMBER:HASH"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> ChainPoint:
        """The place."""
        number, _, digits = str(value).partition(":")
        if not number.isdecimal() or not re.fullmatch(r"[0-9a-fA-F]{64}", digits):
            self.fail("give the number and hash that 'verify' printed", param, ctx)
        return ChainPoint(sequence=int(number[:18]), hash=bytes.fromhex(digits))


def filters(function: Any) -> Any:
    """The options that say which acts are meant."""
    for option in (
        click.option("--until", type=Moment(), help="Only before this time."),
        click.option("--since", type=Moment(), help="Only from this time on; 7d is a week ago."),
        click.option("--outcome", type=click.Choice([each.value for each in Outcome])),
        click.option("--target", metavar="ID", default="", help="Only to this machine, host, …"),
        click.option("--action", metavar="NAME", default="", help="Only this act: machine.start."),
        click.option("--department", metavar="NAME", default="", help="Only in this department."),
        click.option(
            "--who", metavar="EMAIL", default="", help="Only by this person; 'me' is you."
        ),
        click.option("--text", metavar="WORDS", default="", help="Only where all words occur."),
    ):
        function = option(function)
    return function


@click.group()
def activity() -> None:
    """The record of who did what to what."""


@activity.command("list")
@filters
@click.option("--before", metavar="NUMBER", type=int, help="Go on before this entry.")
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True)
@command_options
def list_activity(session: Session, *, before: int | None, limit: int, **wish: Any) -> None:
    """Show the newest acts that you may see."""
    query = _query(session, limit=limit, before_sequence=before, **wish)
    page = session.work(lambda: session.core.activity.find(query))
    if session.as_json:
        print_json([entry_view(entry) for entry in page.entries])
        return
    headings = ["NUMBER", "WHEN", "WHO", "ACT", "ON", "OUTCOME", "MESSAGE"]
    print_table(headings, [_row(entry) for entry in page.entries])
    if page.go_on_before is not None:
        print_note(f"There may be more: --before {page.go_on_before}")


@activity.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--format", "fmt", type=click.Choice([each.value for each in ExportFormat]))
@filters
@command_options
def export(session: Session, *, file: Path, fmt: str | None, **wish: Any) -> None:
    """Write the acts that you may see to FILE, as CSV or JSON lines; '-' is the output.

    The format follows the file's name where --format does not say it.
    """
    chosen = ExportFormat(fmt) if fmt else _format_of(file)
    query = _query(session, **wish)
    if str(file) == "-":
        # Read on this thread: whoever reads our output sets the pace.
        for line in session.core.activity.export(query, chosen):
            sys.stdout.write(line)
        return
    session.work(lambda: session.core.activity.save_export(file, query, chosen))
    print_note(f"Written to '{file}'.")


@activity.command()
@click.option("--noted", type=Place(), help="A place that an earlier check printed.")
@command_options
def verify(session: Session, *, noted: ChainPoint | None) -> int:
    """Check that nobody edited the record. The exit status is 0 when it is intact, else 1.

    Keep the printed place somewhere else: with it, a record that was made anew shows too.
    """
    report = session.work(lambda: session.core.activity.verify(noted))
    if session.as_json:
        print_json(_report_view(report))
    else:
        _tell(report)
    return 0 if report.is_intact else 1


@activity.command()
@click.option("--text", metavar="WORDS", default="", help="Only where this text occurs.")
@click.option("--code", metavar="CODE", default="", help="Only with this code.")
@click.option("--severity", type=click.Choice([each.value for each in Severity]))
@click.option("--since", type=Moment(), help="Only from this time on; 7d is a week ago.")
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True)
@command_options
def errors(session: Session, *, severity: str | None, **wish: Any) -> None:
    """Show the newest errors, for administrators."""
    query = ErrorQuery(severity=Severity(severity) if severity else None, **wish)
    found = session.work(lambda: session.core.errors.find(query))
    if session.as_json:
        print_json([asdict(error) for error in found])
        return
    print_table(
        ["WHEN", "SEVERITY", "CODE", "WHO", "WHERE", "MESSAGE"],
        [[when(e.at), e.severity, e.code, e.actor_name, e.workstation, e.message] for e in found],
    )


@click.command()
@command_options
def report(session: Session) -> None:
    """Print what a report of a problem needs: versions, settings, last errors; no secrets."""
    text = session.work(session.core.report.make_report)
    if session.as_json:
        print_json_line({"report": text})
        return
    for line in text.splitlines():
        print_line(line)


def _query(
    session: Session, *, who: str, department: str, outcome: str | None, **values: Any
) -> ActivityQuery:
    return ActivityQuery(
        actor_id=_person(session, who) if who else None,
        department_ids=frozenset({_department(session, department)}) if department else None,
        outcome=Outcome(outcome) if outcome else None,
        **({"target_id": values.pop("target")} | values),
    )


def _person(session: Session, who: str) -> PersonId | None:
    person = session.core.current.actor.person
    if who == "me":
        return person.id if person else None
    return session.work(lambda: session.core.people.find_by_email(who)).id


def _department(session: Session, name: str) -> DepartmentId:
    return session.work(lambda: session.core.departments.find_by_name(name)).id


def _format_of(file: Path) -> ExportFormat:
    json_names = (".json", ".jsonl", ".ndjson")
    return ExportFormat.JSON_LINES if file.suffix.lower() in json_names else ExportFormat.CSV


def _row(entry: ActivityEntry) -> list[object]:
    act = entry.act
    on = act.target_name or act.target_id
    told = act.message or ", ".join(f"{name}: {value}" for name, value in act.after.items())
    who = act.actor_name or "the program"
    return [entry.sequence, when(act.at), who, act.action, on, act.outcome, plain(told)[:100]]


def _report_view(found: ChainReport) -> dict[str, object]:
    return {
        "intact": found.is_intact,
        "checked": found.checked,
        "trouble": found.trouble and str(found.trouble),
        "broken_at": found.broken_at,
        "begins_after": found.begin.sequence,
        "place": f"{found.end.sequence}:{found.end.hash.hex()}",
    }


def _tell(found: ChainReport) -> None:
    if found.trouble is not None:
        print_line(f"The record is NOT intact: {_TROUBLES[found.trouble].format(found.broken_at)}.")
        return
    print_line(f"The record is intact: {found.checked} entries hang together.")
    if found.begin.sequence:
        print_line(
            f"Older entries, up to {found.begin.sequence}, were removed as the settings say."
        )
    print_line(f"Place to note: {found.end.sequence}:{found.end.hash.hex()}")
