"""A desk whose history, hosts and agents are made up."""

import time
from types import SimpleNamespace

import pytest

from infinibay_desktop.ui.charts.board import ChartBoard
from infinibay_desktop.ui.charts.panels import panels_of
from tests.fakes.charts import LAYOUT, FakeAgents, FakeHistory, FakeMachineWatch, agent_sample
from tests.fakes.charts import samples_seen as seen


@pytest.fixture
def metrics_desk(quick_desk) -> SimpleNamespace:
    """A desk with a year of history and agents that say what a test lets them say."""
    core = quick_desk.core
    core.metrics, core.statistics, core.agents = FakeHistory(), FakeMachineWatch(), FakeAgents()
    return quick_desk


@pytest.fixture
def machine(new_machine):
    return new_machine("web-01")


@pytest.fixture
def make_board(metrics_desk, machine, qtbot):
    """Shows a machine's charts and waits until they are drawn."""

    def make(names=LAYOUT, size=(900, 700)) -> ChartBoard:
        board = ChartBoard(metrics_desk)
        qtbot.addWidget(board)
        board.show_panels(panels_of(machine.key, names, machine.memory_bytes))
        board.resize(*size)
        board.show()
        qtbot.waitUntil(lambda: bool(board.in_sight()))
        return board

    return make


@pytest.fixture
def speak(metrics_desk):
    """Lets the agents of machines say something, as of some seconds ago."""

    def say(*machines, ago: int = 0) -> None:
        at = int(time.time()) - ago
        metrics_desk.bridge.publish(seen(*(agent_sample(one.key, at) for one in machines)))

    return say


@pytest.fixture
def chart_of():
    """A board's chart of that name."""
    return lambda board, name: next(c for c in board.charts if c.panel.name == name)
