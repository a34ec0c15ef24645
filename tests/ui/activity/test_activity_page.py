"""The activity's screen: a million rows without a wait, what was before and after, the proof."""

import re
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from infinibay_desktop.model.activity import ChainPoint, ChainReport, ChainTrouble, Outcome
from infinibay_desktop.model.departments import DepartmentId, DepartmentRole
from infinibay_desktop.model.errors import StorageError
from infinibay_desktop.model.events import (
    ActivityRecorded,
    ActorChanged,
    ErrorRecorded,
    EventsMissed,
)
from infinibay_desktop.model.people import Role
from infinibay_desktop.model.rights import Actor
from infinibay_desktop.ui.activity.model import Column
from infinibay_desktop.ui.activity.record import KEPT_PAGES, WholeRecord
from infinibay_desktop.ui.activity.words import act_words
from tests.fakes.activity import ANA

pytestmark = [pytest.mark.usefixtures("looks"), pytest.mark.qt_log_ignore("propagateSizeHints")]


def in_sight(shown) -> list[int | None]:
    record = shown.tab.model.record
    found = [record.entry(row) for row in shown.tab.table.visible_rows()]
    return [one.sequence if one else None for one in found]


def scroll_to(shown, row: int, qtbot) -> None:
    table = shown.tab.table
    table.verticalScrollBar().setValue(row * table._height())
    qtbot.waitUntil(lambda: None not in in_sight(shown))


def test_a_million_acts_are_there_at_once_and_in_little_memory(make_page, qtbot):
    shown = make_page(1_000_000)
    assert shown.tab.model.rowCount() == 1_000_000
    assert in_sight(shown)[:3] == [1_000_000, 999_999, 999_998]
    assert len(shown.activity.asked) < 30
    for row in (500_000, 999_950, 12_345):
        scroll_to(shown, row, qtbot)
        assert in_sight(shown)[0] == 1_000_000 - row
    for row in range(0, 30_000, 150):
        scroll_to(shown, row, qtbot)
    assert shown.tab.model.record.pages_in_memory <= KEPT_PAGES
    assert "1000000" in re.sub(r"\D", "", shown.tab._count.text())


def test_pages_that_were_only_passed_are_not_read(make_page, qtbot):
    shown = make_page(1_000_000)
    before = len(shown.activity.asked)
    for row in range(0, 900_000, 1000):
        shown.tab.table.verticalScrollBar().setValue(row * shown.tab.table._height())
    qtbot.waitUntil(lambda: None not in in_sight(shown))
    assert len(shown.activity.asked) - before < 10


def test_the_oldest_entry_is_found_where_retention_cut(make_page, qtbot):
    shown = make_page(1_000_000, oldest=654_321)
    assert shown.tab.model.rowCount() == 1_000_000 - 654_321 + 1
    scroll_to(shown, shown.tab.model.rowCount(), qtbot)
    assert in_sight(shown)[-1] == 654_321


def test_one_act_is_shown_in_full_with_before_beside_after(make_page):
    shown = make_page(1_000_002)
    shown.tab.table.selectRow(0)
    told = [label.text() for label in shown.tab.details.findChildren(QLabel)]
    assert "10 machines" in told
    assert f"{1_000_002 % 90} machines" in told
    assert told.index("Before") < told.index("After")
    assert str(1_000_002) in told
    formats = {label.textFormat() for label in shown.tab.details.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}


def test_new_acts_come_on_top_and_move_nobody(make_page, qtbot):
    shown = make_page(5000)
    scroll_to(shown, 1000, qtbot)
    shown.tab.table.selectRow(1002)
    before = in_sight(shown)
    shown.activity.newest = 5007
    shown.desk.bridge.publish(ActivityRecorded(sequence=5007))
    qtbot.waitUntil(lambda: shown.tab.model.rowCount() == 5007)
    assert in_sight(shown) == before
    assert shown.tab.table.current_entry().sequence == 5000 - 1002


def test_the_first_act_of_all_is_shown_when_it_comes(make_page, qtbot):
    shown = make_page(0)
    assert shown.tab.stack.currentWidget() is shown.tab._nothing
    shown.activity.newest = 1
    shown.desk.bridge.publish(ActivityRecorded(sequence=1))
    qtbot.waitUntil(lambda: in_sight(shown) == [1])
    assert shown.tab.stack.currentWidget() is shown.tab.splitter


