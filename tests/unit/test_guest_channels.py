"""A guest's channel over libvirt's stream: bounded both ways, and nobody waits."""

import threading
from uuid import uuid4

import libvirt
import pytest

from infinibay_desktop.model.errors import HostUnreachableError
from infinibay_desktop.model.machines import MachineId
from infinibay_desktop.virt import channels
from infinibay_desktop.virt.channels import (
    ASK_FROM_BYTES,
    MAX_KEPT_BYTES,
    MAX_UNHEARD_BYTES,
    MESSAGE_BYTES,
    LibvirtChannel,
    LibvirtChannels,
)
from infinibay_desktop.virt.xml.channels import edit_agent_channel, has_agent_channel

NOTHING = -2


class FakeStream:
    """libvirt's stream: `guest_says`, `reads`, `fails`; what it was told is in `sent`."""

    def __init__(self) -> None:
        self.incoming: list[bytes | int] = []
        self.sent = b""
        self.watched = 0
        self.calls: list[str] = []
        self.broken = False
        self.callback = None

    def eventAddCallback(self, events, callback, opaque) -> None:  # noqa: N802 - libvirt's name
        self.watched, self.callback = events, callback

    def eventUpdateCallback(self, events) -> None:  # noqa: N802 - libvirt's name
        self.watched = events

    def eventRemoveCallback(self) -> None:  # noqa: N802 - libvirt's name
        self.calls.append("remove")

    def abort(self) -> None:
        self.calls.append("abort")
        self.check()

    def recv(self, limit: int):
        self.check()
        return self.incoming.pop(0) if self.incoming else NOTHING

    def send(self, data: bytes) -> int:
        self.check()
        self.sent += data
        return len(data)

    def check(self) -> None:
        if self.broken:
            raise libvirt.libvirtError("stream had I/O failure")

    def guest_says(self, *portions: bytes) -> None:
        """As libvirt's event thread does: as long as there is something."""
        self.incoming += portions
        while self.watched and self.incoming:
            self.callback(self, self.watched, None)


class Line:
    """A channel whose work on workers is done when the test says so."""

    def __init__(self) -> None:
        self.stream = FakeStream()
        self.wakes = 0
        self.later: list = []
        self.forgotten: list[LibvirtChannel] = []
        self.asked, self.forced, self.host_answers = 0, 0, threading.Event()
        self.host_answers.set()
        self.channel = LibvirtChannel(
            self.stream,
            self.wake,
            self.later.append,
            forget=self.forgotten.append,
            ask_host=self.ask,
            end_by_force=self.force,
        )
        self.channel.start()

    def ask(self) -> None:
        self.asked += 1
        self.host_answers.wait(10)

    def force(self) -> None:
        self.forced += 1
        self.host_answers.set()

    def wake(self) -> None:
        self.wakes += 1

    def work(self) -> None:
        while self.later:
            self.later.pop(0)()


@pytest.fixture
def line() -> Line:
    return Line()


def test_what_a_guest_says_is_read_in_pieces_of_any_size(line) -> None:
    assert line.channel.read(10) is None
    line.stream.guest_says(b"one two", b" three")
    assert line.channel.read(5) == b"one t"
    assert line.channel.read(100) == b"wo three"
    assert line.channel.read(100) is None


def test_who_is_armed_is_woken_once(line) -> None:
    line.stream.guest_says(b"before")
    assert line.wakes == 0
    line.channel.arm()
    assert line.wakes == 1
    line.channel.read(100)
    line.channel.arm()
    assert line.wakes == 1
    line.stream.guest_says(b"a", b"b")
    assert line.wakes == 2


def test_a_guest_that_floods_loses_its_channel_and_costs_no_more_memory(line) -> None:
    portion = bytes(64 * 1024)
    line.stream.guest_says(*[portion] * 1000)
    assert not line.stream.watched
    assert len(line.stream.incoming) > 900
    line.work()
    assert line.stream.calls == ["remove", "abort"]
    taken = 0
    while chunk := line.channel.read(1 << 20):
        taken += len(chunk)
    assert chunk == b""
    assert MAX_KEPT_BYTES < taken <= MAX_KEPT_BYTES + len(portion)


def test_a_reader_that_keeps_up_may_have_any_amount(line) -> None:
    for _ in range(100):
        line.stream.guest_says(bytes(64 * 1024))
        assert len(line.channel.read(1 << 20)) == 64 * 1024
    assert line.stream.watched


@pytest.mark.parametrize("how", ["no more", "an error"])
def test_an_end_comes_after_what_was_said_and_is_told_once(line, how) -> None:
    line.stream.guest_says(b"last words")
    line.channel.arm()
    line.channel.read(4)
    line.stream.broken = how == "an error"
    line.stream.guest_says(b"")
    assert line.channel.read(100) == b" words"
    line.channel.arm()
    assert line.wakes == 2
    assert line.channel.read(100) == b""
    assert not line.stream.watched
    with pytest.raises(OSError, match="ended"):
        line.channel.write(b"anybody?")


def test_writing_waits_for_nobody(line) -> None:
    assert line.channel.write(b"hello\n") == 6
    assert line.channel.write(b"world\n") == 6
    assert line.stream.sent == b""
    line.work()
    assert line.stream.sent == b"hello\nworld\n"


