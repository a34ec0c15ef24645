"""Lines of agents: understood, or refused with a reason."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infinibay_desktop.guest.messages import (
    Answer,
    Handshake,
    Metrics,
    Progress,
    Report,
    parse_line,
)
from infinibay_desktop.model.errors import GuestProtocolError
from tests.fakes import agents

MESSAGES = (Answer, Handshake, Metrics, Progress, Report)


def refused(line: bytes) -> str:
    with pytest.raises(GuestProtocolError) as caught:
        parse_line(line)
    reason = caught.value.message
    assert reason.isprintable()
    assert len(reason) <= 200
    return reason


def test_every_kind_of_message_is_understood() -> None:
    assert parse_line(agents.handshake()).hostname == "web"
    assert parse_line(agents.metrics()).data.system.cpu.usage_percent == 12.5
    answer = parse_line(agents.said(type="response", id="1", success=True, data={"rows": []}))
    assert (answer.success, bytes(answer.data)) == (True, b'{"rows":[]}')
    progress = parse_line(agents.said(type="progress", id="1", text="Unpacking", percent=40))
    assert progress.percent == 40
    report = parse_line(agents.said(type="error_report", severity="Fatal", error_type="Disk"))
    assert report == Report(kind="error_report", text="Fatal: Disk")


def test_what_older_agents_say_is_understood() -> None:
    answer = parse_line(agents.said(id="1", success=False, stdout="", stderr="no", exit_code=1))
    assert isinstance(answer, Answer)
    assert not isinstance(answer, Metrics)
    assert parse_line(agents.said(type="keep_alive", sequence_number=3)) == Report("keep_alive")


def test_fields_of_later_versions_are_passed_over() -> None:
    assert parse_line(agents.handshake(colour="blue", nested=[[[]]])).version == "1.0.0"


def test_a_message_of_metrics_may_lack_any_section() -> None:
    bare = parse_line(b'{"type":"metrics","data":{"system":{}}}')
    assert bare.data.system.cpu is None
    assert math.isnan(parse_line(agents.metrics(cpu={})).data.system.cpu.usage_percent)


@pytest.mark.parametrize(
    "line",
    [
        b"\x00\xff\xfe",
        b'{"type":"progress","id":"1","text":"\xff"}',
        b'{"type":"keep_alive","unknown":"\xc3\x28"}',
        b"null",
        b"[]",
        b'"metrics"',
        b"{}",
        b'{"type":null}',
        b'{"type":5}',
        b'{"type":"metrics"}',
        b'{"type":"metrics","data":[]}',
        b'{"type":"metrics","data":{"system":{"cpu":[]}}}',
        b'{"type":"nobody knows \\u001b[31m<b>","x":1}',
        b'{"type":"handshake"}{"type":"handshake"}',
        b'{"type":"handshake"',
        b'{"type":"handshake","protocol":0}',
        b'{"type":"handshake","period_s":-1}',
        b'{"type":"handshake","hostname":"\\ud800"}',
        b'{"type":"response","id":"","success":true}',
        b'{"type":"response","id":"1","success":"yes"}',
        b'{"type":"progress","id":"1","percent":101}',
        agents.said(type="response", id="x" * 65, success=True),
        b'{"id":"1","success":true,"exit_code":99999999999999999999}',
        b'{"a":' * 30_000,
        b'{"type":"metrics","data":' + b"[" * 60_000,
        b'{"type":"response","id":"1","success":true,"data":'
        + b"[" * 30_000
        + b"]" * 30_000
        + b"}",
    ],
)
def test_what_is_no_message_is_refused(line) -> None:
    assert refused(line)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-1", "1e30", "1e999", '"1"', "true", "[]"])
@pytest.mark.parametrize(
    "section",
    [
        '{"cpu":{"usage_percent":%s}}',
        '{"cpu":{"cores_usage":[1,%s]}}',
        '{"memory":{"total_kb":%s}}',
        '{"memory":{"swap_used_kb":%s}}',
        '{"disk":{"usage_stats":[{"mount_point":"/","used_gb":%s}]}}',
        '{"disk":{"io_stats":{"read_bytes_per_sec":%s}}}',
        '{"network":{"interfaces":[{"name":"e","bytes_received":%s}]}}',
        '{"system":{"process_count":%s}}',
        '{"system":{"load_average":{"load_1min":%s}}}',
    ],
)
def test_numbers_that_cannot_be_are_refused(section, value) -> None:
    system = section % value
    assert refused(f'{{"type":"metrics","data":{{"system":{system}}}}}'.encode())


@pytest.mark.parametrize("timestamp", ["yesterday", "2026-01-01T00:00:00", "9999999", ""])
def test_a_time_that_is_none_is_refused(timestamp) -> None:
    assert refused(agents.said(type="metrics", timestamp=timestamp, data={"system": {}}))


def test_reasons_quote_guests_in_clean_words() -> None:
    reason = refused(b'{"type":"\\u001b[31m\\u202e<b>evil' + b"x" * 5000 + b'"}')
    assert reason.startswith("Invalid value")
    assert not {"\x1b", "\u202e"} & set(reason)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=12,
)


@given(st.one_of(st.binary(max_size=200), json_values.map(lambda v: json.dumps(v).encode())))
def test_any_bytes_are_understood_or_refused(line) -> None:
    try:
        assert isinstance(parse_line(line), MESSAGES)
    except GuestProtocolError:
        return


@given(
    st.sampled_from([agents.handshake(), agents.metrics(3), agents.said(id="1", success=True)]),
    st.data(),
)
def test_a_message_damaged_anywhere_is_understood_or_refused(line, data) -> None:
    at = data.draw(st.integers(0, len(line) - 1))
    patch = data.draw(st.binary(max_size=4))
    try:
        assert isinstance(parse_line(line[:at] + patch + line[at + len(patch) :]), MESSAGES)
    except GuestProtocolError:
        return
