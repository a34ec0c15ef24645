"""Screens of real guests: the right points, the right keys, and nothing left behind."""

import io
import subprocess
import threading
from collections.abc import Callable, Iterator
from uuid import UUID, uuid4

import numpy as np
import pytest
from PIL import Image

from infinibay_desktop.app.bootstrap import start_core
from infinibay_desktop.display.screen import RfbScreen
from infinibay_desktop.model.consoles import (
    ConsoleKind,
    ConsoleOffer,
    ConsoleTrouble,
    ScreenState,
    ScreenWish,
)
from infinibay_desktop.model.errors import (
    ConsoleError,
    ConsoleUnsupportedError,
    InvalidStateError,
)
from infinibay_desktop.model.machines import MachineId, MachineKey
from infinibay_desktop.runtime.lines import Line
from infinibay_desktop.services.hosts import draft_host
from infinibay_desktop.system.ssh import SystemSsh
from infinibay_desktop.system.tunnels import dial_directly, dial_through_ssh
from tests.fakes.authority import Authority
from tests.lab import processes
from tests.lab.guest import Guest, guest_xml, start_guest
from tests.lab.sshd import free_port
from tests.lab.waiting import wait_for

PATIENCE_S = 20.0
# The cell of the blinking cursor on a text screen.
CURSOR_CELL = 9, 16
LETTERS = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz0123456789 \n/.",
        bytes.fromhex("1e302e2012212223172425263231181910131f1416 2f112d152c")
        + bytes.fromhex("0b02030405060708090a 391c3534"),
        strict=True,
    )
)
SHIFT, SHIFTED = 0x2A, {">": ".", "S": "s"}


class Watcher:
    """Somebody in front of a screen."""

    def __init__(self, core, key: MachineKey, **password: str) -> None:
        self._told = threading.Event()
        work = core.tasks.submit(lambda: core.consoles.open(key, self._told.set, **password))
        self.screen = work.result(PATIENCE_S)
        self.frame = None
        self.news = None

    def look(self):
        assert self._told.wait(PATIENCE_S), self.news
        self._told.clear()
        self.news = self.screen.take_news()
        self.frame = self.news.frame or self.frame
        return self.news

    def look_until(self, is_it: Callable[[], object]) -> None:
        while not is_it():
            self.look()

    def connect(self) -> "Watcher":
        self.look_until(lambda: self.frame and (self.points().any() or self.has_ended()))
        assert self.news.state is ScreenState.CONNECTED, self.news.error
        return self

    def has_ended(self) -> bool:
        return bool(self.news and self.news.state is ScreenState.ENDED)

    def end(self):
        self.look_until(self.has_ended)
        return self.news.error

    def points(self) -> np.ndarray:
        points = np.frombuffer(self.frame.pixels, np.uint32)
        return points.reshape(self.frame.height, self.frame.width) & 0xFFFFFF

    def type(self, text: str) -> None:
        for letter in text:
            shifted = letter in SHIFTED
            code = LETTERS[SHIFTED.get(letter, letter)]
            keys = [SHIFT, code] if shifted else [code]
            for key in keys:
                self.screen.press(key, 0, down=True)
            for key in reversed(keys):
                self.screen.press(key, 0, down=False)


@pytest.fixture(scope="module")
def screen_guest(lab_host, guest_image, tmp_path_factory) -> Iterator[Guest]:
    """One guest for all tests that leave it as it was."""
    folder = tmp_path_factory.mktemp("screen")
    guest = start_guest(lab_host.virsh, guest_image, folder, "screen")
    guest.wait_until_ready()
    yield guest
    lab_host.clean()


@pytest.fixture
def core(tmp_path, lab_host):
    core = start_core(str(tmp_path / "consoles.sqlite"))
    yield core
    core.close()


def connected(core, uri: str, guest: Guest) -> MachineKey:
    host = draft_host(uri)
    core.tasks.submit(lambda: core.connections.connect(host)).result(PATIENCE_S)
    return MachineKey(host.id, MachineId(UUID(guest.uuid)))


