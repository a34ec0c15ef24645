"""Pools and volumes of one host, through libvirt alone, so that it works over ssh alike."""

import contextlib
import posixpath
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from uuid import uuid4

import libvirt

from infinibay_desktop.model.errors import NotFoundError, StorageError
from infinibay_desktop.model.storage import Pool, Volume, VolumePlan
from infinibay_desktop.virt.errors import translated
from infinibay_desktop.virt.pool import ConnectionPool
from infinibay_desktop.virt.xml.storage import (
    parse_pool,
    parse_volume,
    render_directory_pool,
    render_volume,
)

# A pool of ours over a directory that is looked into once; it goes away after the look.
LOOK_PREFIX = "infinibay-look-"
_STREAM_BYTES = 256 * 1024
_GONE = (libvirt.VIR_ERR_NO_STORAGE_VOL, libvirt.VIR_ERR_NO_STORAGE_POOL)


class LibvirtStorage:
    """Disks as volumes. Every method runs on a worker."""

    def __init__(self, pool: ConnectionPool) -> None:
        self._pool = pool

    def pools(self) -> Sequence[Pool]:
        """All pools, sizes as the host last counted them."""
        with self._pool.lease() as connection, translated("list the storage pools"):
            return [_describe_pool(pool) for pool in connection.listAllStoragePools()]

    def pool(self, name: str, *, recount: bool = False) -> Pool:
        """One pool; `recount` asks the host to look at its directory again, which takes time."""
        with self._pool.lease() as connection, translated(f"look at the storage pool '{name}'"):
            pool = connection.storagePoolLookupByName(name)
            if recount and pool.isActive():
                pool.refresh(0)
            return _describe_pool(pool)

    def start_pool(self, name: str) -> None:
        """Make a defined pool usable."""
        with self._pool.lease() as connection, translated(f"start the storage pool '{name}'"):
            connection.storagePoolLookupByName(name).create(0)

    def make_directory_pool(self, name: str, path: str) -> None:
        """Define a pool over a directory, make the directory, start it with the host."""
        with self._pool.lease() as connection, translated(f"make the storage pool '{name}'"):
            pool = connection.storagePoolDefineXML(render_directory_pool(name, path), 0)
            try:
                pool.build(0)
                pool.create(0)
                pool.setAutostart(1)
            except libvirt.libvirtError:
                pool.undefine()
                raise

    def volumes(self, pool: str) -> Sequence[Volume]:
        """What lies in a pool, freshly counted."""
        with self._pool.lease() as connection, translated(f"list the volumes of '{pool}'"):
            found = connection.storagePoolLookupByName(pool)
            found.refresh(0)
            return [parse_volume(volume.XMLDesc(0), pool) for volume in found.listAllVolumes()]

    def volume(self, pool: str, name: str) -> Volume | None:
        """A volume by name, or None."""
        with self._pool.lease() as connection, translated(f"look for the volume '{name}'"):
            found = _find(connection, pool, name)
            return None if found is None else parse_volume(found.XMLDesc(0), pool)

    def volume_at(self, path: str) -> Volume | None:
        """The file or device at a path of the host, in a pool or not; None where there is none."""
        with self._at(path, f"look for '{path}'") as volume:
            if volume is None:
                return None
            return parse_volume(volume.XMLDesc(0), volume.storagePoolLookupByVolume().name())

    def create_volume(self, plan: VolumePlan) -> Volume:
        """Make a volume, empty or as a copy. An equally named one that is there is kept."""
        with self._pool.lease() as connection, translated(f"make the volume '{plan.name}'"):
            pool = connection.storagePoolLookupByName(plan.pool)
            found = _find(connection, plan.pool, plan.name)
            if found is None and not plan.copy_from:
                found = pool.createXML(render_volume(plan), 0)
            elif found is None:
                found = _copy(connection, pool, plan)
            return parse_volume(found.XMLDesc(0), plan.pool)

    def upload_volume(self, pool: str, name: str, data: bytes) -> Volume:
        """A raw volume that holds exactly these bytes. One that does already is kept as it is."""
        plan = VolumePlan(name=name, pool=pool, format="raw", capacity_bytes=len(data))
        with self._pool.lease() as connection, translated(f"write the volume '{name}'"):
            found = _find(connection, pool, name)
            if found is None:
                found = connection.storagePoolLookupByName(pool).createXML(render_volume(plan), 0)
            elif _holds(found, data):
                return parse_volume(found.XMLDesc(0), pool)
            _upload(found, data)
            if not _holds(found, data):
                raise StorageError(f"The host did not keep the volume '{name}' as it was sent.")
            return parse_volume(found.XMLDesc(0), pool)

    def delete_volume(self, pool: str, name: str) -> None:
        """Remove a volume and what it holds. One that is gone already is no error."""
        with self._pool.lease() as connection, translated(f"delete the volume '{name}'"):
            volume = _find(connection, pool, name)
            if volume is not None:
                _delete(volume)

    def delete_volume_at(self, path: str) -> None:
        """Remove the file or volume at a path. One that is gone already is no error."""
        with self._at(path, f"delete '{path}'") as volume:
            if volume is not None:
                _delete(volume)

    def drop_leftovers(self) -> None:
        """Remove pools that a killed program left after looking into a directory."""
        with self._pool.lease() as connection, translated("clean up storage pools"):
            for pool in connection.listAllStoragePools():
                if pool.name().startswith(LOOK_PREFIX):
                    with contextlib.suppress(libvirt.libvirtError):
                        pool.destroy()

    @contextmanager
    def _at(self, path: str, operation: str) -> Iterator[libvirt.virStorageVol | None]:
        with (
            self._pool.lease() as connection,
            translated(operation),
            _volume_at(connection, path) as volume,
        ):
            yield volume


