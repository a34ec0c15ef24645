"""The hosts screen against a real sshd and a real libvirt behind it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from infinibay_desktop.model.settings import Theme
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.hosts.dialogs import HostDialog, TrialDialog
from infinibay_desktop.ui.hosts.page import HostsPage
from infinibay_desktop.ui.hosts.stages import Progress
from infinibay_desktop.ui.storage.page import StoragePage
from infinibay_desktop.ui.widgets.icons import load_symbols
from infinibay_desktop.ui.widgets.theme import apply_theme
from tests.fakes.running import qt_loop, running_desk

pytestmark = [
    pytest.mark.usefixtures("libvirt_events", "clean_host"),
    pytest.mark.qt_log_ignore("propagateSizeHints"),
]
SYMBOLS = Path(__file__).parents[2] / "resources" / "icons" / "symbols.ttf"
PATIENCE_MS = 60_000


@pytest.fixture
def desk(qapp, qtbot, tmp_path, monkeypatch) -> Iterator[Desk]:
    load_symbols(SYMBOLS)
    apply_theme(qapp, Theme.LIGHT)
    monkeypatch.setenv("INFINIBAY_HOME", str(tmp_path / "home"))
    with qt_loop(qapp), running_desk(qtbot, tmp_path) as desk:
        yield desk


@pytest.fixture
def pages(desk, qtbot) -> Iterator[tuple[HostsPage, StoragePage]]:
    made = HostsPage(), StoragePage()
    for page in made:
        qtbot.addWidget(page)
        page.attach(desk)
        page.show()
        page.entered()
    yield made
    for page in made:  # what asks again and again ends before the loop does
        page.left()


def progress(dialog) -> list[Progress]:
    return [line.progress for line in dialog.trial.stages.lines.values()]


def fill(form, lab_sshd) -> None:
    form.uri.setText(f"qemu+ssh://{lab_sshd.user}@{lab_sshd.host}:{lab_sshd.port}/system")
    form.key_file.setText(str(lab_sshd.key_file))
    form.name.setText("lab")


def test_an_ssh_host_is_added_once_its_fingerprint_was_seen_and_trusted(
    pages, desk, qtbot, lab_sshd
) -> None:
    hosts, storage = pages
    hosts.add_host()
    dialog = hosts.findChild(HostDialog)
    fill(dialog.form, lab_sshd)
    dialog.save.click()
    panel = dialog.trial.key_panel
    qtbot.waitUntil(lambda: not panel.isHidden(), timeout=PATIENCE_MS)
    assert progress(dialog)[:2] == [Progress.PASSED, Progress.FAILED]
    shown = [panel._keys.itemAt(n).widget().text() for n in range(panel._keys.count())]
    assert any(lab_sshd.host_key_fingerprint in text for text in shown)
    panel.trust.click()
    qtbot.waitUntil(
        lambda: hosts.selected() is not None and hosts.selected().is_connected,
        timeout=PATIENCE_MS,
    )
    details = hosts.details
    qtbot.waitUntil(lambda: "libvirt" in details.facts.values(), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "Open" in details.pool.values(), timeout=PATIENCE_MS)

    # A test of the connected host does not break its connection.
    hosts.acts.test.trigger()
    trial = hosts.findChild(TrialDialog)
    qtbot.waitUntil(lambda: progress(trial) == [Progress.PASSED] * 6, timeout=PATIENCE_MS)
    trial.close()
    host = hosts.selected().host
    answer = desk.core.tasks.submit(lambda: desk.core.storage.pools(host.id)).result(30)
    assert isinstance(answer, list)
    assert hosts.selected().is_connected

    # Another key from now on: refused in plain words, and nothing to accept it with.
    lab_sshd.change_host_key()
    hosts.acts.disconnect_host.trigger()
    qtbot.waitUntil(lambda: not hosts.selected().is_connected, timeout=PATIENCE_MS)
    hosts.acts.test.trigger()
    trial = hosts.findChildren(TrialDialog)[-1]
    qtbot.waitUntil(lambda: not trial.trial.is_running, timeout=PATIENCE_MS)
    assert progress(trial)[1] is Progress.FAILED
    assert trial.trial.key_panel.isHidden()
    assert not trial.trial.changed_key.isHidden()
    trial.close()
    assert storage.model.total() == len(answer)


def test_a_pool_made_on_the_screen_is_there_and_is_read(pages, desk, qtbot, lab_folder) -> None:
    hosts, storage = pages
    host = desk.core.tasks.submit(lambda: desk.core.hosts.add("qemu:///system")).result(30)
    qtbot.waitUntil(lambda: hosts.selected() is not None)
    hosts.acts.connect_host.trigger()
    qtbot.waitUntil(lambda: hosts.selected().is_connected, timeout=PATIENCE_MS)
    folder = lab_folder / "screen-pool"
    desk.core.tasks.submit(
        lambda: desk.core.storage.make_pool(host.id, "screen", str(folder))
    ).result(30)
    (folder / "disk.img").write_bytes(b"\0" * 4096)
    storage.refresh()
    qtbot.waitUntil(
        lambda: storage.model.place(lambda row: row.name == "screen").isValid(),
        timeout=PATIENCE_MS,
    )
    storage.table.setCurrentIndex(storage.model.place(lambda row: row.name == "screen"))
    qtbot.waitUntil(
        lambda: [v.name for v in storage.volumes.model.shown()] == ["disk.img"],
        timeout=PATIENCE_MS,
    )
