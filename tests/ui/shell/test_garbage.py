"""Qt's objects are destroyed on the GUI thread, whoever makes garbage."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject, QThread

from infinibay_desktop.app.garbage import YOUNG, GuiCollector


@pytest.fixture
def collector(qapp):
    owner = QObject()
    collector = GuiCollector(owner)
    yield collector
    collector.stop()


class Cycle(QObject):
    """Garbage that only a collection finds."""

    destroyed_on: list[object] = []  # noqa: RUF012 - shared on purpose

    def __init__(self) -> None:
        super().__init__()
        self.me = self

    def __del__(self) -> None:
        Cycle.destroyed_on.append(threading.current_thread())


def test_a_worker_that_makes_much_garbage_destroys_no_widget(collector):
    Cycle.destroyed_on.clear()
    for _ in range(10):
        Cycle()
    worker = threading.Thread(target=lambda: [[] for _ in range(50_000)])
    worker.start()
    worker.join()
    assert not Cycle.destroyed_on
    kept = [[] for _ in range(YOUNG + 1)]
    collector.look()
    assert kept
    assert set(Cycle.destroyed_on) == {threading.main_thread()}
    assert QThread.currentThread()


def test_collecting_is_given_back(collector):
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
