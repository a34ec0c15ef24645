"""Figures and sparklines of the list, fed by agents where they talk."""

from array import array

import pytest
from PySide6.QtCore import QPoint

from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.model.metrics import Sample, Source
from infinibay_desktop.ui.machines.agent_figures import rates_of
from infinibay_desktop.ui.machines.roster import Roster
from infinibay_desktop.ui.machines.rows import HISTORY
from infinibay_desktop.ui.machines.sparks import Spark, SparkRoom
from tests.fakes.charts import agent_sample, rates_seen


@pytest.fixture
def roster(machine):
    roster = Roster()
    roster.put(machine)
    roster.commit(roster.arranged())
    return roster


def test_a_talking_agent_is_listened_to_instead_of_the_host(roster, machine):
    row = roster.row(machine.key)
    roster.put_rates(machine.host_id, rates_seen(machine, 100, cpu_percent=90.0).rates)
    assert row.cpu_percent == 90.0
    roster.put_samples([agent_sample(machine.key, 100)])
    told = row.cpu_percent
    roster.put_rates(machine.host_id, rates_seen(machine, 101, cpu_percent=90.0).rates)
    assert row.cpu_percent == told != 90.0
    assert len(row.history) == 2
    row.agent_at -= 60
    roster.put_rates(machine.host_id, rates_seen(machine, 160, cpu_percent=90.0).rates)
    assert row.cpu_percent == 90.0


def test_samples_of_machines_that_are_off_or_unknown_are_dropped(roster, machine, new_machine):
    off = new_machine("off", MachineState.SHUT_OFF)
    roster.put(off)
    roster.put_samples([agent_sample(one.key, 100) for one in (off, new_machine("other"))])
    assert roster.row(off.key).cpu_percent is None


def test_what_makes_no_sense_is_unknown(machine):
    layout = ("cpu_percent", "memory_used_bytes", "sent_bps", "received_bps")
    values = array("f", [250.0, float("nan"), -1.0]).tobytes()
    rates = rates_of(Sample(machine.key, Source.AGENT, 100, layout, values))
    assert rates.cpu_percent == 100.0
    assert rates.memory_used_bytes is rates.sent_bps is rates.received_bps is None


def test_a_sparkline_stands_at_the_right_of_its_room_and_is_bent_in_place(qapp):
    spark, room = Spark(), SparkRoom(10, 4, 60, 16)
    room.bend(spark, [0.0, 100.0])
    points = [spark.line.at(place) for place in range(HISTORY)]
    assert points[-1] == QPoint(69, 4)
    assert points[-2] == QPoint(68, 20)
    assert set(points[:-2]) == {points[-2]}
    line = spark.line
    room.bend(spark, [50.0] * HISTORY)
    assert spark.line is line
    assert {spark.line.at(place).y() for place in range(HISTORY)} == {12}
    assert spark.line.at(0) == QPoint(10, 12)
