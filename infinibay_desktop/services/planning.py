"""Everything about a new machine checked and decided, before anything is made."""

from dataclasses import replace
from typing import NamedTuple
from uuid import uuid4

from infinibay_desktop.model.definition import DiskSource, resolve
from infinibay_desktop.model.errors import (
    ConflictError,
    NotFoundError,
    StorageError,
    ValidationError,
)
from infinibay_desktop.model.hosts import Host
from infinibay_desktop.model.machines import MachineId
from infinibay_desktop.model.problems import Problem
from infinibay_desktop.model.sizes import format_size
from infinibay_desktop.model.specs import DiskOrigin, DiskSpec, MachineSpec, check_spec
from infinibay_desktop.model.storage import Pool, Volume, VolumePlan
from infinibay_desktop.model.tasks import CreationPlan
from infinibay_desktop.services.ports import HostFiles, HostLink

DEFAULT_POOL = "default"
# Kinds of pool that volumes can be made in without further ado.
_MAKING = frozenset({"dir", "fs", "netfs", "logical"})
# Figures of a pool are of its last count; where a disk takes this share, count anew.
_RECOUNT_SHARE = 0.25


class _PlannedDisk(NamedTuple):
    """A disk of the new machine, and the volume that is made for it, if one is."""

    source: DiskSource
    capacity_bytes: int
    volume: VolumePlan | None = None


