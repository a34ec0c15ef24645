"""Files of this computer, as QEMU will find them."""

import os
import pwd
import stat
from pathlib import Path

import platformdirs

SYSTEM_POOL = "/var/lib/libvirt/images"


class LocalFiles:
    """Judges paths on this computer. What cannot be looked at is left to libvirt to judge."""

    def is_file(self, path: str) -> bool:
        """Whether there is a file or device that this program can see."""
        try:
            mode = Path(path).stat().st_mode
        except OSError:
            return False
        return stat.S_ISREG(mode) or stat.S_ISBLK(mode)

    def why_qemu_cannot_read(self, path: str, qemu_user: int | None) -> str:
        """Why QEMU's account cannot get at a file, or nothing.

        libvirt hands the file itself over to QEMU's account at start; the folders above
        it are nobody's to change.
        """
        if qemu_user is None:  # QEMU runs as we do
            readable = os.access(path, os.R_OK) or not os.path.exists(path)  # noqa: PTH110 - no error wanted
            return "" if readable else "your account may not read it"
        if qemu_user == 0:
            return ""
        for folder in reversed(Path(path).parents):
            try:
                if not _may_pass(folder, qemu_user):
                    return f"its account may not enter '{folder}'"
            except OSError:
                return ""
        return ""

    def default_pool_path(self, *, session: bool) -> str:
        """Where libvirt's own tools put disks."""
        if not session:
            return SYSTEM_POOL
        return str(platformdirs.user_data_path("libvirt") / "images")


def _may_pass(folder: Path, user: int) -> bool:
    status = folder.stat()
    mode = status.st_mode
    if status.st_uid == user:
        return bool(mode & stat.S_IXUSR)
    if status.st_gid in _groups_of(user) and mode & stat.S_IXGRP:
        return True
    # An access list may say otherwise; reading it right is the kernel's business.
    return bool(mode & stat.S_IXOTH) or _has_access_list(folder)


def _groups_of(user: int) -> list[int]:
    try:
        entry = pwd.getpwuid(user)
    except KeyError:
        return []
    return os.getgrouplist(entry.pw_name, entry.pw_gid)


def _has_access_list(folder: Path) -> bool:
    try:
        return "system.posix_acl_access" in os.listxattr(folder)
    except OSError:
        return False
