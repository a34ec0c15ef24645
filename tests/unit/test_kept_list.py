"""The list for the next start's first paint holds nothing that the next person may not see."""

import threading
from pathlib import Path
from types import SimpleNamespace
from typing import get_type_hints
from uuid import uuid4

import pytest

from infinibay_desktop.app import keeping
from infinibay_desktop.app.bootstrap import Core
from infinibay_desktop.app.keeping import keep_list
from infinibay_desktop.model.events import MachineAdded
from infinibay_desktop.model.people import Person, PersonId
from infinibay_desktop.model.rights import NOBODY, PROGRAM, Actor
from infinibay_desktop.runtime.bus import EventBus
from infinibay_desktop.runtime.timers import Timers
from infinibay_desktop.services.inventory import Inventory
from infinibay_desktop.system.list_cache import read_list
from tests.fakes import Recorder
from tests.fakes.actors import machine


class Program:
    """As much of a core as keeping its list takes."""

    def __init__(self, actor: Actor, *, stays: bool = False) -> None:
        self.bus = EventBus()
        self.inventory = Inventory(Recorder())
        self.hosts = SimpleNamespace(all=list)
        self.tasks = SimpleNamespace(submit=lambda *_args, **_named: None)
        self.current = SimpleNamespace(signed_in=actor)
        self.sign_in = SimpleNamespace(stays=lambda: stays)
        found = machine("web")
        self.inventory.update(found, mark=self.inventory.mark())
        self.news = MachineAdded(machine=found)

    def kept(self, path: Path) -> list[str]:
        """What the next start paints."""
        last = keep_list(self, path)
        self.bus.start()
        self.bus.publish(self.news)
        self.bus.stop()
        last()
        return [one.name for one in read_list(path).machines]


def person(**facts: object) -> Actor:
    return Actor(person=Person(id=PersonId(uuid4()), email="ana@example.org", **facts))


@pytest.mark.parametrize(
    ("actor", "stays", "names"),
    [
        (person(has_password=True), True, ["web"]),
        (person(has_password=True), False, []),
        (person(has_password=False), False, ["web"]),
        (PROGRAM, False, ["web"]),
    ],
)
def test_it_is_kept_for_who_needs_no_sign_in_at_the_next_start(tmp_path, actor, stays, names):
    assert Program(actor, stays=stays).kept(tmp_path / "list") == names


def test_who_signed_out_leaves_an_empty_list_though_no_host_may_be_asked_for(tmp_path):
    path = tmp_path / "list"
    assert Program(person(has_password=True), stays=True).kept(path) == ["web"]
    left = Program(NOBODY)
    left.inventory = SimpleNamespace(snapshot=list)
    left.hosts = SimpleNamespace(all=_refuse)
    assert left.kept(path) == []


def test_it_is_kept_from_time_to_time_as_who_is_signed_in(tmp_path, monkeypatch):
    monkeypatch.setattr(keeping, "PERIOD_S", 0.01)
    program, given = Program(person(has_password=True), stays=True), threading.Event()
    # These are the tasks of screens: what they are given does not run as the program.
    program.tasks = SimpleNamespace(submit=lambda *_args, **_named: given.set())
    last = keep_list(program, tmp_path / "list")
    assert given.wait(10)
    last()


def test_screens_have_no_timers_that_would_run_their_work_as_the_program():
    assert Timers not in get_type_hints(Core).values()


def _refuse():
    raise AssertionError("nobody is signed in who could ask")