def _describe_pool(pool: libvirt.virStoragePool) -> Pool:
    return parse_pool(
        pool.XMLDesc(0), active=bool(pool.isActive()), autostart=bool(pool.autostart())
    )


def _find(connection: libvirt.virConnect, pool: str, name: str) -> libvirt.virStorageVol | None:
    try:
        return connection.storagePoolLookupByName(pool).storageVolLookupByName(name)
    except libvirt.libvirtError as error:
        if error.get_error_code() in _GONE:
            return None
        raise


def _find_by_path(connection: libvirt.virConnect, path: str) -> libvirt.virStorageVol | None:
    try:
        return connection.storageVolLookupByPath(path)
    except libvirt.libvirtError as error:
        if error.get_error_code() in _GONE:
            return None
        raise


@contextmanager
def _volume_at(connection: libvirt.virConnect, path: str) -> Iterator[libvirt.virStorageVol | None]:
    """The volume at `path`; where no pool knows it, by a passing pool over its directory."""
    if (volume := _find_by_path(connection, path)) is not None:
        yield volume
        return
    directory = posixpath.dirname(path) or "/"
    for pool in connection.listAllStoragePools(libvirt.VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE):
        if _describe_pool(pool).path.rstrip("/") == directory.rstrip("/"):
            pool.refresh(0)
            yield _find_by_path(connection, path)
            return
    pool = _open_directory(connection, directory)
    if pool is None:
        yield None
        return
    try:
        yield _find_by_path(connection, path)
    finally:
        with contextlib.suppress(libvirt.libvirtError):
            pool.destroy()


def _open_directory(
    connection: libvirt.virConnect, directory: str
) -> libvirt.virStoragePool | None:
    xml = render_directory_pool(f"{LOOK_PREFIX}{uuid4().hex[:12]}", directory)
    try:
        return connection.storagePoolCreateXML(xml, 0)
    except libvirt.libvirtError as error:
        if "No such file" in str(error) or "cannot open path" in str(error):
            return None
        raise


def _copy(
    connection: libvirt.virConnect, pool: libvirt.virStoragePool, plan: VolumePlan
) -> libvirt.virStorageVol:
    with _volume_at(connection, plan.copy_from) as source:
        if source is None:
            raise NotFoundError(f"There is no disk image at '{plan.copy_from}' on the host.")
        made = pool.createXMLFrom(render_volume(plan), source, 0)
    if made.info()[1] < plan.capacity_bytes:
        made.resize(plan.capacity_bytes, 0)
    return made


def _holds(volume: libvirt.virStorageVol, data: bytes) -> bool:
    """Whether a volume holds these bytes; a program that was killed may have written a part."""
    if volume.info()[1] != len(data):
        return False
    stream = volume.connect().newStream(0)
    volume.download(stream, 0, len(data), 0)
    place = 0
    while read := stream.recv(_STREAM_BYTES):
        if data[place : place + len(read)] != read:
            stream.abort()
            return False
        place += len(read)
    stream.finish()
    return place == len(data)


def _upload(volume: libvirt.virStorageVol, data: bytes) -> None:
    if volume.info()[1] != len(data):
        volume.resize(len(data), libvirt.VIR_STORAGE_VOL_RESIZE_SHRINK)
    stream = volume.connect().newStream(0)
    volume.upload(stream, 0, len(data), 0)
    try:
        place = 0
        while place < len(data):
            place += stream.send(data[place : place + _STREAM_BYTES])
    except libvirt.libvirtError:
        stream.abort()
        raise
    stream.finish()


def _delete(volume: libvirt.virStorageVol) -> None:
    try:
        volume.delete(0)
    except libvirt.libvirtError as error:
        code = error.get_error_code()
        if code in _GONE:
            return
        if code == libvirt.VIR_ERR_OPERATION_INVALID and "being allocated" in str(error):
            raise StorageError(
                f"The volume '{volume.name()}' is still being written by the host.",
                remedy="It is deleted when that has ended; try again later.",
            ) from error
        raise
