"""Signing in to screens, and whom they are believed to be."""

import socket
import ssl
import struct
import threading

import pytest

from infinibay_desktop.display.security import answer
from infinibay_desktop.model.consoles import ConsoleTrouble, ScreenState, TlsTrust
from tests.fakes.authority import Authority
from tests.fakes.rfb import PATIENCE_S, Peer, connected, rect

CHALLENGE = bytes(range(16))


def trouble(viewer) -> ConsoleTrouble:
    return viewer.end().error.details["trouble"]


def test_the_answer_to_a_challenge_is_the_protocols() -> None:
    assert answer("", bytes(16)).hex() == "8ca64de9c1b123a7" * 2  # DES of nothing by nothing
    # 0x80 is "\1" mirrored: the first line of DES's published table of keys.
    assert answer("\1" + "\x80" * 7, bytes(16)).hex() == "95a8d72813daa94d" * 2
    assert answer("secret12", CHALLENGE) == answer("secret12 and more", CHALLENGE)


@pytest.mark.parametrize("minor", [3, 7, 8])
def test_a_password_opens_the_screen(minor) -> None:
    with connected(password="secret") as (viewer, peer):
        peer.agree(2, minor=minor)
        peer.send(CHALLENGE)
        assert peer.receive(16) == answer("secret", CHALLENGE)
        peer.accept()
        peer.introduce(8, 4)
        peer.hear_out()
        viewer.look_until(lambda news: news.state is ScreenState.CONNECTED)


def test_a_wrong_password_is_told_with_the_servers_reason() -> None:
    with connected(password="wrong") as (viewer, peer):
        peer.agree(2)
        peer.send(CHALLENGE)
        peer.receive(16)
        peer.send(struct.pack("!II", 1, 11), b"Go\naway\0now")
        error = viewer.end().error
    assert error.details["trouble"] is ConsoleTrouble.PASSWORD
    assert "Go away now" in error.message
    assert "wrong" not in error.message


def test_before_3_8_a_refusal_has_no_reason() -> None:
    with connected(password="wrong") as (viewer, peer):
        peer.agree(2, minor=7)
        peer.send(CHALLENGE)
        peer.receive(16)
        peer.send(struct.pack("!I", 1))
        assert trouble(viewer) is ConsoleTrouble.PASSWORD


def test_a_password_that_nobody_knows_is_asked_for() -> None:
    with connected() as (viewer, peer):
        peer.agree(2)
        assert trouble(viewer) is ConsoleTrouble.PASSWORD


@pytest.mark.parametrize("minor", [3, 8])
def test_a_server_that_lets_nobody_in_says_why(minor) -> None:
    with connected() as (viewer, peer):
        peer.send(b"RFB 003.%03d\n" % minor)
        peer.receive(12)
        nobody = b"\0" if minor == 8 else struct.pack("!I", 0)
        peer.send(nobody, struct.pack("!I", 4), b"full")
        error = viewer.end().error
    assert error.details["trouble"] is ConsoleTrouble.REFUSED
    assert "full" in error.message


def test_ways_to_sign_in_that_are_not_ours_are_refused() -> None:
    with connected() as (viewer, peer):
        peer.send(b"RFB 003.008\n")
        peer.receive(12)
        peer.send(bytes([2, 16, 30]))
        assert trouble(viewer) is ConsoleTrouble.REFUSED


def test_what_is_no_vnc_server_is_said_to_be_none() -> None:
    with connected() as (viewer, peer):
        peer.send(b"HTTP/1.1 400 Bad Request\r\n")
        error = viewer.end().error
    assert error.message == "What answers there is not a VNC server."


@pytest.mark.parametrize("kind", [1, 2])
def test_no_key_crosses_a_network_in_the_clear(kind) -> None:
    with connected(only_encrypted=True, password="secret") as (viewer, peer):
        peer.send(b"RFB 003.008\n")
        peer.receive(12)
        peer.send(bytes([1, kind]))
        error = viewer.end().error
    assert error.details["trouble"] is ConsoleTrouble.ENCRYPTION
    assert "vnc_tls" in error.remedy


# TLS.


@pytest.fixture
def authority(tmp_path) -> Authority:
    return Authority(tmp_path)


def begin_vencrypt(peer: Peer, *subtypes: int) -> int:
    peer.send(b"RFB 003.008\n")
    peer.receive(12)
    peer.send(bytes([1, 19]))
    assert peer.receive(1) == bytes([19])
    peer.send(b"\0\2")
    assert peer.receive(2) == b"\0\2"
    peer.send(b"\0", bytes([len(subtypes)]), struct.pack(f"!{len(subtypes)}I", *subtypes))
    (chosen,) = struct.unpack("!I", peer.receive(4))
    peer.send(b"\1")
    return chosen


def encrypted(peer: Peer, context: ssl.SSLContext) -> Peer:
    peer.socket = context.wrap_socket(peer.socket, server_side=True)
    return peer


def finish(viewer, peer: Peer) -> None:
    peer.accept()
    peer.introduce(8, 4)
    peer.hear_out()
    viewer.look_until(lambda news: news.state is ScreenState.CONNECTED)


@pytest.mark.parametrize("name", ["host.example", "127.0.0.1"])
def test_a_screen_that_proves_who_it_is_is_shown(authority, name) -> None:
    with connected(only_encrypted=True, trust=authority.trust(name)) as (viewer, peer):
        assert begin_vencrypt(peer, 257, 260, 261) == 260
        with encrypted(peer, authority.server_context(name)).socket:
            finish(viewer, peer)
            viewer.screen.press(0, 0x61, down=True)
            assert peer.receive(8) == struct.pack("!BBxxI", 4, 1, 0x61)
            peer.update(rect(0, 0, 8, 4, 7, bytes([0x80, 1, 2, 3])))
            viewer.look_until(lambda news: news.damage)
            assert bytes(viewer.frame.pixels[:4]) == bytes([3, 2, 1, 0])
            viewer.screen.close()


