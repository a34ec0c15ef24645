"""What is asked inside guests, and what is made of their answers."""

import threading
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infinibay_desktop.model.errors import (
    Cancelled,
    GuestProtocolError,
    GuestRefusedError,
    GuestUnavailableError,
    InfinibayError,
    NotPermittedError,
    ValidationError,
)
from infinibay_desktop.model.guest_parts import GuestPage, ServiceOperation, Teller
from infinibay_desktop.model.guests import AgentState, GuestAnswer, GuestProcess, GuestProgress
from infinibay_desktop.model.machines import MachineId, MachineKey
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.services import guest_answers
from infinibay_desktop.services.guest_pages import everything
from infinibay_desktop.services.guest_requests import first_word
from infinibay_desktop.services.guests import GuestService
from infinibay_desktop.services.hosts import draft_host
from tests.fakes.actors import GuardedWorld, actor, machine
from tests.fakes.hosts import FakeConnections, FakeLink
from tests.fakes.inside import FakeAgents, refusal, rows

SSHD = {
    "pid": 412,
    "parent_pid": 1,
    "name": "sshd",
    "user": "root",
    "command": "/usr/sbin/sshd -D",
    "state": "sleeping",
    "cpu_percent": 0.5,
    "memory_kb": 2048,
    "started_at": 1_764_000_000,
}


@pytest.fixture
def agents() -> FakeAgents:
    return FakeAgents()


@pytest.fixture
def link() -> FakeLink:
    return FakeLink(draft_host("test:///default"))


@pytest.fixture
def guests(agents, link) -> GuestService:
    return GuestService(agents, FakeConnections(link))


@pytest.fixture
def key(link) -> MachineKey:
    return MachineKey(link.host.id, MachineId(uuid4()))


def test_processes_come_as_the_agent_tells_them(guests, agents, key) -> None:
    agents.answers["ProcessList"] = rows(SSHD, total=90)
    page = guests.processes(key, limit=1)
    [process] = page.rows
    assert (process.pid, process.parent_pid, process.name) == (412, 1, "sshd")
    assert process.memory_bytes == 2048 * 1024
    assert process.started_at.year == 2025
    assert (page.total, page.cut) == (90, False)
    assert agents.asked[0].parameters == {"offset": 0, "limit": 1, "sort": "cpu"}


def test_more_rows_than_were_asked_for_are_cut_and_that_is_said(guests, agents, key) -> None:
    agents.answers["ProcessList"] = rows(*[SSHD] * 5)
    page = guests.processes(key, limit=2)
    assert len(page.rows) == 2
    assert page.cut


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {"rows": {}},
        {"rows": [{"pid": "412", "name": "x"}]},
        {"rows": [{"pid": -1}]},
        {"rows": [SSHD | {"cpu_percent": float("nan")}]},
        {"rows": [SSHD | {"started_at": 1e30}]},
        {"rows": [SSHD | {"name": ["a"]}]},
        {"rows": [], "total": -5},
    ],
)
def test_an_answer_of_another_shape_is_refused_as_a_whole(guests, agents, key, data) -> None:
    agents.answers["ProcessList"] = GuestAnswer(success=True, data=data)
    with pytest.raises(GuestProtocolError):
        guests.processes(key)


def test_texts_are_bounded_and_hold_no_control_characters(guests, agents, key) -> None:
    evil = "<b>\x1b[31m\u202e" + "x" * 5000
    agents.answers["ProcessList"] = rows(SSHD | {"name": evil, "command": evil})
    [process] = guests.processes(key).rows
    assert process.name.startswith("<b>")
    assert process.name.isprintable()
    assert len(process.name) <= 256
    assert len(process.command) <= 1024


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)
_ROW = st.fixed_dictionaries(
    {"name": _VALUES}, optional={name: _VALUES for name in SSHD if name != "name"}
)
_MAKERS = (
    lambda answer: guest_answers.processes_of(answer, 0, 10),
    lambda answer: guest_answers.units_of(answer, 0, 10),
    lambda answer: guest_answers.packages_of(answer, 0, 10),
    lambda answer: guest_answers.users_of(answer, 10),
    lambda answer: guest_answers.disks_of(answer, 10),
    guest_answers.system_of,
    guest_answers.text_of,
    guest_answers.has_ended,
)


