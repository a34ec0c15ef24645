"""Guards the trap: some builds of PySide6 lose a reference with each emission, and abort."""

import subprocess
import sys

EMIT = """
from PySide6.QtCore import QAbstractListModel, QObject, Signal

class Source(QObject):
    changed = Signal(bool)

class Model(QAbstractListModel):
    def reset(self):
        self.beginResetModel()
        self.endResetModel()

source, model, seen = Source(), Model(), []
source.changed.connect(seen.append)
for number in range(20_000):
    source.changed.emit(number % 2 == 0)
    model.reset()
assert len(seen) == 20_000
"""


def test_twenty_thousand_emissions_do_no_harm() -> None:
    done = subprocess.run(
        [sys.executable, "-c", EMIT], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, f"this PySide6 on this Python is not fit for use: {done.stderr}"
