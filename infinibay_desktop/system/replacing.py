"""Files of ours that are replaced whole: never half written, never read by others."""

import errno
import os
import stat
import threading
from collections.abc import Iterable
from pathlib import Path

from infinibay_desktop.model.errors import StorageError

_FULL = (errno.ENOSPC, errno.EDQUOT)


def read_bounded(path: Path, limit_bytes: int) -> bytes | None:
    """The bytes of a plain file, None if it is longer. Raises OSError; a pipe never hangs us."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "not a plain file", str(path))
        if status.st_size > limit_bytes:
            return None
        data = file.read(limit_bytes + 1)
    return None if len(data) > limit_bytes else data


def replace_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Put a new file in the old one's place once all of it is on the disk; mode 0600.

    A link keeps pointing where it did. Raises StorageError; the old file is untouched then.
    """
    try:
        target = path.resolve()
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write_beside(target, pieces)
    except (OSError, RuntimeError) as error:  # a circle of links is a RuntimeError
        raise _refused(path, error) from error


def _write_beside(target: Path, pieces: Iterable[bytes]) -> None:
    # Not tempfile: its import costs more than reading the settings before the first paint.
    beside = target.with_name(f".{target.name}.{os.getpid()}-{threading.get_native_id()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(beside, flags, 0o600)
    try:
        with os.fdopen(descriptor, "wb", buffering=0) as file:
            for piece in pieces:
                _write_all(file.fileno(), piece)
            os.fsync(descriptor)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _write_all(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]


def _sync_folder(folder: Path) -> None:
    # Without it a power cut can bring the old name back; the content is safe either way.
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        return
    finally:
        os.close(descriptor)


def _refused(path: Path, error: Exception) -> StorageError:
    full = isinstance(error, OSError) and error.errno in _FULL
    remedy = (
        "Make room on its disk."
        if full
        else "Check that its folder exists, and that you may write there."
    )
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return StorageError(
        f"The file '{path}' cannot be written: {why}.", remedy=remedy, path=str(path)
    )
