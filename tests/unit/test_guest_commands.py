"""QEMU's guest agent: what is asked of it, what is believed, and what its failures mean."""

import base64
import json
import threading
from contextlib import contextmanager
from uuid import uuid4

import libvirt
import pytest

from infinibay_desktop.model.errors import (
    Cancelled,
    GuestProtocolError,
    GuestRefusedError,
    GuestTimeoutError,
    GuestUnavailableError,
    HypervisorError,
    InvalidStateError,
    StorageError,
)
from infinibay_desktop.model.machines import MachineId
from infinibay_desktop.virt import guest_commands
from infinibay_desktop.virt.guest_agent import LibvirtGuestAgent
from infinibay_desktop.virt.guest_asking import guest_error
from infinibay_desktop.virt.guest_commands import WRITE_BYTES

KEY = MachineId(uuid4())
NEVER = threading.Event()


def libvirt_error(code: int, words: str) -> libvirt.libvirtError:
    error = libvirt.libvirtError(words)
    error.err = (code, 10, words, 2, words, None, None, 0, 0)
    return error


class FakeDomain:
    """A machine whose guest answers as `said` tells, by libvirt's own calls."""

    def __init__(self) -> None:
        self.said: dict[str, object] = {}
        self.patience = 0

    def agentSetResponseTimeout(self, seconds: int, _flags: int) -> None:  # noqa: N802 - libvirt's word
        self.patience = seconds

    def _answer(self, name: str):
        answer = self.said[name]
        if isinstance(answer, Exception):
            raise answer
        return answer

    def guestInfo(self, _types: int, _flags: int):  # noqa: N802 - libvirt's word
        return self._answer("info")

    def interfaceAddresses(self, _source: int, _flags: int):  # noqa: N802 - libvirt's word
        return self._answer("addresses")

    def fsInfo(self, _flags: int):  # noqa: N802 - libvirt's word
        return self._answer("file systems")

    def fsFreeze(self, _mounts, _flags: int):  # noqa: N802 - libvirt's word
        return self._answer("freeze")

    def setUserPassword(self, _user: str, _password: str, _flags: int):  # noqa: N802 - libvirt's word
        return self._answer("password")


class FakePool:
    """Lends one connection to one machine."""

    def __init__(self, domain: FakeDomain) -> None:
        self.domain = domain

    @contextmanager
    def lease(self):
        yield self

    def lookupByUUIDString(self, _uuid: str) -> FakeDomain:  # noqa: N802 - libvirt's word
        return self.domain


@pytest.fixture
def domain() -> FakeDomain:
    return FakeDomain()


@pytest.fixture
def agent(domain) -> LibvirtGuestAgent:
    return LibvirtGuestAgent(FakePool(domain))


@pytest.fixture
def heard(monkeypatch):
    """What was asked; `answers` are given in turn, by command."""
    asked: list[tuple[str, dict]] = []
    answers: dict[str, list] = {}

    def ask(_domain, text: str, _timeout: int, _flags: int) -> str:
        command = json.loads(text)
        asked.append((command["execute"], command["arguments"]))
        given = answers.get(command["execute"], [{}])
        answer = given.pop(0) if len(given) > 1 else given[0]
        if isinstance(answer, Exception):
            raise answer
        return answer if isinstance(answer, str) else json.dumps({"return": answer})

    monkeypatch.setattr(guest_commands.libvirt_qemu, "qemuAgentCommand", ask)
    return asked, answers


def encoded(content: bytes) -> str:
    return base64.b64encode(content).decode()


def test_a_program_is_waited_for_and_its_output_is_handed_over(agent, heard) -> None:
    asked, answers = heard
    answers["guest-exec"] = [{"pid": 7}]
    ended = {"exited": True, "exitcode": 2, "out-data": encoded(b"out"), "err-data": encoded(b"e")}
    answers["guest-exec-status"] = [{"exited": False}, ended]
    ran = agent.run(KEY, ["ls", "-l"], typed=b"in", timeout_s=5, stop=NEVER)
    assert (ran.exit_code, ran.output, ran.error, ran.cut) == (2, b"out", b"e", False)
    assert asked[0][1] == {
        "path": "ls",
        "arg": ["-l"],
        "capture-output": True,
        "input-data": encoded(b"in"),
    }
    assert asked[-1] == ("guest-exec-status", {"pid": 7})


