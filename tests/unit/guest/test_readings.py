"""Numbers of messages into samples."""

import json
import math
import struct
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infinibay_desktop.guest.facts import greeting_of, parse_facts
from infinibay_desktop.guest.messages import parse_line
from infinibay_desktop.guest.readings import Readings
from infinibay_desktop.model.errors import GuestProtocolError
from infinibay_desktop.model.guests import AgentGreeting
from infinibay_desktop.model.metrics import FIXED_SERIES, MAX_SERIES, MAX_SERIES_NAME, Source
from infinibay_desktop.model.sizes import GIB, KIB
from tests.fakes import agents


@pytest.fixture
def readings(key) -> Readings:
    return Readings(key)


def values(sample) -> dict[str, float]:
    numbers = struct.unpack(f"<{len(sample.layout)}f", sample.values)
    return dict(zip(sample.layout, numbers, strict=True))


def read(readings, line, second=0):
    return readings.sample(parse_line(line), float(second), 1000 + second)


def test_a_message_becomes_a_sample(readings, key) -> None:
    sample = read(readings, agents.metrics())
    assert (sample.key, sample.source, sample.at_s) == (key, Source.AGENT, 1000)
    assert sample.layout[: len(FIXED_SERIES)] == FIXED_SERIES
    found = values(sample)
    assert found["cpu_percent"] == 12.5
    assert found["core_percent:1"] == 15.0
    assert found["memory_used_bytes"] == 1_000_000 * KIB
    assert found["swap_total_bytes"] == 2048 * KIB
    assert found["disk_used_bytes:/"] == 5.5 * GIB
    assert found["disk_written_bps"] == 8192
    assert (found["load_1"], found["temperature_c"], found["processes"]) == (0.5, 51.0, 117)


def test_counters_become_rates_from_the_second_message_on(readings) -> None:
    first = values(read(readings, agents.metrics(0), 0))
    assert math.isnan(first["received_bps"])
    assert math.isnan(first["sent_bps:eth0"])
    second = values(read(readings, agents.metrics(5), 5))
    assert (second["received_bps:eth0"], second["sent_bps:eth0"]) == (200, 400)
    # What never leaves the guest is no part of the sum.
    assert (second["received_bps"], second["sent_bps"]) == (200, 400)
    assert second["received_bps:lo"] == 1


def test_rates_go_by_the_guests_own_clock_where_that_makes_sense(readings) -> None:
    read(readings, agents.metrics(0), 0)
    assert values(read(readings, agents.metrics(10), 11))["received_bps"] == 200
    # A clock that was set back: the time between the messages here counts.
    assert values(read(readings, agents.metrics(0, interfaces=[e(9000)]), 21))["sent_bps"] == 0


def e(received: float, sent: float = 11_000) -> dict:
    return agents.interface("eth0", received, sent)


def test_a_counter_that_fell_was_reset_and_has_no_rate(readings) -> None:
    read(readings, agents.metrics(0, interfaces=[e(1000)]), 0)
    found = values(read(readings, agents.metrics(5, interfaces=[e(10, 11_050)]), 5))
    assert math.isnan(found["received_bps:eth0"])
    assert found["sent_bps:eth0"] == 10
    found = values(read(readings, agents.metrics(10, interfaces=[e(60, 11_050)]), 10))
    assert found["received_bps:eth0"] == 10


def test_a_new_interface_has_no_rate_and_the_others_keep_theirs(readings) -> None:
    read(readings, agents.metrics(0, interfaces=[e(1000)]), 0)
    both = [agents.interface("docker0", 5, 5), e(1500)]
    found = values(read(readings, agents.metrics(5, interfaces=both), 5))
    assert math.isnan(found["received_bps:docker0"])
    assert found["received_bps:eth0"] == found["received_bps"] == 100


def test_counters_start_anew_with_the_guest(readings) -> None:
    read(readings, agents.metrics(0), 0)
    readings.forget_counters()
    assert math.isnan(values(read(readings, agents.metrics(5), 5))["received_bps"])
    assert values(read(readings, agents.metrics(10), 10))["received_bps"] == 200


def test_what_the_agent_does_not_know_is_not_a_number(readings) -> None:
    found = values(read(readings, b'{"type":"metrics","data":{"system":{}}}'))
    assert list(found) == list(FIXED_SERIES)
    assert all(math.isnan(value) for value in found.values())


def test_rounding_and_boasts_are_clamped(readings) -> None:
    line = agents.metrics(
        cpu={"usage_percent": 100.4, "cores_usage": [100.4, 3]},
        memory={"total_kb": 10, "used_kb": 20},
    )
    found = values(read(readings, line))
    assert (found["cpu_percent"], found["core_percent:0"], found["core_percent:1"]) == (100, 100, 3)
    assert found["memory_used_bytes"] == 10 * KIB


def test_equal_layouts_of_all_guests_are_one_object(readings, key) -> None:
    other = Readings(key)
    swapped = [agents.interface("eth0", 1, 1), agents.interface("lo", 1, 1)]
    layouts = [
        read(readings, agents.metrics(0)).layout,
        read(readings, agents.metrics(5)).layout,
        read(other, agents.metrics(0, interfaces=swapped)).layout,
    ]
    assert layouts[0] is layouts[1] is layouts[2]


def test_parts_in_another_order_keep_their_values(readings) -> None:
    lo, eth = agents.interface("lo", 1, 1), e(1000)
    read(readings, agents.metrics(0, interfaces=[lo, eth]), 0)
    found = values(read(readings, agents.metrics(5, interfaces=[e(1500), lo]), 5))
    assert (found["received_bps:eth0"], found["received_bps:lo"]) == (100, 0)