@given(st.fixed_dictionaries({"rows": st.lists(_ROW | _VALUES), "total": _VALUES}) | _VALUES)
def test_whatever_a_guest_answers_is_taken_or_refused(data) -> None:
    for make in _MAKERS:
        try:
            made = make(GuestAnswer(success=True, data=data))
        except GuestProtocolError:
            continue
        assert not isinstance(made, GuestPage) or len(made.rows) <= 10


def test_a_refusal_comes_in_the_guests_own_words(guests, agents, key) -> None:
    agents.answers["ServiceControl"] = refusal("Unit \x1b[1mx.service not found.")
    with pytest.raises(GuestRefusedError, match=r"Unit x\.service not found"):
        guests.control_service(key, "x", ServiceOperation.START)


def test_a_process_is_killed_with_its_start_so_that_a_later_one_is_not(guests, agents, key) -> None:
    agents.answers["ProcessList"] = rows(SSHD)
    agents.answers["ProcessKill"] = GuestAnswer(success=True, data={"ended": False})
    [process] = guests.processes(key).rows
    assert guests.kill_process(key, process, force=True) is False
    sent = agents.asked[-1].parameters
    assert sent == {"pid": 412, "force": True, "started_at": 1_764_000_000}


@pytest.mark.parametrize("name", ["", "-x", "../x", "a/b", "a b ", "x\n", "$(reboot)", "a" * 300])
def test_a_name_that_is_none_is_never_sent(guests, agents, key, name) -> None:
    for ask in (
        lambda: guests.control_service(key, name, ServiceOperation.STOP),
        lambda: guests.service_log(key, name),
        lambda: guests.install_package(key, name),
        lambda: guests.remove_package(key, name),
    ):
        with pytest.raises(ValidationError):
            ask()
    assert not agents.asked


@pytest.mark.parametrize("name", ["ssh", "getty@tty1", r"dev-disk-by\x2duuid", "MSSQL$SQL", "a.b"])
def test_names_of_real_services_are_sent(guests, agents, key, name) -> None:
    guests.control_service(key, name, ServiceOperation.RESTART)
    assert agents.asked[0].parameters["service"] == name


def test_every_package_can_be_updated_but_not_removed(guests, agents, key) -> None:
    guests.update_package(key)
    assert agents.asked[0].parameters == {"package": "*"}
    with pytest.raises(ValidationError):
        guests.remove_package(key, "*")


def test_an_install_tells_how_far_it_is_and_can_be_stopped(guests, agents, key) -> None:
    agents.steps = [GuestProgress(text="Unpacking", percent=40)]
    seen: list[GuestProgress] = []
    guests.install_package(key, "nginx", progress=seen.append)
    assert seen == agents.steps
    stop = threading.Event()
    stop.set()
    with pytest.raises(Cancelled):
        guests.install_package(key, "nginx", stop=stop)


def test_pages_are_put_together_until_the_list_ends(guests, agents, key) -> None:
    names = [f"p{n}" for n in range(450)]

    def answer(request):
        start = request.parameters["offset"]
        found = [{"name": name} for name in names[start : start + request.parameters["limit"]]]
        return rows(*found, total=len(names))

    agents.answers["PackageList"] = answer
    whole = everything(lambda offset: guests.packages(key, offset=offset))
    assert [one.name for one in whole.rows] == names
    assert not whole.cut
    part = everything(lambda offset: guests.packages(key, offset=offset), most=300)
    assert len(part.rows) == 300
    assert part.cut


