"""What libvirt itself asks QEMU's guest agent, on libvirt's test driver."""

from uuid import UUID

import libvirt
import pytest

from infinibay_desktop.model.errors import GuestUnavailableError, NotFoundError
from infinibay_desktop.model.machines import MachineId
from infinibay_desktop.virt.guest_agent import LibvirtGuestAgent
from infinibay_desktop.virt.pool import ConnectionPool

pytestmark = [pytest.mark.libvirt, pytest.mark.usefixtures("libvirt_events")]


@pytest.fixture
def pool(clock):
    pool = ConnectionPool(lambda: libvirt.open("test:///default"), clock, "'test'")
    yield pool
    pool.close()


@pytest.fixture
def machine_id(pool, on_worker) -> MachineId:
    def find() -> MachineId:
        with pool.lease() as connection:
            return MachineId(UUID(connection.lookupByName("test").UUIDString()))

    return on_worker(find)


@pytest.fixture
def agent(pool) -> LibvirtGuestAgent:
    return LibvirtGuestAgent(pool)


def test_addresses_and_file_systems_come_from_the_guest(agent, machine_id, on_worker) -> None:
    [interface] = on_worker(lambda: agent.interfaces(machine_id))
    assert (interface.name, interface.addresses) == ("testnet0", ("192.168.122.3",))
    found = on_worker(lambda: agent.disks(machine_id))
    assert [(disk.mount_point, disk.filesystem) for disk in found] == [
        ("/", "ext4"),
        ("/boot", "ext4"),
    ]


def test_file_systems_are_frozen_and_thawed(agent, machine_id, on_worker) -> None:
    assert on_worker(lambda: agent.freeze(machine_id)) == 2
    assert on_worker(lambda: agent.thaw(machine_id)) == 2


def test_a_password_is_handed_on(agent, machine_id, on_worker) -> None:
    on_worker(lambda: agent.set_password(machine_id, "root", "nine green kettles"))


def test_what_the_driver_cannot_do_counts_as_nobody_there(agent, machine_id, on_worker) -> None:
    with pytest.raises(GuestUnavailableError):
        on_worker(lambda: agent.system(machine_id))


def test_a_machine_that_is_gone_is_told_of(agent, on_worker) -> None:
    with pytest.raises(NotFoundError):
        on_worker(lambda: agent.interfaces(MachineId(UUID(int=5))))
