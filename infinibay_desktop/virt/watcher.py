"""What a host reports by itself, turned into facts."""

import contextlib
from collections.abc import Callable
from uuid import UUID

import libvirt

from infinibay_desktop.model.events import (
    DomainDefinitionSeen,
    DomainGoneSeen,
    DomainRestartSeen,
    DomainStateSeen,
    Event,
    HostClosedSeen,
)
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import MachineId, MachineState
from infinibay_desktop.virt.opening import close_quietly, is_alive

_STATE_AFTER: dict[int, MachineState] = {
    libvirt.VIR_DOMAIN_EVENT_STARTED: MachineState.RUNNING,
    libvirt.VIR_DOMAIN_EVENT_RESUMED: MachineState.RUNNING,
    libvirt.VIR_DOMAIN_EVENT_SUSPENDED: MachineState.PAUSED,
    libvirt.VIR_DOMAIN_EVENT_STOPPED: MachineState.SHUT_OFF,
    libvirt.VIR_DOMAIN_EVENT_SHUTDOWN: MachineState.SHUTTING_DOWN,
    libvirt.VIR_DOMAIN_EVENT_PMSUSPENDED: MachineState.SUSPENDED,
    libvirt.VIR_DOMAIN_EVENT_CRASHED: MachineState.CRASHED,
}
_FORCED_OFF = (libvirt.VIR_DOMAIN_EVENT_STOPPED, libvirt.VIR_DOMAIN_EVENT_STOPPED_DESTROYED)
_CLOSE_REASONS = {
    libvirt.VIR_CONNECT_CLOSE_REASON_ERROR: "the connection failed",
    libvirt.VIR_CONNECT_CLOSE_REASON_EOF: "the host closed the connection",
    libvirt.VIR_CONNECT_CLOSE_REASON_KEEPALIVE: "the host stopped answering",
}


class HostWatcher:
    """One long-lived connection that publishes what happens on a host.

    libvirt takes one registration for each kind of event and connection; whoever is
    interested subscribes at the bus.
    """

    def __init__(
        self,
        host_id: HostId,
        connection: libvirt.virConnect,
        publish: Callable[[Event], None],
    ) -> None:
        self._host_id = host_id
        self._connection = connection
        self._publish = publish
        self._registrations: list[int] = []

    def start(self) -> None:
        """Begin to publish. Callbacks come on libvirt's event thread."""
        with contextlib.suppress(libvirt.libvirtError):  # a driver in this process never closes
            self._connection.registerCloseCallback(self._on_close, None)
        self._register(libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, self._on_lifecycle)
        with contextlib.suppress(libvirt.libvirtError):  # not every driver tells of it
            self._register(libvirt.VIR_DOMAIN_EVENT_ID_REBOOT, self._on_reboot)

    def stop(self) -> None:
        """Publish nothing more, and close the connection."""
        with contextlib.suppress(libvirt.libvirtError):
            self._connection.unregisterCloseCallback()
        for registration in self._registrations:
            with contextlib.suppress(libvirt.libvirtError):
                self._connection.domainEventDeregisterAny(registration)
        close_quietly(self._connection)

    def is_alive(self) -> bool:
        """Whether the connection still stands."""
        return is_alive(self._connection)

    def _register(self, kind: int, callback: Callable[..., None]) -> None:
        number = self._connection.domainEventRegisterAny(None, kind, callback, None)
        self._registrations.append(number)

    # On libvirt's event thread: report and leave, never call back.

    def _on_close(self, _connection: libvirt.virConnect, reason: int, _opaque: None) -> None:
        why = _CLOSE_REASONS.get(reason, "the connection was closed")
        self._publish(HostClosedSeen(host_id=self._host_id, reason=why))

    def _on_lifecycle(
        self,
        _connection: libvirt.virConnect,
        domain: libvirt.virDomain,
        event: int,
        detail: int,
        _opaque: None,
    ) -> None:
        machine_id = MachineId(UUID(domain.UUIDString()))
        if event == libvirt.VIR_DOMAIN_EVENT_UNDEFINED:
            # What is renamed is defined again at once: nobody may lose it in between.
            if detail != libvirt.VIR_DOMAIN_EVENT_UNDEFINED_RENAMED:
                self._publish(DomainGoneSeen(host_id=self._host_id, machine_id=machine_id))
        elif event == libvirt.VIR_DOMAIN_EVENT_DEFINED or _needs_a_look(event, detail):
            self._publish(
                DomainDefinitionSeen(
                    host_id=self._host_id, machine_id=machine_id, name=domain.name()
                )
            )
        elif state := _STATE_AFTER.get(event):
            self._publish(
                DomainStateSeen(
                    host_id=self._host_id,
                    machine_id=machine_id,
                    state=state,
                    forced=_was_forced_off(event, detail),
                )
            )

    def _on_reboot(
        self, _connection: libvirt.virConnect, domain: libvirt.virDomain, _opaque: None
    ) -> None:
        machine_id = MachineId(UUID(domain.UUIDString()))
        self._publish(DomainRestartSeen(host_id=self._host_id, machine_id=machine_id))


def _was_forced_off(event: int, detail: int) -> bool:
    """Whether somebody cut its power; other ends come from the guest or the host."""
    return (event, detail) == _FORCED_OFF


def _needs_a_look(event: int, detail: int) -> bool:
    """Whether the event alone does not tell the state: saved or shut off, crashed or off."""
    return event == libvirt.VIR_DOMAIN_EVENT_STOPPED and detail in (
        libvirt.VIR_DOMAIN_EVENT_STOPPED_SAVED,
        libvirt.VIR_DOMAIN_EVENT_STOPPED_CRASHED,
        libvirt.VIR_DOMAIN_EVENT_STOPPED_FAILED,
    )
