"""Guests' conversations, turn by turn."""

import base64
import json
import logging
import socket
import struct
import threading
from functools import partial
from uuid import UUID

import pytest

from infinibay_desktop.guest.hub import GuestHub
from infinibay_desktop.model.errors import (
    Cancelled,
    GuestProtocolError,
    GuestTimeoutError,
    GuestUnavailableError,
    ValidationError,
)
from infinibay_desktop.model.events import AgentStatusChanged, GuestFactsSeen, SamplesSeen
from infinibay_desktop.model.guests import AgentState, GuestProgress, GuestRequest
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.metrics import Sample
from infinibay_desktop.runtime.clock import SystemClock
from tests.fakes import agents
from tests.fakes.channels import FakeChannel, SocketChannel, SocketPoller


def key_of(number: int) -> MachineKey:
    return MachineKey(UUID(int=1), UUID(int=number))


def state(world, key) -> AgentState:
    return world.hub.status(key).state


def states(world) -> list[AgentState]:
    return [event.status.state for event in world.events(AgentStatusChanged)]


@pytest.fixture
def channel(world, key) -> FakeChannel:
    """The channel of an agent that talks."""
    channel = world.attach(key)
    channel.say(agents.handshake())
    world.turns(1)
    channel.heard.clear()
    return channel


def asked(channel) -> list[dict]:
    return [json.loads(line) for line in channel.lines]


def test_an_opened_channel_is_greeted_and_listened_to(world, key) -> None:
    assert world.hub.status(key) is None
    channel = world.attach(key)
    assert asked(channel) == [{"type": "Hello", "protocol": 1, "period_s": 5}]
    assert channel.armed
    assert state(world, key) is AgentState.WAITING


def test_a_handshake_makes_it_talk(world, key) -> None:
    channel = world.attach(key)
    world.turns(1)
    channel.say(agents.handshake())
    world.turns(1)
    status = world.hub.status(key)
    assert (status.state, status.greeting.version) == (AgentState.TALKING, "1.0.0")
    assert status.heard_at is not None
    assert states(world) == [AgentState.WAITING, AgentState.TALKING]


def test_metrics_without_a_handshake_make_it_talk_too(world, key) -> None:
    world.attach(key).say(agents.metrics())
    world.turns(1)
    status = world.hub.status(key)
    assert (status.state, status.greeting.hostname) == (AgentState.TALKING, "web")


def test_samples_are_offered_at_once_and_shown_together(world, key) -> None:
    for number in range(3):
        world.attach(world.key_of(number)).say(agents.metrics())
    world.turns()
    assert len(world.samples) == 3
    assert not world.events(SamplesSeen)
    world.turns(1)
    (event,) = world.events(SamplesSeen)
    assert event.samples == tuple(world.samples)


def test_a_clock_of_ours_that_is_set_back_stops_no_samples(world, key, channel, clock) -> None:
    channel.say(agents.metrics(0))
    world.turns(5)
    clock.set_back(3600)
    channel.say(agents.metrics(5))
    world.turns(1)
    assert [sample.at_s for sample in world.samples][1] < world.samples[0].at_s


def test_facts_are_told_every_second_period_and_only_if_they_changed(world, key, channel) -> None:
    for second in range(20):
        channel.say(agents.metrics(second, system={"uptime_seconds": 5}))
        world.turns(1)
    assert len(world.events(GuestFactsSeen)) == 1
    lo = [agents.interface("lo", 1, 1, ["::1"])]
    for second in range(20, 32):
        channel.say(agents.metrics(second, system={"uptime_seconds": 5}, interfaces=lo))
        world.turns(1)
    assert len(world.events(GuestFactsSeen)) == 2


def test_an_agent_that_says_nothing_for_three_periods_is_silent_until_it_speaks(
    world, key, channel
) -> None:
    world.turns(13)
    assert state(world, key) is AgentState.TALKING
    world.turns(4)
    assert state(world, key) is AgentState.SILENT
    channel.say(agents.metrics())
    world.turns(1)
    assert state(world, key) is AgentState.TALKING
    assert states(world)[-2:] == [AgentState.SILENT, AgentState.TALKING]


def test_a_slower_agent_without_a_handshake_is_given_its_time(world, key) -> None:
    channel = world.attach(key)
    for second in range(0, 150, 30):
        channel.say(agents.metrics(second))
        world.turns(30)
    assert states(world).count(AgentState.SILENT) == 1


def test_agents_are_told_of_another_period(world, key, channel) -> None:
    world.hub.set_period(30)
    world.turns()
    assert asked(channel) == [{"type": "Settings", "period_s": 30}]
    world.turns(60)
    assert state(world, key) is AgentState.TALKING
    other = world.attach(world.key_of(2))
    assert asked(other)[0]["period_s"] == 30