def test_a_filter_asks_and_a_page_at_the_end_follows(make_page, qtbot):
    shown = make_page(20_000)
    shown.page.set_filter("outcome:failed")
    assert shown.activity.asked[-1].outcome is Outcome.FAILED
    assert in_sight(shown)[0] % 11 == 1
    assert not isinstance(shown.tab.model.record, WholeRecord)
    last = shown.tab.model.rowCount() - 1
    scroll_to(shown, last, qtbot)
    qtbot.waitUntil(lambda: shown.tab.model.rowCount() > last + 1)
    assert "so far" in shown.tab._count.text()


def test_nothing_that_matches_says_what_the_filter_takes(make_page, qtbot):
    shown = make_page(500)
    shown.page.set_filter("nothing-like-this outcome:perhaps")
    assert shown.tab.stack.currentWidget() is shown.tab._no_match
    assert "since:7d" in shown.tab._no_match.text.text()
    assert "outcome:perhaps" in shown.tab._count.text()
    with qtbot.waitSignal(shown.page.filter_unwanted):
        shown.tab._clear.click()


def test_only_the_last_of_several_questions_is_answered(make_page):
    shown = make_page(500)
    operations = shown.desk.operations
    before = len(shown.activity.asked)
    operations.hold = True
    for text in ("w", "we", "web", "web outcome:failed"):
        shown.page.set_filter(text)
    operations.finish()
    asked = [query for query in shown.activity.asked[before:] if query.before_sequence is None]
    assert [query.outcome for query in asked] == [Outcome.FAILED]


def test_columns_say_who_did_what_to_what(make_page):
    model = make_page(11).tab.model
    said = {column: model.index(0, column).data() for column in Column}
    assert said[Column.WHO] == "مرحبا بالعالم"
    assert said[Column.WHAT] == "Shut down"
    assert said[Column.TARGET] == "Machine web-11"
    assert said[Column.OUTCOME] == "Refused"


def test_me_is_whoever_is_signed_in(make_page):
    shown = make_page(500)
    shown.page.set_filter("who:me")
    assert shown.activity.asked[-1].actor_id == ANA.id


def test_who_sees_their_own_acts_only_gets_no_holes_and_no_errors(make_page):
    user = replace(ANA, role=Role.USER)
    shown = make_page(3000, actor=Actor(person=user))
    assert not isinstance(shown.tab.model.record, WholeRecord)
    assert not shown.page.tabs.isTabVisible(1)
    assert shown.page.work.check not in shown.page.page_actions()


def test_nothing_of_a_department_stays_that_one_has_no_more(make_page):
    user = replace(ANA, role=Role.USER)
    sales = {DepartmentId(uuid4()): DepartmentRole.ADMINISTRATOR}
    shown = make_page(3000, actor=Actor(person=user, memberships=sales))
    shown.tab.table.selectRow(0)
    asked = len(shown.activity.asked)
    shown.desk.bridge.publish(ActorChanged(person_id=user.id))
    assert len(shown.activity.asked) == asked
    shown.page.left()
    shown.desk.core.current.signed_in = Actor(person=user)
    shown.desk.bridge.publish(ActorChanged(person_id=user.id))
    assert shown.tab.model.record.entry(0) is None
    assert shown.tab.table.current_entry() is None
    shown.page.entered()
    assert len(shown.activity.asked) > asked
    assert shown.tab.model.record.entry(0) is not None


def test_a_record_that_cannot_be_read_says_why_and_is_tried_again(make_page):
    shown = make_page(500)
    shown.activity.refuse = StorageError("The database is gone.")
    shown.page.set_filter("x")
    assert shown.tab.stack.currentWidget() is shown.tab._failed
    assert "The database is gone." in shown.tab._failed.text.text()
    shown.activity.refuse = None
    shown.page.set_filter("")
    shown.tab._retry.click()
    assert in_sight(shown)[0] == 500


def test_a_number_that_is_missing_is_said_in_the_list(make_page, qtbot):
    shown = make_page(1000)
    shown.activity.missing = {600}
    scroll_to_missing = shown.tab.table
    scroll_to_missing.verticalScrollBar().setValue(400 * scroll_to_missing._height())
    qtbot.waitUntil(lambda: shown.tab.model.record.is_missing(400))
    scroll_to_missing.grab()


