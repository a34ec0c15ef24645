"""What is imported before the first paint decides how long people look at nothing."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Each costs 25 to 500 ms; none of them is needed to paint a list that was kept.
LATE = {
    "PIL",
    "alembic",
    "asyncio",
    "click",
    "cryptography",
    "keyring",
    "libvirt",
    "lxml",
    "msgspec",
    "numpy",
    "psycopg",
    "pyqtgraph",
    "qasync",
    "sqlalchemy",
    "infinibay_desktop.app.bootstrap",
    "infinibay_desktop.services.connections",
    "infinibay_desktop.ui.machines.live",
}
START = """
import sys
from infinibay_desktop.app import window as start
from infinibay_desktop.app.options import WindowOptions
from infinibay_desktop.system.list_cache import CachedList
from infinibay_desktop.system.paths import find_paths
from infinibay_desktop.system.settings_file import SettingsFile

paths = find_paths()
application = start.make_application(SettingsFile(paths.settings).load())
window = start._make_window(WindowOptions(), paths, CachedList())
window.painted.connect(application.exit)
application.exec()
print("\\n".join(sys.modules))
"""


def test_the_first_paint_waits_for_nothing_heavy(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", START],
        env={"INFINIBAY_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    imported = set(done.stdout.split())
    assert "infinibay_desktop.ui.machines.table" in imported
    assert not imported & LATE
