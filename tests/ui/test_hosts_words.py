"""Machines of a host are counted by the states that people know."""

from collections import Counter

from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.ui.hosts.words import machines_text


def test_paused_machines_are_counted_as_such():
    counts = Counter(
        {
            MachineState.RUNNING: 2,
            MachineState.PAUSED: 1,
            MachineState.SHUT_OFF: 3,
            MachineState.CRASHED: 1,
        }
    )
    said = machines_text(counts)
    assert said == "7 machines · 2 running · 1 paused · 3 off · 1 in another state"
    assert machines_text(Counter()) == "No machines"
