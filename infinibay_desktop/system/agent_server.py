"""Hands out the agent over HTTP: off unless wanted, reading only, and known files only.

One thread serves all. Nothing that a stranger sends is kept, used as a path, or logged.
"""

import contextlib
import hashlib
import logging
import selectors
import socket
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from infinibay_desktop.model.agent_addresses import parse_agent_address
from infinibay_desktop.model.errors import EnvironmentalError, InfinibayError
from infinibay_desktop.runtime.threads import Role, start_thread

logger = logging.getLogger(__name__)
PREFIX = "/infiniservice"
MAX_CONNECTIONS = 32
# Of one address, so that one guest cannot take all of them.
MAX_OF_ONE = 8
MAX_REQUEST_BYTES = 8 * 1024
MAX_URL_BYTES = 512
# How long a client may take to ask, and then to fetch.
ASK_S, FETCH_S = 5.0, 60.0
LOOK_S = 0.5
CHUNK_BYTES = 64 * 1024
_TEXT = "text/plain; charset=utf-8"
_READING = ("GET", "HEAD")
_WORDS = {
    200: "OK",
    400: "Bad Request",
    404: "Not Found",
    405: "Method Not Allowed",
    431: "Request Header Fields Too Large",
}


class Served(NamedTuple):
    """One file as it is handed out."""

    content: bytes
    kind: str = "application/octet-stream"


@dataclass(slots=True, eq=False)
class _Client:
    line: socket.socket
    address: str
    deadline: float
    asked: bytes = b""
    answer: memoryview | None = None


class AgentServer:
    """A small server. `serve_at` and `stop` may be called from any thread but its own."""

    def __init__(
        self,
        make_files: Callable[[str], Mapping[str, Served]],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._make_files = make_files
        self._now = now
        self._lock = threading.Lock()
        self._end: Callable[[], None] | None = None
        self._url = ""

    @property
    def url(self) -> str:
        """Where it serves now: http://10.0.0.1:8080/infiniservice, or nothing."""
        return self._url

    def serve_at(self, address: str) -> None:
        """Serve at this address and port from now on, '' nowhere.

        Raises EnvironmentalError where the address cannot be had; then it serves nowhere.
        """
        with self._lock:
            self._stop()
            where = parse_agent_address(address)
            if where is None:
                return
            try:
                listener = _listen(where.host, where.port)
            except OSError as error:
                raise EnvironmentalError(
                    f"The agent cannot be served at {where.text}: {error.strerror or error}.",
                    remedy="Choose an address of this computer and a free port from 1024 on.",
                ) from error
            port = listener.getsockname()[1]
            known_as = (
                f"{socket.gethostname()}:{port}" if where.is_everywhere else where.at_port(port)
            )
            url = f"http://{known_as}{PREFIX}"
            try:
                files = {f"{PREFIX}/{name}": one for name, one in self._make_files(url).items()}
            except InfinibayError:
                listener.close()
                raise
            self._begin(listener, files)
            self._url = url

    def stop(self) -> None:
        """Serve nowhere."""
        with self._lock:
            self._stop()

    def _begin(self, listener: socket.socket, files: Mapping[str, Served]) -> None:
        stopping = threading.Event()
        ours, waker = socket.socketpair()
        serving = _Serving(listener, ours, files, self._now)
        thread = start_thread(Role.AGENT_SERVER, partial(serving.run, stopping))

        def end() -> None:
            stopping.set()
            waker.close()
            thread.join()

        self._end = end

    def _stop(self) -> None:
        if self._end:
            self._end()
        self._end, self._url = None, ""


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(MAX_CONNECTIONS)
        listener.setblocking(False)
    except OSError:
        listener.close()
        raise
    return listener


class _Serving:
    """The thread's own: all connections, each with its deadline."""

    def __init__(
        self,
        listener: socket.socket,
        waker: socket.socket,
        files: Mapping[str, Served],
        now: Callable[[], float],
    ) -> None:
        self._listener = listener
        self._waker = waker
        self._files = files
        self._now = now
        self._clients: dict[socket.socket, _Client] = {}
        self._selector = selectors.DefaultSelector()
        self._selector.register(waker, selectors.EVENT_READ)
        self._selector.register(listener, selectors.EVENT_READ)

    def run(self, stopping: threading.Event) -> None:
        """Serve until the end."""
        while not stopping.is_set():
            wait_s = LOOK_S if self._clients else None
            for key, _events in self._selector.select(wait_s):
                self._on_ready(key.fileobj)
            self._drop_late()
        for client in list(self._clients.values()):
            self._drop(client)
        self._selector.close()
        self._listener.close()
        self._waker.close()

    def _on_ready(self, line: object) -> None:
        if line is self._listener:
            self._accept()
        elif isinstance(line, socket.socket) and (client := self._clients.get(line)):
            try:
                self._send(client) if client.answer is not None else self._receive(client)
            except BlockingIOError:
                return
            except OSError:
                self._drop(client)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):  # whoever knocked has gone
            line, address = self._listener.accept()
            line.setblocking(False)
            client = _Client(line, str(address[0]), self._now() + ASK_S)
            of_one = sum(1 for one in self._clients.values() if one.address == client.address)
            if len(self._clients) >= MAX_CONNECTIONS or of_one >= MAX_OF_ONE:
                line.close()
                return
            self._clients[line] = client
            self._selector.register(line, selectors.EVENT_READ)

    def _receive(self, client: _Client) -> None:
        read = client.line.recv(MAX_REQUEST_BYTES)
        if not read:
            self._drop(client)
            return
        client.asked += read
        if len(client.asked) > MAX_REQUEST_BYTES:
            self._answer(client, respond_with(431))
        elif b"\r\n\r\n" in client.asked or b"\n\n" in client.asked:
            self._answer(client, respond(client.asked, self._files))

    def _answer(self, client: _Client, answer: bytes) -> None:
        client.asked, client.answer = b"", memoryview(answer)
        client.deadline = self._now() + FETCH_S
        self._selector.modify(client.line, selectors.EVENT_WRITE)

    def _send(self, client: _Client) -> None:
        assert client.answer is not None
        sent = client.line.send(client.answer[:CHUNK_BYTES])
        client.answer = client.answer[sent:]
        if not client.answer:
            client.line.shutdown(socket.SHUT_WR)
            self._drop(client)

    def _drop_late(self) -> None:
        now = self._now()
        for client in [one for one in self._clients.values() if one.deadline < now]:
            self._drop(client)

    def _drop(self, client: _Client) -> None:
        if self._clients.pop(client.line, None):
            self._selector.unregister(client.line)
            client.line.close()


