"""Which console is opened, by which way, and what is said where there is none."""

import contextlib
import socket
import ssl
import stat
import threading
from pathlib import Path
from types import SimpleNamespace
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infinibay_desktop.cli.serial import follow_serial
from infinibay_desktop.model.consoles import (
    ConsoleKind,
    ConsoleOffer,
    ConsoleTrouble,
    ScreenWish,
    TlsTrust,
)
from infinibay_desktop.model.errors import (
    ConsoleError,
    ConsoleUnsupportedError,
    HypervisorError,
    InvalidStateError,
    NotPermittedError,
)
from infinibay_desktop.model.events import ActorChanged, MachineChanged
from infinibay_desktop.model.machines import Machine, MachineId, MachineState
from infinibay_desktop.model.rights import NOBODY, PROGRAM
from infinibay_desktop.runtime.lines import Line
from infinibay_desktop.runtime.tasks import TaskRunner
from infinibay_desktop.services.audience import VisibleInventory
from infinibay_desktop.services.consoles import ConsoleService
from infinibay_desktop.services.hosts import draft_host
from infinibay_desktop.services.secrets import vnc_secret
from infinibay_desktop.services.watchers import Watchers
from infinibay_desktop.system.ssh import SystemSsh
from infinibay_desktop.system.tunnels import dial_directly, dial_through_ssh, find_trust
from infinibay_desktop.virt.xml.graphics import MOST_CONSOLES, parse_consoles, parse_password
from tests.fakes import FakeSecretStore
from tests.fakes.actors import ANA, GuardedWorld, actor, machine
from tests.fakes.hosts import FakeConnections, FakeLink

ANYWHERE = "0.0.0.0"  # noqa: S104 - where others listen
TRUST = TlsTrust(server_name="far.example", ca_file="/ca.pem")
SSH, TLS = "qemu+ssh://root@far.example/system", "qemu+tls://far.example/system"


class FakeAccess:
    """Ways to hosts that lead nowhere; remembers which were asked for."""

    def __init__(self) -> None:
        self.dialled: list[ConsoleOffer] = []

    def dial(self, host, offer: ConsoleOffer) -> Line:
        self.dialled.append(offer)
        ours, theirs = socket.socketpair()
        theirs.close()
        return Line(socket=ours)

    def screen_trust(self, host) -> TlsTrust:
        return TRUST


class FakeScreen:
    """A screen that shows nothing."""

    def __init__(self, connect, wish: ScreenWish, notify) -> None:
        self.wish = wish
        self.closed = False
        with contextlib.closing(connect()):
            pass

    def close(self) -> None:
        self.closed = True


class Desk:
    """The service on one host with one machine."""

    def __init__(self, uri: str, *, state: MachineState = MachineState.RUNNING) -> None:
        self.link = FakeLink(draft_host(uri))
        self.access, self.secrets = FakeAccess(), FakeSecretStore()
        machine = Machine(id=MachineId(uuid4()), host_id=self.link.host.id, name="web", state=state)
        self.key = self.link.hypervisor.add(machine).key
        connections = FakeConnections(self.link)
        self.openers = {ConsoleKind.VNC: FakeScreen}
        self.service = ConsoleService(connections, self.access, self.secrets, self.openers)

    def offer(self, *offers: ConsoleOffer) -> None:
        self.link.graphics.offered = list(offers)

    def open(self, **password: str) -> FakeScreen:
        return self.service.open(self.key, lambda: None, **password)

    def end(self) -> None:
        for theirs in self.link.graphics.handed_out:
            theirs.close()


@pytest.fixture
def desk():
    made: list[Desk] = []

    def make(uri: str = "qemu:///system", **state: MachineState) -> Desk:
        made.append(Desk(uri, **state))
        return made[-1]

    yield make
    for one in made:
        one.end()


VNC = ConsoleOffer(kind=ConsoleKind.VNC, address="127.0.0.1", port=5901)
SPICE = ConsoleOffer(kind=ConsoleKind.SPICE, index=1, address="127.0.0.1", port=5902)
SERIAL = ConsoleOffer(kind=ConsoleKind.SERIAL)


@pytest.mark.parametrize("uri", ["qemu:///system", "qemu:///session", "qemu+unix:///system"])
def test_on_this_computer_libvirt_hands_out_the_connection(desk, uri) -> None:
    here = desk(uri)
    here.offer(SERIAL, VNC)
    here.link.graphics.protect("secret")
    wish = here.open().wish
    assert wish == ScreenWish(name="web", nearby=True)
    assert len(here.link.graphics.handed_out) == 1
    assert not here.access.dialled


