"""Names for our threads, one assertion that keeps them honest, and one way to make them."""

import threading
from collections.abc import Callable
from enum import StrEnum


class Role(StrEnum):
    """What a thread is for; see the table of threads in DESIGN.md."""

    MAIN = "main"
    BUS = "bus"
    WORKER = "worker"
    TIMERS = "timers"
    LIBVIRT_EVENTS = "libvirt-events"
    CONSOLE = "console"
    INSTANCE = "instance"
    RELAY = "relay"
    GUEST_IO = "guest-io"
    AGENT_SERVER = "agent-server"


_here = threading.local()


def adopt(role: Role) -> None:
    """Mark the calling thread; called once, where the thread starts."""
    _here.role = role
    if threading.current_thread() is not threading.main_thread():
        threading.current_thread().name = f"{role}-{threading.get_native_id()}"


def current_role() -> Role | None:
    """The calling thread's role, if it has one."""
    return getattr(_here, "role", None)


def require(*allowed: Role) -> None:
    """Fail loudly when code runs on a thread that must not run it."""
    role = current_role()
    if role not in allowed:
        raise AssertionError(f"runs on {role}, needs {' or '.join(allowed)}")


def start_thread(role: Role, run: Callable[[], None]) -> threading.Thread:
    """Start a daemon thread that has adopted `role`."""

    def body() -> None:
        adopt(role)
        run()

    thread = threading.Thread(target=body, name=str(role), daemon=True)
    thread.start()
    return thread