class CreationPlanner:
    """Turns a wish into a plan. Changes nothing on the host but a missing default pool."""

    def __init__(self, files: HostFiles) -> None:
        self._files = files

    def plan(self, host: Host, link: HostLink, spec: MachineSpec) -> CreationPlan:
        """Raises ValidationError, ConflictError, NotFoundError or StorageError."""
        spec = _with_volume_paths(link, spec)
        check_spec(spec)
        if link.hypervisor.find_by_name(spec.name) is not None:
            raise ConflictError(
                f"There is a machine named '{spec.name}' on '{host.name}' already.", field="name"
            )
        machine_id = MachineId(uuid4())
        self._check_files(host, link, spec)
        demonstration = host.address.is_demonstration
        disks = [] if demonstration else self._disks(host, link, spec, machine_id)
        definition = resolve(
            spec,
            machine_id,
            link.capabilities(),
            acceleration=host.acceleration,
            disks=tuple(disk.source for disk in disks),
            active_networks=link.active_networks(),
        )
        return CreationPlan(
            definition=definition,
            volumes=tuple(disk.volume for disk in disks if disk.volume),
            start=spec.start,
            autostart=spec.autostart,
            internal_name=_stem(spec, machine_id, 0),
            disk_bytes=sum(disk.capacity_bytes for disk in disks),
            department_id=spec.department_id,
            owner_id=spec.owner_id,
        )

    def _check_files(self, host: Host, link: HostLink, spec: MachineSpec) -> None:
        wanted = [(path, "iso") for path in spec.isos]
        if spec.direct_boot:
            wanted.append((spec.direct_boot.kernel, "kernel"))
            wanted += [(spec.direct_boot.initrd, "initrd")] if spec.direct_boot.initrd else []
        if host.address.is_demonstration:
            return
        for path, field in wanted:
            # What we see ourselves need not be looked for through libvirt, which is slower.
            if not (host.address.is_local and self._files.is_file(path)):
                self._file_at(host, link, path, field)
            self._check_readable(host, link, path, field)

    def _file_at(self, host: Host, link: HostLink, path: str, field: str) -> Volume:
        found = link.storage.volume_at(path)
        if found is None:
            raise NotFoundError(f"There is no file '{path}' on '{host.name}'.", field=field)
        return found

    def _check_readable(self, host: Host, link: HostLink, path: str, field: str) -> None:
        if host.address.is_local:
            why = self._files.why_qemu_cannot_read(path, link.qemu_user())
            if why:
                raise StorageError(
                    f"QEMU cannot read '{path}': {why}.",
                    field=field,
                    problem=Problem.QEMU_CANNOT_READ,
                )

    def _disks(
        self, host: Host, link: HostLink, spec: MachineSpec, machine_id: MachineId
    ) -> list[_PlannedDisk]:
        promised: dict[str, int] = {}
        planned: list[_PlannedDisk] = []
        for number, disk in enumerate(spec.disks):
            if disk.origin is DiskOrigin.USE:
                planned.append(self._existing(host, link, disk))
                continue
            volume = self._new_volume(host, link, disk, _stem(spec, machine_id, number))
            if not disk.sparse:
                self._check_room(link, volume, promised)
            source = DiskSource(format=volume.format, pool=volume.pool, volume=volume.name)
            planned.append(_PlannedDisk(source, volume.capacity_bytes, volume))
        return planned

    def _existing(self, host: Host, link: HostLink, disk: DiskSpec) -> _PlannedDisk:
        found = self._file_at(host, link, disk.path, "disks")
        self._check_readable(host, link, disk.path, "disks")
        users = link.hypervisor.disk_users().get(disk.path, ())
        if users:
            raise ConflictError(
                f"The disk '{disk.path}' belongs to {', '.join(users[:3])} already.",
                field="disks",
                remedy="Copy it instead, or detach it there first.",
            )
        source = DiskSource(format=_disk_format(found), path=disk.path)
        return _PlannedDisk(source, found.capacity_bytes)

    def _new_volume(self, host: Host, link: HostLink, disk: DiskSpec, stem: str) -> VolumePlan:
        pool = self._pool(host, link, disk.pool)
        size = disk.size_bytes
        if disk.origin is DiskOrigin.COPY:
            origin = self._file_at(host, link, disk.path, "disks")
            if size and size < origin.capacity_bytes:
                raise ValidationError(
                    f"A copy of {format_size(size)} is smaller than the image of "
                    f"{format_size(origin.capacity_bytes)}; data would be lost.",
                    field="disks",
                )
            size = max(size, origin.capacity_bytes)
        image_format = "raw" if pool.kind == "logical" else "qcow2"
        name = stem if pool.kind == "logical" else f"{stem}.{image_format}"
        return VolumePlan(
            name=name,
            pool=pool.name,
            format=image_format,
            capacity_bytes=size,
            copy_from=disk.path if disk.origin is DiskOrigin.COPY else "",
        )

    def _pool(self, host: Host, link: HostLink, wanted: str) -> Pool:
        pools = {pool.name: pool for pool in link.storage.pools()}
        name = wanted or self._choose_pool(host, link, pools)
        pool = pools.get(name) or link.storage.pool(name)
        if not pool.active:
            link.storage.start_pool(name)
            pool = link.storage.pool(name)
        if pool.kind not in _MAKING:
            raise ValidationError(
                f"No disk can be made in the pool '{name}' of kind '{pool.kind}'.", field="pool"
            )
        return pool

    def _choose_pool(self, host: Host, link: HostLink, pools: dict[str, Pool]) -> str:
        usable = [pool for pool in pools.values() if pool.kind in _MAKING]
        if any(pool.name == DEFAULT_POOL for pool in usable):
            return DEFAULT_POOL
        active = [pool for pool in usable if pool.active]
        if active:
            return max(active, key=lambda pool: pool.available_bytes).name
        session = host.address.is_session
        if session and not host.address.is_local:
            raise StorageError(
                f"'{host.name}' has no storage pool.",
                remedy="Make one there: virsh pool-define-as default dir --target FOLDER, then "
                "virsh pool-start default.",
            )
        path = self._files.default_pool_path(session=session)
        link.storage.make_directory_pool(DEFAULT_POOL, path)
        return DEFAULT_POOL

    def _check_room(self, link: HostLink, volume: VolumePlan, promised: dict[str, int]) -> None:
        promised[volume.pool] = promised.get(volume.pool, 0) + volume.capacity_bytes
        needed = promised[volume.pool]
        pool = link.storage.pool(volume.pool)
        if needed > pool.available_bytes * _RECOUNT_SHARE:
            pool = link.storage.pool(volume.pool, recount=True)
        if needed > pool.available_bytes:
            raise StorageError(
                f"{format_size(needed)} of disk do not fit into the pool '{pool.name}': "
                f"{format_size(pool.available_bytes)} are free.",
                field="disks",
                remedy="Choose a smaller disk or another pool, or let it outgrow the pool (sparse).",
            )


def _with_volume_paths(link: HostLink, spec: MachineSpec) -> MachineSpec:
    """ISOs named as POOL/VOLUME by their paths."""
    return replace(spec, isos=tuple(_iso_path(link, iso) for iso in spec.isos))


def _iso_path(link: HostLink, iso: str) -> str:
    pool, separator, name = iso.partition("/")
    if not (pool and separator and name):
        return iso
    found = link.storage.volume(pool, name)
    if found is None:
        raise NotFoundError(f"There is no volume '{name}' in the pool '{pool}'.", field="iso")
    return found.path


def _stem(spec: MachineSpec, machine_id: MachineId, number: int) -> str:
    """A file name with the machine's own id in it: whatever bears it is ours to remove."""
    safe = "".join(c if c.isalnum() and c.isascii() else "-" for c in spec.name).strip("-")
    suffix = f"-{number + 1}" if number else ""
    return f"{safe[:40] or 'machine'}-{machine_id.hex[:12]}{suffix}"


def _disk_format(volume: Volume) -> str:
    return volume.format if volume.format in ("qcow2", "vmdk", "vdi", "vpc", "qed") else "raw"
