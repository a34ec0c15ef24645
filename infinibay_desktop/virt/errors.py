"""The only reader of libvirt's error codes."""

import logging
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager

import libvirt

from infinibay_desktop.model.errors import (
    ConflictError,
    EnvironmentalError,
    HostUnreachableError,
    HypervisorError,
    InfinibayError,
    InvalidStateError,
    NotFoundError,
    NotPermittedError,
    StorageError,
)
from infinibay_desktop.model.hosts import Stage
from infinibay_desktop.model.problems import Problem

logger = logging.getLogger(__name__)

_BY_CODE: dict[int, type[InfinibayError]] = {
    libvirt.VIR_ERR_NO_DOMAIN: NotFoundError,
    libvirt.VIR_ERR_NO_NETWORK: NotFoundError,
    libvirt.VIR_ERR_NO_STORAGE_POOL: NotFoundError,
    libvirt.VIR_ERR_NO_STORAGE_VOL: NotFoundError,
    libvirt.VIR_ERR_NO_NWFILTER: NotFoundError,
    libvirt.VIR_ERR_DOM_EXIST: ConflictError,
    libvirt.VIR_ERR_STORAGE_VOL_EXIST: ConflictError,
    libvirt.VIR_ERR_OPERATION_INVALID: InvalidStateError,
    libvirt.VIR_ERR_OPERATION_DENIED: NotPermittedError,
    libvirt.VIR_ERR_ACCESS_DENIED: NotPermittedError,
    libvirt.VIR_ERR_AUTH_FAILED: NotPermittedError,
    libvirt.VIR_ERR_NO_CONNECT: HostUnreachableError,
    libvirt.VIR_ERR_RPC: HostUnreachableError,
    libvirt.VIR_ERR_INVALID_CONN: HostUnreachableError,
}
# libvirt reports these as "internal error" or "system error": only the text tells them apart.
_BY_TEXT: tuple[tuple[str, type[EnvironmentalError], str, Problem | None], ...] = (
    (
        (
            r"client socket is closed|End of file while reading|Cannot write data: Broken pipe"
            r"|connection closed due to keepalive|Connection reset by peer"
        ),
        HostUnreachableError,
        "The connection to the host was lost.",
        Problem.NO_ANSWER,
    ),
    (
        r"Could not open '([^']*)': Permission denied|Cannot access [^']*'([^']*)'[^:]*: Permission",
        StorageError,
        "QEMU, which runs as its own account on the host, cannot read the file.",
        Problem.QEMU_CANNOT_READ,
    ),
    (r"No space left on device", StorageError, "The host's disk is full.", None),
    (
        r"Could not access KVM kernel module|failed to initialize kvm",
        HypervisorError,
        "KVM is offered on this host but does not work.",
        Problem.KVM_DENIED,
    ),
)
MAX_TEXT = 500


@contextmanager
def translated(operation: str) -> Iterator[None]:
    """Turn libvirt's errors into ours, keeping the original as the cause."""
    began = time.monotonic()
    try:
        yield
    except libvirt.libvirtError as error:
        raise to_error(operation, error) from error
    finally:
        logger.debug("%s: %.1f ms", operation, (time.monotonic() - began) * 1000)


def to_error(operation: str, error: libvirt.libvirtError) -> InfinibayError:
    """Our error for libvirt's: what failed, and libvirt's own words for why."""
    text = words_of(error)
    code = error.get_error_code()
    for pattern, kind, why, problem in _BY_TEXT:
        if re.search(pattern, text):
            return kind(
                f"Could not {operation}: {why or text}",
                operation=operation,
                problem=problem,
                raw=text,
            )
    kind_by_code = _BY_CODE.get(code, HypervisorError)
    return kind_by_code(f"Could not {operation}: {text}", operation=operation, raw=text)


def words_of(error: libvirt.libvirtError) -> str:
    """libvirt's message on one line, bounded: parts of it come from the host."""
    text = " ".join((error.get_error_message() or str(error)).split())
    return text[:MAX_TEXT] + "…" if len(text) > MAX_TEXT else text


# What went wrong while connecting: libvirt's words, the stage they speak of, the cause.
_CONNECT: tuple[tuple[str, Stage, Problem], ...] = (
    (r"Host key verification failed|REMOTE HOST IDENTIFICATION", Stage.HOST_KEY, Problem.HOST_KEY_UNKNOWN),
    (r"Permission denied \(|Too many authentication failures", Stage.SIGN_IN, Problem.SIGN_IN),
    (r"certificate|TLS handshake|CA cert", Stage.HOST_KEY, Problem.CERTIFICATE),
    (r"Failed to connect socket to '[^']*': No such file", Stage.SOCKET, Problem.LIBVIRT_MISSING),
    (r"(virt-ssh-helper|nc|netcat): .*(not found|No such file)", Stage.SOCKET, Problem.LIBVIRT_MISSING),
    (r"Failed to (connect|start|find)[^:]*(libvirtd|virtqemud)", Stage.SOCKET, Problem.LIBVIRT_MISSING),
    (r"Failed to connect socket to '[^']*': Connection refused", Stage.SOCKET, Problem.LIBVIRT_STOPPED),
    (r"Failed to connect socket to '[^']*': Permission denied", Stage.PERMISSION, Problem.LIBVIRT_DENIED),
    (r"polkit|authentication (failed|unavailable|cancelled)", Stage.PERMISSION, Problem.LIBVIRT_DENIED),
    (r"Could not resolve|unable to connect|No route|timed out|refused|unable to resolve", Stage.REACH, Problem.UNREACHABLE),
    (r"End of file|Cannot recv data|reset by peer|Broken pipe", Stage.SOCKET, Problem.NO_ANSWER),
)  # fmt: skip


def to_connect_error(where: str, error: libvirt.libvirtError) -> HostUnreachableError:
    """Why a connection did not come about, with the stage it came to."""
    text = words_of(error)
    stage, problem = Stage.CAPABILITY, Problem.QEMU_MISSING
    for pattern, its_stage, its_problem in _CONNECT:
        if re.search(pattern, text):
            stage, problem = its_stage, its_problem
            break
    return HostUnreachableError(
        f"Could not connect to {where}: {text}", stage=stage, problem=problem, raw=text
    )
