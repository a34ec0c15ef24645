"""The screen of timers: what it shows, that it follows, and what whom is offered."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from infinibay_desktop.app import timers as registered
from infinibay_desktop.model.errors import HypervisorError
from infinibay_desktop.model.people import Role
from infinibay_desktop.model.settings import Theme
from infinibay_desktop.model.timers import TimerOutcome, TimerRow
from infinibay_desktop.services.timer_board import FIRST_S
from infinibay_desktop.ui.formats import date_time_text
from infinibay_desktop.ui.timers.page import TimersPage
from infinibay_desktop.ui.timers.table_model import LAST, NEXT, OUTCOME, TIMER, TOOK, TimersModel
from infinibay_desktop.ui.timers.words import (
    _TIMERS,
    next_text,
    outcome_text,
    place_text,
    timer_title,
    took_text,
)
from infinibay_desktop.ui.widgets.theme import apply_theme
from tests.fakes.actors import actor
from tests.fakes.timers import Board

pytestmark = pytest.mark.usefixtures("looks")
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def board(quick_desk, units_of) -> Board:
    return units_of(quick_desk)


@pytest.fixture
def units_of():
    def make(desk) -> Board:
        board = Board(desk.core.hosts._units, publisher=desk.bridge)
        board.register("machine-status", 60)
        board.register("metric-roll-up", 3600, shared=True)
        desk.core.timers = board.service
        return board

    return make


@pytest.fixture
def page(qtbot, quick_desk, board) -> TimersPage:
    page = TimersPage()
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.attach(quick_desk)
    page.show()
    page.entered()
    return page


def cells(page, name: str) -> list[str]:
    row = page.model.place(name).row()
    return [page.model.index(row, column).data() for column in range(NEXT + 1)]


def select(page, name: str) -> None:
    page.table.setCurrentIndex(page.model.place(name))


def names(page) -> list[str]:
    rows = range(page.model.rowCount())
    return [page.model.row_at(page.model.index(row, TIMER)).name for row in rows]


def test_each_timer_says_what_it_is_and_that_it_has_not_run_yet(page) -> None:
    assert cells(page, "machine-status")[TIMER] == "States of machines"
    assert cells(page, "machine-status")[OUTCOME] == "Has not run yet"
    assert page.selected().name == "metric-roll-up"
    assert "in one of the programs" in page.details.sentence.text()


def test_a_run_shows_by_itself_with_its_errors_words(qtbot, page, board) -> None:
    def fail() -> None:
        raise HypervisorError("<b>No</b>\nroom\u202e.")

    board.register("machine-status", 60, work=fail)
    select(page, "machine-status")
    board.pass_time(FIRST_S)
    qtbot.waitUntil(lambda: "Failed" in cells(page, "machine-status")[OUTCOME])
    assert page.details.outcome.text() == "Failed: <b>No</b> room ."
    assert page.details.outcome.textFormat() is Qt.TextFormat.PlainText
    assert cells(page, "machine-status")[TOOK] == "0 ms"
    qtbot.waitUntil(lambda: cells(page, "metric-roll-up")[OUTCOME] == "Done")
    assert cells(page, "metric-roll-up")[LAST] == "just now"


def test_a_hidden_page_asks_nothing_and_reads_when_it_is_looked_at(page, board) -> None:
    page.left()
    board.pass_time(FIRST_S)
    assert not page._reload_due.isActive()
    assert cells(page, "metric-roll-up")[OUTCOME] == "Has not run yet"
    page.entered()
    assert cells(page, "metric-roll-up")[OUTCOME] == "Done"


def test_run_now_and_pause_act_on_the_selected_timer(qtbot, page, board) -> None:
    select(page, "machine-status")
    page.run_now.trigger()
    assert board.runs == ["machine-status"]
    page.pause.trigger()
    assert cells(page, "machine-status")[NEXT] == "Paused"
    assert page.pause.text() == "Resume"
    select(page, "metric-roll-up")
    assert page.pause.text() == "Pause"
    select(page, "machine-status")
    page.pause.trigger()
    assert page.pause.text() == "Pause"
    assert board.paused == []


def test_what_runs_cannot_be_run_and_what_is_refused_is_said(page, board, quick_desk) -> None:
    board.tasks.inline = False
    select(page, "machine-status")
    page.run_now.trigger()
    assert cells(page, "machine-status")[OUTCOME] == "Running"
    assert not page.run_now.isEnabled()
    page._on_run_now()  # by a click that came before the news
    title, message = quick_desk.notices.errors[0]
    assert "States of machines" in title
    assert "runs already" in message
    board.tasks.go_on()


def test_who_may_only_look_is_offered_nothing_and_told_why(qtbot, quick_desk, units_of) -> None:
    units_of(quick_desk)
    quick_desk.core.current.signed_in = actor(Role.ADMINISTRATOR)
    page = TimersPage()
    qtbot.addWidget(page)
    page.attach(quick_desk)
    page.entered()
    assert page.selected()
    for act in page.page_actions():
        assert not act.isEnabled()
        assert act.statusTip()


def test_sorting_by_any_column_keeps_the_selected_timer(page, board) -> None:
    board.pass_time(FIRST_S)
    page._reload()
    select(page, "machine-status")
    for column in range(NEXT + 1):
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            page.table.sortByColumn(column, order)
            assert page.selected().name == "machine-status"
    page.table.sortByColumn(TIMER, Qt.SortOrder.AscendingOrder)
    assert names(page) == ["metric-roll-up", "machine-status"]
    page.table.sortByColumn(TIMER, Qt.SortOrder.DescendingOrder)
    assert names(page) == ["machine-status", "metric-roll-up"]


def test_the_model_keeps_qts_rules(qtmodeltester, page) -> None:
    model = TimersModel()
    model.show([TimerRow(name=name, period_s=60, shared=False) for name in "abc"])
    qtmodeltester.check(model)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize(("width", "height"), [(340, 200), (1900, 1000)])
def test_the_page_has_room_for_all_at_any_size(qapp, page, theme, width, height) -> None:
    apply_theme(qapp, theme)
    page.retint()
    page.resize(width, height)
    assert (page.width(), page.height()) == (width, height)
    assert page.table.isColumnHidden(TOOK) == (width < 800)
    assert page.details.geometry().bottom() <= height
    assert page.table.horizontalHeader().length() <= page.table.viewport().width() + 1
    apply_theme(qapp, Theme.LIGHT)


def test_a_message_of_a_page_does_not_break_the_layout(page, board) -> None:
    def fail() -> None:
        raise HypervisorError("word " * 2000)

    board.register("machine-status", 60, work=fail)
    board.pass_time(FIRST_S)
    select(page, "machine-status")
    page._reload()
    assert page.details.height() <= page.height() * 2 // 5
    assert page.height() == 600


def row(**facts: object) -> TimerRow:
    return TimerRow(**({"name": "x", "period_s": 600, "shared": True} | facts))


@pytest.mark.parametrize(
    ("left_s", "words"),
    [
        (-5, "Due"),
        (30, "In less than a minute"),
        (70, "In a minute"),
        (600, "In 10 minutes"),
        (3600, "In an hour"),
        (7200, "In 2 hours"),
    ],
)
def test_the_next_run_is_said_in_words(left_s, words) -> None:
    assert next_text(row(next_at=NOW + timedelta(seconds=left_s)), NOW) == words


def test_what_runs_or_rests_has_no_next_run() -> None:
    later = NOW + timedelta(days=3)
    assert next_text(row(next_at=later, outcome=TimerOutcome.RUNNING), NOW) == ""
    assert next_text(row(paused=True), NOW) == "Paused"
    assert next_text(row(next_at=later), NOW) == date_time_text(later)


def test_other_facts_are_said_in_words() -> None:
    assert [took_text(s) for s in (None, 0.012, 1.25, 75)] == ["", "12 ms", "1.2 s", "1 min 15 s"]
    assert place_text(row()) == "Every 10 minutes, in one of the programs on the database."
    assert place_text(row(runs_at="desk-2")) == "Every 10 minutes. It runs at desk-2 now."
    assert place_text(row(shared=False, period_s=60)).startswith("Every minute, in each")
    assert outcome_text(row(outcome=TimerOutcome.CUT_SHORT)) == "Cut short"
    assert timer_title("nobody-knows") == "nobody-knows"


def test_every_timer_that_is_registered_has_words() -> None:
    source = Path(registered.__file__).read_text()
    assert source.count("board.register(") == len(_TIMERS)
    assert all(f'"{name}"' in source for name in _TIMERS)
