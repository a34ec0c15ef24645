"""Charts are imported when they are first wanted."""

import subprocess
import sys

# What is imported once cannot be imported again: a program of its own.
PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from infinibay_desktop.ui.charts.loading import ChartLoader
application = QApplication([])
loader = ChartLoader(application)
beats = []
beat = QTimer(application, interval=0)
beat.timeout.connect(lambda: beats.append("pyqtgraph" in sys.modules))
beat.start()
loader.loaded.connect(application.quit)
loader.start()
application.exec()
assert "infinibay_desktop.ui.charts.chart" in sys.modules
print(beats.count(False))
"""


def test_the_window_answers_between_the_steps_of_the_import():
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 4
