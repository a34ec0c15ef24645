"""The metrics of one machine in its details, and whose figures these are."""

import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from infinibay_desktop.model.events import AgentStatusChanged
from infinibay_desktop.model.guests import AgentState, AgentStatus
from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.ui.charts.readings import HOST_SERIES
from infinibay_desktop.ui.charts.spans import Span
from infinibay_desktop.ui.machines.metrics_tab import MetricsTab
from infinibay_desktop.ui.machines.overview_tab import OverviewTab
from tests.fakes.charts import LAYOUT, rates_seen


@pytest.fixture
def tab(metrics_desk, machine, qtbot):
    tab = MetricsTab(metrics_desk)
    qtbot.addWidget(tab)
    tab.resize(700, 600)
    tab.see(machine)
    tab.show()
    return tab


def note(tab) -> str:
    return "" if tab.board.bar._note.isHidden() else tab.board.bar._note.text()


def earliest(chart) -> float:
    return min(one.times[0] for line in chart._lines for one in line.stretches)


def names(tab) -> list[str]:
    return [panel.name for panel in tab.board.panels]


def test_every_series_that_was_ever_kept_has_its_chart(tab):
    assert {"cpu", "cores", "memory", "space", "network", "load"} <= set(names(tab))


def test_series_that_come_later_get_theirs(metrics_desk, machine, speak, qtbot):
    metrics_desk.core.metrics.names = HOST_SERIES
    tab = MetricsTab(metrics_desk)
    qtbot.addWidget(tab)
    tab.see(machine)
    tab.show()
    assert names(tab) == ["cpu", "memory", "disk", "network"]
    speak(machine)
    qtbot.waitUntil(lambda: "load" in names(tab))


def test_without_an_agent_it_says_whose_figures_these_are_and_what_to_do(
    tab, metrics_desk, machine
):
    metrics_desk.core.agents.state = AgentState.WAITING
    tab.watch()
    tab.board.feed.follow([machine.key])
    metrics_desk.core.metrics.empty = True
    metrics_desk.bridge.publish(rates_seen(machine, time.time()))
    assert "Install the agent" in note(tab)
    wanted = []
    tab.agent_wanted.connect(lambda: wanted.append(1))
    tab.agent.click()
    assert wanted
    status = AgentStatus(
        key=machine.key, state=AgentState.SILENT, since=datetime(2026, 1, 1, tzinfo=UTC)
    )
    metrics_desk.bridge.publish(AgentStatusChanged(status=status))
    assert "silent" in note(tab)


def test_a_machine_that_is_off_leads_to_its_history(tab, machine):
    tab.see(replace(machine, state=MachineState.SHUT_OFF))
    assert "longer range" in note(tab)
    assert tab.agent.isHidden()
    tab.board.show_span(Span.DAY)
    tab._explain()
    assert not note(tab)


def test_another_machine_takes_nothing_along(tab, machine, new_machine, speak, qtbot):
    speak(machine)
    other = new_machine("web-02")
    tab.see(other)
    assert tab.board.keys() == [other.key]
    assert tab.board.feed.source(other.key) is None


def test_the_overview_shows_what_comes_and_what_came_while_nobody_looked(
    metrics_desk, machine, speak, qtbot
):
    metrics_desk.core.settings = metrics_desk.core.settings
    tab = OverviewTab(metrics_desk)
    qtbot.addWidget(tab)
    tab.resize(420, 600)
    tab.see(machine)
    tab.show()
    speak(machine)
    assert tab.charts.cpu.last_words().endswith("%")
    assert not metrics_desk.core.statistics.watched
    first = time.time() - 200
    qtbot.waitUntil(lambda: earliest(tab.charts.cpu) < first)
    assert len(metrics_desk.core.metrics.wishes) == 1
    assert not tab.grab().isNull()
    assert set(LAYOUT) > set(HOST_SERIES)