@pytest.mark.parametrize(("uri", "encrypted"), [(SSH, False), (TLS, True)])
def test_other_hosts_are_dialled_and_libvirt_never_asked_for_a_socket(desk, uri, encrypted) -> None:
    there = desk(uri)
    there.offer(ConsoleOffer(kind=ConsoleKind.VNC, address=ANYWHERE, port=5901))
    wish = there.open().wish
    assert not wish.nearby
    assert wish.only_encrypted is encrypted
    assert wish.trust is TRUST
    assert len(there.access.dialled) == 1
    assert not there.link.graphics.handed_out


def password_of(there: Desk, **typed: str) -> str:
    return there.open(**typed).wish.password


def test_the_password_is_libvirts_else_the_keyrings_else_the_persons(desk) -> None:
    there = desk(SSH)
    assert password_of(there) == ""
    there.secrets.keep(vnc_secret(there.key.machine_id), "kept")
    assert password_of(there) == "kept"
    there.link.graphics.protect("defined")
    assert password_of(there) == "defined"
    assert password_of(there, password="typed") == "typed"
    there.link.graphics.protect("")
    there.secrets.broken = True
    assert password_of(there) == ""


def test_a_password_is_in_no_text_of_a_wish(desk) -> None:
    assert "hush" not in repr(desk(SSH).open(password="hush").wish)


@pytest.mark.parametrize("offers", [(), (SERIAL,), (SPICE,), (SPICE, SERIAL)])
def test_a_machine_without_a_screen_of_ours_says_what_to_do(desk, offers) -> None:
    here = desk()
    here.offer(*offers)
    with pytest.raises(ConsoleUnsupportedError) as caught:
        here.open()
    assert "Add VNC graphics" in caught.value.remedy
    assert ("SPICE" in caught.value.message) is (SPICE in offers)


def test_another_kind_of_screen_only_needs_an_opener(desk) -> None:
    here = desk()
    here.offer(SPICE)
    service = ConsoleService(
        FakeConnections(here.link),
        here.access,
        here.secrets,
        {ConsoleKind.VNC: FakeScreen, ConsoleKind.SPICE: FakeScreen},
    )
    assert service.open(here.key, lambda: None)


@pytest.mark.parametrize("state", [MachineState.SHUT_OFF, MachineState.SAVED])
def test_a_machine_that_is_off_has_no_screen(desk, state) -> None:
    here = desk(state=state)
    for ask in (here.open, lambda: here.service.offers(here.key)):
        with pytest.raises(InvalidStateError) as caught:
            ask()
        assert caught.value.remedy == "Start it first."


def test_a_demonstration_has_no_screens(desk) -> None:
    here = desk("test:///default")
    with pytest.raises(ConsoleUnsupportedError):
        here.open()


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "localhost", ""])
def test_over_tls_a_loopback_listener_cannot_be_reached(desk, address) -> None:
    there = desk(TLS)
    there.offer(ConsoleOffer(kind=ConsoleKind.VNC, address=address, port=5901))
    with pytest.raises(ConsoleUnsupportedError) as caught:
        there.open()
    assert "qemu+ssh" in caught.value.remedy
    assert not there.access.dialled


def test_a_screen_that_listens_nowhere_is_told(desk) -> None:
    there = desk(SSH)
    there.offer(ConsoleOffer(kind=ConsoleKind.VNC))
    with pytest.raises(ConsoleUnsupportedError):
        there.open()


def test_all_screens_are_closed_with_the_program(desk) -> None:
    here = desk()
    screens = [here.open(), here.open()]
    here.service.close()
    assert all(screen.closed for screen in screens)
    assert here.open().closed


def test_a_screen_ends_when_the_right_to_it_does_and_others_stay() -> None:
    mine, other = (machine(name, owner_id=ANA) for name in ("mine", "other"))
    world = GuardedWorld(mine, other)
    watchers = Watchers(world.inventory, world.current)
    world.current.set(actor())
    screens = {one.key: Closing() for one in (mine, other)}
    for key, screen in screens.items():
        watchers.add(key, screen)
    assert not any(screen.closed for screen in screens.values())
    world.inventory.place((), gone=[mine.key])
    watchers.on_machine_event(MachineChanged(machine=world.inventory.find(mine.key)))
    assert [screen.closed for screen in screens.values()] == [True, False]
    world.current.set(NOBODY)
    watchers.on_actor_changed(ActorChanged(person_id=None))
    assert all(screen.closed for screen in screens.values())
    late = Closing()
    watchers.add(other.key, late)
    assert late.closed