def respond(asked: bytes, files: Mapping[str, Served]) -> bytes:
    """The whole answer to a request's bytes, whatever they are."""
    words = asked.split(b"\n", 1)[0].rstrip(b"\r").split(b" ")
    if len(words) != 3 or words[2] not in (b"HTTP/1.0", b"HTTP/1.1") or b"\0" in asked:
        return respond_with(400)
    method, url, _version = (word.decode("latin-1") for word in words)
    if method not in _READING:
        return respond_with(405, "Allow: GET, HEAD\r\n")
    # Only what is spelled exactly like a known file is one: nothing is decoded or joined.
    path = url.partition("?")[0]
    served = files.get(path) if len(url) <= MAX_URL_BYTES else None
    if served is None:
        return respond_with(404)
    head = _head(200, served.kind, len(served.content), f'ETag: "{_tag(served.content)}"\r\n')
    return head + (served.content if method == "GET" else b"")


def respond_with(status: int, more: str = "") -> bytes:
    """An answer that says only what went wrong."""
    body = f"{_WORDS[status]}\n".encode()
    return _head(status, _TEXT, len(body), more) + body


def _head(status: int, kind: str, length: int, more: str) -> bytes:
    return (
        f"HTTP/1.1 {status} {_WORDS[status]}\r\n"
        f"Content-Type: {kind}\r\n"
        f"Content-Length: {length}\r\n"
        f"{more}"
        "X-Content-Type-Options: nosniff\r\n"
        "Cache-Control: no-cache\r\n"
        "Connection: close\r\n\r\n"
    ).encode("latin-1")


def _tag(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
