"""The inventory against any order of events, readings and work of our own."""

from dataclasses import replace
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from infinibay_desktop.model.events import (
    DomainGoneSeen,
    DomainStateSeen,
    MachineAdded,
    MachineChanged,
    MachineRemoved,
)
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineId, MachineKey, MachineState
from infinibay_desktop.services.inventory import Inventory
from tests.fakes import FakeClock, Recorder

HOST = HostId(UUID(int=1))
numbers = st.integers(1, 3)
running = st.booleans()


def _id(number: int) -> MachineId:
    return MachineId(UUID(int=number))


class HostAndInventory(RuleBasedStateMachine):
    """A host that changes, tells of it by events, and is read now and then.

    A reading of all machines begins at one moment and is handed in later, when it may be
    outdated; a look at one machine, after its definition changed, is handed in at once.
    """

    def __init__(self) -> None:
        super().__init__()
        self.recorder, self.clock = Recorder(), FakeClock()
        self.inventory = Inventory(self.recorder)
        self.host: dict[MachineId, Machine] = {}
        self.reading: tuple[int, list[Machine]] | None = None
        self.working: set[MachineId] = set()

    # The host changes, and says so.

    @rule(number=numbers, on=running)
    def define(self, number: int, *, on: bool) -> None:
        state = MachineState.RUNNING if on else MachineState.SHUT_OFF
        machine = Machine(id=_id(number), host_id=HOST, name=f"vm-{number}", state=state)
        if self.host.setdefault(machine.id, machine) is machine:
            self.look_at(machine.id)

    @rule(number=numbers, vcpus=numbers)
    def resize(self, number: int, vcpus: int) -> None:
        if machine := self.host.get(_id(number)):
            self.host[machine.id] = replace(machine, vcpus=vcpus)
            self.look_at(machine.id)

    @rule(number=numbers, on=running)
    def switch(self, number: int, *, on: bool) -> None:
        state = MachineState.RUNNING if on else MachineState.SHUT_OFF
        machine = self.host.get(_id(number))
        if machine is None or machine.state is state:
            return
        if not on and not machine.persistent:
            del self.host[machine.id]
        else:
            self.host[machine.id] = replace(machine, state=state)
        self.inventory.on_domain_state_seen(
            DomainStateSeen(host_id=HOST, machine_id=machine.id, state=state)
        )

    @rule(number=numbers)
    def undefine(self, number: int) -> None:
        machine = self.host.get(_id(number))
        if machine is None or not machine.persistent:
            return
        if machine.state is MachineState.RUNNING:
            self.host[machine.id] = replace(machine, persistent=False)
        else:
            del self.host[machine.id]
        self.inventory.on_domain_gone_seen(DomainGoneSeen(host_id=HOST, machine_id=machine.id))

    # The program reads.

    def look_at(self, machine_id: MachineId) -> None:
        self.inventory.update(self.host[machine_id], mark=self.inventory.mark())

    @precondition(lambda self: self.reading is None)
    @rule()
    def begin_reading(self) -> None:
        self.reading = (self.inventory.mark(), list(self.host.values()))

    @precondition(lambda self: self.reading is not None)
    @rule()
    def end_reading(self) -> None:
        (mark, machines), self.reading = self.reading, None
        self.inventory.reconcile(HOST, machines, mark=mark)

    @rule()
    def lose_and_find_again(self) -> None:
        self.reading = None
        self.inventory.mark_stale(HOST, self.clock.now())
        mark = self.inventory.mark()
        self.inventory.reconcile(HOST, list(self.host.values()), mark=mark)

    # The program works.

    @rule(number=numbers)
    def begin_deleting(self, number: int) -> None:
        machine = self.host.get(_id(number))
        if machine:
            self.working.add(machine.id)
            self.inventory.begin_work(machine, MachineState.DELETING)

    @rule()
    def end_deleting(self) -> None:
        for machine_id in self.working:
            self.inventory.end_work(MachineKey(HOST, machine_id))
        self.working.clear()

    # What holds.

    @invariant()
    def what_the_host_told_is_what_is_shown(self) -> None:
        if self.reading or self.working:
            return
        assert {m.id: m for m in self.inventory.snapshot()} == self.host

    @invariant()
    def who_listens_has_the_same_picture(self) -> None:
        shown: dict[MachineId, Machine] = {}
        for event in self.recorder.events:
            if isinstance(event, MachineAdded):
                assert event.machine.id not in shown
                shown[event.machine.id] = event.machine
            elif isinstance(event, MachineChanged):
                assert event.machine.id in shown
                shown[event.machine.id] = event.machine
            elif isinstance(event, MachineRemoved):
                del shown[event.machine.id]
        seen = {m.id: replace(m, stale_since=None) for m in shown.values()}
        assert seen == {m.id: replace(m, stale_since=None) for m in self.inventory.snapshot()}


TestHostAndInventory = HostAndInventory.TestCase
TestHostAndInventory.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
