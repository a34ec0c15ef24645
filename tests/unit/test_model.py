from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infinibay_desktop.model.errors import InvalidStateError, ValidationError
from infinibay_desktop.model.hosts import (
    HostAddress,
    check_file_name,
    check_jump,
    parse_host,
    parse_host_uri,
)
from infinibay_desktop.model.machines import (
    ALLOWED_STATES,
    Act,
    MachineId,
    MachineState,
    check_act,
    check_machine_name,
)
from infinibay_desktop.model.problems import Distribution, Family, Problem, parse_os_release
from infinibay_desktop.model.sizes import GIB, KIB, MIB, TIB, format_size, parse_size
from infinibay_desktop.model.statistics import MachineCounters, rates_between
from infinibay_desktop.services.remedies import remedy_for

GOOD_URIS = (
    "qemu:///system",
    "qemu:///session",
    "qemu+unix:///system?socket=/run/x",
    "qemu+ssh://root@server/system",
    "qemu+ssh://root@server:2222/session",
    "qemu+ssh://a.b-c@[fe80::1]:22/system",
    "qemu+tls://server.example/system",
    "test:///default",
    "test:////srv/machines.xml",
)
BAD_URIS = (
    "",
    "system",
    "http://server/system",
    "xen:///system",
    "qemu://server/system",
    "qemu:///embed",
    "qemu+ssh:///system",
    "qemu+ssh://-oProxyCommand=reboot/system",
    "qemu+ssh://-oX@server/system",
    "qemu+ssh://root:secret@server/system",
    "qemu+ssh://server:99999/system",
    "qemu+ssh://server:port/system",
    "qemu+ssh://ser ver/system",
    "qemu+ssh://server/system?command=/bin/sh",
    "qemu+ssh://server/system?netcat=/bin/sh",
    "qemu+ssh://server/system?no_verify=1",
    "qemu+ssh://server/system?sshauth=password",
    "qemu+ssh://server/system?jump=-oProxyCommand=reboot",
    "qemu+ssh://server/system?keyfile=a%0ab",
    "qemu:///system?keyfile=/k",
    "qemu:///system#here",
    "qemu+ssh://server\n/system",
    "test:///",
    "qemu:///system" + "x" * 2000,
)


@pytest.mark.parametrize("uri", GOOD_URIS)
def test_a_good_uri_is_kept_as_it_is(uri: str) -> None:
    assert parse_host_uri(uri).to_uri() == uri


@pytest.mark.parametrize("uri", BAD_URIS)
def test_a_bad_uri_is_refused_with_what_to_do(uri: str) -> None:
    with pytest.raises(ValidationError) as refused:
        parse_host_uri(uri)
    assert refused.value.details["field"] in ("uri", "jump", "key_file")


@given(st.text(max_size=80))
def test_any_text_is_a_uri_or_refused(text: str) -> None:
    try:
        address = parse_host_uri(text)
    except ValidationError:
        return
    assert isinstance(address, HostAddress)
    assert parse_host_uri(address.to_uri()) == address


def test_sshs_own_parameters_are_set_aside() -> None:
    address, ssh = parse_host("qemu+ssh://r@h/system?keyfile=/k&known_hosts=/n&jump=a@b:3,c")
    assert address.to_uri() == "qemu+ssh://r@h/system"
    assert (ssh.key_file, ssh.known_hosts_file, ssh.jump) == ("/k", "/n", "a@b:3,c")


@pytest.mark.parametrize("jump", ["-oProxyCommand=x", "a b", "a;b", "a,,b", "$(x)", "a:port"])
def test_a_jump_list_cannot_be_an_option_or_a_command(jump: str) -> None:
    with pytest.raises(ValidationError):
        check_jump(jump)


@pytest.mark.parametrize("path", ["-oX", "a\nb", 'a"b', "a\0b"])
def test_a_path_that_could_leave_its_quotes_is_refused(path: str) -> None:
    with pytest.raises(ValidationError):
        check_file_name(path, "key_file")


@pytest.mark.parametrize(
    "name", ["", " ", "a/b", "a\\b", "a,b", ".", "..", "-x", ".x", " a", "a\n", "\x1b", "n" * 101]
)
def test_names_that_something_would_not_take_are_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        check_machine_name(name)


@pytest.mark.parametrize("name", ["a", "web 1", "<b>", "🐧", "машина", "a'b\"c", "n" * 100])
def test_unusual_names_are_taken(name: str) -> None:
    check_machine_name(name)


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("state", MachineState)
def test_an_act_is_allowed_or_refused_by_state(act: Act, state: MachineState) -> None:
    if state in ALLOWED_STATES[act]:
        check_act(act, "x", state)
    else:
        with pytest.raises(InvalidStateError, match="Cannot") as refused:
            check_act(act, "x", state)
        assert refused.value.remedy


@pytest.mark.parametrize(
    ("text", "size"),
    [("512", 512), ("1K", KIB), ("1.5 GiB", GIB + GIB // 2), ("2g", 2 * GIB), ("3TB", 3 * TIB)],
)
def test_sizes_are_read_as_people_write_them(text: str, size: int) -> None:
    assert parse_size(text) == size


@pytest.mark.parametrize("text", ["", "x", "-1", "1X", "1e9", "9" * 30, "1 000", "٣G" * 2])
def test_what_is_no_size_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        parse_size(text)


def test_a_bare_number_is_in_the_unit_that_was_named() -> None:
    assert parse_size("512", default_unit="M") == 512 * MIB
    assert parse_size("512B", default_unit="M") == 512


@given(st.integers(0, 2**62))
def test_a_shown_size_is_near_the_real_one(size: int) -> None:
    shown = parse_size(format_size(size))
    assert abs(shown - size) <= size * 0.05 + 1


def counters(at: float, **values: int) -> MachineCounters:
    start = datetime(2026, 1, 1, tzinfo=UTC)
    return MachineCounters(
        machine_id=MachineId(UUID(int=1)), taken_at=start + timedelta(seconds=at), **values
    )


def test_rates_are_differences_over_time() -> None:
    rates = rates_between(
        counters(0, cpu_time_ns=0, vcpus=2, received_bytes=100),
        counters(2, cpu_time_ns=2_000_000_000, vcpus=2, received_bytes=300),
    )
    assert rates.cpu_percent == 50
    assert rates.received_bps == 100
    assert rates.disk_read_bps is None


def test_a_counter_that_fell_gives_no_rate() -> None:
    rates = rates_between(counters(0, sent_bytes=500), counters(1, sent_bytes=10))
    assert rates.sent_bps is None
    assert rates_between(counters(1, sent_bytes=1), counters(1, sent_bytes=2)).sent_bps is None


@pytest.mark.parametrize("problem", Problem)
@pytest.mark.parametrize("family", Family)
def test_every_known_problem_has_a_remedy_everywhere(problem: Problem, family: Family) -> None:
    remedy = remedy_for(problem, Distribution(family=family, name="x"), name="'far'")
    assert len(remedy) > 20
    assert "{" not in remedy


def test_distributions_are_known_by_their_family() -> None:
    assert parse_os_release('ID=linuxmint\nID_LIKE="ubuntu debian"').family is Family.DEBIAN
    assert parse_os_release("ID=fedora\nPRETTY_NAME='Fedora 43'").name == "Fedora 43"
    assert parse_os_release("\0garbage").family is Family.OTHER
