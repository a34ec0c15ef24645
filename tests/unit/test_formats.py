"""Figures and times as people read them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from infinibay_desktop.model.naming import natural_key
from infinibay_desktop.model.sizes import GIB, KIB, MIB, TIB
from infinibay_desktop.ui.formats import (
    NO_FIGURE,
    ago_text,
    date_time_text,
    forget_language,
    iso_text,
    percent_text,
    plain_text,
    rate_text,
    size_text,
)

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
DAY_S = 86400


@pytest.fixture(autouse=True)
def english():
    before = QLocale()
    _speak(QLocale("en_US"))
    yield
    _speak(before)


@pytest.fixture
def german():
    _speak(QLocale("de_DE"))  # `english` puts it back


def _speak(locale: QLocale) -> None:
    QLocale.setDefault(locale)
    forget_language()


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 B"),
        (1023, "1023 B"),
        (KIB, "1 KiB"),
        (1536, "1.5 KiB"),
        (MIB - 1, "1 MiB"),
        (1023 * MIB, "1023 MiB"),
        (20 * GIB, "20 GiB"),
        (3 * TIB // 2, "1.5 TiB"),
        (5000 * TIB, "5000 TiB"),
        (None, NO_FIGURE),
    ],
)
def test_sizes_are_short_and_in_units_of_1024(size, text) -> None:
    assert size_text(size) == text


@pytest.mark.usefixtures("german")
def test_figures_have_the_languages_decimal_mark() -> None:
    assert size_text(1536) == "1,5 KiB"
    assert rate_text(1.5 * MIB) == "1,5 MiB/s"
    assert percent_text(12.34, 1) == "12,3 %"


def test_rates_and_percents() -> None:
    assert rate_text(1.2 * MIB) == "1.2 MiB/s"
    assert rate_text(0.0) == "0 B/s"
    assert rate_text(None) == percent_text(None) == NO_FIGURE
    assert [percent_text(p) for p in (0.0, 0.4, 99.6, 100.0)] == ["0 %", "0 %", "100 %", "100 %"]


@pytest.mark.parametrize(
    ("passed_s", "text"),
    [
        (-30, "just now"),
        (0, "just now"),
        (59, "just now"),
        (60, "a minute ago"),
        (125, "2 minutes ago"),
        (3600, "an hour ago"),
        (5 * 3600, "5 hours ago"),
        (DAY_S, "a day ago"),
    ],
)
def test_what_was_a_moment_ago_is_said_so(passed_s, text) -> None:
    assert ago_text(NOW - timedelta(seconds=passed_s), NOW) == text


def test_what_was_long_ago_or_is_to_come_has_a_date() -> None:
    for passed in (timedelta(days=3), timedelta(hours=-3)):
        assert ago_text(NOW - passed, NOW) == date_time_text(NOW - passed)


@pytest.mark.usefixtures("german")
def test_dates_are_local_and_of_the_language() -> None:
    local = NOW.astimezone()
    assert date_time_text(NOW) == local.strftime("%d.%m.%y, %H:%M").replace(", ", " ")
    assert iso_text(NOW).startswith(local.strftime("%Y-%m-%d %H:%M:%S"))


def test_foreign_text_is_bounded_and_loses_what_it_hides_with() -> None:
    assert plain_text("a\x00b\u202ec\nd\te\ud800", 100) == "a b c\nd\te\ufffd"
    assert plain_text("x" * 50, 10) == "x" * 9 + "…"
    assert plain_text("x" * 10, 10) == "x" * 10
    assert plain_text("<b>&amp; 👩‍💻", 50) == "<b>&amp; 👩‍💻"


@given(st.text(), st.integers(1, 40))
def test_any_text_stays_within_its_bounds(text, limit) -> None:
    shown = plain_text(text, limit)
    assert len(shown) <= limit
    shown.encode()


def test_names_sort_as_people_count() -> None:
    names = ["vm-10", "VM-2", "vm-1", "vm", "a", "vm-02b", "vm-" + "9" * 300, "Ä1"]
    assert sorted(names, key=natural_key)[:6] == ["a", "vm", "vm-1", "VM-2", "vm-02b", "vm-10"]


@given(st.integers(0, 10**30), st.integers(0, 10**30))
def test_numbers_in_names_sort_by_value(one, other) -> None:
    assert (natural_key(f"vm{one}") < natural_key(f"vm{other}")) == (one < other)
