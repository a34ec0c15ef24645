"""What tests of guests are given."""

from collections.abc import Callable
from types import SimpleNamespace
from uuid import UUID

import pytest

from infinibay_desktop.guest.hub import GuestHub
from infinibay_desktop.model.machines import MachineKey
from tests.fakes.channels import FakeChannel


def key_of(number: int) -> MachineKey:
    return MachineKey(UUID(int=1), UUID(int=number))


@pytest.fixture
def key() -> MachineKey:
    return key_of(1)


@pytest.fixture
def world(clock, recorder):
    """A hub whose turns the test takes, and what came out of it."""
    world = SimpleNamespace(clock=clock, samples=[], ends=[], events=recorder.of)
    world.hub = GuestHub(clock, world.samples.append, recorder.publish)
    world.key_of = key_of

    def attach(key: MachineKey) -> FakeChannel:
        channel = FakeChannel(lambda: world.hub.wake(key))
        world.hub.attach(key, channel, on_end=lambda *end: world.ends.append(end))
        world.turns()
        return channel

    def turns(seconds: float = 0.0, *, step_s: float = 0.25) -> None:
        """Let time pass, with as many turns as come meanwhile."""
        for _ in range(max(1, round(seconds / step_s))):
            if seconds:
                clock.pass_time(step_s)
            until_quiet(world.hub.turn)

    world.attach, world.turns = attach, turns
    yield world
    world.hub.stop()


def until_quiet(turn: Callable[[], None]) -> None:
    for _ in range(40):
        turn()
