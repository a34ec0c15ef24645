"""Driving machines: power, names, sizes, screens."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace

from infinibay_desktop.model.errors import (
    ConflictError,
    InvalidStateError,
    NotFoundError,
    ShutdownTimeoutError,
    ValidationError,
)
from infinibay_desktop.model.events import MachineReset, MachineRestarting
from infinibay_desktop.model.machines import (
    Act,
    Machine,
    MachineDetails,
    MachineKey,
    MachineState,
    Thumbnail,
    check_act,
    check_description,
    check_machine_name,
)
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.model.sizes import format_size
from infinibay_desktop.model.specs import MAX_VCPUS, MIN_MEMORY_BYTES
from infinibay_desktop.services.acts import changed
from infinibay_desktop.services.connections import HostConnections
from infinibay_desktop.services.declarations import needs
from infinibay_desktop.services.inventory import Inventory
from infinibay_desktop.services.ports import Hypervisor, PictureEncoder
from infinibay_desktop.services.quotas import CountedSizes
from infinibay_desktop.services.watchers import Watchers

SHUTDOWN_TIMEOUT_S = 60.0
# How often a waiting shutdown asks the host itself, beside waiting for its event.
ASK_AGAIN_S = 2.0
_OFF = frozenset({MachineState.SHUT_OFF, MachineState.CRASHED})


class _SerialWatcher:
    """A serial console that is followed."""

    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop

    def close(self) -> None:
        """Follow it no longer."""
        self._stop.set()


class MachineService:
    """Commands on machines. Their new state arrives as an event, never from here."""

    def __init__(
        self,
        connections: HostConnections,
        inventory: Inventory,
        pictures: PictureEncoder,
        *,
        sizes: CountedSizes | None = None,
        watchers: Watchers | None = None,
    ) -> None:
        self._watchers = watchers
        self._sizes = sizes
        self._connections = connections
        self._inventory = inventory
        self._pictures = pictures

    # Power.

    @needs(Permission.MACHINE_POWER, machine="key", act="machine.start")
    def start(self, key: MachineKey, *, discard_saved: bool = False) -> None:
        """Boot it, or wake it from its saved state unless that is thrown away."""
        hypervisor, machine = self._ready(Act.START, key)
        if discard_saved:
            changed(before={"state": machine.state}, after={"saved_memory": "discarded"})
            hypervisor.start_afresh(key.machine_id)
        else:
            hypervisor.start(key.machine_id)

    @needs(Permission.MACHINE_POWER, machine="key", act="machine.shut-down")
    def shut_down(self, key: MachineKey, *, timeout_s: float = SHUTDOWN_TIMEOUT_S) -> None:
        """Ask the guest to shut down and wait for it.

        Raises ShutdownTimeoutError when it still runs after `timeout_s`; 0 does not wait.
        """
        hypervisor, machine = self._ready(Act.SHUTDOWN, key)
        hypervisor.shut_down(key.machine_id)
        if timeout_s and not self._wait_until_off(hypervisor, key, timeout_s):
            raise ShutdownTimeoutError(
                f"'{machine.name}' was asked to shut down, and still runs after {timeout_s:g} s.",
                remedy="Its system may ignore the request or wait for an answer: look at its "
                "screen, or force it off.",
                machine_id=str(key.machine_id),
            )

    @needs(Permission.MACHINE_POWER, machine="key", act="machine.reboot")
    def reboot(self, key: MachineKey) -> None:
        """Ask the guest to restart."""
        self._ready(Act.REBOOT, key)[0].reboot(key.machine_id)
        self._inventory.tell(MachineRestarting, key)

    @needs(Permission.MACHINE_POWER, machine="key", act="machine.reset")
    def reset(self, key: MachineKey) -> None:
        """Restart it at once."""
        self._ready(Act.RESET, key)[0].reset(key.machine_id)
        self._inventory.tell(MachineReset, key)

    @needs(Permission.MACHINE_POWER, machine="key", act="machine.force-off")
    def force_off(self, key: MachineKey) -> None:
        """Cut its power."""
        self._ready(Act.FORCE_OFF, key)[0].force_off(key.machine_id)

    @needs(Permission.MACHINE_POWER, machine="key", act="machine.pause")
    def pause(self, key: MachineKey) -> None:
        """Stop its processors."""
        self._ready(Act.PAUSE, key)[0].pause(key.machine_id)

    @needs(Permission.MACHINE_POWER, machine="key", act="machine.resume")
    def resume(self, key: MachineKey) -> None:
        """Let it go on, or wake it from the guest's own sleep."""
        hypervisor, machine = self._ready(Act.RESUME, key)
        if machine.state is MachineState.SUSPENDED:
            hypervisor.wake_up(key.machine_id)
        else:
            hypervisor.resume(key.machine_id)

    @needs(Permission.MACHINE_POWER, machine="key", act="machine.save")
    def save(self, key: MachineKey) -> None:
        """Write its memory to the host's disk and stop it."""
        hypervisor, machine = self._ready(Act.SAVE, key)
        if not machine.persistent:
            raise InvalidStateError(
                f"Cannot save '{machine.name}': it is transient, its definition ends with it."
            )
        hypervisor.save(key.machine_id)

    @needs(Permission.MACHINE_POWER, machine="key", act="machine.restore")
    def restore(self, key: MachineKey) -> None:
        """Go on from the saved state."""
        self._ready(Act.RESTORE, key)[0].start(key.machine_id)

    # Definition.

    @needs(Permission.MACHINE_EDIT, machine="key", act="machine.set-autostart")
    def set_autostart(self, key: MachineKey, *, enabled: bool) -> None:
        """Start it with its host, or not."""
        mark = self._inventory.mark()
        hypervisor = self._connections.link(key.host_id).hypervisor
        before = hypervisor.machine(key.machine_id)
        hypervisor.set_autostart(key.machine_id, enabled=enabled)
        changed(
            target_name=before.name,
            before={"autostart": before.autostart},
            after={"autostart": enabled},
        )
        # libvirt sends no event for this.
        self._inventory.update(hypervisor.machine(key.machine_id), mark=mark)

    @needs(Permission.MACHINE_EDIT, machine="key", act="machine.rename")
    def rename(self, key: MachineKey, name: str) -> None:
        """Give it another name; its disks keep theirs."""
        check_machine_name(name)
        hypervisor, machine = self._ready(Act.RENAME, key)
        if name == machine.name:
            return
        if hypervisor.find_by_name(name) is not None:
            raise ConflictError(f"There is a machine named '{name}' already.", field="name")
        hypervisor.rename(key.machine_id, name)
        changed(before={"name": machine.name}, after={"name": name})

    @needs(Permission.MACHINE_EDIT, machine="key", act="machine.set-size")
    def set_size(
        self, key: MachineKey, *, vcpus: int | None = None, memory_bytes: int | None = None
    ) -> None:
        """Change CPUs and memory of the definition; a running machine has them at its next start."""
        limits = self._connections.link(key.host_id).capabilities()
        if vcpus is not None and not 1 <= vcpus <= min(limits.cpus, MAX_VCPUS):
            raise ValidationError(
                f"{vcpus} virtual CPUs: the host can give 1 to {limits.cpus}.", field="vcpus"
            )
        if memory_bytes is not None and not MIN_MEMORY_BYTES <= memory_bytes <= limits.memory_bytes:
            raise ValidationError(
                f"{format_size(memory_bytes)} of memory: the host can give "
                f"{format_size(MIN_MEMORY_BYTES)} to {format_size(limits.memory_bytes)}.",
                field="memory",
            )
        hypervisor = self._connections.link(key.host_id).hypervisor
        with self._counting(hypervisor, key, vcpus, memory_bytes):
            hypervisor.set_size(key.machine_id, vcpus=vcpus, memory_bytes=memory_bytes)
        self._note_size(key, vcpus=vcpus, memory_bytes=memory_bytes)

    @needs(Permission.MACHINE_EDIT, machine="key", act="machine.set-description")
    def set_description(self, key: MachineKey, description: str) -> None:
        """Change the description; an empty one is taken out."""
        clean = description.strip()
        check_description(clean)
        hypervisor = self._connections.link(key.host_id).hypervisor
        before = hypervisor.details(key.machine_id).description
        hypervisor.set_description(key.machine_id, clean)
        changed(before={"description": before}, after={"description": clean})

    # Looking.

    @needs(Permission.MACHINE_VIEW, machine="key")
    def look(self, key: MachineKey) -> Machine:
        """The machine as its host says at this moment."""
        now = self._connections.link(key.host_id).hypervisor.machine(key.machine_id)
        known = self._inventory.find(key)
        if known is None:
            return now
        return replace(now, department_id=known.department_id, owner_id=known.owner_id)

    @needs(Permission.MACHINE_VIEW, machine="key")
    def details(self, key: MachineKey) -> MachineDetails:
        """What its definition says."""
        return self._connections.link(key.host_id).hypervisor.details(key.machine_id)

    @needs(Permission.MACHINE_VIEW, machine="key")
    def definition_xml(self, key: MachineKey) -> str:
        """Its definition as libvirt's XML, without passwords."""
        return self._connections.link(key.host_id).hypervisor.definition_xml(key.machine_id)

    @needs(Permission.MACHINE_CONSOLE, machine="key")
    def screenshot(self, key: MachineKey) -> bytes:
        """Its screen as a PNG file."""
        hypervisor, _ = self._ready(Act.SCREENSHOT, key)
        return self._pictures.to_png(hypervisor.screenshot(key.machine_id))

    @needs(Permission.MACHINE_CONSOLE, machine="key")
    def thumbnail(self, key: MachineKey, width: int, height: int) -> Thumbnail:
        """Its screen, small enough for these bounds in pixels."""
        hypervisor, _ = self._ready(Act.SCREENSHOT, key)
        return self._pictures.to_thumbnail(hypervisor.screenshot(key.machine_id), width, height)

    @needs(Permission.MACHINE_VIEW, machine="key")
    def wait_for_state(self, key: MachineKey, state: MachineState, timeout_s: float) -> bool:
        """Wait for a state; False when the time is over. A machine that went counts as shut off."""

        def reached(machine: Machine | None) -> bool:
            return machine.state is state if machine else state is MachineState.SHUT_OFF

        return self._inventory.wait_for(key, reached, timeout_s)

    @needs(Permission.MACHINE_CONSOLE, machine="key", act="machine.serial-console")
    def follow_serial(
        self,
        key: MachineKey,
        receive: Callable[[bytes], None],
        *,
        typed: Callable[[], bytes] = lambda: b"",
        stop: threading.Event,
        force: bool = False,
    ) -> None:
        """Hand over what its serial console writes until `stop`, or until it ends.

        `stop` is set here too, once whoever looks may not any more.
        """
        link = self._connections.link(key.host_id)
        watcher = _SerialWatcher(stop)  # held weakly elsewhere: alive until this returns
        if self._watchers:
            self._watchers.add(key, watcher)
        link.serial.follow(key.machine_id, receive, typed=typed, stop=stop, force=force)

    def _counting(
        self,
        hypervisor: Hypervisor,
        key: MachineKey,
        vcpus: int | None,
        memory_bytes: int | None,
    ) -> AbstractContextManager[None]:
        """Count the new size against the quota while the host is asked."""
        if self._sizes is None:
            return nullcontext()
        is_off = _is_off_there(hypervisor, key)
        return self._sizes.resizing(key, vcpus, memory_bytes, is_off=is_off)

    def _note_size(self, key: MachineKey, **sizes: int | None) -> None:
        """For the record: what was asked for, and what there was as far as known here."""
        asked = {name: size for name, size in sizes.items() if size is not None}
        known = self._inventory.find(key)
        changed(before={name: getattr(known, name, "") for name in asked}, after=asked)

    def _ready(self, act: Act, key: MachineKey) -> tuple[Hypervisor, Machine]:
        """The host's hypervisor, once the machine's state allows the act."""
        hypervisor = self._connections.link(key.host_id).hypervisor
        machine = hypervisor.machine(key.machine_id)
        changed(target_name=machine.name)
        check_act(act, machine.name, machine.state)
        return hypervisor, machine

    def _wait_until_off(self, hypervisor: Hypervisor, key: MachineKey, timeout_s: float) -> bool:
        left = timeout_s
        while left > 0:
            if self._inventory.wait_for(key, _is_off, min(left, ASK_AGAIN_S)):
                return True
            left -= ASK_AGAIN_S
            if _is_off_there(hypervisor, key):
                return True
        return False


def _is_off_there(hypervisor: Hypervisor, key: MachineKey) -> bool:
    try:
        return hypervisor.machine(key.machine_id).state in _OFF
    except NotFoundError:  # a transient machine goes with its guest
        return True


def _is_off(machine: Machine | None) -> bool:
    return machine is None or machine.state in _OFF
