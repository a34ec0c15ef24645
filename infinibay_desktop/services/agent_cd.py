"""The CD with the agent: brought to a host, put into a machine's drive, and taken out again."""

import contextlib
import logging
import posixpath
from dataclasses import replace as replaced

from infinibay_desktop.model.agent_delivery import AgentImage, CdDrive, is_agent_image
from infinibay_desktop.model.errors import (
    ConflictError,
    HypervisorError,
    InfinibayError,
    InvalidStateError,
    NotFoundError,
    StorageError,
)
from infinibay_desktop.model.hosts import Host
from infinibay_desktop.model.machines import MachineId
from infinibay_desktop.services.delivery_ports import AgentPackage
from infinibay_desktop.services.ports import HostFiles, HostLink

logger = logging.getLogger(__name__)
_DEFAULT_POOL = "default"
# Kinds of pool whose volumes are files that several machines can read.
_HOLDING = frozenset({"dir", "fs", "netfs"})


class AgentCd:
    """One image a host serves all its machines. Runs on workers."""

    def __init__(self, package: AgentPackage, files: HostFiles) -> None:
        self._package = package
        self._files = files

    def insert(
        self, host: Host, link: HostLink, machine_id: MachineId, *, replace: bool
    ) -> CdDrive:
        """Put the CD into a drive of the machine, which gets one where it has none.

        Raises ConflictError where another CD is in every drive and it is not to be replaced.
        """
        if host.address.is_demonstration:
            raise InvalidStateError(f"'{host.name}' is a demonstration: its machines run nothing.")
        drives = link.media.drives(machine_id)
        drive = _choose(drives, replace=replace)
        path = self._bring(host, link, self._package.image())
        if drive is None:
            at_once = link.media.add_drive(machine_id, path)
            known = {each.target for each in drives}
            [made] = [d for d in link.media.drives(machine_id) if d.target not in known]
            return replaced(made, path=path, at_once=at_once, is_only=not drives)
        if drive.path != path:
            link.media.change(machine_id, drive.target, path, force=bool(drive.path))
            self.drop(host, link, drive.path)
        return replaced(drive, path=path, is_only=len(drives) == 1)

    def eject(self, host: Host, link: HostLink, machine_id: MachineId) -> bool:
        """Take CDs of ours out of all drives, and away from the host; False: there were none."""
        ours = [drive for drive in link.media.drives(machine_id) if drive.has_agent]
        for drive in ours:
            try:
                link.media.change(machine_id, drive.target, "")
            except (HypervisorError, InvalidStateError):
                # The guest keeps it locked while it is mounted; nothing of it can be lost.
                link.media.change(machine_id, drive.target, "", force=True)
            self.drop(host, link, drive.path)
        return bool(ours)

    def drop(self, host: Host, link: HostLink, path: str) -> None:
        """Remove an image of ours from the host, unless a machine still has it."""
        if not is_agent_image(path) or link.hypervisor.disk_users().get(path):
            return
        try:
            if not (host.address.is_local and self._package.drop_image(path)):
                link.storage.delete_volume_at(path)
        except InfinibayError as error:
            # A small file that stays is no reason to fail; the next CD is the same one.
            logger.info("the image '%s' stays: %s", path, error.message)

    def _bring(self, host: Host, link: HostLink, image: AgentImage) -> str:
        """The image's path on the host."""
        if host.address.is_local and (path := self._as_file(link)):
            return path
        return link.storage.upload_volume(self._pool(host, link), image.name, image.data).path

    def _as_file(self, link: HostLink) -> str:
        """A file of this computer, where QEMU may read it."""
        try:
            path = self._package.keep_image()
        except StorageError as error:
            logger.info("%s", error.message)
            return ""
        return "" if self._files.why_qemu_cannot_read(path, link.qemu_user()) else path

    def _pool(self, host: Host, link: HostLink) -> str:
        pools = [pool for pool in link.storage.pools() if pool.kind in _HOLDING]
        known = next((pool for pool in pools if pool.name == _DEFAULT_POOL), None)
        active = [pool for pool in pools if pool.active]
        if known and not known.active:
            with contextlib.suppress(InfinibayError):
                link.storage.start_pool(known.name)
                return known.name
        if known and known.active:
            return known.name
        if active:
            return max(active, key=lambda pool: pool.available_bytes).name
        if host.address.is_session and not host.address.is_local:
            raise NotFoundError(
                f"'{host.name}' has no storage pool that could hold the CD with the agent.",
                remedy="Make one of kind 'dir' there.",
            )
        path = self._files.default_pool_path(session=host.address.is_session)
        link.storage.make_directory_pool(_DEFAULT_POOL, path)
        return _DEFAULT_POOL


def _choose(drives: tuple[CdDrive, ...], *, replace: bool) -> CdDrive | None:
    """The drive with a CD of ours, else an empty one, else one whose CD may go."""
    for wanted in ([d for d in drives if d.has_agent], [d for d in drives if not d.path]):
        if wanted:
            return wanted[0]
    if not drives or replace:
        return drives[0] if drives else None
    name = posixpath.basename(drives[0].path)
    raise ConflictError(
        f"There is another CD in the machine's drive: '{name}'.",
        remedy="Have it replaced, or take it out first.",
        cd=name,
    )
