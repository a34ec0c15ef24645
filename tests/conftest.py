"""What every test gets: a role, no stray threads, no unexpected warnings."""

import logging
import os
import threading
from collections.abc import Iterator

import hypothesis
import pytest

from infinibay_desktop.app.bootstrap import ensure_event_loop
from infinibay_desktop.runtime.bus import EventBus
from infinibay_desktop.runtime.tasks import TaskRunner
from infinibay_desktop.runtime.threads import Role, adopt
from tests.fakes import FakeClock, Recorder

# Windows of tests must not pop up on anybody's screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
pytest_plugins = ["tests.lab.postgres"]
# Time limits for an example would fail on a busy machine; the build server repeats itself.
hypothesis.settings.register_profile("ordinary", deadline=None, max_examples=100)
hypothesis.settings.register_profile("ci", deadline=None, max_examples=200, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") == "true" else "ordinary")


@pytest.fixture(scope="session", autouse=True)
def _this_is_the_main_thread() -> None:
    adopt(Role.MAIN)


@pytest.fixture(autouse=True)
def _no_thread_outlives_its_test() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [
        thread
        for thread in threading.enumerate()
        if thread not in before and not thread.name.startswith("libvirt-events")
    ]
    for thread in left:
        thread.join(2)
    assert not [thread for thread in left if thread.is_alive()], "threads left running"


@pytest.fixture(autouse=True)
def _no_unexpected_warning(request, caplog) -> Iterator[None]:
    """A test that expects a warning says so: `@pytest.mark.expects_warnings`."""
    yield
    if request.node.get_closest_marker("expects_warnings"):
        return
    loud = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    ours = [r for r in loud if r.name.startswith("infinibay_desktop")]
    assert not ours, [r.getMessage() for r in ours]


@pytest.fixture(scope="session")
def libvirt_events() -> None:
    """libvirt takes one event loop a process, and keeps it."""
    ensure_event_loop()


@pytest.fixture
def bus() -> Iterator[EventBus]:
    bus = EventBus()
    bus.start()
    yield bus
    bus.stop()


@pytest.fixture
def tasks() -> Iterator[TaskRunner]:
    tasks = TaskRunner()
    yield tasks
    tasks.close()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture
def on_worker(tasks):
    """Runs a callable on a worker and returns its result, as the command line does."""

    def run(work):
        return tasks.submit(work).result(60)

    return run


def pytest_addoption(parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="write golden files anew")
