"""Password hashes by argon2id; those of bcrypt are taken, and replaced at the next sign-in."""

import importlib
import unicodedata
from functools import cached_property
from typing import Any

from infinibay_desktop.model.passwords import Weakness

# RFC 9106's second choice (64 MiB, three passes): above OWASP's least (19 MiB, two passes).
_TIME_COST, _MEMORY_KIB, _LANES = 3, 65_536, 4
# bcrypt never saw more than this of a password.
_BCRYPT_BYTES = 72
_BCRYPT = ("$2a$", "$2b$", "$2y$")
# An estimate takes time that grows fast with the length. Fewer guesses than these are few for
# who has the hashes: a day at ten thousand a second.
_ESTIMATED_LENGTH, _FEW_GUESSES = 64, 10**9


class Argon2PasswordHasher:
    """Hashes with argon2id and a salt of its own for each password.

    The libraries are imported at the first use: most runs of the program compare nothing.
    """

    def __init__(
        self,
        time_cost: int = _TIME_COST,
        memory_kib: int = _MEMORY_KIB,
        lanes: int = _LANES,
    ) -> None:
        self._costs = (time_cost, memory_kib, lanes)
        # No password has this hash: comparing with it only takes the time.
        costs = f"m={memory_kib},t={time_cost},p={lanes}"
        self._nobodys = f"$argon2id$v=19${costs}${'A' * 22}${'A' * 43}"

    @cached_property
    def _argon2(self) -> Any:
        from argon2 import PasswordHasher

        return PasswordHasher(*self._costs)

    def hash(self, password: str) -> str:
        """The hash, with its salt and costs."""
        return str(self._argon2.hash(_bytes(password)))

    def verify(self, password: str, password_hash: str) -> bool:
        """Whether the password has this hash; no, in the same time, for an empty one."""
        if password_hash.startswith(_BCRYPT):
            # A failure takes as long as all others do.
            return _verify_bcrypt(password, password_hash) or self._verify(password, "")
        return self._verify(password, password_hash)

    def needs_rehash(self, password_hash: str) -> bool:
        """Whether the hash was made by another function or at other costs."""
        from argon2.exceptions import InvalidHashError

        try:
            return bool(self._argon2.check_needs_rehash(password_hash))
        except InvalidHashError:
            return True

    def _verify(self, password: str, password_hash: str) -> bool:
        from argon2.exceptions import Argon2Error, InvalidHashError

        try:
            return bool(self._argon2.verify(password_hash or self._nobodys, _bytes(password)))
        except (Argon2Error, InvalidHashError):
            return False

    def weakness(self, password: str, *words: str) -> str:
        """Why the password is easy to guess, in a sentence; empty: it is not."""
        # Its lists of common passwords and words take a while to load, so only now.
        estimate: Any = importlib.import_module("zxcvbn").zxcvbn
        shortened = _normal(password)[:_ESTIMATED_LENGTH]
        if not shortened:
            return Weakness.EASY
        found = estimate(shortened, user_inputs=[word[:_ESTIMATED_LENGTH] for word in words])
        if found["guesses"] >= _FEW_GUESSES:
            return ""
        return _sentence(found["sequence"])


def _sentence(sequence: list[dict[str, Any]]) -> Weakness:
    dictionaries = {match.get("dictionary_name") for match in sequence}
    if "user_inputs" in dictionaries:
        return Weakness.PERSONAL
    if "passwords" in dictionaries:
        return Weakness.COMMON
    if {match["pattern"] for match in sequence} & {"repeat", "sequence", "spatial"}:
        return Weakness.PATTERN
    return Weakness.EASY


def _verify_bcrypt(password: str, password_hash: str) -> bool:
    import bcrypt

    # The other program knew no normal forms: as typed, then as most keyboards type it.
    for typed in dict.fromkeys((password, _normal(password))):
        try:
            if bcrypt.checkpw(_encoded(typed)[:_BCRYPT_BYTES], password_hash.encode()):
                return True
        except ValueError:
            return False
    return False


def _bytes(password: str) -> bytes:
    return _encoded(_normal(password))


def _normal(password: str) -> str:
    # RFC 8265, 4.2.2: the same characters in either spelling of accents are the same password.
    return unicodedata.normalize("NFC", password)


def _encoded(text: str) -> bytes:
    return text.encode(errors="surrogatepass")
