"""Simulated guests, in a process of their own: `crowd.py SOCKET GUESTS PERIOD_S [PROCESSES]`.

Each guest connects to the socket, greets, and sends metrics with so many processes in them: one
each period, spread evenly, or as many as go through if the period is 0. Ends when the other side
does.
"""

import contextlib
import resource
import select
import socket
import sys
import time

from tests.fakes import agents

VARIANTS = 200


def main() -> None:
    path, guests, period_s = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    processes = int(sys.argv[4]) if len(sys.argv) > 4 else 10
    allow_many_files()
    connections = []
    for _ in range(guests):
        guest = socket.socket(socket.AF_UNIX)
        guest.connect(path)
        guest.sendall(agents.handshake())
        connections.append(guest)
    with contextlib.suppress(BrokenPipeError, ConnectionResetError, KeyboardInterrupt):
        if period_s:
            keep_pace(connections, period_s)
        else:
            flood(connections, processes)


def allow_many_files() -> None:
    """Each guest is an open file; the usual limit is 1,024."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 65_536), most))


def flood(connections: list[socket.socket], processes: int) -> None:
    """Each guest says the same messages round and round, some at a time, as fast as they go."""
    running = [agents.process(number) for number in range(processes)]
    messages = [agents.metrics(5 * number, processes=running) for number in range(VARIANTS)]
    portions = [b"".join(messages[n : n + 8]) for n in range(0, VARIANTS, 8)]
    epoll = select.epoll()
    by_fd, rest, turn = {}, {}, {}
    for guest in connections:
        guest.setblocking(False)
        by_fd[guest.fileno()] = guest
        rest[guest.fileno()], turn[guest.fileno()] = b"", 0
        epoll.register(guest, select.EPOLLOUT)
    while True:
        for fd, events in epoll.poll():
            if events & (select.EPOLLHUP | select.EPOLLERR):
                return
            if not rest[fd]:
                rest[fd] = portions[turn[fd] % len(portions)]
                turn[fd] += 1
            with contextlib.suppress(BlockingIOError):
                rest[fd] = rest[fd][by_fd[fd].send(rest[fd]) :]


def keep_pace(connections: list[socket.socket], period_s: float) -> None:
    """One message from each guest each period, none at the same time as another."""
    step_s = period_s / len(connections)
    begin = time.monotonic()
    count = 0
    while True:
        for guest in connections:
            wait_s = begin + count * step_s - time.monotonic()
            if wait_s > 0:
                time.sleep(wait_s)
            guest.sendall(agents.metrics(int(time.monotonic())))
            with contextlib.suppress(BlockingIOError):  # what it is asked is not its concern
                guest.recv(4096, socket.MSG_DONTWAIT)
            count += 1


if __name__ == "__main__":
    main()