def test_a_guest_that_restarted_has_no_rates_at_first(world, key, channel) -> None:
    for second in (0, 5):
        channel.say(agents.metrics(second))
        world.turns(5)
    channel.say(agents.handshake(boot_id="b") + agents.metrics(10))
    world.turns(5)
    known = [sample.values.count(struct.pack("<f", float("nan"))) for sample in world.samples]
    assert known[0] == known[2] > known[1]


def test_an_end_is_told_once_and_the_status_goes(world, key, channel) -> None:
    channel.hang_up()
    world.turns()
    assert world.ends == [(key, "the machine ended it")]
    assert channel.closed
    assert world.hub.status(key) is None


def test_a_broken_channel_is_an_end(world, key, channel) -> None:
    future = world.hub.request(key, GuestRequest(action="SystemInfo"))
    channel.broken = "Broken pipe"
    world.turns()
    assert world.ends == [(key, "Broken pipe")]
    assert isinstance(future.exception(0), GuestUnavailableError)


def test_who_asked_an_agent_that_began_anew_is_told_at_once(world, key, channel) -> None:
    channel.say(agents.handshake(run="1"))
    world.turns()
    future = world.hub.request(key, GuestRequest(action="SystemInfo"))
    world.turns()
    channel.say(agents.handshake(run="1"))
    world.turns()
    assert not future.done()
    channel.say(agents.handshake(run="2"))
    world.turns()
    assert isinstance(future.exception(0), GuestUnavailableError)
    # It may read what was asked all the same.
    channel.say(agents.said(id=asked(channel)[0]["id"], success=True))
    world.turns()
    assert world.hub.status(key).refused == 0


def test_detaching_ends_it_quietly(world, key, channel) -> None:
    future = world.hub.request(key, GuestRequest(action="SystemInfo"))
    world.hub.detach(key)
    world.turns()
    assert channel.closed
    assert not world.ends
    assert isinstance(future.exception(0), GuestUnavailableError)


def test_a_new_channel_takes_the_place_of_the_old_one(world, key, channel) -> None:
    other = world.attach(key)
    assert (channel.closed, other.closed) == (True, False)
    assert not world.ends
    other.say(agents.handshake(version="2"))
    world.turns()
    assert world.hub.status(key).greeting.version == "2"


@pytest.mark.expects_warnings
def test_a_listener_that_fails_ends_nothing(world, key, clock) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("listener")

    hub = GuestHub(clock, lambda _: None, fail)
    channel = FakeChannel(lambda: hub.wake(key))
    hub.attach(key, channel, on_end=fail)
    for _ in range(4):
        channel.say(agents.metrics())
        hub.turn()
        clock.pass_time(1)
    assert hub.status(key).state is AgentState.TALKING
    channel.hang_up()
    hub.turn()
    hub.turn()
    assert hub.status(key) is None
    hub.stop()


@pytest.mark.expects_warnings
def test_what_we_did_not_foresee_ends_one_guest_only(world, key, channel, monkeypatch) -> None:
    other = world.attach(world.key_of(2))
    monkeypatch.setattr(world.hub._entries[key].session, "read", lambda: 1 / 0)
    channel.say(agents.metrics())
    other.say(agents.metrics())
    world.turns()
    assert world.ends == [(key, "the program failed")]
    assert len(world.samples) == 1


# Requests.


def ask(world, key, **parameters):
    request = GuestRequest(action="ProcessList", parameters=parameters, timeout_s=10)
    future = world.hub.request(key, request)
    world.turns()
    return future


def test_an_answer_reaches_whoever_asked(world, key, channel) -> None:
    first, second = ask(world, key, offset=0), ask(world, key, offset=200)
    one, other = asked(channel)
    assert one["type"] == "SafeCommand"
    assert one["command_type"] == {"action": "ProcessList", "offset": 0}
    assert (one["params"], one["timeout"]) == (None, 10)
    rows = {"rows": [{"pid": 7, "name": "\x1b[1mweb\x00"}], "total": 1}
    channel.say(agents.said(type="response", id=other["id"], success=True, data=rows))
    channel.say(
        agents.said(id=one["id"], success=False, exit_code=1, stderr="no\x07", stdout="a\nb")
    )
    world.turns()
    assert second.result(0).data == {"rows": [{"pid": 7, "name": "web "}], "total": 1}
    answer = first.result(0)
    assert (answer.success, answer.exit_code) == (False, 1)
    assert (answer.output, answer.error) == ("a\nb", "no ")