def test_a_guest_that_is_not_heard_is_told_only_so_much(line) -> None:
    room = MAX_UNHEARD_BYTES - MESSAGE_BYTES
    assert line.channel.write(bytes(2 * MAX_UNHEARD_BYTES)) == room
    line.work()
    assert line.channel.write(b"more") == 0
    line.stream.guest_says(b"I am here")
    assert line.channel.write(b"more") == 4


def test_nor_is_it_told_more_than_so_many_things(line) -> None:
    assert 30 < sum(line.channel.write(b"x") for _ in range(100)) < 40


def test_one_that_chatters_and_does_not_read_is_cut_off(line, monkeypatch) -> None:
    monkeypatch.setattr(channels, "ANSWER_S", 0.05)
    line.channel.write(bytes(ASK_FROM_BYTES))
    line.work()
    assert (line.asked, line.forced) == (1, 0)
    line.stream.guest_says(b"I am here")
    line.host_answers.clear()
    line.channel.write(b"more")
    line.work()
    assert (line.asked, line.forced) == (2, 1)
    assert line.forgotten == [line.channel]
    assert line.channel.read(100) == b"I am here"
    assert line.channel.read(100) == b""


def test_a_stream_that_cannot_be_written_has_ended(line) -> None:
    line.channel.arm()
    line.channel.write(b"hello\n")
    line.stream.broken = True
    line.work()
    assert line.wakes == 1
    assert line.channel.read(10) == b""


def test_a_lost_connection_is_told_to_who_waits(line) -> None:
    line.channel.arm()
    line.channel.lose()
    assert line.wakes == 1
    assert line.channel.read(10) == b""


def test_closing_forgets_all_and_is_done_once(line) -> None:
    line.stream.guest_says(b"unread")
    line.channel.close()
    line.channel.close()
    line.work()
    assert line.stream.calls == ["remove", "abort"]
    assert line.forgotten == [line.channel]
    line.stream.guest_says(b"still")
    assert not line.stream.watched
    assert line.channel.read(10) == b""
    assert line.wakes == 0


class HangingHost:
    """A libvirtd that reads nothing more; `lease` is refused as by the pool. Channels open first."""

    def __init__(self) -> None:
        self.streams: list[FakeStream] = []
        self.answers = threading.Event()
        self.closed = self.wishes = 0
        self.later: list = []
        self.channels = LibvirtChannels(lambda: self, self, self.later.append)

    def isAlive(self) -> bool:  # noqa: N802 - libvirt's name
        return True

    def registerCloseCallback(self, _call, _opaque) -> None:  # noqa: N802 - libvirt's name
        pass

    unregisterCloseCallback = getLibVersion = lambda self: None  # noqa: N815 - libvirt's names

    def lookupByUUIDString(self, _text: str) -> "HangingHost":  # noqa: N802 - libvirt's name
        return self

    def newStream(self, _flags: int) -> FakeStream:  # noqa: N802 - libvirt's name
        stream = FakeStream()
        stream.abort = lambda: self.answers.wait(10)
        self.streams.append(stream)
        return stream

    def openChannel(self, *_words: object) -> None:  # noqa: N802 - libvirt's name
        pass

    def close(self) -> None:
        self.closed += 1

    def lease(self) -> None:
        self.wishes += 1
        raise HostUnreachableError("All connections were busy.")


@pytest.fixture
def hanging(monkeypatch):
    monkeypatch.setattr(channels, "ANSWER_S", 0.05)
    host = HangingHost()
    yield host
    host.answers.set()


def test_a_host_that_hangs_holds_up_no_closing(hanging) -> None:
    for _ in range(3):
        hanging.channels.open(MachineId(uuid4()), lambda: None)
    hanging.channels.close()
    assert (hanging.closed, hanging.wishes) == (1, 0)


def test_a_host_that_was_let_go_of_meanwhile_is_not_connected_again(hanging) -> None:
    opened = hanging.channels._open_connection

    def let_go() -> HangingHost:
        hanging.channels.close()
        return opened()

    hanging.channels._open_connection = let_go
    for _ in range(2):
        with pytest.raises(HostUnreachableError):
            hanging.channels.open(MachineId(uuid4()), lambda: None)
    assert hanging.closed == 1


@pytest.mark.expects_warnings
def test_a_channel_ends_even_where_the_host_does_not_let_it_go(hanging) -> None:
    channel = hanging.channels.open(MachineId(uuid4()), lambda: None)
    channel.close()
    for work in hanging.later:
        work()
    assert hanging.wishes == 1
    hanging.channels.close()
    assert hanging.wishes == 1  # it was forgotten


DEFINITION = """<domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
  <name>web</name><!-- mine -->
  <devices><channel type='spicevmc'><target type='virtio' name='com.redhat.spice.0'/></channel>
  <odd device='kept'/></devices>
  <qemu:commandline><qemu:arg value='-x'/></qemu:commandline>
</domain>"""


def test_the_channel_is_added_and_everything_else_is_kept() -> None:
    assert not has_agent_channel(DEFINITION)
    edited = edit_agent_channel(DEFINITION)
    assert has_agent_channel(edited)
    added = (
        '<channel type="unix"><target type="virtio" name="org.infinibay.agent"/></channel>'
        "</devices>"
    )
    assert added in edited
    for kept in ("<!-- mine -->", "com.redhat.spice.0", "<odd ", "qemu:arg"):
        assert kept in edited
    assert edit_agent_channel(edited) == edited


def test_a_machine_without_devices_gets_them() -> None:
    assert has_agent_channel(edit_agent_channel("<domain type='test'><name>x</name></domain>"))
