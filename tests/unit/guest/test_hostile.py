"""Guests that mean harm, or are broken: refused, counted, and nobody else's trouble."""

import sys
import tracemalloc

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infinibay_desktop.guest.session import GuestSession, Turn
from infinibay_desktop.model.events import AgentStatusChanged, GuestFactsSeen, SamplesSeen
from infinibay_desktop.model.guests import AgentState
from tests.fakes import FakeClock, agents
from tests.fakes.channels import FakeChannel

pytestmark = pytest.mark.expects_warnings
MOST_HELD = 160 * 1024


class Nobody:
    """A listener to whom it is all one."""

    def sample(self, sample) -> None: ...

    def facts(self, key, facts) -> None: ...

    def changed(self, key) -> None: ...


@pytest.mark.parametrize(
    "line",
    [
        b"not json\n",
        b"\xff\xfe\x00\n",
        b"[" * 60_000 + b"\n",
        b"x" * 70_000 + b"\n",
        b'{"type":"metrics","data":{"system":{"cpu":{"usage_percent":NaN}}}}\n',
        b'{"type":"metrics","data":{"system":{"memory":{"used_kb":-5}}}}\n',
        b'{"type":"response","id":"never asked","success":true}\n',
        agents.metrics(processes=[{"id": "one"}]),
    ],
)
def test_nonsense_is_refused_counted_and_told_and_the_conversation_goes_on(
    world, key, line
) -> None:
    channel = world.attach(key)
    channel.say(line)
    world.turns(1)
    status = world.hub.status(key)
    assert (status.state, status.refused) == (AgentState.WAITING, 1)
    assert status.last_refusal.isprintable()
    assert not world.samples
    assert world.events(AgentStatusChanged)[-1].status.refused in (0, 1)
    channel.say(agents.handshake())
    world.turns(1)
    assert world.hub.status(key).state is AgentState.TALKING


def test_a_half_line_is_kept_until_its_end_comes(world, key) -> None:
    channel = world.attach(key)
    line = agents.metrics()
    for start in range(0, len(line), 100):
        channel.say(line[start : start + 100])
        world.turns()
    assert len(world.samples) == 1


def test_refusals_are_told_now_and_then_with_their_number(world, key) -> None:
    channel = world.attach(key)
    for _ in range(60):
        channel.say(b"garbage\n" * 10)
        world.turns(1)
    told = [e.status.refused for e in world.events(AgentStatusChanged)]
    assert len(told) <= 16
    assert told[-1] > 500


def test_a_flood_is_refused_beyond_its_measure_and_left_unread_for_a_while(world, key) -> None:
    channel = world.attach(key)
    for _ in range(100):
        channel.say(b"{}\n" * 20_000)
    world.turns(10)
    assert channel.reads <= 15
    assert channel.unread_bytes > 5_000_000
    assert world.hub.status(key).refused > 100_000


def test_a_flood_of_metrics_gives_a_sample_a_second(world, key) -> None:
    channel = world.attach(key)
    for second in range(20):
        channel.say(b"".join(agents.metrics(second + n) for n in range(40)))
        world.turns(1)
    assert len(world.samples) <= 21
    shown = [sample for event in world.events(SamplesSeen) for sample in event.samples]
    assert len(shown) == len(world.samples)
    assert len(world.events(GuestFactsSeen)) <= 5


def test_who_sends_byte_by_byte_is_read_less_often(world, key) -> None:
    channel = world.attach(key)
    for _ in range(3000):
        channel.say(b"x")
        world.hub.turn()
        world.clock.pass_time(0.001)
    assert channel.reads < 400


def test_flooding_guests_do_not_keep_others_waiting(world, key) -> None:
    flooding = [world.attach(world.key_of(100 + number)) for number in range(50)]
    honest = world.attach(key)
    for channel in flooding:
        channel.say(b'{"a":1}\n' * 200_000)
        channel.say(b"y" * 3_000_000)
    honest.say(agents.metrics())
    for _ in range(15):
        world.hub.turn()
    assert [sample.key for sample in world.samples] == [key]


def test_a_guest_that_greets_all_the_time_is_news_twice_a_second_at_most(world, key) -> None:
    channel = world.attach(key)
    for second in range(10):
        channel.say(b"".join(agents.handshake(hostname=f"{second}-{n}") for n in range(20)))
        world.turns(1)
    assert len(world.events(AgentStatusChanged)) <= 25


evil_bytes = st.one_of(
    st.binary(max_size=300),
    st.just(b"\n"),
    st.sampled_from([agents.handshake(), agents.metrics(1), agents.said(type="keep_alive")]),
    st.integers(1, 70_000).map(lambda n: b"[" * n),
    st.integers(1, 5_000).map(lambda n: b"{}\n" * n),
    st.text(max_size=40).map(lambda t: agents.handshake(hostname=t, os_name=t * 50)),
    st.text(max_size=20).map(lambda t: agents.metrics(2, interfaces=[agents.interface(t, 1, 1)])),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(evil_bytes, max_size=25))
def test_whatever_comes_the_session_lives_on_within_its_bounds(key, parts) -> None:
    clock = FakeClock()
    channel = FakeChannel()
    session = GuestSession(key, channel, Nobody(), clock, period_s=5)
    session.greet()
    for part in parts:
        channel.say(part)
        for _ in range(4):
            assert session.read() is not Turn.ENDED
            assert session.held_bytes <= MOST_HELD
        clock.pass_time(0.5)
        session.tick(clock.monotonic())
        session.continue_due(clock.monotonic())
    status = session.standing.status()
    assert status.last_refusal.isprintable()
    assert len(status.last_refusal) <= 200


def test_a_guest_that_does_its_worst_costs_little_memory(world, key) -> None:
    """All at once: new parts with long names, half lines, unread requests, long facts."""
    long = "n" * 2000
    channel = world.attach(key)
    channel.say(agents.handshake(capabilities=[long + str(n) for n in range(25)]))
    world.turns(1)

    def do_worst(begin: int) -> None:
        for second in range(begin, begin + 200):
            parts = [agents.interface(f"{second}-{n}" + long, 1, 1, [long]) for n in range(10)]
            channel.say(agents.metrics(second, interfaces=parts) + b"z" * 60_000)
            world.turns(1)
            channel.say(b"\n")
            world.samples.clear()
        for event in (SamplesSeen, AgentStatusChanged, GuestFactsSeen):
            assert world.events(event)
        world.events.__self__.events.clear()

    do_worst(0)
    tracemalloc.start()
    try:
        do_worst(200)
        before, _ = tracemalloc.get_traced_memory()
        do_worst(400)
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert after - before < MOST_HELD
    assert sys.getsizeof(b"") < 100
