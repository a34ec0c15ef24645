"""Guards the trap: libvirt's default loop would call back on the window's thread."""

import queue

import libvirt
import pytest

from infinibay_desktop.model.events import DomainStateSeen
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.runtime.threads import Role, current_role
from infinibay_desktop.virt.watcher import HostWatcher

pytestmark = [pytest.mark.libvirt, pytest.mark.usefixtures("libvirt_events")]


@pytest.mark.usefixtures("qapp")
def test_callbacks_come_on_their_own_thread_beside_qt(tmp_path) -> None:
    path = tmp_path / "one.xml"
    path.write_text(
        "<node><domain type='test'><name>one</name><memory>1024</memory>"
        "<os><type>hvm</type></os></domain></node>"
    )
    from uuid import UUID

    connection = libvirt.open(f"test://{path}")
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
