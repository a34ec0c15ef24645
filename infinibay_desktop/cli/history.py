"""`infinibay machine history`: what a machine measured, for people, scripts and spreadsheets."""

import csv
import math
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import click

from infinibay_desktop.cli.activity import Moment
from infinibay_desktop.cli.options import command_options, machine_argument
from infinibay_desktop.cli.output import print_json, print_line, print_note, print_table, when
from infinibay_desktop.cli.session import Session
from infinibay_desktop.model.errors import ValidationError
from infinibay_desktop.model.machines import Machine
from infinibay_desktop.model.metrics import HistoryWish, Source
from infinibay_desktop.model.sizes import format_size
from infinibay_desktop.services.activity_export import safe_cell
from infinibay_desktop.services.metric_history import Curve, History

_HEADINGS = ("at", "source", "series", "minimum", "average", "maximum")
_WORDS = {Source.AGENT: "agent", Source.HOST: "host"}
# Time, least, mean, most; all but the time are None in a gap.
Point = tuple[float, float | None, float | None, float | None]


@click.command()
@machine_argument
@click.option("--series", multiple=True, help="This series; may be said again. Else cpu_percent.")
@click.option(
    "--last", "begin", type=Moment(), default="24h", show_default=True, help="So far back."
)
@click.option("--points", type=click.IntRange(1, 10_000), default=48, show_default=True)
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, in UTC.")
@click.option("--list", "only_list", is_flag=True, help="Show which series there are.")
@command_options
def history(
    session: Session,
    *,
    name: str,
    series: tuple[str, ...],
    begin: datetime,
    points: int,
    as_csv: bool,
    only_list: bool,
) -> None:
    """Show what a machine measured: least, mean and most of each step of time.

    The agent inside measures, or the host where no agent speaks; both are told apart.
    """
    machine = _known(session, name)
    if only_list:
        _print_series(session, machine)
        return
    if as_csv and session.as_json:
        raise ValidationError("Give one of --json and --csv.", field="csv")
    wish = HistoryWish(
        key=machine.key,
        begin=begin,
        end=datetime.now(UTC),
        series=series or ("cpu_percent",),
        points=points,
    )
    found = session.work(lambda: session.core.metrics.window(wish))
    if session.as_json:
        print_json([_view(*line) for line in _lines(found)])
    elif as_csv:
        _print_csv(found)
    else:
        _print_for_people(found, machine)


def _known(session: Session, name: str) -> Machine:
    """The machine as last seen: its history is here, whether its host answers or not."""
    hosts = {host.id for host in session.wanted_hosts()}
    named = [m for m in session.core.inventory.snapshot() if name in (m.name, str(m.id))]
    found = [machine for machine in named if machine.host_id in hosts]
    return found[0] if len(found) == 1 else session.machine(name)[0]


def _print_series(session: Session, machine: Machine) -> None:
    names = session.work(lambda: session.core.metrics.series_of(machine.key))
    if session.as_json:
        print_json(list(names))
        return
    for name in names:
        print_line(name)


def _lines(found: History) -> Iterator[tuple[Source, str, Curve]]:
    for source, part in found.parts.items():
        for name, curve in part.items():
            yield source, name, curve


def _points(curve: Curve) -> Iterator[Point]:
    columns = (curve.times, curve.minimum, curve.average, curve.maximum)
    for at_s, *values in zip(*(column.tolist() for column in columns), strict=True):
        low, mean, high = (None if math.isnan(value) else value for value in values)
        yield at_s, low, mean, high


def _view(source: Source, name: str, curve: Curve) -> dict[str, object]:
    return {
        "source": _WORDS[source],
        "series": name,
        "points": [
            {"at": _at(at_s), "minimum": low, "average": mean, "maximum": high}
            for at_s, low, mean, high in _points(curve)
        ],
    }


def _print_csv(found: History) -> None:
    lines = csv.writer(sys.stdout, lineterminator="\r\n")
    lines.writerow(_HEADINGS)
    for source, name, curve in _lines(found):
        for at_s, *values in _points(curve):
            numbers = ["" if value is None else value for value in values]
            lines.writerow([_at(at_s), _WORDS[source], safe_cell(name), *numbers])


def _print_for_people(found: History, machine: Machine) -> None:
    rows = [
        [_moment(at_s), _WORDS[source], name, *(_shown(name, value) for value in values)]
        for source, name, curve in _lines(found)
        for at_s, *values in _points(curve)
    ]
    if not rows:
        print_note(f"Nothing is known of '{machine.name}' in this time.")
        return
    print_table(["WHEN", "FROM", "SERIES", "LEAST", "MEAN", "MOST"], rows)


def _at(at_s: float) -> str:
    return datetime.fromtimestamp(at_s, UTC).isoformat()


def _moment(at_s: float) -> str:
    return when(datetime.fromtimestamp(at_s, UTC))


def _shown(name: str, value: float | None) -> str:
    if value is None:
        return "-"
    unit = name.partition(":")[0].rpartition("_")[2]
    if unit in ("bytes", "bps"):
        return format_size(round(value)) + ("/s" if unit == "bps" else "")
    return f"{value:.1f}"