def test_parts_are_bounded_in_number_and_their_names_are_clean(readings) -> None:
    line = agents.metrics(
        interfaces=[agents.interface(f"\x1b[31me{n}\u202e" + "x" * 300, 1, 1) for n in range(90)],
        cpu={"usage_percent": 1, "cores_usage": [1] * 900},
        disk={"usage_stats": [{"mount_point": f"/{n}", "total_gb": 1} for n in range(90)]},
    )
    layout = read(readings, line).layout
    assert len(layout) == len(set(layout)) <= MAX_SERIES
    assert all(len(name) <= MAX_SERIES_NAME and name.isprintable() for name in layout)


def test_parts_with_the_same_name_are_one(readings) -> None:
    twice = [agents.interface("eth0", 1, 1), agents.interface("eth0\x00", 2, 2)]
    layout = read(readings, agents.metrics(interfaces=twice)).layout
    assert layout.count("received_bps:eth0") == 1


def test_a_guest_whose_parts_change_all_the_time_gets_few_layouts(readings) -> None:
    layouts = set()
    for second in range(300):
        line = agents.metrics(second, interfaces=[agents.interface(f"veth{second}", 1, 1), e(1)])
        sample = read(readings, line, second)
        assert values(sample)["cpu_percent"] == 12.5
        assert "received_bps:eth0" in sample.layout
        layouts.add(sample.layout)
    assert len(layouts) <= 9


def test_a_new_part_is_taken_up_later_when_it_could_not_be_at_once(readings) -> None:
    for second in range(30):
        line = agents.metrics(second, interfaces=[agents.interface(f"v{second}", 1, 1)])
        read(readings, line, second)
    last = [agents.interface("v29", 1, 1)]
    assert "sent_bps:v29" not in read(readings, agents.metrics(40, interfaces=last), 40).layout
    assert "sent_bps:v29" in read(readings, agents.metrics(900, interfaces=last), 900).layout


numbers = st.floats(0, 1e18) | st.integers(0, 10**18)


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "c", "d\n"]), numbers, numbers), max_size=5))
def test_any_numbers_that_are_taken_can_be_packed(interfaces) -> None:
    readings = Readings(None)
    for second in (0, 5):
        line = agents.metrics(second, interfaces=[agents.interface(*i) for i in interfaces])
        sample = read(readings, line, second)
        assert len(sample.values) == 4 * len(sample.layout)
        assert not any(map(math.isinf, values(sample).values()))


def test_facts_stand_beside_the_numbers() -> None:
    facts, greeting = parse_facts(agents.metrics(7))
    assert facts.uptime_s == 1007
    assert facts.interfaces[1].addresses == ("10.0.0.2", "fe80::1")
    assert len(facts.busiest) == 10
    assert facts.busiest[3].memory_bytes == 2051 * KIB
    assert facts.busiest[3].started_at == datetime.fromtimestamp(1_764_000_003, UTC)
    assert (greeting.os_name, greeting.hostname) == ("Debian GNU/Linux 12", "web")


def test_older_agents_facts_stand_elsewhere_and_have_other_names() -> None:
    old = {"pid": 5, "ppid": 1, "name": "x", "cmd_line": "x -y", "cpu_percent": 3, "memory_kb": 4}
    line = agents.said(
        type="metrics", data={"system": {"uptime_seconds": 9}, "processes": [old] * 50}
    )
    facts, _ = parse_facts(line)
    assert facts.uptime_s == 9
    assert len(facts.busiest) == 10
    first = facts.busiest[0]
    assert (first.pid, first.parent_pid, first.command) == (5, 1, "x -y")
    assert (first.cpu_percent, first.memory_bytes) == (3, 4 * KIB)


def test_facts_are_clean_and_bounded() -> None:
    evil = "\x1b[2J<b>\u202e" + "x" * 5000
    line = agents.metrics(
        interfaces=[agents.interface(evil, 1, 1, [evil] * 100)] * 5,
        processes=[agents.process(1) | {"name": evil, "command_line": evil, "start_time": 1e300}],
    )
    facts, _ = parse_facts(line)
    assert len(facts.interfaces[0].addresses) == 16
    shown = [facts.interfaces[0].name, facts.busiest[0].name, facts.busiest[0].command]
    assert all(text.startswith("<b>") and text.isprintable() for text in shown)
    assert max(map(len, shown)) <= 512
    assert facts.busiest[0].started_at is None
    assert len(repr(facts)) < 10_000


@pytest.mark.parametrize("wrong", [{"id": -1}, {"id": "7"}, {"name": 7}, {"memory_usage_kb": -1}])
def test_facts_of_a_wrong_type_are_refused(wrong) -> None:
    with pytest.raises(GuestProtocolError):
        parse_facts(agents.metrics(processes=[agents.process(1) | wrong]))


def test_a_handshake_becomes_a_greeting() -> None:
    greeting = greeting_of(parse_line(agents.handshake(os_name="\x07Debian", version=None)))
    assert greeting == AgentGreeting(
        version="",
        os="linux",
        os_name="Debian",
        kernel="6.1.0-28-amd64",
        hostname="web",
        capabilities=frozenset({"processes", "services", "packages:apt", "upgrade"}),
    )
    many = parse_line(agents.handshake(capabilities=[str(n) for n in range(5000)]))
    assert len(greeting_of(many).capabilities) == 64
    assert len(json.dumps(sorted(greeting.capabilities))) < 200
