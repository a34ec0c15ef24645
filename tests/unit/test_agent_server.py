"""The agent's server, asked by friends and by strangers, over real sockets."""

import http.client
import socket
import threading

import pytest

from infinibay_desktop.model.agent_addresses import normal_agent_address, parse_agent_address
from infinibay_desktop.model.errors import EnvironmentalError, StorageError
from infinibay_desktop.system import agent_server
from infinibay_desktop.system.agent_server import (
    MAX_OF_ONE,
    MAX_REQUEST_BYTES,
    AgentServer,
    Served,
    respond,
)

AGENT = b"#!/usr/bin/env python3\n" + b"#" * 300_000
FILES = {"linux/agent": Served(AGENT), "metadata": Served(b"{}", "application/json")}
PATIENCE_S = 10.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Clock:
    """Time that goes on when a test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server(clock):
    made = AgentServer(lambda _url: FILES, clock)
    made.serve_at(f"127.0.0.1:{free_port()}")
    yield made
    made.stop()


def port_of(server: AgentServer) -> int:
    return int(server.url.split(":")[2].split("/")[0])


def line_to(server: AgentServer) -> socket.socket:
    line = socket.create_connection(("127.0.0.1", port_of(server)), PATIENCE_S)
    line.settimeout(PATIENCE_S)
    return line


def say(server: AgentServer, said: bytes) -> bytes:
    """All that is answered to these bytes, until the server hangs up."""
    with line_to(server) as line:
        line.sendall(said)
        return read_all(line)


def read_all(line: socket.socket) -> bytes:
    parts = []
    try:
        while part := line.recv(65536):
            parts.append(part)
    except ConnectionResetError:
        pass
    return b"".join(parts)


def ask(server: AgentServer, method: str, path: str):
    connection = http.client.HTTPConnection("127.0.0.1", port_of(server), timeout=PATIENCE_S)
    connection.request(method, path)
    answer = connection.getresponse()
    return answer, answer.read()


def test_known_files_are_handed_out_whole(server) -> None:
    assert server.url == f"http://127.0.0.1:{port_of(server)}/infiniservice"
    answer, content = ask(server, "GET", "/infiniservice/linux/agent")
    assert (answer.status, content) == (200, AGENT)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    answer, content = ask(server, "HEAD", "/infiniservice/linux/agent")
    assert (answer.status, answer.headers["Content-Length"], content) == (200, str(len(AGENT)), b"")
    answer, content = ask(server, "GET", "/infiniservice/metadata?any")
    assert (answer.status, content) == (200, b"{}")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/infiniservice",
        "/infiniservice/",
        "/infiniservice/linux/",
        "/infiniservice/linux/../../etc/passwd",
        "/infiniservice/linux/%2e%2e/agent",
        "/infiniservice//linux/agent",
        "/infiniservice/linux/agent/",
        "/infiniservice/linux\\agent",
        "http://elsewhere/infiniservice/linux/agent",
        "/infiniservice/linux/agent%00",
        "//infiniservice/linux/agent",
        "/infiniservice/linux/agent?" + "x" * 600,
    ],
)
def test_nothing_else_is_and_no_folder_is_listed(server, path) -> None:
    answer, content = ask(server, "GET", path)
    assert (answer.status, content) == (404, b"Not Found\n")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "CONNECT", "OPTIONS", "get"])
def test_it_is_for_reading_only(server, method) -> None:
    said = say(server, f"{method} /infiniservice/linux/agent HTTP/1.1\r\nHost: a\r\n\r\n".encode())
    assert said.startswith(b"HTTP/1.1 405 ")
    assert b"\r\nAllow: GET, HEAD\r\n" in said


@pytest.mark.parametrize(
    "said",
    [
        b"\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET /infiniservice/linux/agent\r\n\r\n",
        b"GET /infiniservice/linux/agent HTTP/2.0\r\n\r\n",
        b"GET  /infiniservice/linux/agent HTTP/1.1\r\n\r\n",
        b"GET /infiniservice/linux/agent\0 HTTP/1.1\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\n\n",
        bytes(range(256)) + b"\r\n\r\n",
    ],
)
def test_what_is_no_request_is_refused_without_repeating_it(server, said) -> None:
    answer = say(server, said)
    assert answer.startswith(b"HTTP/1.1 400 Bad Request\r\n")
    assert answer.endswith(b"\r\n\r\nBad Request\n")


def test_a_header_without_end_is_refused(server) -> None:
    said = say(server, b"GET / HTTP/1.1\r\nX: " + b"a" * MAX_REQUEST_BYTES)
    assert said == b"" or said.startswith(b"HTTP/1.1 431 ")


def test_a_header_is_taken_in_any_pieces(server) -> None:
    with line_to(server) as line:
        for byte in b"GET /infiniservice/metadata HTTP/1.1\r\nHost: a\r\n\r\n":
            line.sendall(bytes((byte,)))
        assert read_all(line).endswith(b"\r\n\r\n{}")


def test_who_asks_too_slowly_is_hung_up_on_and_others_are_served_meanwhile(server, clock) -> None:
    with line_to(server) as slow:
        slow.sendall(b"GET /inf")
        assert ask(server, "GET", "/infiniservice/metadata")[0].status == 200
        clock.now += agent_server.ASK_S + 1
        assert read_all(slow) == b""


def test_who_fetches_too_slowly_is_hung_up_on(server, clock) -> None:
    with line_to(server) as slow:
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        slow.sendall(b"GET /infiniservice/linux/agent HTTP/1.1\r\n\r\n")
        assert slow.recv(1) == b"H"
        clock.now += agent_server.FETCH_S + 1
        assert ask(server, "GET", "/infiniservice/metadata")[0].status == 200


def test_one_address_cannot_take_all_connections(server) -> None:
    held = [line_to(server) for _ in range(MAX_OF_ONE)]
    for line in held:
        line.sendall(b"GET")
    with line_to(server) as one_more:
        assert read_all(one_more) == b""
    held.pop().close()
    done = threading.Event()

    def try_again() -> bool:
        return say(server, b"GET /infiniservice/metadata HTTP/1.0\n\n").endswith(b"{}")

    # The server hears of the end when it looks next.
    assert any(try_again() or done.wait(0.05) for _ in range(100))
    for line in held:
        line.close()


def test_stopping_ends_all_and_the_address_is_free_again(server) -> None:
    port = port_of(server)
    with line_to(server) as line:
        server.stop()
        assert read_all(line) == b""
    assert server.url == ""
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), PATIENCE_S)
    server.serve_at(f"127.0.0.1:{port}")
    assert ask(server, "GET", "/infiniservice/metadata")[0].status == 200


def test_an_address_that_cannot_be_had_is_said(server) -> None:
    taken = server.url
    other = AgentServer(lambda _url: FILES)
    with pytest.raises(EnvironmentalError, match="cannot be served"):
        other.serve_at(f"127.0.0.1:{port_of(server)}")
    assert other.url == ""
    assert server.url == taken


def test_files_that_cannot_be_read_leave_the_address_free() -> None:
    def unreadable(_url: str):
        raise StorageError("It is gone.")

    port = free_port()
    with pytest.raises(StorageError):
        AgentServer(unreadable).serve_at(f"127.0.0.1:{port}")
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), PATIENCE_S)


def test_no_address_serves_nowhere(server) -> None:
    server.serve_at("")
    assert server.url == ""


def test_nothing_of_a_request_comes_back() -> None:
    said = respond(b"GET /<script>alert(1)</script>\x1b[2J HTTP/1.1\r\nX: <b>\r\n\r\n", FILES)
    assert b"script" not in said
    assert b"\x1b" not in said


@pytest.mark.parametrize(
    ("said", "normal"),
    [
        ("192.168.122.1:8080", "192.168.122.1:8080"),
        (" 10.0.0.1:1024 ", "10.0.0.1:1024"),
        ("[FD00::1]:8080", "[fd00::1]:8080"),
        ("everywhere:0.0.0.0:8080", "everywhere:0.0.0.0:8080"),
        ("everywhere:[::]:8080", "everywhere:[::]:8080"),
    ],
)
def test_addresses_come_in_one_spelling(said, normal) -> None:
    assert normal_agent_address(said) == normal
    assert parse_agent_address(normal) == parse_agent_address(said)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "0.0.0.0:8080",
        "[::]:8080",
        "[::ffff:0.0.0.0]:8080",
        "everywhere:192.168.122.1:8080",
        "192.168.122.1",
        "192.168.122.1:",
        "192.168.122.1:80",
        "192.168.122.1:65536",
        "192.168.122.1:٨٠٨٠",
        "192.168.122.1:+8080",
        "localhost:8080",
        "fd00::1:8080",
        "[192.168.122.1]:8080",
        "[fe80::1%eth0]:8080",
        "224.0.0.1:8080",
        "192.168.122.1:8080/x",
    ],
)
def test_what_is_no_address_or_means_every_network_is_refused(said) -> None:
    assert normal_agent_address(said) == ""