def test_a_password_inside_of_the_encryption(authority) -> None:
    with connected(password="secret", trust=authority.trust("h")) as (viewer, peer):
        assert begin_vencrypt(peer, 261) == 261
        with encrypted(peer, authority.server_context("h")).socket:
            peer.send(CHALLENGE)
            assert peer.receive(16) == answer("secret", CHALLENGE)
            finish(viewer, peer)
            viewer.screen.close()


def test_a_name_and_a_password_inside_of_the_encryption(authority) -> None:
    wish = {"user": "me", "password": "secret", "trust": authority.trust("h")}
    with connected(**wish) as (viewer, peer):
        assert begin_vencrypt(peer, 262) == 262
        with encrypted(peer, authority.server_context("h")).socket:
            assert peer.receive(16) == struct.pack("!II", 2, 6) + b"mesecret"
            finish(viewer, peer)
            viewer.screen.close()


@pytest.mark.parametrize("claimed", ["other.example", "127.0.0.2"])
def test_a_server_with_another_name_is_refused(authority, claimed) -> None:
    with connected(trust=authority.trust("host.example")) as (viewer, peer):
        begin_vencrypt(peer, 260)
        with pytest.raises((ssl.SSLError, OSError)):
            encrypted(peer, authority.server_context(claimed)).socket.recv(1)
        assert trouble(viewer) is ConsoleTrouble.ENCRYPTION


def test_a_server_of_another_authority_is_refused(authority, tmp_path) -> None:
    stranger = Authority(tmp_path, "stranger")
    with connected(trust=authority.trust("host.example")) as (viewer, peer):
        begin_vencrypt(peer, 260)
        with pytest.raises((ssl.SSLError, OSError)):
            encrypted(peer, stranger.server_context("host.example")).socket.recv(1)
        error = viewer.end().error
    assert error.details["trouble"] is ConsoleTrouble.ENCRYPTION
    assert str(authority.file) in error.remedy


def test_encryption_without_certificates_is_refused(authority) -> None:
    with connected(password="secret", trust=authority.trust("h")) as (viewer, peer):
        peer.send(b"RFB 003.008\n")
        peer.receive(12)
        peer.send(bytes([1, 19]))
        peer.receive(1)
        peer.send(b"\0\2\0", bytes([2]), struct.pack("!II", 257, 258))
        assert trouble(viewer) is ConsoleTrouble.ENCRYPTION


@pytest.mark.parametrize("contents", [None, "no certificate"])
def test_an_authority_that_is_missing_or_broken_is_told(tmp_path, contents) -> None:
    file = tmp_path / "cacert.pem"
    if contents:
        file.write_text(contents)
    with connected(trust=TlsTrust(server_name="h", ca_file=str(file))) as (viewer, peer):
        begin_vencrypt(peer, 260)
        assert trouble(viewer) is ConsoleTrouble.ENCRYPTION


def test_words_slipped_in_before_the_encryption_are_refused(authority) -> None:
    with connected(trust=authority.trust("h")) as (viewer, peer):
        peer.send(b"RFB 003.008\n")
        peer.receive(12)
        peer.send(bytes([1, 19]))
        peer.receive(1)
        peer.send(b"\0\2\0", bytes([1]), struct.pack("!I", 260), b"\1slipped in")
        assert trouble(viewer) is ConsoleTrouble.PROTOCOL


def test_much_in_both_directions_at_once_stays_in_order(authority) -> None:
    """One thread reads and one writes: neither may disturb the other's encryption."""
    with connected(trust=authority.trust("h")) as (viewer, peer):
        begin_vencrypt(peer, 260)
        with encrypted(peer, authority.server_context("h")).socket as server:
            finish(viewer, peer)
            server.settimeout(PATIENCE_S)
            typed = threading.Thread(target=_type, args=(viewer, 5000))
            typed.start()
            seen = bytearray()
            for number in range(500):
                peer.update(rect(0, 0, 8, 4, 0, bytes([number & 255]) * 128))
                viewer.told.set()
                viewer.look()
                server.setblocking(False)
                seen += _available(server)
                server.settimeout(PATIENCE_S)
            typed.join()
            peer.send(b"\2")
            viewer.look_until(lambda news: news.bell)
            assert bytes(viewer.frame.pixels) == bytes([499 & 255]) * 128
            while (keys := _keys(seen)) != list(range(5000)):
                assert keys == list(range(len(keys)))
                seen += server.recv(65536)
            viewer.screen.close()


def _type(viewer, count: int) -> None:
    pause = threading.Event()
    for number in range(count):
        viewer.screen.press(0, number + 1, down=True)
        if number % 100 == 99:
            pause.wait(0.01)


def _available(server: socket.socket) -> bytes:
    try:
        return server.recv(65536)
    except ssl.SSLWantReadError:
        return b""


def _keys(data: bytearray) -> list[int]:
    """The keys among what a client sent: requests for updates are ten bytes, keys are eight."""
    keys, at = [], 0
    while at + 10 <= len(data) or (at + 8 <= len(data) and data[at] == 4):
        if data[at] == 4:
            keys.append(struct.unpack_from("!I", data, at + 4)[0] - 1)
            at += 8
        else:
            assert data[at] == 3
            at += 10
    return keys
