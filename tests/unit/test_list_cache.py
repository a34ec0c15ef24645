"""The list kept for the first paint, and who keeps it."""

import json
import os
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infinibay_desktop.model.errors import StorageError
from infinibay_desktop.model.events import (
    HostSaved,
    HostStatusChanged,
    MachineChanged,
    MachineRemoved,
)
from infinibay_desktop.model.hosts import HostId, HostStatus, LinkState
from infinibay_desktop.model.machines import Machine, MachineId, MachineState
from infinibay_desktop.services.hosts import draft_host
from infinibay_desktop.services.list_keeper import ListKeeper
from infinibay_desktop.system import list_cache
from infinibay_desktop.system.list_cache import CachedList, read_list, write_list

AT = datetime(2026, 5, 4, 10, 42, tzinfo=UTC)
EARLIER = datetime(2026, 5, 3, tzinfo=UTC)
ONE, TWO = HostId(uuid4()), HostId(uuid4())
NAMES = {ONE: "this computer", TWO: "tower <b>"}


def machine(name="web", host_id=ONE, **facts):
    facts = {"state": MachineState.RUNNING, "vcpus": 2, "memory_bytes": 2**32} | facts
    return Machine(id=MachineId(uuid4()), host_id=host_id, name=name, **facts)


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "data" / "list.jsonl"


@pytest.fixture
def lines(path):
    """The lines of a file with one host and one machine."""
    write_list(path, [machine()], {ONE: "here"}, AT)
    return path.read_text().splitlines()


def test_machines_come_back_as_they_were_and_stale(path) -> None:
    machines = [
        machine("vm-1"),
        machine("👩‍💻 ‮ <b>x</b>", TWO, state=MachineState.SHUT_OFF, autostart=True),
        machine("gone", TWO, persistent=False, stale_since=EARLIER),
        *[machine(str(state), state=state) for state in MachineState],
    ]
    write_list(path, machines, NAMES, AT)
    found = read_list(path)
    assert found.machines == tuple(
        replace(known, stale_since=known.stale_since or AT) for known in machines
    )
    assert found.host_names == NAMES
    assert (found.at, found.refused) == (AT, 0)
    assert path.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_no_file_and_no_machines_are_an_empty_list(path) -> None:
    assert read_list(path) == CachedList()
    write_list(path, [], {}, AT)
    assert read_list(path) == CachedList(at=AT)


def test_a_long_list_is_written_in_slices(path, monkeypatch) -> None:
    sizes = []
    write = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: sizes.append(len(data)) or write(fd, data))
    write_list(path, [machine(f"vm-{n}", (ONE, TWO)[n % 2]) for n in range(2000)], NAMES, AT)
    assert len(sizes) > 9
    assert len(read_list(path).machines) == 2000


def test_machines_of_a_host_without_a_name_stay(path) -> None:
    write_list(path, [machine(host_id=TWO)], {ONE: "here"}, AT)
    assert read_list(path).host_names == {ONE: "here", TWO: ""}
    assert read_list(path).machines[0].host_id == TWO


GOOD = [0, uuid4().hex, "web", "running", 2, 4096, False, True, ""]


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (0, 1),
        (0, -1),
        (0, "0"),
        (0, True),
        (1, "x" * 32),
        (1, 5),
        (1, None),
        (2, 7),
        (2, "x" * 2000),
        (2, "\ud800"),
        (2, "a\nb"),
        (3, "flying"),
        (3, []),
        (4, -1),
        (4, 10**9),
        (4, 1.5),
        (5, 2**63),
        (6, 1),
        (7, "yes"),
    ],
)
def test_a_row_that_makes_no_sense_is_left_out_alone(path, lines, place, value) -> None:
    bad = [*GOOD]
    bad[place] = value
    rows = [json.dumps(row) for row in (GOOD, bad, GOOD)]
    path.write_text("\n".join([*lines[:2], *rows]) + "\n")
    found = read_list(path)
    assert [m.name for m in found.machines] == ["web", "web"]
    assert found.refused == 1


@pytest.mark.parametrize(
    "line",
    [
        "",
        "nonsense",
        "[" * 3000,
        "[1",
        "[]],[[]",
        '{"a": 1}',
        "null",
        '"web"',
        "123456789",
        json.dumps([*GOOD[:2], "x" * 5000, *GOOD[3:]]),
        "9" * 4000,
        "\udcff\udc80",
    ],
)
def test_a_line_that_is_no_row_is_left_out_alone(path, lines, line) -> None:
    text = "\n".join([*lines, line, lines[2], line, lines[2]])
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    found = read_list(path)
    assert len(found.machines) == 3
    assert found.refused == 2


@pytest.mark.parametrize("since", ["yesterday", "2026-01-01T00:00:00", 5, "x" * 500])
def test_a_time_that_is_none_becomes_the_lists(path, lines, since) -> None:
    path.write_text("\n".join([*lines[:2], json.dumps([*GOOD[:8], since])]))
    for found in read_list(path).machines:
        assert found.stale_since == AT