@pytest.mark.parametrize("until", ["", "login:"])
def test_a_serial_console_in_a_terminal_says_that_the_right_to_it_is_gone(until) -> None:
    mine = machine("mine", owner_id=ANA)
    world = GuardedWorld(mine)
    world.current.set(actor())

    def follow(key, receive, *, typed, stop, force) -> None:
        world.inventory.place((), gone=[key])
        stop.set()  # as Watchers do

    core = SimpleNamespace(
        tasks=TaskRunner(),
        machines=SimpleNamespace(follow_serial=follow),
        current=world.current,
        inventory=VisibleInventory(world.inventory, world.current),
    )
    session, host = SimpleNamespace(core=core), SimpleNamespace(id=mine.host_id)
    try:
        with pytest.raises(NotPermittedError, match="'mine' any more"):
            follow_serial(session, mine, host, until=until, timeout_s=None, force=False)
        core.machines.follow_serial = lambda *_keys, stop, **_options: stop.set()
        world.current.set(PROGRAM)
        assert follow_serial(session, mine, host, until="", timeout_s=None, force=False) == 0
    finally:
        core.tasks.close()


class Closing:
    """What shows a machine, and can be closed."""

    closed = False

    def close(self) -> None:
        self.closed = True


# What definitions offer.


def devices(*elements: str) -> str:
    return f"<domain><devices>{''.join(elements)}</devices></domain>"


@pytest.mark.parametrize(
    ("element", "offer"),
    [
        (
            "<graphics type='vnc' port='5900' listen='0.0.0.0'/>",
            ConsoleOffer(kind=ConsoleKind.VNC, address=ANYWHERE, port=5900),
        ),
        (
            "<graphics type='vnc' port='5900'><listen type='address' address='::1'/></graphics>",
            ConsoleOffer(kind=ConsoleKind.VNC, address="::1", port=5900),
        ),
        (
            "<graphics type='vnc'><listen type='socket' socket='/run/x.sock'/></graphics>",
            ConsoleOffer(kind=ConsoleKind.VNC, socket="/run/x.sock"),
        ),
        (
            "<graphics type='vnc' socket='/run/x.sock'/>",
            ConsoleOffer(kind=ConsoleKind.VNC, socket="/run/x.sock"),
        ),
        (
            "<graphics type='spice' port='1' tlsPort='2'><listen type='none'/></graphics>",
            ConsoleOffer(kind=ConsoleKind.SPICE, port=1, tls_port=2),
        ),
        ("<graphics type='vnc' port='-1'/>", ConsoleOffer(kind=ConsoleKind.VNC)),
        ("<graphics type='vnc' port='65536'/>", ConsoleOffer(kind=ConsoleKind.VNC)),
        ("<graphics type='vnc' port='many'/>", ConsoleOffer(kind=ConsoleKind.VNC)),
        (f"<graphics type='vnc' socket='/{'x' * 200}'/>", ConsoleOffer(kind=ConsoleKind.VNC)),
        ("<serial type='pty'/>", ConsoleOffer(kind=ConsoleKind.SERIAL)),
    ],
)
def test_an_offer_is_what_the_definition_says(element, offer) -> None:
    (found,) = parse_consoles(devices(element))
    assert found == offer
    assert found.tls_port in (None, 2)


def test_devices_are_counted_as_libvirt_counts_them() -> None:
    xml = devices("<graphics type='sdl'/>", "<graphics type='vnc' passwd='geheim'/>")
    assert [offer.index for offer in parse_consoles(xml)] == [1]
    assert "geheim" not in repr(parse_consoles(xml))
    assert parse_password(xml, 1) == "geheim"
    assert parse_password(xml, 0) == ""
    assert parse_password(xml, 7) == ""


def test_a_definition_with_thousands_of_screens_offers_a_few() -> None:
    assert len(parse_consoles(devices("<graphics type='vnc'/>" * 9999))) == MOST_CONSOLES


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_definition_is_read_or_refused(address, port) -> None:
    with contextlib.suppress(HypervisorError):
        parse_consoles(devices(f"<graphics type='vnc' listen='{address}' port='{port}'/>"))


# Ways.