def test_a_program_that_goes_on_is_given_up(agent, heard) -> None:
    _, answers = heard
    answers["guest-exec"] = [{"pid": 7}]
    answers["guest-exec-status"] = [{"exited": False}]
    with pytest.raises(GuestTimeoutError):
        agent.run(KEY, ["sleep"], typed=b"", timeout_s=0, stop=NEVER)
    stopped = threading.Event()
    stopped.set()
    with pytest.raises(Cancelled):
        agent.run(KEY, ["sleep"], typed=b"", timeout_s=60, stop=stopped)


def test_output_without_end_is_cut_and_that_is_said(agent, heard, monkeypatch) -> None:
    monkeypatch.setattr(guest_commands, "MAX_OUTPUT_BYTES", 300)
    _, answers = heard
    answers["guest-exec"] = [{"pid": 7}]
    answers["guest-exec-status"] = [{"exited": True, "out-data": encoded(b"x" * 9000)}]
    ran = agent.run(KEY, ["yes"], typed=b"", timeout_s=5, stop=NEVER)
    assert ran.output == b"x" * 300
    assert ran.cut
    assert ran.exit_code is None


@pytest.mark.parametrize(
    "said",
    [
        "[]",
        "{}",
        "{" * 5000,
        '{"return": {"pid": "7"}}',
        '{"return": {"pid": -7}}',
        '{"return": {"pid": 1e400}}',
        '{"return": null}',
        "\ud800",
    ],
)
def test_an_answer_that_makes_no_sense_is_refused(agent, heard, said) -> None:
    heard[1]["guest-exec"] = [said]
    with pytest.raises(GuestProtocolError):
        agent.run(KEY, ["ls"], typed=b"", timeout_s=5, stop=NEVER)


def test_a_file_is_read_to_its_end_and_closed(agent, heard) -> None:
    asked, answers = heard
    answers["guest-file-open"] = [1000]
    answers["guest-file-read"] = [
        {"count": 2, "buf-b64": encoded(b"ab"), "eof": False},
        {"count": 1, "buf-b64": encoded(b"c"), "eof": True},
    ]
    parts, sizes = [], []
    assert agent.read_file(KEY, "/x", parts.append, moved=sizes.append, stop=NEVER) == 3
    assert (parts, sizes) == ([b"ab", b"c"], [2, 3])
    assert asked[-1] == ("guest-file-close", {"handle": 1000})


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ({"count": 1, "buf-b64": "!", "eof": False}, GuestProtocolError),
        ({"count": 0, "buf-b64": "", "eof": False}, GuestProtocolError),
        ({"count": 1, "buf-b64": encoded(b"x" * 300_000), "eof": False}, GuestProtocolError),
    ],
)
def test_a_file_that_never_ends_or_is_none_is_given_up_and_closed(
    agent, heard, answer, error
) -> None:
    asked, answers = heard
    answers["guest-file-open"] = [1000]
    answers["guest-file-read"] = [answer]
    with pytest.raises(error):
        agent.read_file(KEY, "/x", lambda _part: None, moved=lambda _n: None, stop=NEVER)
    assert asked[-1][0] == "guest-file-close"


def test_a_file_larger_than_allowed_is_not_read_on(agent, heard, monkeypatch) -> None:
    monkeypatch.setattr(guest_commands, "MAX_FILE_BYTES", 10)
    answers = heard[1]
    answers["guest-file-open"] = [1]
    answers["guest-file-read"] = [{"count": 8, "buf-b64": encoded(b"x" * 8), "eof": False}]
    with pytest.raises(StorageError):
        agent.read_file(KEY, "/x", lambda _part: None, moved=lambda _n: None, stop=NEVER)


def test_a_file_is_written_in_parts_that_pass_the_serial_port(agent, heard) -> None:
    asked, answers = heard
    answers["guest-file-open"] = [1]
    answers["guest-file-write"] = [{"count": WRITE_BYTES}, {"count": 5}]
    content = b"x" * WRITE_BYTES + b"hello"
    assert agent.write_file(KEY, "/x", [content], moved=lambda _n: None, stop=NEVER) == len(content)
    sent = b"".join(
        base64.b64decode(told["buf-b64"]) for name, told in asked if name == "guest-file-write"
    )
    assert sent == content


