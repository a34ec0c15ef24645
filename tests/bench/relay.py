"""How long after a commit another program hears of it, and what telling adds to a commit."""

import shutil
import tempfile
from pathlib import Path

from infinibay_desktop.database.opening import open_database
from infinibay_desktop.database.unit_of_work import UnitsOfWork
from infinibay_desktop.model.blueprints import Blueprint
from infinibay_desktop.model.events import ActivityRecorded
from infinibay_desktop.model.sizes import GIB
from tests.bench.measuring import Table, alternate, timed
from tests.integration.programs import Program
from tests.lab.postgres import _folder, _programs, _serve

ROUNDS = 40
BLUEPRINT = Blueprint(name="bench", description="", vcpus=1, memory_bytes=GIB, disk_bytes=GIB)


def main() -> None:
    table = Table("relay", "a stored change, and another process that hears of it")
    folder = Path(tempfile.mkdtemp(prefix="relay-"))
    try:
        measure(table, "SQLite", str(folder / "bench.sqlite"), at_most_ms=2000)
    finally:
        shutil.rmtree(folder)
    with _folder() as place:
        for cluster in _serve(_programs(), place):
            measure(table, "PostgreSQL", cluster.url("postgres"), at_most_ms=1000)
    table.end()


def measure(table: Table, name: str, location: str, *, at_most_ms: float) -> None:
    units = open_database(location)
    other = Program(location)

    def tell_and_hear() -> None:
        store(units, tells=True)
        other.wait_for("ActivityRecorded")

    heard = alternate({"heard": timed(tell_and_hear)}, ROUNDS)["heard"]
    table.absolute(f"{name}: heard elsewhere", heard, at_most_ms=at_most_ms)
    table.absolute(f"{name}: slowest of {ROUNDS}", slowest(heard), at_most_ms=at_most_ms)
    other.end()
    commits = alternate(
        {
            "told": timed(lambda: store(units, tells=True)),
            "untold": timed(lambda: store(units, tells=False)),
        },
        5 * ROUNDS,
    )
    table.compare(f"{name}: a commit that tells : one that does not", *commits.values())
    units.close()


def slowest(series):
    return type(series)((max(series.seconds),))


def store(units: UnitsOfWork, *, tells: bool) -> None:
    with units() as unit:
        unit.blueprints.save(BLUEPRINT)
        if tells:
            unit.tell(ActivityRecorded(sequence=1))
        unit.commit()


if __name__ == "__main__":
    main()
