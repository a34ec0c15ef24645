"""What the signed-in person may see: machines in lists, and events that concern them."""

from collections.abc import Callable
from dataclasses import replace

from infinibay_desktop.model.errors import NotPermittedError
from infinibay_desktop.model.events import (
    ActorChanged,
    AgentStatusChanged,
    Event,
    GuestFactsSeen,
    MachineAdded,
    MachineChanged,
    MachineHappening,
    MachineRatesSeen,
    MachineRemoved,
    MachinesPlaced,
    MachinesStale,
    SamplesSeen,
    TaskProgressed,
)
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.model.rights import Actor, Permission, Scope
from infinibay_desktop.model.tasks import TaskId, TaskStatus
from infinibay_desktop.runtime.bus import EventBus
from infinibay_desktop.services.acting import CurrentActor
from infinibay_desktop.services.audience_rules import concerns
from infinibay_desktop.services.declarations import free
from infinibay_desktop.services.inventory import Inventory

VIEW = Permission.MACHINE_VIEW
_ENDED = (TaskStatus.DONE, TaskStatus.UNDONE)


def seen_by(actor: Actor, machines: list[Machine]) -> list[Machine]:
    """Those of the machines that `may_on` lets the actor view, asked for all at once."""
    if actor.may(VIEW):
        return machines
    if actor.person is None or not actor.person.can_sign_in:
        return []
    departments = {each for each in actor.memberships if actor.may_in(VIEW, each)}
    own = actor.person.id if actor.scope(VIEW) >= Scope.OWN else None
    granted = {key for key, permissions in actor.grants.items() if permissions}
    if not actor.person.may_act:  # before a one-time password was changed
        granted = set()
    return [
        machine
        for machine in machines
        if machine.department_id in departments
        or (own is not None and machine.owner_id == own)
        or (granted and machine.key in granted)
    ]


class VisibleInventory:
    """The inventory as the signed-in person may see it. Any thread."""

    def __init__(self, inventory: Inventory, current: CurrentActor) -> None:
        self._inventory = inventory
        self._current = current

    @free("only the machines that one may see", signed_out=True)
    def snapshot(self) -> list[Machine]:
        """All machines that may be seen."""
        return seen_by(self._current.signed_in, self._inventory.snapshot())

    def __len__(self) -> int:
        """How many machines there are to see."""
        if self._current.signed_in.may(VIEW):
            return len(self._inventory)
        return len(self.snapshot())

    @free("only the machines that one may see", signed_out=True)
    def of_host(self, host_id: HostId) -> list[Machine]:
        """Those of one host."""
        return [machine for machine in self.snapshot() if machine.host_id == host_id]

    @free("only the machines that one may see", signed_out=True)
    def find(self, key: MachineKey) -> Machine | None:
        """One machine, if it may be seen."""
        machine = self._inventory.find(key)
        seen = machine is not None and self._current.signed_in.may_on(VIEW, machine)
        return machine if seen else None

    @free("only the machines that one may see", signed_out=True)
    def wait_for(
        self, key: MachineKey, wanted: Callable[[Machine | None], bool], timeout_s: float
    ) -> bool:
        """Wait until a machine is as `wanted`; one that may not be seen is none."""
        actor = self._current.signed_in

        def seen(machine: Machine | None) -> bool:
            visible = machine is not None and actor.may_on(VIEW, machine)
            return wanted(machine if visible else None)

        return self._inventory.wait_for(key, seen, timeout_s)