@pytest.fixture
def ssh_here(tmp_path, monkeypatch):
    """A program called ssh that writes its arguments down and then is a pipe to itself."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "ssh"
    program.write_text(f'#!/bin/sh\necho "$*" >> {tmp_path}/said\ncat\necho gone >&2\nexit 1\n')
    program.chmod(stat.S_IRWXU)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return SystemSsh(tmp_path / "settings", tmp_path / "sockets"), tmp_path / "said"


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("127.0.0.1", "127.0.0.1:5901"),
        (ANYWHERE, "127.0.0.1:5901"),
        ("", "127.0.0.1:5901"),
        ("::", "localhost:5901"),
        ("::1", "[::1]:5901"),
        ("10.1.2.3", "10.1.2.3:5901"),
        ("node.example", "node.example:5901"),
    ],
)
def test_a_port_is_reached_through_ssh_as_the_host_sees_it(ssh_here, address, target) -> None:
    ssh, said = ssh_here
    offer = ConsoleOffer(kind=ConsoleKind.VNC, address=address, port=5901)
    line = dial_through_ssh(ssh, draft_host(SSH), offer)
    line.socket.settimeout(10)
    line.socket.sendall(b"echo")
    assert line.socket.recv(4) == b"echo"
    line.cut()
    assert line.last_words() == "ssh to 'far.example' says: gone"
    line.close()
    assert f"-W {target} " in said.read_text()
    assert said.read_text().split()[-1] == "far.example"


def test_a_line_that_is_closed_leaves_no_process(ssh_here) -> None:
    ssh, _ = ssh_here
    offer = ConsoleOffer(kind=ConsoleKind.VNC, address="127.0.0.1", port=5901)
    line = dial_through_ssh(ssh, draft_host(SSH), offer)
    line.close()
    children = Path(f"/proc/self/task/{threading.main_thread().native_id}/children")
    assert "ssh" not in [
        Path(f"/proc/{pid}/comm").read_text().strip() for pid in children.read_text().split()
    ]


@pytest.mark.parametrize(
    "offer",
    [
        ConsoleOffer(kind=ConsoleKind.VNC, address="-oProxyCommand=x", port=1),
        ConsoleOffer(kind=ConsoleKind.VNC, address="a b", port=1),
        ConsoleOffer(kind=ConsoleKind.VNC, socket="/run/${HOME}/x"),
        ConsoleOffer(kind=ConsoleKind.VNC, socket="relative"),
        ConsoleOffer(kind=ConsoleKind.VNC, socket="/run/x\nLocalForward"),
    ],
)
def test_addresses_that_ssh_would_read_as_something_else_are_refused(ssh_here, offer) -> None:
    ssh, said = ssh_here
    with pytest.raises(ConsoleError):
        dial_through_ssh(ssh, draft_host(SSH), offer)
    assert not said.exists()


def test_a_port_where_nobody_listens_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    offer = ConsoleOffer(kind=ConsoleKind.VNC, address="127.0.0.1", port=port)
    with pytest.raises(ConsoleError) as caught:
        dial_directly(draft_host(TLS), offer)
    assert caught.value.details["trouble"] is ConsoleTrouble.LOST
    assert str(port) in caught.value.message


def test_a_listener_anywhere_is_reached_by_the_hosts_own_name() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        offer = ConsoleOffer(kind=ConsoleKind.VNC, address=ANYWHERE, port=server.getsockname()[1])
        line = dial_directly(draft_host("qemu+tls://127.0.0.1/system"), offer)
        assert line.socket.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
        line.close()


def test_certificates_lie_where_libvirt_has_them(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    trust = find_trust(draft_host(TLS))
    assert trust == TlsTrust(server_name="far.example", ca_file="/etc/pki/CA/cacert.pem")
    personal = tmp_path / ".pki" / "libvirt"
    personal.mkdir(parents=True)
    (personal / "cacert.pem").write_text("")
    assert find_trust(draft_host(TLS)).ca_file == str(personal / "cacert.pem")
    given = tmp_path / "given"
    given.mkdir()
    for name in ("clientcert.pem", "clientkey.pem"):
        (given / name).write_text("")
    trust = find_trust(draft_host(f"{TLS}?pkipath={given}"))
    assert trust.ca_file == str(given / "cacert.pem")
    assert trust.key_file == str(given / "clientkey.pem")


def test_ssl_errors_are_errors_of_the_system() -> None:
    """Threads of screens catch OSError for all that can break a connection."""
    assert issubclass(ssl.SSLError, OSError)