@pytest.mark.parametrize(("size", "asked"), [(0, 1), (1, 1), (100, 50)])
def test_a_guest_that_promises_more_than_it_gives_is_not_asked_for_ever(
    guests, agents, key, size, asked
) -> None:
    agents.answers["ServiceList"] = lambda _request: rows(*[{"name": "a"}] * size, total=10**9)
    whole = everything(lambda offset: guests.services(key, offset=offset))
    assert len(whole.rows) == size * asked
    assert whole.cut
    assert len(agents.asked) == asked


def test_a_guest_that_takes_its_time_over_each_page_is_cut_off(guests, agents, key) -> None:
    agents.answers["ServiceList"] = lambda _request: rows(*[{"name": "a"}] * 100, total=10**9)
    moments = iter(range(0, 1000, 25))
    whole = everything(
        lambda offset: guests.services(key, offset=offset), now_s=lambda: next(moments)
    )
    assert len(agents.asked) == 3
    assert whole.cut


def test_the_qemu_guest_agent_tells_where_ours_does_not(guests, agents, link, key) -> None:
    agents.state, link.guest_agent.answers = AgentState.WAITING, True
    page = guests.users(key)
    assert (page.teller, page.rows[0].name) == (Teller.QEMU, "ana")
    assert guests.system(key).interfaces[0].addresses == ("10.0.0.2",)
    assert guests.disks(key).rows[0].mount_point == "/"


def test_where_nobody_answers_our_agent_is_what_is_missed(guests, agents, key) -> None:
    agents.state = AgentState.WAITING
    with pytest.raises(GuestUnavailableError, match="No agent answers"):
        guests.users(key)


def test_a_program_is_run_and_files_are_carried(guests, link, key) -> None:
    link.guest_agent.answers = True
    assert guests.run(key, ["uname", "-a"]).output == b"done\n"
    parts: list[bytes] = []
    assert guests.read_file(key, "/etc/hostname", parts.append) == 4
    assert guests.write_file(key, "/srv/x", [b"ab", b"c"]) == 3
    assert link.guest_agent.files["/srv/x"] == b"abc"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (["uptime"], "uptime"),
        (["systemctl", "stop", "ssh"], "systemctl …"),
        (["sh", "-c", "echo secret"], "sh …"),
        (["openssl", "passwd", "secret"], "openssl …"),
        (["x" * 101], "x" * 100 + " …"),
    ],
)
def test_the_record_gets_the_program_of_a_command_only(words, shown) -> None:
    assert first_word(words) == shown


@pytest.mark.parametrize("words", [[], [""], ["a\0b"], ["x"] * 300, ["x" * 40_000]])
def test_a_command_that_cannot_be_is_not_sent(guests, link, key, words) -> None:
    link.guest_agent.answers = True
    with pytest.raises(ValidationError):
        guests.run(key, words)
    assert not link.guest_agent.did


def test_no_error_repeats_a_password(guests, link, key) -> None:
    for password in ("hunter2\nroot:x", "hunter2"):
        with pytest.raises(InfinibayError) as caught:
            guests.set_password(key, "root", password)
        assert "hunter2" not in f"{caught.value!r}{caught.value.details}"


def test_a_process_without_a_start_is_asked_for_by_its_number_alone(guests, agents, key) -> None:
    guests.kill_process(key, GuestProcess(pid=9, parent_pid=1, name="x"))
    assert agents.asked[0].parameters == {"pid": 9, "force": False}


def test_who_may_look_only_reads_what_the_guest_knows_of_updates(agents, link) -> None:
    sold = machine("sold", host_id=link.host.id)
    world = GuardedWorld(sold)
    world.current.set(actor(grants={sold.key: frozenset({Permission.GUEST_VIEW})}))
    guests = world.gate.guard(GuestService(agents, FakeConnections(link)))
    agents.answers["PackageUpdates"] = rows()
    guests.updates(sold.key)
    with pytest.raises(NotPermittedError):
        guests.updates(sold.key, refresh=True)
    assert len(agents.asked) == 1
