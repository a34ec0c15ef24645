"""Bytes into lines."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from infinibay_desktop.guest.framing import MAX_LINE_BYTES, LineFramer

streams = st.lists(
    st.one_of(st.binary(max_size=12), st.just(b"\n"), st.integers(0, 40).map(lambda n: b"x" * n))
).map(b"".join)


def framed(parts: list[bytes], limit: int = 16) -> tuple[list[bytes], int]:
    framer = LineFramer(limit)
    return [line for part in parts for line in framer.feed(part)], framer.too_long


@given(streams, st.lists(st.integers(0, 400)))
def test_lines_do_not_depend_on_how_the_bytes_were_cut(stream, cuts) -> None:
    edges = [0, *sorted(min(cut, len(stream)) for cut in cuts), len(stream)]
    parts = [stream[a:b] for a, b in pairwise(edges)]
    assert framed(parts) == framed([stream])
    assert framed([bytes([byte]) for byte in stream]) == framed([stream])


@given(streams)
def test_lines_are_what_stands_between_line_ends_unless_too_long(stream) -> None:
    *ended, rest = stream.split(b"\n")
    lines, too_long = framed([stream])
    assert lines == [line for line in ended if line not in (b"", b"\r") and len(line) <= 16]
    assert too_long == sum(len(line) > 16 for line in (*ended, rest))


@given(st.lists(st.binary(max_size=70_000), max_size=4))
def test_never_more_than_one_line_is_kept(parts) -> None:
    framer = LineFramer()
    for part in parts:
        framer.feed(part)
        assert framer.held_bytes <= MAX_LINE_BYTES


def test_a_line_of_just_the_limit_is_taken_and_one_byte_more_is_not() -> None:
    assert framed([b"x" * 16, b"\n"]) == ([b"x" * 16], 0)
    assert framed([b"x" * 16, b"x\nok\n"]) == ([b"ok"], 1)


def test_an_endless_line_is_counted_once_and_not_kept() -> None:
    framer = LineFramer(16)
    for _ in range(1000):
        assert framer.feed(b"x" * 10) == []
    assert framer.too_long == 1
    assert framer.held_bytes == 0
    assert framer.feed(b"end\nweb\n") == [b"web"]
