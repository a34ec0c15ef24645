"""What is typed above the record becomes a question to it; nothing that is typed is refused."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from infinibay_desktop.model.activity import ActivityQuery, Outcome, Severity
from infinibay_desktop.model.people import PersonId
from infinibay_desktop.ui.activity.filters import parse_moment, parse_wish, query_of

NOW = datetime(2026, 3, 10, 15, 0, tzinfo=UTC)


def test_words_and_tokens_are_told_apart():
    wish = parse_wish('web who:"Ana Torres" outcome:fail since:2h "two words" a:b', NOW)
    assert wish.words == ("web", "two words", "a:b")
    assert wish.who == "Ana Torres"
    assert wish.outcome is Outcome.FAILED
    assert wish.since == NOW - timedelta(hours=2)
    assert wish


def test_a_token_that_makes_no_sense_is_told_and_holds_nothing_back():
    wish = parse_wish("outcome:maybe since:soon until:", NOW)
    assert wish.mistaken == ("outcome:maybe", "since:soon")
    assert not wish


def test_severity_is_for_errors():
    assert parse_wish("severity:crit", NOW).severity is Severity.CRITICAL


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("30min", timedelta(minutes=30)),
        ("7d", timedelta(days=7)),
        ("2W", timedelta(weeks=2)),
    ],
)
def test_times_ago_count_back_from_now(text, back):
    assert parse_moment(text, NOW) == NOW - back


def test_days_are_whole_and_local():
    local = NOW.astimezone()
    assert parse_moment("today", NOW) == local.replace(hour=0)
    assert parse_moment("yesterday", NOW, end=True) == local.replace(hour=0)
    day = parse_moment("2026-03-01", NOW)
    assert parse_moment("2026-03-01", NOW, end=True) - day == timedelta(days=1)
    assert parse_moment("2026-03-01T10:42+00:00", NOW) == datetime(2026, 3, 1, 10, 42, tzinfo=UTC)
    for nonsense in ("", "32", "2026-13-01", "99999999999d", "1" * 400):
        assert parse_moment(nonsense, NOW) is None


def test_names_that_were_looked_up_replace_their_words():
    wish = parse_wish("disk who:ana what:start on:web", NOW)
    assert query_of(wish) == ActivityQuery(text="disk ana start web")
    ana = PersonId(UUID(int=1))
    asked = query_of(wish, actor_id=ana, action="machine.start", target_id="7")
    assert asked == ActivityQuery(text="disk", actor_id=ana, action="machine.start", target_id="7")


def test_any_text_makes_a_question(request):
    for text in ("\x00", '"', 'who:"', "::::", "who:" * 200, "🦊" * 600, "-", "a" * 10_000):
        query_of(parse_wish(text, NOW))
