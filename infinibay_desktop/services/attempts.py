"""Trying passwords: counted before they are looked at, slower after each failure."""

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime

from infinibay_desktop.model.errors import SignInError, SignInLockedError
from infinibay_desktop.model.events import PersonLocked
from infinibay_desktop.model.people import MAX_PASSWORD, Person, folded
from infinibay_desktop.model.sign_ins import NO_FAILURES, Failures
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.services.acts import changed as say_changed
from infinibay_desktop.services.people_ports import PasswordHasher
from infinibay_desktop.services.ports import UnitOfWorkFactory

# Addresses that nobody has are counted here, or the wait would tell who exists.
_REMEMBERED_STRANGERS = 1000


@dataclass(frozen=True, slots=True)
class _Attempt:
    """An attempt that was counted; a stranger has no person and no hash."""

    failures: Failures
    person: Person | None = None
    password_hash: str = field(default="", repr=False)


class SignInAttempts:
    """Says who somebody is by address and password.

    Each attempt counts as failed before the password is compared: attempts side by side
    cannot get past the lock. No transaction is open during the slow comparison.
    """

    def __init__(self, units: UnitOfWorkFactory, clock: Clock, hasher: PasswordHasher) -> None:
        self._units = units
        self._clock = clock
        self._hasher = hasher
        self._strangers: OrderedDict[str, Failures] = OrderedDict()
        self._strangers_lock = threading.Lock()

    def check(self, email: str, password: str) -> tuple[Person, str]:
        """The person and the hash of the password that was right.

        Raises SignInError, the same whether the address is known or not.
        """
        attempt = self._begin(email)
        right = self._hasher.verify(password, attempt.password_hash)
        if attempt.person is None or not right or len(password) > MAX_PASSWORD:
            raise self._failed(attempt)
        return self._passed(attempt.person, attempt.password_hash, password)

    def _begin(self, email: str) -> _Attempt:
        now = self._clock.now()
        with self._units() as unit:
            unit.people.lock()
            person = unit.people.find_by_email(email)
            if person is None or not person.has_password:
                return _Attempt(self._count_stranger(email, now))
            # What was typed is not recorded where nobody is found: it may be a password.
            say_changed(target_id=person.id, target_name=person.name)
            stored = unit.people.failures(person.id)
            counted, locked = _counted(stored, now)
            unit.people.set_failures(person.id, counted)
            password_hash = unit.people.password_hash(person.id) or ""
            unit.commit()
        if locked:
            raise _locked(counted)
        return _Attempt(counted, person, password_hash)

    def _count_stranger(self, email: str, now: datetime) -> Failures:
        key = folded(email[:MAX_PASSWORD])
        with self._strangers_lock:
            counted, locked = _counted(self._strangers.pop(key, NO_FAILURES), now)
            self._strangers[key] = counted
            if len(self._strangers) > _REMEMBERED_STRANGERS:
                self._strangers.popitem(last=False)
        if locked:
            raise _locked(counted)
        return counted

    def _failed(self, attempt: _Attempt) -> SignInError:
        until = attempt.failures.locked_until
        if until is None:
            return _refused()
        if attempt.person is not None:
            with self._units() as unit:
                unit.tell(PersonLocked(person_id=attempt.person.id, until=until))
                unit.commit()
        return _locked(attempt.failures)

    def _passed(self, found: Person, password_hash: str, password: str) -> tuple[Person, str]:
        better = self._hasher.hash(password) if self._hasher.needs_rehash(password_hash) else ""
        with self._units() as unit:
            unit.people.lock()
            person = unit.people.find(found.id)
            # What was compared must still be the password: it may have been changed meanwhile.
            if person is None or unit.people.password_hash(person.id) != password_hash:
                raise _refused()
            unit.people.set_failures(person.id, NO_FAILURES)
            if better:
                unit.people.set_password(person.id, better, must_change=person.must_change_password)
            unit.commit()
        if not person.can_sign_in:
            raise SignInError(
                "This account is disabled.",
                remedy="Ask an administrator to enable it.",
                problem="disabled",
            )
        return person, better or password_hash


def _counted(stored: Failures, now: datetime) -> tuple[Failures, bool]:
    """The failures with this attempt, and whether it must not be made."""
    anchored = stored.anchored(now)
    if anchored.is_locked(now):
        return anchored, True
    return anchored.one_more(now), False


def _refused() -> SignInError:
    return SignInError(
        "The e-mail address or the password is wrong.",
        remedy="Try again; an administrator can reset a forgotten password.",
    )


def _locked(failures: Failures) -> SignInLockedError:
    until = failures.locked_until
    return SignInLockedError(
        "Too many sign-ins failed in a row.",
        remedy=f"Try again after {until.astimezone():%H:%M:%S}." if until else "",
        until=until,
    )