def test_a_host_that_makes_no_sense_takes_its_machines_along_and_no_others(path) -> None:
    write_list(path, [machine("a"), machine("b", TWO)], NAMES, AT)
    lines = path.read_text().splitlines()
    path.write_text("\n".join([lines[0], '["no id", "x"]', *lines[2:]]))
    found = read_list(path)
    assert [(m.name, m.host_id) for m in found.machines] == [("b", TWO)]
    assert found.host_names == {TWO: NAMES[TWO]}
    assert found.refused == 2


@pytest.mark.parametrize(
    "head",
    [
        "",
        "[]",
        '{"version": 2, "at": "2026-01-01T00:00:00+00:00", "hosts": 1}',
        '{"version": 1, "at": "2026-01-01T00:00:00", "hosts": 1}',
        '{"version": 1, "at": [], "hosts": 1}',
        '{"version": 1, "at": "2026-01-01T00:00:00+00:00", "hosts": -1}',
        '{"version": 1, "at": "2026-01-01T00:00:00+00:00", "hosts": true}',
    ],
)
def test_another_kind_of_file_is_an_empty_list(path, lines, head) -> None:
    path.write_text("\n".join([head, *lines[1:]]))
    assert read_list(path) == CachedList(refused=1)


@given(data=st.binary(max_size=300))
def test_any_bytes_are_a_list_or_refused(tmp_path_factory, data) -> None:
    path = tmp_path_factory.mktemp("any") / "list"
    path.write_bytes(data)
    assert read_list(path).machines == ()
    write_list(path, [machine()], {ONE: "here"}, AT)
    path.write_bytes(path.read_bytes() + data)
    assert len(read_list(path).machines) == 1


def test_a_pipe_or_folder_in_its_place_does_not_hang_the_start(path) -> None:
    path.mkdir(parents=True)
    assert read_list(path) == CachedList()
    path.rmdir()
    os.mkfifo(path)
    assert read_list(path) == CachedList()


def test_what_is_too_much_is_not_read_and_not_written(path, monkeypatch) -> None:
    monkeypatch.setattr(list_cache, "MAX_ROWS", 3)
    write_list(path, [machine() for _ in range(5)], {ONE: "here"}, AT)
    assert len(read_list(path).machines) == 3
    monkeypatch.setattr(list_cache, "MAX_FILE_BYTES", 200)
    assert read_list(path) == CachedList(refused=1)


def test_a_place_that_cannot_be_written_is_a_storage_error(tmp_path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError):
        write_list(tmp_path / "file" / "list", [], {}, AT)


# Who keeps it.


class Shelf:
    """What was written, and a disk that may be full."""

    def __init__(self) -> None:
        self.lists = []
        self.full = False

    def __call__(self, machines, host_names, at) -> None:
        if self.full:
            raise StorageError("full")
        self.lists.append(([m.name for m in machines], dict(host_names)))


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def host():
    return draft_host("qemu:///system")


@pytest.fixture
def machines():
    return [machine("a"), machine("made", state=MachineState.CREATING), machine("b")]


@pytest.fixture
def keeper(shelf, host, machines, clock) -> ListKeeper:
    return ListKeeper(shelf, lambda: machines, lambda: [host], clock)


def test_the_list_is_written_once_for_many_changes(keeper, shelf, machines, host) -> None:
    keeper.flush()
    assert shelf.lists == []
    keeper.on_machines_changed(MachineChanged(machine=machines[0]))
    keeper.on_machines_changed(MachineRemoved(machine=machines[1]))
    keeper.on_hosts_changed(HostSaved(host_id=host.id))
    keeper.flush()
    keeper.flush()
    assert shelf.lists == [(["a", "b"], {host.id: "this computer"})]


def test_a_list_that_could_not_be_written_is_tried_again(keeper, shelf, machines) -> None:
    keeper.on_machines_changed(MachineChanged(machine=machines[0]))
    shelf.full = True
    with pytest.raises(StorageError):
        keeper.flush()
    shelf.full = False
    keeper.flush()
    assert len(shelf.lists) == 1


def test_attempts_to_reach_a_lost_host_do_not_write_the_list_again(keeper, shelf, host) -> None:
    def tell(state: LinkState) -> None:
        status = HostStatus(host_id=host.id, state=state, since=AT)
        keeper.on_host_status_changed(HostStatusChanged(status=status))
        keeper.flush()

    for state in (LinkState.CONNECTING, LinkState.LOST, LinkState.CONNECTING, LinkState.LOST):
        tell(state)
    assert shelf.lists == []
    for state in (LinkState.CONNECTED, LinkState.CONNECTED, LinkState.LOST, LinkState.CONNECTING):
        tell(state)
    assert len(shelf.lists) == 2


def test_keeper_and_file_fit(path, machines, host, clock) -> None:
    keeper = ListKeeper(partial(write_list, path), lambda: machines, lambda: [host], clock)
    keeper.on_machines_changed(MachineChanged(machine=machines[0]))
    keeper.flush()
    assert [m.name for m in read_list(path).machines] == ["a", "b"]
