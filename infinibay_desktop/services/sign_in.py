"""Signing in and out, staying signed in, and what the signed-in person may do."""

import hashlib
import logging
import secrets as random
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

from infinibay_desktop.model.errors import (
    InfinibayError,
    NotFoundError,
    SecretStoreError,
    SignInError,
)
from infinibay_desktop.model.events import SignInsEnded
from infinibay_desktop.model.people import Person, PersonId, SignInId
from infinibay_desktop.model.rights import NOBODY, Actor, Permission
from infinibay_desktop.model.sign_ins import BRIEF_STAY, STAY, UNKEPT_STAY, USE_STEP, SignIn
from infinibay_desktop.services.acting import CurrentActor
from infinibay_desktop.services.acts import changed
from infinibay_desktop.services.attempts import Proof, SignInAttempts
from infinibay_desktop.services.declarations import free, needs, program_only
from infinibay_desktop.services.people_ports import PasswordHasher
from infinibay_desktop.services.ports import (
    SecretStore,
    UnitOfWork,
    UnitOfWorkFactory,
)
from infinibay_desktop.services.secrets import sign_in_secret

logger = logging.getLogger(__name__)
TOKEN_BYTES = 32
# Sign-ins that are over are kept for so long, in case somebody has to look.
KEPT_EXPIRED = timedelta(days=90)
_Found = tuple[Actor, SignIn | None]


