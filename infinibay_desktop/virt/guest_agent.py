"""What QEMU's own agent inside a guest tells and does, through libvirt."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import libvirt

from infinibay_desktop.model.cleaning import clean
from infinibay_desktop.model.errors import GuestRefusedError, HypervisorError, StorageError
from infinibay_desktop.model.guest_parts import GuestDisk, GuestSystem, GuestUser, Teller
from infinibay_desktop.model.guests import GuestInterface
from infinibay_desktop.model.machines import MachineId
from infinibay_desktop.virt.guest_asking import agent_of
from infinibay_desktop.virt.guest_commands import GuestCommands

MAX_NAME = 256
MAX_INTERFACES, MAX_ADDRESSES, MAX_DISKS, MAX_USERS = 64, 32, 256, 500
_LAST_S = 253_402_300_799  # the end of the year 9999


class LibvirtGuestAgent(GuestCommands):
    """The QEMU guest agents of one host. Runs on workers."""

    def system(self, machine_id: MachineId) -> GuestSystem:
        """The system inside, with its interfaces."""
        wanted = (
            libvirt.VIR_DOMAIN_GUEST_INFO_OS
            | libvirt.VIR_DOMAIN_GUEST_INFO_HOSTNAME
            | libvirt.VIR_DOMAIN_GUEST_INFO_TIMEZONE
        )
        with agent_of(self._pool, machine_id, "ask for the system") as domain:
            said = domain.guestInfo(wanted, 0)
        return GuestSystem(
            os_name=_text(said, "os.pretty-name") or _text(said, "os.name"),
            kernel=_text(said, "os.kernel-release"),
            architecture=_text(said, "os.machine"),
            hostname=_text(said, "hostname"),
            timezone=_text(said, "timezone.name"),
            interfaces=self.interfaces(machine_id),
            teller=Teller.QEMU,
        )

    def interfaces(self, machine_id: MachineId) -> tuple[GuestInterface, ...]:
        """Network interfaces with their addresses."""
        source = libvirt.VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT
        with agent_of(self._pool, machine_id, "ask for the addresses") as domain:
            said = domain.interfaceAddresses(source, 0)
        return tuple(_interface(name, facts) for name, facts in list(said.items())[:MAX_INTERFACES])

    def disks(self, machine_id: MachineId) -> tuple[GuestDisk, ...]:
        """File systems that are mounted."""
        with agent_of(self._pool, machine_id, "ask for the file systems") as domain:
            try:
                said = domain.guestInfo(libvirt.VIR_DOMAIN_GUEST_INFO_FILESYSTEM, 0)
            except libvirt.libvirtError as error:
                if error.get_error_code() != libvirt.VIR_ERR_NO_SUPPORT:
                    raise
                return tuple(map(_mounted, domain.fsInfo(0)[:MAX_DISKS]))
        return tuple(_disk(said, f"fs.{n}") for n in range(_count(said, "fs.count", MAX_DISKS)))

    def users(self, machine_id: MachineId) -> tuple[GuestUser, ...]:
        """Who is logged in."""
        with agent_of(self._pool, machine_id, "ask for the users") as domain:
            said = domain.guestInfo(libvirt.VIR_DOMAIN_GUEST_INFO_USERS, 0)
        return tuple(_user(said, f"user.{n}") for n in range(_count(said, "user.count", MAX_USERS)))

    def freeze(self, machine_id: MachineId) -> int:
        """Hold up all writing to its disks, for a snapshot; returns how many file systems."""
        with agent_of(self._pool, machine_id, "freeze the file systems") as domain:
            return int(domain.fsFreeze(None, 0))

    def thaw(self, machine_id: MachineId) -> int:
        """Let writing go on; returns how many file systems."""
        with agent_of(self._pool, machine_id, "thaw the file systems") as domain:
            return int(domain.fsThaw(None, 0))

    def set_password(self, machine_id: MachineId, user: str, password: str) -> None:
        """Give a user inside another password. No error repeats what the guest says."""
        try:
            with agent_of(self._pool, machine_id, "set the password") as domain:
                domain.setUserPassword(user, password, 0)
        except (GuestRefusedError, HypervisorError, StorageError):
            # A guest could repeat the password in its answer, and errors are written down. Where
            # libvirt speaks another language, its words do not tell that they are the guest's.
            raise GuestRefusedError(
                "The guest did not set the password.",
                remedy="See whether there is such a user, and what its rules for passwords are.",
            ) from None


def _text(said: Mapping[str, Any], name: str) -> str:
    found = said.get(name, "")
    return clean(found, MAX_NAME) if isinstance(found, str) else ""


def _number(said: Mapping[str, Any], name: str) -> int | None:
    found = said.get(name)
    return found if isinstance(found, int) and 0 <= found <= 2**62 else None


def _count(said: Mapping[str, Any], name: str, most: int) -> int:
    return min(_number(said, name) or 0, most)


def _interface(name: str, facts: Mapping[str, Any]) -> GuestInterface:
    addresses: Sequence[Mapping[str, Any]] = facts.get("addrs") or ()
    return GuestInterface(
        name=clean(name, MAX_NAME),
        addresses=tuple(_text(each, "addr") for each in addresses[:MAX_ADDRESSES]),
        hardware_address=_text(facts, "hwaddr"),
    )


def _disk(said: Mapping[str, Any], at: str) -> GuestDisk:
    return GuestDisk(
        mount_point=_text(said, f"{at}.mountpoint"),
        device=_text(said, f"{at}.name"),
        filesystem=_text(said, f"{at}.fstype"),
        total_bytes=_number(said, f"{at}.total-bytes"),
        used_bytes=_number(said, f"{at}.used-bytes"),
    )


def _mounted(entry: Sequence[Any]) -> GuestDisk:
    mount_point, device, filesystem = (clean(str(part), MAX_NAME) for part in entry[:3])
    return GuestDisk(mount_point=mount_point, device=device, filesystem=filesystem)


def _user(said: Mapping[str, Any], at: str) -> GuestUser:
    domain, since_ms = _text(said, f"{at}.domain"), _number(said, f"{at}.login-time")
    return GuestUser(
        name=f"{domain}\\{_text(said, f'{at}.name')}" if domain else _text(said, f"{at}.name"),
        since=_moment(since_ms / 1000) if since_ms else None,
    )


def _moment(seconds: float) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if seconds <= _LAST_S else None
