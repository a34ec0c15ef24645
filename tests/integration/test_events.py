"""Guards the trap: libvirt's default loop would call back on the window's thread."""

import queue
from collections.abc import Callable
from types import SimpleNamespace
from uuid import UUID

import libvirt
import pytest

from infinibay_desktop.model.events import (
    DomainDefinitionSeen,
    DomainGoneSeen,
    DomainRestartSeen,
    DomainStateSeen,
)
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import MachineId
from infinibay_desktop.runtime.threads import Role, current_role
from infinibay_desktop.virt.watcher import HostWatcher

pytestmark = [pytest.mark.libvirt, pytest.mark.usefixtures("libvirt_events")]


def host_of_one(tmp_path) -> libvirt.virConnect:
    """A simulated host with one running machine."""
    path = tmp_path / "one.xml"
    path.write_text(
        "<node><domain type='test'><name>one</name><memory>1024</memory>"
        "<os><type>hvm</type></os></domain></node>"
    )
    return libvirt.open(f"test://{path}")


@pytest.mark.usefixtures("qapp")
def test_callbacks_come_on_their_own_thread_beside_qt(tmp_path) -> None:
    connection = host_of_one(tmp_path)
    roles: queue.Queue[tuple[Role | None, type]] = queue.Queue()
    watcher = HostWatcher(
        HostId(UUID(int=1)), connection, lambda event: roles.put((current_role(), type(event)))
    )
    watcher.start()
    domain = connection.lookupByName("one")
    domain.destroy()
    domain.create()
    seen = [roles.get(timeout=5) for _ in range(2)]
    assert seen == [(Role.LIBVIRT_EVENTS, DomainStateSeen)] * 2
    watcher.stop()


def test_what_is_renamed_is_never_gone(tmp_path) -> None:
    connection = host_of_one(tmp_path)
    events: queue.Queue[object] = queue.Queue()
    watcher = HostWatcher(HostId(UUID(int=1)), connection, events.put)
    domain = connection.lookupByName("one")
    domain.destroy()
    watcher.start()
    domain.rename("two")
    domain.undefine()
    seen = [type(events.get(timeout=5)) for _ in range(2)]
    assert seen == [DomainDefinitionSeen, DomainGoneSeen]
    watcher.stop()


def test_a_host_tells_whether_a_machine_was_forced_off(tmp_path) -> None:
    connection = host_of_one(tmp_path)
    events: queue.Queue[DomainStateSeen] = queue.Queue()
    watcher = HostWatcher(HostId(UUID(int=1)), connection, events.put)
    watcher.start()
    domain = connection.lookupByName("one")
    for end in (domain.destroy, domain.shutdown):
        end()
        domain.create()
    assert [events.get(timeout=5).forced for _ in range(4)] == [True, False, False, False]
    watcher.stop()


def test_a_host_tells_of_restarts() -> None:
    """By a connection that is told by hand: the simulated driver tells of none."""
    callbacks: dict[int, Callable[..., None]] = {}

    class Told:
        def domainEventRegisterAny(self, _domain, kind, callback, _opaque) -> int:  # noqa: N802 - libvirt's
            callbacks[kind] = callback
            return kind

        def registerCloseCallback(self, _callback, _opaque) -> None:  # noqa: N802 - libvirt's
            pass

    events: list[object] = []
    HostWatcher(HostId(UUID(int=1)), Told(), events.append).start()
    domain = SimpleNamespace(UUIDString=lambda: str(UUID(int=7)))
    callbacks[libvirt.VIR_DOMAIN_EVENT_ID_REBOOT](None, domain, None)
    machine_id = MachineId(UUID(int=7))
    assert events == [DomainRestartSeen(host_id=HostId(UUID(int=1)), machine_id=machine_id)]
