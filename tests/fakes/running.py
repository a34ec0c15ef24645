"""A running core behind a desk: nothing faked but the window around it."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import qasync

from infinibay_desktop.app.bootstrap import start_core
from infinibay_desktop.services.core import Core
from infinibay_desktop.system.paths import find_paths
from infinibay_desktop.ui.bridge import EventBridge
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.operations import Operations
from tests.fakes.desk import FakeLog, FakeNavigator, FakeNotices


@contextmanager
def qt_loop(application) -> Iterator[asyncio.AbstractEventLoop]:
    """Qt's loop as asyncio's, as if it ran."""
    application.setQuitOnLastWindowClosed(False)
    loop = qasync.QEventLoop(application)
    loop._QEventLoop__is_running = True
    loop._before_run_forever()
    asyncio.set_event_loop(loop)
    asyncio.events._set_running_loop(loop)
    yield loop
    asyncio.events._set_running_loop(None)
    asyncio.set_event_loop(None)
    loop._after_run_forever()
    loop._QEventLoop__is_running = False
    loop.close()


@contextmanager
def desk_on(core: Core, qtbot) -> Iterator[Desk]:
    """A desk on a core that runs."""
    notices, bridge = FakeNotices(), EventBridge(core.bus)
    operations = Operations(core.tasks, notices)
    yield Desk(
        core=core,
        bridge=bridge,
        operations=operations,
        notices=notices,
        log=FakeLog(),
        go=FakeNavigator(),
    )
    operations.close()
    qtbot.waitUntil(lambda: not operations._running)
    bridge.close()
    bridge.deleteLater()


@contextmanager
def running_desk(qtbot, folder: Path) -> Iterator[Desk]:
    """A desk on a core of its own, which nothing of the person's reaches."""
    core = start_core(str(folder / "desk.sqlite"), paths=find_paths())
    with desk_on(core, qtbot) as desk:
        yield desk
    core.close()
    assert desk.notices.errors == []