@pytest.fixture
def here(core, screen_guest) -> MachineKey:
    return connected(core, "qemu:///system", screen_guest)


def ssh_uri(lab_sshd) -> str:
    return (
        f"qemu+ssh://{lab_sshd.user}@{lab_sshd.host}:{lab_sshd.port}/system"
        f"?keyfile={lab_sshd.key_file}&known_hosts={lab_sshd.known_hosts}"
    )


def screenshot(core, key: MachineKey) -> np.ndarray:
    png = core.tasks.submit(lambda: core.machines.screenshot(key)).result(PATIENCE_S)
    with Image.open(io.BytesIO(png)) as image:
        points = np.frombuffer(image.convert("RGB").tobytes("raw", "BGRX"), np.uint32)
        return points.reshape(image.height, image.width) & 0xFFFFFF


def shows_the_same(core, key: MachineKey, watcher: Watcher) -> bool:
    watcher.look()
    expected, found = screenshot(core, key), watcher.points()
    if expected.shape != found.shape:
        return False
    rows, columns = np.nonzero(expected != found)
    if not len(rows):
        return True
    width, height = CURSOR_CELL
    return bool(np.ptp(columns) < width and np.ptp(rows) < height)


def carriers() -> list[str]:
    """Processes of ssh that carry a screen, zombies too."""
    return [
        command
        for pid in processes.descendants(threading.main_thread().native_id)
        if "-W" in (command := processes.command_of(pid)).split() or not command
    ]


def console_threads() -> list[str]:
    return [t.name for t in threading.enumerate() if t.name.startswith("console")]


def close_without_a_trace(watcher: Watcher) -> None:
    watcher.screen.close()
    wait_for(lambda: not console_threads(), "the end of its threads", 2)
    assert watcher.end() is None
    assert not carriers()


def test_a_screen_shows_what_the_guest_shows(core, here) -> None:
    watcher = Watcher(core, here).connect()
    wait_for(lambda: shows_the_same(core, here, watcher), "the same picture")
    assert watcher.screen.kind is ConsoleKind.VNC
    close_without_a_trace(watcher)


def test_what_is_typed_reaches_the_guest(core, here, screen_guest) -> None:
    watcher = Watcher(core, here).connect()
    before = watcher.points().copy()
    watcher.type("echo typed on the screen\n")
    watcher.look_until(lambda: (watcher.points() != before).sum() > 300)
    watcher.type("echo here i am > /dev/ttyS0\n")
    wait_for(lambda: "here i am" in screen_guest.said(), "what was typed")
    close_without_a_trace(watcher)


def test_offers_name_every_console(core, here) -> None:
    offers = core.tasks.submit(lambda: core.consoles.offers(here)).result(PATIENCE_S)
    assert [offer.kind for offer in offers] == [ConsoleKind.VNC, ConsoleKind.SERIAL]
    assert offers[0].address == "127.0.0.1"
    assert offers[0].port


def test_several_look_at_one_screen(core, here) -> None:
    watchers = [Watcher(core, here).connect() for _ in range(3)]
    for watcher in watchers:
        wait_for(lambda: shows_the_same(core, here, watcher), "the same picture")  # noqa: B023 - at once
        watcher.screen.close()
    wait_for(lambda: not console_threads(), "the end of all threads", 2)


def test_a_guest_that_restarts_keeps_its_screen(core, here, screen_guest) -> None:
    watcher = Watcher(core, here).connect()
    screen_guest.virsh("suspend", screen_guest.uuid)
    screen_guest.virsh("resume", screen_guest.uuid)
    wait_for(lambda: shows_the_same(core, here, watcher), "the same picture")
    close_without_a_trace(watcher)