def test_progress_is_told_on_the_way(world, key, channel) -> None:
    told = []
    future = world.hub.request(key, GuestRequest(action="PackageInstall"), told.append)
    world.turns()
    number = asked(channel)[0]["id"]
    channel.say(agents.said(type="progress", id=number, text="\x1b[1mUnpacking", percent=40.5))
    channel.say(agents.said(type="response", id=number, success=True))
    world.turns()
    assert told == [GuestProgress(text="Unpacking", percent=40)]
    assert future.result(0).success


def test_who_is_not_there_is_not_asked(world, key) -> None:
    assert isinstance(ask(world, key).exception(0), GuestUnavailableError)
    world.attach(key)
    assert isinstance(ask(world, key).exception(0), GuestUnavailableError)


def test_no_answer_in_time_is_an_error_and_the_agent_may_stop(world, key, channel) -> None:
    future = ask(world, key)
    channel.heard.clear()
    world.turns(14)
    assert not future.done()
    world.turns(3)
    assert isinstance(future.exception(0), GuestTimeoutError)
    assert [line["type"] for line in asked(channel)] == ["Cancel"]


@pytest.mark.expects_warnings
def test_a_late_answer_is_ignored_and_a_replayed_one_refused(world, key, channel) -> None:
    future = ask(world, key)
    answer = agents.said(type="response", id=asked(channel)[0]["id"], success=True)
    world.turns(20)
    assert future.exception(0)
    channel.say(answer)
    world.turns()
    assert world.hub.status(key).refused == 0
    channel.say(answer)
    world.turns()
    status = world.hub.status(key)
    assert (status.refused, status.last_refusal) == (1, "an answer to nothing that was asked")


@pytest.mark.expects_warnings
def test_an_answer_counts_once(world, key, channel) -> None:
    future = ask(world, key)
    number = asked(channel)[0]["id"]
    for text in ("right", "forged"):
        channel.say(agents.said(type="response", id=number, success=True, stdout=text))
    channel.say(agents.said(type="progress", id=number, text="again"))
    channel.say(agents.said(type="response", id="guessed", success=True))
    world.turns()
    assert future.result(0).output == "right"
    assert world.hub.status(key).refused == 3


@pytest.mark.expects_warnings
@pytest.mark.parametrize("data", ["[" * 50 + "]" * 50, "[" + "1," * 20_000 + "1]", "[1e999]"])
def test_an_answer_whose_data_cannot_be_taken_is_an_error(world, key, channel, data) -> None:
    future = ask(world, key)
    number = asked(channel)[0]["id"]
    channel.say(f'{{"id":"{number}","success":true,"data":{data}}}\n'.encode())
    world.turns()
    assert isinstance(future.exception(0), GuestProtocolError)
    assert world.hub.status(key).refused == 1


def test_a_cancelled_request_ends_at_once_and_the_agent_is_told(world, key, channel) -> None:
    one, other = ask(world, key), ask(world, key)
    channel.heard.clear()
    world.hub.cancel(key, one)
    other.cancel()  # whoever asked went away without a word
    world.turns(2)
    assert isinstance(one.exception(0), Cancelled)
    assert [line["type"] for line in asked(channel)] == ["Cancel", "Cancel"]


def test_a_guest_is_not_asked_too_much(world, key, channel) -> None:
    futures = [ask(world, key) for _ in range(20)]
    refused = [future for future in futures if future.done()]
    assert len(refused) == 4
    assert isinstance(refused[0].exception(0), GuestUnavailableError)


@pytest.mark.parametrize("what", ["x" * 70_000, object(), "\ud800"])
def test_what_cannot_be_said_is_a_mistake_of_ours(world, key, channel, what) -> None:
    assert isinstance(ask(world, key, what=what).exception(0), ValidationError)


def test_a_guest_that_does_not_read_is_written_to_later(world, key, channel) -> None:
    channel.room = 10
    future = ask(world, key)
    assert len(channel.heard) == 10
    channel.room = None
    world.turns(1)
    assert asked(channel)[0]["command_type"]["action"] == "ProcessList"
    assert not future.done()


def test_what_waits_for_a_guest_that_never_reads_is_bounded(world, key, channel) -> None:
    channel.room = 0
    futures = [ask(world, key, what="x" * 30_000) for _ in range(10)]
    assert sum(not future.done() for future in futures) == 3
    assert world.hub._entries[key].session.held_bytes <= 96 * 1024