def test_a_sound_record_is_said_to_be_so(make_page):
    shown = make_page(500)
    shown.page.work.check.trigger()
    assert shown.tab.verdict.isVisible()
    assert "500" in shown.tab.verdict.words.text()
    assert shown.desk.log.entries[-1].ended


def test_a_record_that_was_edited_leads_to_the_entry(make_page, qtbot):
    shown = make_page(5000)
    point = ChainPoint()
    shown.activity.report = ChainReport(
        checked=41, begin=point, end=point, trouble=ChainTrouble.EDITED, broken_at=42
    )
    shown.page.work.check.trigger()
    assert "42" in shown.tab.verdict.words.text()
    assert shown.desk.log.entries[-1].failed
    shown.tab.verdict._show.click()
    qtbot.waitUntil(lambda: shown.tab.table.current_entry() is not None)
    assert shown.tab.table.current_entry().sequence == 42


def test_export_writes_the_file_whole_and_for_its_owner_alone(make_page, tmp_path):
    shown = make_page(100)
    shown.page.set_filter("outcome:refused")
    target = tmp_path / "acts.csv"
    shown.page.work.export_to(str(target))
    lines = target.read_text().splitlines()
    assert lines[0] == "sequence,action"
    assert [int(line.split(",")[0]) % 11 for line in lines[1:]] == [0] * 9
    assert target.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in tmp_path.glob(".*part")] == []
    assert shown.desk.notices.told


def test_export_into_a_folder_that_is_not_there_says_so(make_page, tmp_path):
    shown = make_page(100)
    shown.page.work.export_to(str(tmp_path / "no" / "acts.csv"))
    assert "cannot be written" in shown.desk.notices.errors[-1][1]
    assert shown.desk.log.entries[-1].failed


def test_the_report_is_copied(make_page):
    shown = make_page(3)
    shown.page.work.report.trigger()
    assert QGuiApplication.clipboard().text() == "Infinibay Desktop 1"


def test_hidden_it_reads_nothing(make_page, qtbot):
    shown = make_page(3000)
    shown.page.left()
    before = len(shown.activity.asked)
    shown.page.set_filter("web")
    shown.desk.bridge.publish(ErrorRecorded(code="x", message="y"))
    shown.activity.newest = 3001
    shown.desk.bridge.publish(ActivityRecorded(sequence=3001))
    qtbot.wait(400)
    assert len(shown.activity.asked) == before
    shown.page.entered()
    assert len(shown.activity.asked) > before


def test_errors_show_their_context_and_more_come_when_scrolled(make_page, qtbot):
    shown = make_page(3, errors=450)
    shown.page.tabs.setCurrentIndex(1)
    errors = shown.page.errors
    assert errors.model.rowCount() == 200
    errors.table.scrollToBottom()
    qtbot.waitUntil(lambda: errors.model.rowCount() == 400)
    errors.table.selectRow(0)
    told = [label.text() for label in errors.details.findChildren(QLabel)]
    assert "lab-450" in told
    shown.page.set_filter("severity:critical")
    assert errors.model.rowCount() < 200
    assert {entry.severity.value for entry in errors.model.entries} == {"critical"}


def test_it_fits_a_small_window(make_page, qtbot):
    shown = make_page(500)
    shown.page.resize(348, 230)
    assert shown.page.width() == 348
    assert not shown.tab.details.isVisible()
    assert shown.tab.table.visible_rows()


def test_every_act_that_services_declare_has_words():
    folder = Path(__file__).parents[3] / "infinibay_desktop" / "services"
    text = "".join(file.read_text() for file in folder.glob("*.py"))
    codes = set(re.findall(r'\bact(?:ion)?="([a-z-]+\.[a-z-]+)"', text))
    assert codes
    assert [code for code in sorted(codes) if act_words(code) == code] == []


def test_after_facts_that_were_missed_the_newest_entries_are_read(make_page, qtbot):
    shown = make_page(5000, errors=3)
    shown.activity.newest = 5007
    shown.desk.bridge.publish(EventsMissed())
    qtbot.waitUntil(lambda: shown.tab.model.rowCount() == 5007)
    shown.page.tabs.setCurrentIndex(1)
    shown.desk.core.errors.count = 4
    shown.desk.bridge.publish(EventsMissed())
    qtbot.waitUntil(lambda: shown.page.errors.model.rowCount() == 4)
