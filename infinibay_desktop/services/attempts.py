"""Trying passwords: counted before they are looked at, slower after each failure."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from infinibay_desktop.model.errors import SignInError, SignInLockedError
from infinibay_desktop.model.events import PersonLocked
from infinibay_desktop.model.people import MAX_PASSWORD, Person
from infinibay_desktop.model.sign_ins import NO_FAILURES, Failures
from infinibay_desktop.services.acts import changed as say_changed
from infinibay_desktop.services.people_ports import PasswordHasher
from infinibay_desktop.services.ports import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Who somebody is, and what must still be so when they are let in."""

    person: Person
    password_hash: str = field(repr=False)
    sign_ins_ended: int


@dataclass(frozen=True, slots=True)
class _Attempt:
    """An attempt that was counted; a stranger has no proof to give."""

    failures: Failures
    wanted: Proof | None = None


class SignInAttempts:
    """Says who somebody is by address and password.

    Each attempt counts as failed before the password is compared: attempts side by side
    cannot get past the lock. No transaction is open during the slow comparison. Waits are by
    the database's clock. Addresses that nobody has are counted in the database too: by a
    difference in waiting somebody could find out who exists.
    """

    def __init__(self, units: UnitOfWorkFactory, hasher: PasswordHasher) -> None:
        self._units = units
        self._hasher = hasher

    def check(self, email: str, password: str) -> Proof:
        """Who it is, where the password is right.

        Raises SignInError, the same whether the address is known or not.
        """
        attempt = self._begin(email)
        wanted = attempt.wanted
        right = self._hasher.verify(password, wanted.password_hash if wanted else "")
        if wanted is None or not right or len(password) > MAX_PASSWORD:
            raise self._failed(attempt)
        return self._passed(wanted, password)

    def _begin(self, email: str) -> _Attempt:
        with self._units() as unit:
            unit.people.lock()
            wanted = _find(unit, email)
            if wanted is None:
                counted, locked = _counted(unit.strangers.failures(email), unit.now())
                unit.strangers.set_failures(email, counted)
            else:
                person = wanted.person
                # What was typed is not recorded where nobody is found: it may be a password.
                say_changed(target_id=person.id, target_name=person.name)
                counted, locked = _counted(unit.people.failures(person.id), unit.now())
                unit.people.set_failures(person.id, counted)
            unit.commit()
        if locked:
            raise _locked(counted)
        return _Attempt(counted, wanted)

    def _failed(self, attempt: _Attempt) -> SignInError:
        until = attempt.failures.locked_until
        if until is None:
            return _refused()
        if attempt.wanted is not None:
            with self._units() as unit:
                unit.tell(PersonLocked(person_id=attempt.wanted.person.id, until=until))
                unit.commit()
        return _locked(attempt.failures)

    def _passed(self, wanted: Proof, password: str) -> Proof:
        stored = wanted.password_hash
        better = self._hasher.hash(password) if self._hasher.needs_rehash(stored) else ""
        with self._units() as unit:
            unit.people.lock()
            person = unit.people.find(wanted.person.id)
            # What was compared must still be the password: it may have been changed meanwhile.
            if person is None or unit.people.password_hash(person.id) != stored:
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
        return replace(wanted, person=person, password_hash=better or stored)


def _find(unit: UnitOfWork, email: str) -> Proof | None:
    person = unit.people.find_by_email(email)
    password_hash = unit.people.password_hash(person.id) if person else None
    if person is None or password_hash is None:
        return None
    ended = unit.people.sign_ins_ended(person.id)
    return Proof(person=person, password_hash=password_hash, sign_ins_ended=ended)


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