def test_a_screen_over_ssh_shows_the_same_and_leaves_no_process(
    core, screen_guest, lab_sshd
) -> None:
    key = connected(core, ssh_uri(lab_sshd), screen_guest)
    watcher = Watcher(core, key).connect()
    assert len(carriers()) == 1
    wait_for(lambda: shows_the_same(core, key, watcher), "the same picture")
    said = screen_guest.said()
    watcher.type("echo over ssh > /dev/ttyS0\n")
    wait_for(lambda: "over ssh" in screen_guest.said()[len(said) :], "what was typed")
    close_without_a_trace(watcher)
    # libvirt's own connection over the same session stands.
    assert core.tasks.submit(lambda: core.consoles.offers(key)).result(PATIENCE_S)


def test_a_screen_over_ssh_that_breaks_is_lost_with_a_reason(core, screen_guest, lab_sshd) -> None:
    key = connected(core, ssh_uri(lab_sshd), screen_guest)
    watcher = Watcher(core, key).connect()
    lab_sshd.stop()
    error = watcher.end()
    assert error.details["trouble"] is ConsoleTrouble.LOST
    assert "ssh to" in error.message
    wait_for(lambda: not carriers() and not console_threads(), "the end of all", 3)


def test_a_port_that_is_closed_there_is_told_with_the_words_of_ssh(
    lab_sshd, tmp_path, lab_folder
) -> None:
    host = draft_host(ssh_uri(lab_sshd))
    ssh = SystemSsh(tmp_path / "settings", lab_folder / "s")
    ssh.sign_in(host)
    for offer in (
        ConsoleOffer(kind=ConsoleKind.VNC, address="127.0.0.1", port=free_port()),
        ConsoleOffer(kind=ConsoleKind.VNC, socket="/nowhere/vnc.sock"),
    ):
        told = threading.Event()
        screen = RfbScreen(dial_through_ssh(ssh, host, offer), ScreenWish(name="x"), told.set)
        screen.start()
        while (news := screen.take_news()).state is not ScreenState.ENDED:
            assert told.wait(PATIENCE_S)
            told.clear()
        assert "could not be reached" in news.error.message
        assert news.error.details["trouble"] is ConsoleTrouble.LOST
    ssh.leave(host)


def test_a_socket_is_reached_over_ssh_with_the_password_that_libvirt_knows(
    core, lab_host, guest_image, tmp_path, lab_sshd, screen_guest
) -> None:
    guest = _start_with(
        lab_host, guest_image, tmp_path, "passwd='secret12'><listen type='socket'/></graphics>"
    )
    key = connected(core, ssh_uri(lab_sshd), guest)
    watcher = Watcher(core, key).connect()
    assert not carriers()
    wait_for(lambda: watcher.look() and watcher.points().shape[0] >= 400, "a picture")
    close_without_a_trace(watcher)
    wrong = Watcher(core, key, password="wrong")
    assert wrong.end().details["trouble"] is ConsoleTrouble.PASSWORD
    # The guest goes, and its screen with it: that is no failure.
    watcher = Watcher(core, connected(core, "qemu:///system", guest)).connect()
    guest.virsh("destroy", guest.uuid)
    assert watcher.end() is None
    with pytest.raises(InvalidStateError):
        Watcher(core, key)


def test_a_screen_that_listens_nowhere_is_shown_on_its_own_host_only(
    core, lab_host, guest_image, tmp_path, lab_sshd, screen_guest
) -> None:
    guest = _start_with(lab_host, guest_image, tmp_path, "><listen type='none'/></graphics>")
    close_without_a_trace(Watcher(core, connected(core, "qemu:///system", guest)).connect())
    with pytest.raises(ConsoleUnsupportedError):
        Watcher(core, connected(core, ssh_uri(lab_sshd), guest))
    guest.virsh("destroy", guest.uuid)


TLS_PORT = 5999


