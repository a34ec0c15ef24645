"""A guest's whole talk, heard by a session that is looked at: no bound may break."""

import math
import struct
from collections.abc import Iterator
from concurrent.futures import Future
from uuid import UUID

from infinibay_desktop.guest.session import GuestSession, Turn
from infinibay_desktop.model.guests import GuestAnswer, GuestFacts, GuestProgress, GuestRequest
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.metrics import MAX_SERIES, MAX_SERIES_NAME, Sample
from tests.fakes import FakeClock, agents
from tests.fakes.channels import FakeChannel

KEY = MachineKey(UUID(int=1), UUID(int=2))
MOST_HELD = 160 * 1024
MOST_FACTS = 60_000
MAX_TALK = 80_000


class Checked:
    """A listener that looks at what it is told."""

    def sample(self, sample: Sample) -> None:
        values = struct.unpack(f"<{len(sample.layout)}f", sample.values)
        assert len(values) <= MAX_SERIES
        assert not any(math.isinf(value) for value in values)
        assert len(set(sample.layout)) == len(sample.layout)
        for name in sample.layout:
            check_text(name, MAX_SERIES_NAME)

    def facts(self, key: MachineKey, facts: GuestFacts) -> None:
        assert len(repr(facts)) < MOST_FACTS
        for interface in facts.interfaces:
            check_text(interface.name + "".join(interface.addresses), 2000)
        for process in facts.busiest:
            check_text(process.name + process.user + process.command, 2000)

    def changed(self, key: MachineKey) -> None: ...


def check_text(text: str, limit: int) -> None:
    assert len(text) <= limit
    text.encode()
    assert not any(ord(c) < 32 or c in "\x7f\x9b\u202e\u2028\ufeff" for c in text)


def hear(talk: bytes) -> None:
    """Let a session hear a talk, cut in two ways. `@ID@` stands for what a request waits for."""
    for size in (1 + len(talk) // 3, 65_536):
        Hearing().hear(talk[:MAX_TALK], size)


class Hearing:
    """A session that has asked something."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.channel = FakeChannel()
        self.session = GuestSession(KEY, self.channel, Checked(), self.clock, period_s=5)
        self.session.greet()
        self.channel.say(agents.handshake())
        self.session.read()
        self.answer: Future[GuestAnswer] = Future()
        self.channel.heard.clear()
        self.session.ask(GuestRequest(action="ProcessList"), self.answer, self.told)
        self.id = self.channel.lines[0].split(b'"id":"')[1].split(b'"')[0]

    def told(self, progress: GuestProgress) -> None:
        check_text(progress.text, 200)

    def hear(self, talk: bytes, size: int) -> None:
        talk = talk.replace(b"@ID@", self.id)
        for begin in range(0, len(talk), size):
            self.channel.say(talk[begin : begin + size])
            assert self.session.read() is not Turn.ENDED
            assert self.session.held_bytes <= MOST_HELD
            self.clock.pass_time(1)
            self.session.tick(self.clock.monotonic())
            self.session.continue_due(self.clock.monotonic())
        status = self.session.standing.status()
        check_text(status.last_refusal + status.report, 1000)
        if self.answer.done() and not self.answer.exception():
            for text in texts_in(self.answer.result().data):
                check_text(text.replace("\n", "").replace("\t", ""), 65_536)


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        yield from (text for part in value.values() for text in texts_in(part))
    elif isinstance(value, list):
        yield from (text for part in value for text in texts_in(part))
