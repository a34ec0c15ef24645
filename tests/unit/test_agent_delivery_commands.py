"""`infinibay agent install`, `upgrade` and `eject`: what is asked for, and what is printed."""

import json
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from infinibay_desktop.cli.main import run
from infinibay_desktop.model.agent_delivery import (
    LINUX_LINE,
    WINDOWS_LINE,
    Delivered,
    DeliveryWay,
    InstallBy,
)
from infinibay_desktop.model.errors import GuestRefusedError, InfinibayError
from infinibay_desktop.model.guests import AgentState, AgentStatus
from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.model.rights import PROGRAM
from infinibay_desktop.services.hosts import draft_host
from tests.fakes.actors import machine

BY_CD = Delivered(way=DeliveryWay.CD, version="1.1.0", target="sda", why_not="It is\x1b[31m off.")


class Tasks:
    """Does work at once."""

    def submit(self, work, *, key=None, lane=None) -> "Future[object]":
        future: Future[object] = Future()
        try:
            future.set_result(work())
        except InfinibayError as error:
            future.set_exception(error)
        return future


class Program:
    """A core with two machines, and what was done to their agents."""

    def __init__(self) -> None:
        self.host = draft_host("qemu:///system")
        self.machines = [
            replace(machine(name), host_id=self.host.id, state=MachineState.RUNNING)
            for name in ("web", "db")
        ]
        self.did: list[tuple] = []
        self.fails_for: object = None
        self.state = AgentState.TALKING
        self.delivered = BY_CD
        self.core = SimpleNamespace(
            tasks=Tasks(),
            bus=SimpleNamespace(drain=lambda: None),
            current=SimpleNamespace(signed_in=PROGRAM),
            hosts=SimpleNamespace(all=lambda: [self.host], find=lambda _name: self.host),
            connections=SimpleNamespace(connect=lambda _host: None, advise=lambda error: error),
            recovery=SimpleNamespace(run=lambda _host_id: []),
            errors=SimpleNamespace(record=lambda *_told: None),
            inventory=SimpleNamespace(
                of_host=lambda _host_id: self.machines, snapshot=lambda: self.machines
            ),
            agents=SimpleNamespace(
                serve=lambda: None,
                wait_until_known=lambda _timeout_s: None,
                look=lambda key, _timeout_s: self.status(key),
                statuses=lambda: {one.key: self.status(one.key) for one in self.machines[:1]},
            ),
            delivery=SimpleNamespace(install=self.install, upgrade=self.upgrade, eject=self.eject),
            close=lambda: None,
        )

    def status(self, key) -> AgentStatus:
        return AgentStatus(key=key, state=self.state, since=datetime(2026, 1, 1, tzinfo=UTC))

    def install(self, key, **wish) -> Delivered:
        self._do("install", key, wish)
        return self.delivered

    def upgrade(self, key, **wish) -> bool:
        self._do("upgrade", key, wish)
        return wish["again"] or key == self.machines[0].key

    def eject(self, key) -> bool:
        self._do("eject", key, {})
        return key == self.machines[0].key

    def _do(self, what: str, key, wish: dict) -> None:
        name = next(one.name for one in self.machines if one.key == key)
        if name == self.fails_for:
            raise GuestRefusedError("The agent refused.")
        self.did.append((what, name, wish))

    def __call__(self, *words: str) -> int:
        return run(["agent", *words], lambda _database: self.core, lambda _database: None)


@pytest.fixture
def program() -> Program:
    return Program()


def test_the_lines_to_type_are_printed(program, capsys) -> None:
    assert program("install", "web") == 0
    said = capsys.readouterr().out
    assert f"  Linux:    {LINUX_LINE}\n" in said
    assert f"  Windows:  {WINDOWS_LINE}\n" in said
    assert "\x1b" not in said
    assert program.did == [("install", "web", {"by": InstallBy.ANY, "replace": False})]


def test_scripts_get_what_was_promised(program, capsys) -> None:
    assert program("install", "web", "db", "--json", "--cd", "--replace") == 0
    [web, _db] = json.loads(capsys.readouterr().out)
    assert web | {"id": ""} == {
        "name": "web",
        "id": "",
        "way": "cd",
        "version": "1.1.0",
        "drive": "sda",
        "linux": LINUX_LINE,
        "windows": WINDOWS_LINE,
        "why_not": "It is\x1b[31m off.",
    }
    assert program.did[1] == ("install", "db", {"by": InstallBy.CD, "replace": True})


def test_waiting_takes_the_cd_out_once_the_agent_talks(program, capsys) -> None:
    assert program("install", "web", "--wait", "5") == 0
    assert program.did[-1] == ("eject", "web", {})
    assert "web: the agent talks." in capsys.readouterr().out
    program.state = AgentState.WAITING
    program("install", "web", "--wait", "5")
    assert program.did[-1][0] == "install"


def test_what_qemus_agent_did_needs_no_line(program, capsys) -> None:
    program.delivered = replace(BY_CD, way=DeliveryWay.INSTALLED, why_not="")
    assert program("install", "web", "--qga") == 0
    assert capsys.readouterr().out == "web: version 1.1.0 is installed.\n"
    assert program("install", "web", "--qga", "--cd") == 2


def test_named_agents_are_upgraded_and_what_stayed_is_said(program, capsys) -> None:
    assert program("upgrade", "web", "db") == 0
    assert capsys.readouterr().out == (
        "web: the agent was upgraded.\ndb: the agent is as new already.\n"
    )


def test_all_means_those_that_talk(program) -> None:
    assert program("upgrade", "--all", "--again") == 0
    assert program.did == [("upgrade", "web", {"again": True})]


def test_upgrade_wants_names_or_all(program) -> None:
    assert program("upgrade") == 2
    assert program("upgrade", "--all", "web") == 2


def test_of_many_the_others_go_on_where_one_fails(program, capsys) -> None:
    program.fails_for = "web"
    assert program("upgrade", "web", "db") == 1
    told = capsys.readouterr()
    assert "web:" in told.err
    assert "The agent refused." in told.err
    assert told.out == "db: the agent is as new already.\n"
    assert program("upgrade", "web") == 1


def test_the_cd_is_taken_out(program, capsys) -> None:
    assert program("eject", "web", "db", "web") == 0
    assert capsys.readouterr().out == ("web: the CD is out.\ndb: there was no CD with the agent.\n")


def test_a_machine_that_is_not_there_is_said(program, capsys) -> None:
    assert program("install", "mail") == 3
    assert "no machine 'mail'" in capsys.readouterr().err