def test_an_upgrade_goes_over_in_chunks_with_room_for_other_requests(world, key, channel) -> None:
    told = []
    payload = bytes(range(256)) * 500
    channel.room = 0
    future = world.hub.upgrade(key, "1.1.0", payload, told.append)
    world.turns(1)
    assert not ask(world, key).done()
    for _ in range(40):
        channel.room += 10_000
        world.turns(1)
    order, *rest = asked(channel)
    assert order["command_type"]["action"] == "AgentUpgrade"
    assert order["command_type"]["size"] == len(payload)
    chunks = [line for line in rest if line["type"] == "Chunk"]
    assert {chunk["id"] for chunk in chunks} == {order["id"]}
    assert all(len(chunk["data"]) <= 32 * 1024 for chunk in chunks)
    assert b"".join(base64.b64decode(chunk["data"]) for chunk in chunks) == payload
    assert [p.percent for p in told][-1] == 100
    assert not future.done()
    channel.say(agents.said(type="response", id=order["id"], success=True))
    world.turns()
    assert future.result(0).success


def test_an_upgrade_that_is_refused_stops(world, key, channel) -> None:
    channel.room = 1000
    future = world.hub.upgrade(key, "1.1.0", bytes(500_000))
    world.turns()
    number = json.loads(channel.lines[0])["id"]
    channel.say(agents.said(type="response", id=number, success=False, stderr="too large"))
    channel.room = None
    world.turns(2)
    assert future.result(0).error == "too large"
    assert len(channel.heard) < 200_000


# The thread.


def test_the_thread_hears_at_once_and_stops_when_told(key, recorder) -> None:
    heard, ended = threading.Event(), []
    hub = GuestHub(SystemClock(), lambda _: heard.set(), recorder.publish)
    hub.start()
    channel = FakeChannel(lambda: hub.wake(key))
    hub.attach(key, channel, on_end=lambda *end: ended.append(end))
    channel.say(agents.handshake() + agents.metrics())
    assert heard.wait(5)
    future = hub.request(key, GuestRequest(action="SystemInfo"))
    hub.stop()
    assert isinstance(future.exception(5), GuestUnavailableError)
    assert channel.closed
    assert not ended
    late = FakeChannel()
    hub.attach(key, late, on_end=lambda *_: None)
    assert late.closed
    assert isinstance(
        hub.request(key, GuestRequest(action="x")).exception(0), GuestUnavailableError
    )


def test_many_guests_are_heard_over_real_sockets_and_their_ends_are_noticed() -> None:
    samples: list[Sample] = []
    all_heard, all_ended, ended = threading.Event(), threading.Event(), []
    keys = [key_of(number) for number in range(20)]

    def offer(sample: Sample) -> None:
        samples.append(sample)
        if len(samples) == len(keys):
            all_heard.set()

    def on_end(key, reason: str) -> None:
        ended.append((key, reason))
        if len(ended) == len(keys):
            all_ended.set()

    hub, poller = GuestHub(SystemClock(), offer, lambda _: None), SocketPoller()
    hub.start()
    guests = []
    for key in keys:
        ours, theirs = socket.socketpair()
        hub.attach(key, SocketChannel(ours, poller, partial(hub.wake, key)), on_end=on_end)
        guests.append(theirs)
    for guest in guests:
        assert guest.recv(1000).startswith(b'{"type":"Hello"')
        guest.sendall(agents.handshake() + agents.metrics())
    assert all_heard.wait(10)
    assert {sample.key for sample in samples} == set(keys)
    for guest in guests:
        guest.close()
    assert all_ended.wait(10)
    assert {reason for _, reason in ended} == {"the machine ended it"}
    hub.stop()
    poller.stop()


def test_what_many_guests_have_to_tell_is_told_in_portions(world, clock) -> None:
    for number in range(300):
        key = world.key_of(number)
        channel = FakeChannel(partial(world.hub.wake, key))
        world.hub.attach(key, channel, on_end=lambda *_: None)
        channel.say(agents.metrics())
    told = 0
    for _ in range(200):
        clock.pass_time(0.05)
        world.hub.turn()
        now = len(world.events(AgentStatusChanged))
        assert now - told <= 100
        told = now
    last = {event.status.key: event.status.state for event in world.events(AgentStatusChanged)}
    assert set(last.values()) == {AgentState.TALKING}
    assert len(last) == 300


@pytest.mark.expects_warnings
def test_refusals_are_logged_once_a_minute(world, key, channel, caplog) -> None:
    caplog.set_level(logging.WARNING)
    for _ in range(130):
        channel.say(b"garbage\n" * 3)
        world.turns(1)
    refusals = [r for r in caplog.records if "refused" in r.getMessage()]
    assert len(refusals) == 3
