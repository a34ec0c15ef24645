"""Pools as the table shows them: facts, a host that is being read, or why it could not be."""

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject

from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.naming import natural_key
from infinibay_desktop.model.storage import Pool
from infinibay_desktop.ui.formats import NO_FIGURE, percent_text, plain_text, size_text
from infinibay_desktop.ui.one_line import one_line
from infinibay_desktop.ui.storage.table_model import Column, ListTableModel

translate = QCoreApplication.translate
USAGE_COLUMN, STATE_COLUMN = 2, 3
MAX_CELL = 500


class Note(StrEnum):
    """What stands for a host that has no pools to show."""

    READING = "reading"
    FAILED = "failed"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolRow:
    """A pool of a host; or a note about the host, where `pool` is None."""

    host_id: HostId
    host_name: str
    pool: Pool | None = None
    note: Note | None = None
    problem: str = ""
    is_stale: bool = False

    @property
    def name(self) -> str:
        """The pool's name, or what the note says."""
        if self.pool:
            return one_line(self.pool.name)
        return {
            Note.READING: translate("Storage", "Reading…"),
            Note.FAILED: translate("Storage", "Could not be read"),
            Note.NONE: translate("Storage", "No storage pool"),
        }[self.note or Note.NONE]

    @property
    def used_share(self) -> float | None:
        """The used part of one; None where nothing is known."""
        pool = self.pool
        if pool is None or not pool.active or pool.capacity_bytes <= 0:
            return None
        return min(1.0, max(0.0, pool.allocated_bytes / pool.capacity_bytes))

    def aged(self, *, stale: bool) -> "PoolRow":
        """The same, as last seen or not."""
        return replace(self, is_stale=stale)


class PoolTableModel(ListTableModel[PoolRow]):
    """Pools of all hosts. What is read of one host replaces that host's rows alone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_columns(), _search, parent)
        self._hosts: dict[HostId, list[PoolRow]] = {}

    def is_faded(self, row: PoolRow) -> bool:
        """Notes, and pools of hosts that are away."""
        return row.is_stale or row.pool is None

    def show_host(self, host_id: HostId, rows: list[PoolRow]) -> None:
        """These are the rows of a host now."""
        if self._hosts.get(host_id) != rows:
            self._hosts[host_id] = rows
            self._show_all()

    def drop_host(self, host_id: HostId) -> None:
        """The host is not there any more."""
        if self._hosts.pop(host_id, None) is not None:
            self._show_all()

    def rows_of(self, host_id: HostId) -> list[PoolRow]:
        """What is shown of a host."""
        return self._hosts.get(host_id, [])

    def hosts(self) -> list[HostId]:
        """The hosts of which something is shown."""
        return list(self._hosts)

    def _show_all(self) -> None:
        self.show([row for rows in self._hosts.values() for row in rows])


def usage_text(row: PoolRow) -> str:
    """Used of all in words."""
    share, pool = row.used_share, row.pool
    if pool is None:
        return ""
    if share is None:
        return NO_FIGURE
    return translate("Storage", "{used} of {capacity} ({percent})").format(
        used=size_text(pool.allocated_bytes),
        capacity=size_text(pool.capacity_bytes),
        percent=percent_text(share * 100),
    )


def kind_text(kind: str) -> str:
    """A pool's kind in words, where we know it."""
    known = {
        "dir": translate("Storage", "Directory"),
        "fs": translate("Storage", "File system"),
        "netfs": translate("Storage", "Network folder"),
        "logical": translate("Storage", "LVM group"),
        "disk": translate("Storage", "Disk"),
        "iscsi": translate("Storage", "iSCSI"),
        "rbd": translate("Storage", "Ceph RBD"),
        "zfs": translate("Storage", "ZFS"),
    }
    return known.get(kind) or one_line(kind, 40)


def _state(row: PoolRow) -> str:
    if row.is_stale:
        return translate("Storage", "As last seen")
    if row.pool is None:
        return plain_text(row.problem, MAX_CELL)
    return translate("Storage", "Active") if row.pool.active else translate("Storage", "Inactive")


def _autostart(row: PoolRow) -> str:
    if row.pool is None:
        return ""
    return translate("Storage", "Yes") if row.pool.autostart else translate("Storage", "No")


def _path(row: PoolRow) -> str:
    return plain_text(row.pool.path, MAX_CELL) if row.pool else ""


def _kind(row: PoolRow) -> str:
    return kind_text(row.pool.kind) if row.pool else ""


def _columns() -> list[Column[PoolRow]]:
    # Notes come after pools, whatever is sorted by.
    return [
        Column(
            translate("Storage", "Pool"),
            lambda row: row.name,
            lambda row: (row.pool is None, natural_key(row.name), natural_key(row.host_name)),
        ),
        Column(
            translate("Storage", "Host"),
            lambda row: one_line(row.host_name),
            lambda row: (row.pool is None, natural_key(row.host_name), natural_key(row.name)),
        ),
        Column(
            translate("Storage", "Used"),
            usage_text,
            lambda row: (row.pool is None, -1.0 if row.used_share is None else row.used_share),
        ),
        Column(translate("Storage", "State"), _state, lambda row: (row.pool is None, _state(row))),
        Column(translate("Storage", "Kind"), _kind, lambda row: (row.pool is None, _kind(row))),
        Column(
            translate("Storage", "Autostart"),
            _autostart,
            lambda row: (row.pool is None, _autostart(row)),
        ),
        Column(
            translate("Storage", "Path"),
            _path,
            lambda row: (row.pool is None, natural_key(_path(row))),
        ),
    ]


def _search(row: PoolRow) -> str:
    return "\n".join((row.name, row.host_name, _path(row), _kind(row), _state(row)))