class SignInService:
    """Who is signed in in this program. The token lies in the keyring, its hash in the database.

    Sign-ins last by the database's clock.
    """

    def __init__(
        self,
        units: UnitOfWorkFactory,
        hasher: PasswordHasher,
        secrets: SecretStore,
        current: CurrentActor,
        workstation: str,
        database_name: str,
    ) -> None:
        self._units = units
        self._secrets = secrets
        self._current = current
        self._workstation = workstation
        self._secret = sign_in_secret(database_name)
        self._attempts = SignInAttempts(units, hasher)
        # Held while it is looked whether one still is signed in: a sign-in in the making waits.
        self._looking = threading.RLock()
        self._lock = threading.Lock()
        self._own: SignIn | None = None
        # Grows with each sign-in and sign-out: what was read before one must not undo it.
        self._turn = 0

    @free("the sign-in screen asks it", signed_out=True)
    def needs_sign_in(self) -> bool:
        """False while the only active person is a super administrator without a password."""
        with self._units() as unit:
            return unit.people.lone() is None

    @free("it is about this program", signed_out=True)
    def stays(self) -> bool:
        """Whether this program goes on signed in at its next start; False: it asks again."""
        with self._lock:
            return self._own is not None and self._own.remembered

    @property
    @free("it is about this program", signed_out=True)
    def own_id(self) -> SignInId | None:
        """The sign-in of this program, to be found among those of the person."""
        with self._lock:
            return self._own.id if self._own else None

    # In.

    @free("it takes a token, or that nobody has a password", signed_out=True)
    def resume(self) -> Person | None:
        """Go on as the person of the keyring's token, or as the one who needs no sign-in."""
        turn = self._turn
        # Whoever is alone without a password needs no token: the keyring is left in peace.
        found = self._without_sign_in()
        if found is None and (token := self._kept_token()):
            found = self._by_token(token)
            if found is None:
                self._forget_token()
        if found is None:
            return None
        self._become(*found, turn=turn)
        return found[0].person

    @free("it takes a password", signed_out=True, act="person.sign-in")
    def sign_in(
        self,
        email: str,
        password: str,
        *,
        stay: bool = False,
        brief: bool = False,
        aside: bool = False,
    ) -> Person:
        """Sign in in this program. Raises SignInError.

        With `stay` it goes on at the next start, for 30 days from the last use; with `brief`
        for twelve hours. Where no keyring keeps the token, `stays` says no. With `aside` a
        sign-in that the keyring keeps is left as it is.
        """
        proof = self._attempts.check(email, password)
        if not aside:
            self._sign_out()
        token = self._keep_token() if stay or brief else ""
        with self._units() as unit:
            # Looked at again: an unlocking keyring may have kept us waiting, and the person may
            # be another, have another password, or be signed out everywhere by now.
            person = _still_there(unit, proof)
            now = unit.now()
            lasts = BRIEF_STAY if brief and not stay else STAY
            own = self._new(person.id, now, lasts=lasts, token=token)
            unit.sign_ins.sweep(now, now - KEPT_EXPIRED)
            unit.sign_ins.add(own, _hash(token) if token else None)
            actor = _actor(unit, person)
            unit.commit()
        self._become(actor, own, turn=None)
        return person

    # Out.

    @free("everybody may leave", signed_out=True, act="person.sign-out")
    def sign_out(self) -> None:
        """Nobody is signed in here any more, even where the database cannot be told."""
        if (left := self._current.signed_in.person) and left.email:
            changed(target_id=left.id, target_name=left.name)
        self._sign_out()

    def _sign_out(self) -> None:
        own = self._leave()
        self._forget_token()
        if own is not None:
            self._end(own)

    @program_only("the program ends")
    def close(self) -> None:
        """End the sign-in that no later start could go on with."""
        with self._lock:
            own = self._own
        if own is None or own.remembered:
            return
        try:
            self._end(own)
        except InfinibayError as error:
            logger.info("the sign-in was not ended: %s", error.message)

    def _end(self, own: SignIn) -> None:
        with self._units() as unit:
            stored = unit.sign_ins.find(own.id)
            if stored is not None and stored.ended_at is None:
                unit.sign_ins.save(replace(stored, ended_at=unit.now()))
                unit.tell(SignInsEnded(person_id=own.person_id))
                unit.commit()

    @needs(
        Permission.PERSON_SELF,
        or_somewhere=Permission.PERSON_MANAGE,
        person="person_id",
        act="person.sign-out-everywhere",
    )
    def sign_out_everywhere(self, person_id: PersonId) -> None:
        """End all sign-ins of a person, in this and every other program."""
        with self._units() as unit:
            # Whoever signs in just now is before this, and refused, or after it, and ended.
            unit.people.lock()
            unit.sign_ins.end(person_id, unit.now())
            unit.tell(SignInsEnded(person_id=person_id))
            unit.commit()
        signed_in = self._current.signed_in.person
        if signed_in is not None and signed_in.id == person_id:
            self._drop()

    @needs(
        Permission.PERSON_SELF,
        or_somewhere=Permission.PERSON_MANAGE,
        person="person_id",
        act="person.end-sign-in",
    )
    def end_sign_in(self, person_id: PersonId, sign_in_id: SignInId) -> None:
        """End one sign-in of a person, wherever it is. Raises NotFoundError."""
        with self._units() as unit:
            unit.people.lock()
            stored = unit.sign_ins.find(sign_in_id)
            if stored is None or stored.person_id != person_id or stored.ended_at is not None:
                raise NotFoundError("This sign-in has ended already.")
            unit.sign_ins.save(replace(stored, ended_at=unit.now()))
            unit.tell(SignInsEnded(person_id=person_id))
            unit.commit()
        changed(before={"workstation": stored.workstation})
        if sign_in_id == self.own_id:
            self._drop()

    @program_only("it is part of a change of password")
    def renew(self, person_id: PersonId, change: Callable[[UnitOfWork], None]) -> None:
        """Make a change that ends all sign-ins of a person but the one of this program.

        Who was let in here without one has one from now on: it can be seen and ended.
        """
        with self._looking, self._units() as unit:
            with self._lock:
                turn, before, signed_in = self._turn, self._own, self._current.signed_in.person
            unit.people.lock()
            change(unit)
            now, own = unit.now(), None
            if signed_in is not None and signed_in.id == person_id:
                own = before or self._added(unit, person_id, now)
            unit.sign_ins.end(person_id, now, keep=own.id if own else None)
            unit.tell(SignInsEnded(person_id=person_id))
            person = unit.people.find(person_id)
            if own is None or person is None:
                unit.commit()
                return
            actor = _actor(unit, person)
            # Who hears of the commit looks at once whether this program's sign-in still counts.
            self._swap(before, own, turn)
            try:
                unit.commit()
            except BaseException:
                self._swap(own, before, turn)
                raise
            self._become(actor, own, turn=turn)

    def _added(self, unit: UnitOfWork, person_id: PersonId, now: datetime) -> SignIn:
        own = self._new(person_id, now, lasts=UNKEPT_STAY, token="")
        unit.sign_ins.add(own, None)
        return own

    def _swap(self, old: SignIn | None, new: SignIn | None, turn: int) -> None:
        with self._lock:
            if turn == self._turn and self._own is old:
                self._own = new

    # Looking.

    @needs(Permission.PERSON_SELF, or_somewhere=Permission.PERSON_MANAGE, person="person_id")
    def sign_ins(self, person_id: PersonId) -> Sequence[SignIn]:
        """The open sign-ins of a person, the last used first."""
        with self._units() as unit:
            now = unit.now()
            return [one for one in unit.sign_ins.of_person(person_id) if one.is_open(now)]

    @program_only("it says what another person may do")
    def load_actor(self, person_id: PersonId) -> Actor:
        """What a person may do now, in a fixed number of statements. Raises NotFoundError."""
        with self._units() as unit:
            person = unit.people.find(person_id)
            if person is None:
                raise NotFoundError("This person is not there.")
            return _actor(unit, person)

    @free("it reads anew what one is already", signed_out=True)
    def refresh(self) -> bool:
        """Read anew what the signed-in person may do. Returns whether they still are."""
        with self._looking:
            with self._lock:
                turn, own, signed_in = self._turn, self._own, self._current.signed_in
            if signed_in == NOBODY or signed_in.person is None:
                return False
            with self._units() as unit:
                found = self._continued(unit, signed_in.person.id, own)
                unit.commit()
            if found is None:
                self._drop(turn=turn)
            else:
                self._become(*found, turn=turn)
            return found is not None

    def _by_token(self, token: str) -> _Found | None:
        with self._units() as unit:
            own = unit.sign_ins.find_by_token(_hash(token))
            found = None if own is None else self._continued(unit, own.person_id, own)
            unit.commit()
        return found

    def _without_sign_in(self) -> _Found | None:
        with self._units() as unit:
            person = unit.people.lone()
            return None if person is None else (_actor(unit, person), None)

    def _continued(
        self, unit: UnitOfWork, person_id: PersonId, own: SignIn | None
    ) -> _Found | None:
        """The actor and the sign-in of this program as they are now; None: it is over."""
        person = unit.people.find(person_id)
        if person is None or not person.can_sign_in:
            return None
        if own is not None:
            stored = self._used(unit, own.id)
            return None if stored is None else (_actor(unit, person), stored)
        # Let in without a sign-in, before there was a password: whoever sits here must know it.
        return None if person.has_password else (_actor(unit, person), None)

    def _used(self, unit: UnitOfWork, sign_in_id: SignInId) -> SignIn | None:
        stored = unit.sign_ins.find(sign_in_id)
        if stored is None or stored.ended_at is not None:
            return None
        now = unit.now()
        if not stored.is_open(now):
            # Written down: a clock that is set back must not make it count again.
            unit.sign_ins.save(replace(stored, ended_at=now))
            return None
        if now - stored.used_at >= USE_STEP:
            stored = stored.used(now)
            unit.sign_ins.save(stored)
        return stored

    def _become(self, actor: Actor, own: SignIn | None, *, turn: int | None) -> None:
        # The actor is set inside the lock, or a sign-out in between would be undone.
        with self._lock:
            if turn is not None and turn != self._turn:
                return
            self._turn += turn is None
            self._own = own
            self._current.set(actor)

    def _leave(self) -> SignIn | None:
        with self._lock:
            own, self._own = self._own, None
            self._turn += 1
            self._current.set(NOBODY)
        return own

    def _drop(self, *, turn: int | None = None) -> None:
        """Sign out here only: the sign-in is over already."""
        with self._lock:
            if turn is not None and turn != self._turn:
                return
        own = self._leave()
        if own is not None and own.remembered:
            self._forget_token()

    def _new(self, person_id: PersonId, now: datetime, *, lasts: timedelta, token: str) -> SignIn:
        return SignIn(
            id=SignInId(uuid4()),
            person_id=person_id,
            workstation=self._workstation,
            began_at=now,
            used_at=now,
            expires_at=now + (lasts if token else UNKEPT_STAY),
            remembered=bool(token),
        )

    def _keep_token(self) -> str:
        token = random.token_urlsafe(TOKEN_BYTES)
        try:
            self._secrets.keep(self._secret, token)
        except SecretStoreError as error:
            logger.info("the sign-in is not kept: %s", error.message)
            return ""
        return token

    def _kept_token(self) -> str | None:
        try:
            return self._secrets.find(self._secret)
        except SecretStoreError as error:
            logger.info("no sign-in to go on with: %s", error.message)
            return None

    def _forget_token(self) -> None:
        with suppress(SecretStoreError):
            self._secrets.forget(self._secret)


def _still_there(unit: UnitOfWork, proof: Proof) -> Person:
    """The person as they are now, while the proof holds and nobody ended their sign-ins."""
    unit.people.lock()
    person_id = proof.person.id
    person = unit.people.find(person_id)
    same = unit.people.password_hash(person_id) == proof.password_hash
    same = same and unit.people.sign_ins_ended(person_id) == proof.sign_ins_ended
    if person is None or not person.can_sign_in or not same:
        raise SignInError("Your account was changed while you signed in.", remedy="Sign in again.")
    return person


def _actor(unit: UnitOfWork, person: Person) -> Actor:
    return Actor(
        person=person,
        memberships=unit.people.memberships(person.id),
        grants=unit.people.grants(person.id),
    )


def _hash(token: str) -> bytes:
    # A random token of 256 bits needs no slow hash: there is nothing to guess from.
    return hashlib.sha256(token.encode(errors="replace")).digest()
