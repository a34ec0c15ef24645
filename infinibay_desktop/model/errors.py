"""Every failure Infinibay expects. Anything else that escapes is a bug."""

from typing import ClassVar


class InfinibayError(Exception):
    """A failure we foresaw.

    `code` is stable: screens translate by it and scripts may test it. The message says
    what failed and why, `remedy` what to do about it; `details` hold the facts, never
    secrets.
    """

    code: ClassVar[str] = "unexpected"

    def __init__(self, message: str, *, remedy: str = "", **details: object) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.details = details


class UserError(InfinibayError):
    """The person at the screen can fix it: say what and how, no traceback."""

    code = "user"


class ValidationError(UserError):
    """A value that cannot be used; `details["field"]` names it."""

    code = "validation"

    def __init__(self, message: str, *, field: str, remedy: str = "", **details: object) -> None:
        super().__init__(message, remedy=remedy, field=field, **details)


class NotFoundError(UserError):
    """Something named is not there."""

    code = "not-found"


class ConflictError(UserError):
    """Something is already there, in use, or was changed by somebody else."""

    code = "conflict"


class QuotaExceededError(UserError):
    """A department would have more than it may; `details` hold used, asked and allowed."""

    code = "quota"


class InvalidStateError(UserError):
    """The machine is not in a state that allows the act."""

    code = "invalid-state"


class ShutdownTimeoutError(UserError):
    """The guest was asked to shut down and still runs."""

    code = "shutdown-timeout"


class NotPermittedError(UserError):
    """The person, or the program's account on the host, may not do this."""

    code = "not-permitted"


class NotSignedInError(NotPermittedError):
    """Nobody is signed in, or whoever is may not use the program any more."""

    code = "not-signed-in"


class SignInError(NotPermittedError):
    """Nobody was signed in: the address or password is wrong, or the person may not."""

    code = "sign-in"


class SignInLockedError(SignInError):
    """Too many sign-ins failed in a row; `details["until"]` says when to try again."""

    code = "sign-in-locked"


class EnvironmentalError(InfinibayError):
    """The world failed us (host, disk, network): offer Retry, keep the details."""

    code = "environment"


class HostUnreachableError(EnvironmentalError):
    """No working connection to the host; `details["stage"]` says how far it came."""

    code = "host-unreachable"


class HostKeyError(HostUnreachableError):
    """The host's SSH key is unknown, or not the one we know."""

    code = "host-key"


class HypervisorError(EnvironmentalError):
    """The host refused or failed an operation."""

    code = "hypervisor"


class ConsoleError(EnvironmentalError):
    """A machine's screen could not be reached or was lost; `details["trouble"]` says how."""

    code = "console"


class ConsoleUnsupportedError(UserError):
    """The machine has no screen that this program can show."""

    code = "console-unsupported"


class GuestUnavailableError(EnvironmentalError):
    """No agent answers inside the machine, or not any more, or it has too much to do."""

    code = "guest-unavailable"


class GuestTimeoutError(GuestUnavailableError):
    """The agent did not answer in time; what was asked may have happened all the same."""

    code = "guest-timeout"


class GuestSilentError(GuestUnavailableError):
    """An agent that spoke says nothing any more, though its machine runs."""

    code = "guest-silent"


class GuestServiceFailedError(EnvironmentalError):
    """A service inside a guest ran, and has failed."""

    code = "guest-service-failed"


class GuestRefusedError(EnvironmentalError):
    """The agent, or a program inside the guest, did not do it; it says why in its own words."""

    code = "guest-refused"


class GuestProtocolError(EnvironmentalError):
    """Something that a guest said cannot be taken."""

    code = "guest-protocol"


class StorageError(EnvironmentalError):
    """A disk, pool or the database cannot hold or give what was asked."""

    code = "storage"


class DatabaseError(StorageError):
    """The program's own database cannot be used as it is."""

    code = "database"


class DatabaseTooNewError(DatabaseError):
    """A newer version of this program has written the database."""

    code = "database-too-new"


class DatabaseReadOnlyError(DatabaseError):
    """The database cannot be written."""

    code = "database-read-only"


class DatabaseFullError(DatabaseError):
    """No room is left for the database."""

    code = "database-full"


class SecretStoreError(EnvironmentalError):
    """The operating system's keyring did not keep or give a secret."""

    code = "secret-store"


class Cancelled(InfinibayError):  # noqa: N818 - not a failure: the person said no
    """The person said no; nothing is shown."""

    code = "cancelled"
