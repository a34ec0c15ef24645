"""The list of machines as the next start will find it."""

from dataclasses import replace
from uuid import UUID

import pytest

from infinibay_desktop.model.errors import DatabaseFullError
from infinibay_desktop.model.events import MachineAdded, MachineChanged, MachineRemoved
from infinibay_desktop.model.machines import Machine, MachineId, MachineState
from infinibay_desktop.services.inventory import Inventory
from infinibay_desktop.services.recorder import MachineRecorder


@pytest.fixture
def web(link) -> Machine:
    return Machine(
        id=MachineId(UUID(int=7)), host_id=link.host.id, name="web", state=MachineState.RUNNING
    )


@pytest.fixture
def kept(units):
    def read() -> dict[str, str]:
        with units() as unit:
            return {machine.name: str(machine.state) for machine, _ in unit.machines.all()}

    return read


@pytest.fixture
def recording(units, clock) -> MachineRecorder:
    return MachineRecorder(units, clock)


def test_changes_are_written_together_and_only_once(recording, web, kept) -> None:
    recording.on_machine_added(MachineAdded(machine=web))
    recording.on_machine_changed(MachineChanged(machine=replace(web, state=MachineState.PAUSED)))
    assert kept() == {}
    recording.flush()
    assert kept() == {"web": "paused"}
    recording.on_machine_removed(MachineRemoved(machine=web))
    recording.flush()
    assert kept() == {}


def test_the_last_word_counts(recording, web, kept) -> None:
    recording.on_machine_removed(MachineRemoved(machine=web))
    recording.on_machine_added(MachineAdded(machine=web))
    recording.flush()
    assert kept() == {"web": "running"}
    recording.on_machine_changed(MachineChanged(machine=web))
    recording.on_machine_removed(MachineRemoved(machine=web))
    recording.flush()
    assert kept() == {}


def test_nothing_new_opens_no_transaction(recording, web, units, monkeypatch) -> None:
    recording.on_machine_added(MachineAdded(machine=web))
    recording.flush()
    monkeypatch.setattr(recording, "_units", None)
    recording.flush()


def test_passing_states_are_not_worth_keeping(recording, web, kept, clock) -> None:
    for state in (MachineState.CREATING, MachineState.DELETING):
        recording.on_machine_changed(MachineChanged(machine=replace(web, state=state)))
    recording.on_machine_changed(MachineChanged(machine=replace(web, stale_since=clock.now())))
    recording.flush()
    assert kept() == {}


def test_the_next_start_has_the_list_at_once_and_as_of_then(
    recording, web, units, clock, recorder
) -> None:
    recording.on_machine_added(MachineAdded(machine=web))
    recording.flush()
    inventory = Inventory(recorder)
    with units() as unit:
        inventory.load(unit.machines.all())
    assert inventory.snapshot() == [replace(web, stale_since=clock.now())]
    assert recorder.events == []


def test_what_could_not_be_written_is_written_later(recording, web, kept, units) -> None:
    others = [replace(web, id=MachineId(UUID(int=n)), name=f"vm-{n}") for n in range(3)]
    for machine in others[:2]:
        recording.on_machine_added(MachineAdded(machine=machine))
    recording.flush()

    def full():
        raise DatabaseFullError("The database is full.")

    recording.on_machine_added(MachineAdded(machine=web))
    recording.on_machine_added(MachineAdded(machine=others[2]))
    recording.on_machine_removed(MachineRemoved(machine=others[0]))
    recording.on_machine_removed(MachineRemoved(machine=others[1]))
    recording._units = full
    with pytest.raises(DatabaseFullError):
        recording.flush()
    recording._units = units
    # What came since counts more than what could not be written.
    recording.on_machine_removed(MachineRemoved(machine=others[2]))
    recording.on_machine_added(MachineAdded(machine=replace(others[1], vcpus=4)))
    recording.flush()
    assert set(kept()) == {"web", "vm-1"}
