"""Text from guests, before anybody sees it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infinibay_desktop.guest.cleaning import clean


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("web", "web"),
        ("  web\x00\n", "web"),
        ("<b>web</b>", "<b>web</b>"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07web", "web"),
        ("\x9b2Jweb", "web"),
        ("\x1b]52;c;never ended", ""),
        ("abc\u202efdp.exe", "abc fdp.exe"),
        ("half \ud800", "half"),
        ("größe 数 👩\u200d🔧", "größe 数 👩\u200d🔧"),
        ("a\u2028b", "a b"),
        ("two\r\nlines", "two  lines"),
    ],
)
def test_what_cannot_be_seen_is_taken_out(said, shown) -> None:
    assert clean(said, 100) == shown


def test_lines_stay_where_they_are_wanted() -> None:
    assert clean("one\r\ntwo\tand\x07\rthree\n", 100, lines=True) == "one\ntwo\tand \nthree\n"


def test_text_is_cut() -> None:
    assert clean("x" * 1000, 10) == "x" * 10


@given(st.text(st.characters(), max_size=50), st.booleans())
def test_any_text_comes_out_harmless_and_is_clean_the_second_time(text, lines) -> None:
    once = clean(text, 40, lines=lines)
    assert len(once) <= 40
    once.encode()
    assert not [c for c in once if ord(c) < 32 and c not in "\n\t" * lines]
    assert not set("\x1b\x7f\x9b\u202e\u2066\ufeff") & set(once)
    assert clean(once, 40, lines=lines) == once