def test_a_guest_that_takes_a_part_only_is_told_of(agent, heard) -> None:
    answers = heard[1]
    answers["guest-file-open"] = [1]
    answers["guest-file-write"] = [{"count": 1}]
    with pytest.raises(StorageError):
        agent.write_file(KEY, "/x", [b"hello"], moved=lambda _n: None, stop=NEVER)


# By libvirt's own calls.


def test_the_system_is_told_with_its_addresses_cleaned_and_bounded(agent, domain) -> None:
    domain.said["info"] = {
        "os.pretty-name": "Debian\x1b[31m 12",
        "os.machine": 5,
        "hostname": "x" * 5000,
    }
    domain.said["addresses"] = {
        f"eth{n}": {"hwaddr": "52:54:00:00:00:01", "addrs": [{"addr": "10.0.0.2"}] * 100}
        for n in range(100)
    }
    found = agent.system(KEY)
    assert found.os_name == "Debian 12"
    assert found.architecture == ""
    assert len(found.hostname) == 256
    assert len(found.interfaces) == 64
    assert len(found.interfaces[0].addresses) == 32
    assert domain.patience == 20


def test_disks_and_users_are_told(agent, domain) -> None:
    domain.said["info"] = {
        "fs.count": 1,
        "fs.0.mountpoint": "/",
        "fs.0.fstype": "ext4",
        "fs.0.total-bytes": 1000,
        "fs.0.used-bytes": -1,
        "user.count": 10**9,
        "user.0.name": "ana",
        "user.0.domain": "OFFICE",
        "user.0.login-time": 1_764_000_000_000,
        "user.1.login-time": 10**30,
    }
    [disk] = agent.disks(KEY)
    assert (disk.mount_point, disk.total_bytes, disk.used_bytes) == ("/", 1000, None)
    users = agent.users(KEY)
    assert users[0].name == "OFFICE\\ana"
    assert users[0].since.year == 2025
    assert users[1].since is None
    assert len(users) == 500


def test_an_old_libvirt_tells_file_systems_without_their_sizes(agent, domain) -> None:
    domain.said["info"] = libvirt_error(libvirt.VIR_ERR_NO_SUPPORT, "no guestInfo")
    domain.said["file systems"] = [("/", "vda1", "ext4", ["vda"])]
    [disk] = agent.disks(KEY)
    assert (disk.mount_point, disk.device, disk.total_bytes) == ("/", "vda1", None)


@pytest.mark.parametrize(
    "words",
    [
        "unable to execute QEMU agent command 'guest-set-user-password': hunter2",
        "QEMU-Agent-Befehl konnte nicht ausgeführt werden: hunter2",
        "QEMU-Agent-Befehl: No space left on device hunter2",
    ],
)
def test_a_password_is_in_no_error_even_where_the_guest_says_it(agent, domain, words) -> None:
    domain.said["password"] = libvirt_error(libvirt.VIR_ERR_INTERNAL_ERROR, words)
    with pytest.raises(GuestRefusedError) as caught:
        agent.set_password(KEY, "root", "hunter2")
    error = caught.value
    assert "hunter2" not in f"{error!r}{error.details}{error.__cause__!r}"
    assert error.__suppress_context__


@pytest.mark.parametrize(
    ("code", "words", "kind"),
    [
        (libvirt.VIR_ERR_AGENT_UNRESPONSIVE, "not connected", GuestUnavailableError),
        (libvirt.VIR_ERR_ARGUMENT_UNSUPPORTED, "not configured", GuestUnavailableError),
        (libvirt.VIR_ERR_INTERNAL_ERROR, "QEMU agent command: no", GuestRefusedError),
        (libvirt.VIR_ERR_INTERNAL_ERROR, "disk full", HypervisorError),
        (libvirt.VIR_ERR_OPERATION_INVALID, "domain is not running", InvalidStateError),
    ],
)
def test_failures_are_told_apart(code, words, kind) -> None:
    assert type(guest_error("ask", libvirt_error(code, words))) is kind
