"""Storage pools and the volumes in them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """A host's storage pool. Sizes are bytes; an inactive pool reports none."""

    name: str
    kind: str
    path: str
    active: bool
    autostart: bool
    capacity_bytes: int
    allocated_bytes: int
    available_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """One disk image, ISO or block device in a pool."""

    name: str
    pool: str
    path: str
    format: str
    capacity_bytes: int
    allocated_bytes: int
    mode: int | None = None
    owner: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumePlan:
    """A volume to be made. With `copy_from`, a path on the host, it starts as its copy."""

    name: str
    pool: str
    format: str
    capacity_bytes: int
    copy_from: str = ""
