"""How long the command takes from nothing, and which imports it is that take it.

Nothing here has a target; it is there to be looked at.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.bench.bed import VIRSH
from tests.bench.measuring import Table, alternate, command, timed

ROUNDS = 25
IMPORT_ROUNDS = 7
SHOWN = 10
INFINIBAY = str(Path(sys.executable).parent / "infinibay")
LIST = ("machine", "list", "--json")
OURS = "infinibay_desktop"


def main() -> None:
    table = Table("startup", "whole processes on an empty host; no targets")
    with tempfile.TemporaryDirectory(prefix="infinibay-bench-", dir="/var/tmp") as home:
        os.environ["INFINIBAY_HOME"] = home
        found = alternate(
            {
                "version": timed(command(INFINIBAY, "--version")),
                "list": timed(command(INFINIBAY, *LIST)),
                "virsh": timed(command(*VIRSH, "list", "--all")),
                "python": timed(command(sys.executable, "-c", "pass")),
            },
            ROUNDS,
        )
        shares = [imports() for _ in range(IMPORT_ROUNDS)]
    table.compare("infinibay --version : virsh list --all", found["version"], found["virsh"])
    table.compare("infinibay machine list : virsh list --all", found["list"], found["virsh"])
    table.compare("infinibay --version : empty Python", found["version"], found["python"])
    print_imports(shares)
    table.end()


def imports() -> dict[tuple[str, str], float]:
    """Milliseconds by package, and by which module of ours was the first to want it."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", INFINIBAY, *LIST],
        check=True,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    owner: dict[str, str] = {}
    shares: dict[tuple[str, str], float] = defaultdict(float)
    for name, importers, own_ms in reversed(list(parse(done.stderr))):
        package = name.partition(".")[0]
        ours = next((module for module in reversed(importers) if module.startswith(OURS)), "")
        shares[package, owner.setdefault(package, ours)] += own_ms
    return shares


def parse(told: str) -> Iterator[tuple[str, list[str], float]]:
    """Each module with those that were being imported around it; what began last comes first."""
    above: list[str] = []
    # An import is told after those within it: from the end, the outer ones come first.
    for line in reversed(told.splitlines()):
        if not line.startswith("import time:") or "self [us]" in line:
            continue
        own, _, name = line.removeprefix("import time:").split("|")
        depth = (len(name) - len(name.lstrip()) - 1) // 2
        del above[depth:]
        yield name.strip(), above.copy(), int(own) / 1000
        above.append(name.strip())


def print_imports(shares: list[dict[tuple[str, str], float]]) -> None:
    medians = {
        key: statistics.median(found.get(key, 0.0) for found in shares)
        for key in {key for found in shares for key in found}
    }
    total = sum(medians.values())
    print(f"\nimports of infinibay {' '.join(LIST)}: {total:.0f} ms; each package's own time:")
    dearest = sorted(medians.items(), key=lambda item: -item[1])[:SHOWN]
    for (package, wanted_by), ms in dearest:
        print(f"{ms:6.1f}  {package:<20} {f'for {wanted_by}' if wanted_by else ''}".rstrip())


if __name__ == "__main__":
    main()
