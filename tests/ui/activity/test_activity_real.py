"""The activity's screen on the real record: what is done shows, and an edit is found."""

import sqlite3
from pathlib import Path

import pytest

from infinibay_desktop.ui.activity.page import ActivityPage
from tests.fakes.running import running_desk

pytestmark = [pytest.mark.usefixtures("looks"), pytest.mark.qt_log_ignore("propagateSizeHints")]
ACTS = 700


@pytest.fixture
def desk(loop, qtbot, tmp_path):
    with running_desk(qtbot, tmp_path) as desk:
        yield desk
        desk.core.close()


@pytest.fixture
def page(desk, qtbot):
    page = ActivityPage()
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.attach(desk)
    page.entered()
    yield page
    page.left()


def sequences(page) -> list[int | None]:
    record = page.acts.model.record
    found = [record.entry(row) for row in page.acts.table.visible_rows()]
    return [one.sequence if one else None for one in found]


def do(desk, qtbot, count: int) -> None:
    """Change a setting so often, each an act, and wait until the record has them."""
    activity = desk.core.activity
    for number in range(count):
        desk.core.settings.change(poll_interval_s=1 + number % 2)
    qtbot.waitUntil(lambda: activity.waiting == 0, timeout=20_000)


def test_acts_show_as_they_are_done_and_can_be_scrolled(page, desk, qtbot):
    do(desk, qtbot, ACTS)
    qtbot.waitUntil(lambda: page.acts.model.rowCount() == ACTS, timeout=20_000)
    qtbot.waitUntil(lambda: None not in sequences(page))
    assert sequences(page)[0] == ACTS
    page.acts.table.scrollToBottom()
    qtbot.waitUntil(lambda: sequences(page)[-1:] == [1])
    page.acts.table.selectRow(ACTS - 1)
    assert page.acts.table.current_entry().act.action == "settings.change"


def test_filters_find_in_the_real_record(page, desk, qtbot):
    do(desk, qtbot, 30)
    page.set_filter("who:me what:settings.change since:1h outcome:done")
    qtbot.waitUntil(lambda: page.acts.model.rowCount() == 30)
    page.set_filter("until:2000-01-01")
    qtbot.waitUntil(lambda: page.acts.stack.currentWidget() is page.acts._no_match)


def test_an_edit_behind_the_programs_back_is_found_and_shown(page, desk, qtbot, tmp_path):
    do(desk, qtbot, 40)
    qtbot.waitUntil(lambda: page.acts.model.rowCount() == 40)
    with sqlite3.connect(tmp_path / "desk.sqlite") as database:
        database.execute("UPDATE activity SET actor_name = 'nobody' WHERE sequence = 17")
    database.close()
    page.work.check.trigger()
    qtbot.waitUntil(page.acts.verdict.isVisible)
    assert "17" in page.acts.verdict.words.text()
    page.acts.verdict._show.click()
    qtbot.waitUntil(lambda: page.acts.table.current_entry() is not None)
    assert page.acts.table.current_entry().sequence == 17


def test_the_record_is_exported_and_the_report_copied(page, desk, qtbot, tmp_path, qapp):
    do(desk, qtbot, 20)
    for name in ("acts.csv", "acts.jsonl"):
        target: Path = tmp_path / name
        page.work.export_to(str(target))
        qtbot.waitUntil(target.exists)
        assert len(target.read_text().splitlines()) >= 20
    page.work.report.trigger()
    qtbot.waitUntil(lambda: bool(desk.notices.told) and "Versions" in qapp.clipboard().text())


def test_errors_that_were_recorded_show(page, desk, qtbot):
    desk.core.errors.record(OSError("the disk is on fire"), {"host": "lab"})
    page.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: page.errors.model.rowCount() == 1, timeout=10_000)
    assert "the disk is on fire" in page.errors.model.entries[0].message