class AudienceBus(EventBus):
    """The events that the signed-in person may know of, for screens and the command line.

    It has no thread of its own: the whole bus delivers to it. It keeps which machines its
    listeners know, so that one which becomes visible arrives as MachineAdded, and one that
    ceases to be as MachineRemoved; when somebody else signs in, all that differs does.
    """

    def __init__(self, whole: EventBus, inventory: Inventory, current: CurrentActor) -> None:
        super().__init__()
        self._whole = whole
        self._inventory = inventory
        self._current = current
        self._actor = current.signed_in
        # On the bus thread only, once it runs.
        self._known = self._visible_now()
        self._tasks: set[TaskId] = set()
        whole.subscribe(Event, self._arrived)

    def start(self) -> None:
        """Nothing: the whole bus is what runs."""

    def stop(self) -> None:
        """Nothing: the whole bus is what runs."""

    def publish(self, event: object) -> None:
        """Refuse: what is told here is taken for fact by the whole program, whoever says it."""
        raise NotPermittedError(
            f"Only the program itself tells of '{type(event).__name__}'.",
            remedy="This is an error of the program; report it.",
        )

    def drain(self) -> None:
        """Wait until everything published before this call was delivered."""
        self._whole.drain()

    # On the bus thread.

    def _arrived(self, event: Event) -> None:
        # The same person read anew is another object each time, and sees the same.
        if self._actor != self._current.signed_in:
            self._change_view()
        if isinstance(event, MachineAdded | MachineChanged):
            self._machine_is(event)
        elif isinstance(event, MachineRemoved):
            self._machine_gone(event)
        elif passed := self._passed(event):
            self._deliver(passed)

    def _machine_is(self, event: MachineAdded | MachineChanged) -> None:
        machine = event.machine
        known = self._known.get(machine.key)
        if self._actor.may_on(VIEW, machine):
            self._known[machine.key] = machine
            kind = MachineAdded if known is None else MachineChanged
            self._deliver(event if type(event) is kind else kind(machine=machine))
        elif known is not None:
            # As it was known: what it is now is not for these eyes.
            self._deliver(MachineRemoved(machine=self._known.pop(machine.key)))

    def _machine_gone(self, event: MachineRemoved) -> None:
        if known := self._known.pop(event.machine.key, None):
            self._deliver(event if self._actor.may(VIEW) else MachineRemoved(machine=known))

    def _change_view(self) -> None:
        """Somebody else looks: tell what they see that was not seen, and what they do not."""
        self._actor = self._current.signed_in
        before, self._known = self._known, self._visible_now()
        self._tasks.clear()
        for key in before.keys() - self._known.keys():
            self._deliver(MachineRemoved(machine=before[key]))
        for key, machine in self._known.items():
            if key not in before:
                self._deliver(MachineAdded(machine=machine))
            elif machine != before[key]:
                self._deliver(MachineChanged(machine=machine))

    def _visible_now(self) -> dict[MachineKey, Machine]:
        machines = seen_by(self._actor, self._inventory.snapshot())
        return {machine.key: machine for machine in machines}

    def _passed(self, event: Event) -> Event | None:
        """The event, or what of it concerns the person."""
        if isinstance(event, MachineRatesSeen):
            return self._rates(event)
        if isinstance(event, MachinesStale | MachinesPlaced):
            return self._some_of(event)
        if isinstance(event, SamplesSeen):
            return self._samples(event)
        if isinstance(event, AgentStatusChanged):
            return event if self._is_known(event.status.key) else None
        if isinstance(event, GuestFactsSeen):
            return event if self._may_look_inside(event.key) else None
        if isinstance(event, TaskProgressed):
            return event if self._may_follow(event) else None
        if isinstance(event, MachineHappening):
            return event if event.machine.key in self._known else None
        if isinstance(event, ActorChanged):
            return event
        return event if concerns(event, self._actor) else None

    def _rates(self, event: MachineRatesSeen) -> MachineRatesSeen | None:
        if self._actor.may(VIEW):
            return event
        host_id, known = event.host_id, self._known
        rates = tuple(r for r in event.rates if MachineKey(host_id, r.machine_id) in known)
        return replace(event, rates=rates) if rates else None

    def _samples(self, event: SamplesSeen) -> SamplesSeen | None:
        if self._actor.may(VIEW):
            return event
        samples = tuple(sample for sample in event.samples if sample.key in self._known)
        return SamplesSeen(samples=samples) if samples else None

    def _is_known(self, key: MachineKey) -> bool:
        return self._actor.may(VIEW) or key in self._known

    def _may_look_inside(self, key: MachineKey) -> bool:
        """Processes and addresses say more of a guest than that its machine may be seen."""
        machine = self._known.get(key)
        return machine is not None and self._actor.may_on(Permission.GUEST_VIEW, machine)

    def _some_of(self, event: MachinesStale | MachinesPlaced) -> Event | None:
        if self._actor.may(VIEW):
            return event
        keys = tuple(key for key in event.keys if key in self._known)
        return replace(event, keys=keys) if keys else None

    def _may_follow(self, event: TaskProgressed) -> bool:
        """Who saw a task begin sees it end, though its machine may be gone by then."""
        seen = event.task_id in self._tasks or _may_see_task(self._actor, self._inventory, event)
        if event.status in _ENDED:
            self._tasks.discard(event.task_id)
        elif seen:
            self._tasks.add(event.task_id)
        return seen


def _may_see_task(actor: Actor, inventory: Inventory, event: TaskProgressed) -> bool:
    if actor.may(Permission.TASK_VIEW):
        return True
    machine = inventory.find(event.key)
    return machine is not None and actor.may_on(Permission.TASK_VIEW, machine)