@pytest.fixture
def encrypted_qemu(tmp_path) -> Iterator[Authority]:
    """QEMU without a machine; its screen wants TLS and a password, at 127.0.0.1:5999."""
    authority = Authority(tmp_path)
    both = authority.server_file("127.0.0.1").read_text()
    (tmp_path / "ca-cert.pem").write_text(authority.file.read_text())
    (tmp_path / "server-cert.pem").write_text(both)
    (tmp_path / "server-key.pem").write_text(both[both.index("-----BEGIN PRIVATE") :])
    process = subprocess.Popen(
        ["qemu-system-x86_64", "-machine", "none", "-display", "none",
         "-object", "secret,id=word,data=secret12",
         "-object", f"tls-creds-x509,id=tls,dir={tmp_path},endpoint=server,verify-peer=off",
         "-vnc", f"127.0.0.1:{TLS_PORT - 5900},tls-creds=tls,password-secret=word"],
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    yield authority
    processes.end(process.pid)
    process.wait()


def _dial_encrypted() -> Line:
    offer = ConsoleOffer(kind=ConsoleKind.VNC, address="127.0.0.1", port=TLS_PORT)
    return dial_directly(draft_host("qemu+tls://127.0.0.1/system"), offer)


def _try_to_dial() -> Line | None:
    try:
        return _dial_encrypted()
    except ConsoleError:
        return None


def test_qemus_own_encryption_and_password_are_understood(encrypted_qemu) -> None:
    told = threading.Event()
    line = wait_for(_try_to_dial, "QEMU's listener")
    trust = encrypted_qemu.trust("127.0.0.1")
    wish = ScreenWish(name="x", password="secret12", only_encrypted=True, trust=trust)
    screen = RfbScreen(line, wish, told.set)
    screen.start()
    frame = None
    while frame is None:
        assert told.wait(PATIENCE_S)
        told.clear()
        news = screen.take_news()
        assert news.state is not ScreenState.ENDED, news.error
        frame = news.frame
    wait_for(lambda: np.frombuffer(frame.pixels, np.uint32).any(), "QEMU's own words")
    screen.close()


def test_machines_of_a_persons_own_libvirt_have_screens_too(
    ordinary_user, guest_image, lab_folder
) -> None:
    script = lab_folder / "session.py"
    script.write_text(SESSION)
    script.chmod(0o644)
    definition = guest_xml(guest_image, "mine", str(uuid4()), ordinary_user.home / "serial.log")
    file = ordinary_user.home / "mine.xml"
    file.write_text(
        definition.replace("<log file", "<!-- <log file").replace("'/></s", "'/>--></s")
    )
    file.chmod(0o644)
    ordinary_user.virsh("create", str(file))
    done = ordinary_user.run([str(ordinary_user.python), str(script)])
    assert done.returncode == 0, done.stderr
    assert "connected 720" in done.stdout


SESSION = """
import threading
from infinibay_desktop.app.bootstrap import start_core
from infinibay_desktop.runtime.lines import Line
from infinibay_desktop.services.hosts import draft_host
from infinibay_desktop.system.ssh import SystemSsh
from infinibay_desktop.system.tunnels import dial_directly, dial_through_ssh
from tests.fakes.authority import Authority
core = start_core()
host = draft_host("qemu:///session")
core.tasks.submit(lambda: core.connections.connect(host)).result()
(machine,) = core.inventory.snapshot()
told = threading.Event()
screen = core.tasks.submit(lambda: core.consoles.open(machine.key, told.set)).result()
news = None
while news is None or not news.frame:
    assert told.wait(20)
    told.clear()
    news = screen.take_news()
    assert news.state != "ended", news.error
print(news.state, news.frame.width)
screen.close()
core.close()
"""


def _start_with(lab_host, image, folder, graphics: str) -> Guest:
    """Start a guest with another VNC device; return before it is ready."""
    autoport = "<graphics type='vnc' autoport='yes' listen='127.0.0.1'/>"

    def virsh(*words: str) -> str:
        if words[0] == "define":
            text = (path := folder / words[1].rpartition("/")[2]).read_text()
            path.write_text(text.replace(autoport, f"<graphics type='vnc' {graphics}"))
        return lab_host.virsh(*words)

    return start_guest(virsh, image, folder, f"other-{folder.name}")
