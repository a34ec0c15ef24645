"""Secrets in the operating system's keyring, and nowhere else."""

import importlib
from types import ModuleType

from infinibay_desktop.model.errors import SecretStoreError
from infinibay_desktop.model.problems import Problem

SERVICE = "infinibay"


class KeyringSecretStore:
    """Keeps secrets in the keyring; the library is imported at the first use."""

    def keep(self, name: str, secret: str) -> None:
        """Keep a secret under a name, in place of an older one."""
        keyring = _keyring()
        try:
            keyring.set_password(SERVICE, name, secret)
        except Exception as error:
            raise _refused(error) from error

    def find(self, name: str) -> str | None:
        """The secret of that name, or None."""
        keyring = _keyring()
        try:
            found = keyring.get_password(SERVICE, name)
        except Exception as error:
            raise _refused(error) from error
        return None if found is None else str(found)

    def forget(self, name: str) -> None:
        """Remove a secret; one that is not there is no error."""
        keyring = _keyring()
        try:
            if keyring.get_password(SERVICE, name) is not None:
                keyring.delete_password(SERVICE, name)
        except Exception as error:
            raise _refused(error) from error

    def backend_name(self) -> str:
        """What keeps the secrets, for people. Raises SecretStoreError where nothing does."""
        return str(_keyring().get_keyring().name)


def _keyring() -> ModuleType:
    keyring = importlib.import_module("keyring")
    priority = getattr(keyring.get_keyring(), "priority", 0)
    if priority <= 0:  # keyring's own mark of a backend that keeps nothing
        raise SecretStoreError(
            "This session has no keyring to keep secrets in.", problem=Problem.KEYRING_MISSING
        )
    return keyring


def _refused(error: Exception) -> SecretStoreError:
    # Backends raise what their desktop's library raises: every kind means the same here.
    return SecretStoreError(
        f"The keyring refused: {type(error).__name__}.", problem=Problem.KEYRING_MISSING
    )
