"""Rows of people and sign-ins into values and back. Hashes leave only by name."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, delete, func, or_, select, text, update
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import ColumnElement

from infinibay_desktop.database.people_rows import GrantRow, MembershipRow, PersonRow, SignInRow
from infinibay_desktop.model.departments import DepartmentId, DepartmentRole
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import MachineId, MachineKey
from infinibay_desktop.model.people import (
    PeopleTally,
    Person,
    PersonId,
    Role,
    SignInId,
    folded,
    is_shown,
)
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.model.sign_ins import Failures, SignIn

# Any number, the same in every copy of this program and unlike the other locks' numbers.
_PEOPLE_LOCK = 0x1B4B1
# PostgreSQL's indexes take 2,704 bytes; four for each character stay below.
_MAX_KEY = 600
_MAX_SEARCH = 200


class SqlPersonRepository:
    """Stored people."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def lock(self) -> None:
        """Wait for others who change people, and let them wait, until this transaction ends."""
        if self._session.get_bind().dialect.name == "postgresql":
            self._session.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _PEOPLE_LOCK})

    def find(self, person_id: PersonId) -> Person | None:
        """One person, deleted ones too, or None."""
        return self._one(PersonRow.id == person_id)

    def find_by_email(self, email: str) -> Person | None:
        """The person with that address in any letter case, or None."""
        key = folded(email[: 2 * _MAX_KEY])
        return self._one(PersonRow.email_key == key) if is_shown(key) else None

    def search(
        self,
        text: str,
        *,
        role: Role | None,
        after: Person | None,
        limit: int,
        include_deleted: bool,
        within: Collection[DepartmentId] | None = None,
    ) -> Sequence[Person]:
        """People by folded name, from behind `after`; all words must be in name or address.

        With `within`, only those of these departments.
        """
        wanted = [PersonRow.name_key.contains(word, autoescape=True) for word in _words(text)]
        if role is not None:
            wanted.append(PersonRow.role == str(role))
        if not include_deleted:
            wanted.append(PersonRow.deleted_at.is_(None))
        if after is not None:
            wanted.append(_behind(after))
        if within is not None:
            wanted.append(PersonRow.id.in_(_people_of(within)))
        query = (
            select(PersonRow).where(*wanted).order_by(PersonRow.name_key, PersonRow.id).limit(limit)
        )
        return self._people(query)

    def count(self) -> int:
        """How many are not deleted."""
        query = select(func.count()).select_from(PersonRow).where(PersonRow.deleted_at.is_(None))
        return self._session.scalar(query) or 0

    def tally(self) -> PeopleTally:
        """How many are neither disabled nor deleted, and what some of them are."""
        query = select(
            func.count(),
            func.count().filter(PersonRow.role == str(Role.SUPER_ADMINISTRATOR)),
            func.count().filter(PersonRow.password_hash.is_(None)),
        ).where(*_active())
        active, in_charge, without_password = self._session.execute(query).one()
        return PeopleTally(
            active=active, super_administrators=in_charge, without_password=without_password
        )

    def lone(self) -> Person | None:
        """The only active person, a super administrator without a password; else None."""
        active = self._people(select(PersonRow).where(*_active()).limit(2))
        lone = active[0] if len(active) == 1 else None
        if lone is None or lone.has_password or lone.role is not Role.SUPER_ADMINISTRATOR:
            return None
        return lone

    def add(self, person: Person, password_hash: str | None) -> None:
        """Write a person down for the first time."""
        self._session.add(
            PersonRow(
                id=person.id,
                password_hash=password_hash,
                must_change_password=person.must_change_password,
                failed_sign_ins=0,
                failed_at=None,
                locked_until=None,
                sign_ins_ended=0,
                created_at=person.created_at,
                **_values(person),
            )
        )
        self._session.flush()

    def save(self, person: Person) -> None:
        """Write down what can be edited, and whether the person is deleted."""
        self._session.execute(
            update(PersonRow).where(PersonRow.id == person.id).values(**_values(person))
        )

    def drop_rights(self, person_id: PersonId) -> None:
        """Take a person out of all departments, and all grants from them."""
        self._session.execute(delete(MembershipRow).where(MembershipRow.person_id == person_id))
        self._session.execute(delete(GrantRow).where(GrantRow.person_id == person_id))

    def password_hash(self, person_id: PersonId) -> str | None:
        """The hash to compare with, or None."""
        return self._session.scalar(
            select(PersonRow.password_hash).where(PersonRow.id == person_id)
        )

    def set_password(
        self, person_id: PersonId, password_hash: str | None, *, must_change: bool
    ) -> None:
        """Put another hash in place of the present one."""
        self._session.execute(
            update(PersonRow)
            .where(PersonRow.id == person_id)
            .values(password_hash=password_hash, must_change_password=must_change)
        )

    def failures(self, person_id: PersonId) -> Failures:
        """How often signing in failed in a row."""
        columns = (PersonRow.failed_sign_ins, PersonRow.failed_at, PersonRow.locked_until)
        found = self._session.execute(select(*columns).where(PersonRow.id == person_id)).first()
        return (
            Failures()
            if found is None
            else Failures(count=found[0], at=found[1], locked_until=found[2])
        )

    def set_failures(self, person_id: PersonId, failures: Failures) -> None:
        """Write down how often it failed."""
        self._session.execute(
            update(PersonRow)
            .where(PersonRow.id == person_id)
            .values(
                failed_sign_ins=failures.count,
                failed_at=failures.at,
                locked_until=failures.locked_until,
            )
        )

    def sign_ins_ended(self, person_id: PersonId) -> int:
        """How often all their sign-ins were ended at once."""
        query = select(PersonRow.sign_ins_ended).where(PersonRow.id == person_id)
        return self._session.scalar(query) or 0

    def memberships(self, person_id: PersonId) -> Mapping[DepartmentId, DepartmentRole]:
        """The departments of a person, and what they are there."""
        columns = (MembershipRow.department_id, MembershipRow.role)
        query = select(*columns).where(MembershipRow.person_id == person_id)
        return {
            DepartmentId(department_id): DepartmentRole(role)
            for department_id, role in self._session.execute(query)
        }

    def grants(self, person_id: PersonId) -> Mapping[MachineKey, frozenset[Permission]]:
        """What a person may do on single machines."""
        columns = (GrantRow.host_id, GrantRow.machine_id, GrantRow.permission)
        found: dict[MachineKey, frozenset[Permission]] = {}
        query = select(*columns).where(GrantRow.person_id == person_id)
        for host_id, machine_id, permission in self._session.execute(query):
            key = MachineKey(HostId(host_id), MachineId(machine_id))
            found[key] = found.get(key, frozenset()) | {Permission(permission)}
        return found

    def _one(self, condition: ColumnElement[bool]) -> Person | None:
        found = self._people(select(PersonRow).where(condition))
        return found[0] if found else None

    def _people(self, query: Select[Any]) -> list[Person]:
        # Fresh from the database: a row that this transaction read before may have changed.
        fresh = query.execution_options(populate_existing=True)
        return [to_person(row) for row in self._session.scalars(fresh)]


class SqlSignInRepository:
    """Sign-ins."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, sign_in: SignIn, token_hash: bytes | None) -> None:
        """Write a sign-in down."""
        self._session.add(
            SignInRow(
                id=sign_in.id,
                person_id=sign_in.person_id,
                token_hash=token_hash,
                workstation=sign_in.workstation,
                began_at=sign_in.began_at,
                used_at=sign_in.used_at,
                expires_at=sign_in.expires_at,
                ended_at=sign_in.ended_at,
            )
        )
        self._session.flush()

    def find(self, sign_in_id: SignInId) -> SignIn | None:
        """One sign-in, or None."""
        return self._one(SignInRow.id == sign_in_id)

    def find_by_token(self, token_hash: bytes) -> SignIn | None:
        """The sign-in that the token of this hash goes on with, or None."""
        return self._one(SignInRow.token_hash == token_hash)

    def of_person(self, person_id: PersonId) -> Sequence[SignIn]:
        """Those of a person that nobody ended, the last used first."""
        query = (
            select(SignInRow)
            .where(SignInRow.person_id == person_id, SignInRow.ended_at.is_(None))
            .order_by(SignInRow.used_at.desc())
        )
        return [_to_sign_in(row) for row in self._session.scalars(query)]

    def save(self, sign_in: SignIn) -> None:
        """Write down when it was used, and until when it lasts or that it ended."""
        self._session.execute(
            update(SignInRow)
            .where(SignInRow.id == sign_in.id)
            .values(
                used_at=sign_in.used_at,
                expires_at=sign_in.expires_at,
                ended_at=sign_in.ended_at,
            )
        )

    def end(
        self, person_id: PersonId, at: datetime, *, keep: SignInId | None = None
    ) -> Sequence[SignInId]:
        """End the sign-ins of a person, perhaps all but one; returns those that ended."""
        query = select(SignInRow.id).where(
            SignInRow.person_id == person_id, SignInRow.ended_at.is_(None), SignInRow.id != keep
        )
        ended = [SignInId(one) for one in self._session.scalars(query)]
        self._session.execute(
            update(SignInRow)
            .where(
                SignInRow.person_id == person_id,
                SignInRow.ended_at.is_(None),
                SignInRow.id != keep,
            )
            .values(ended_at=at)
        )
        # Those that wait for a keyring now and are not stored yet, are not stored any more.
        self._session.execute(
            update(PersonRow)
            .where(PersonRow.id == person_id)
            .values(sign_ins_ended=PersonRow.sign_ins_ended + 1)
        )
        return ended

    def sweep(self, now: datetime, forget_before: datetime) -> None:
        """End what expired, so that a clock set back opens nothing; forget what is long over."""
        expired = and_(SignInRow.expires_at <= now, SignInRow.ended_at.is_(None))
        self._session.execute(update(SignInRow).where(expired).values(ended_at=now))
        self._session.execute(delete(SignInRow).where(SignInRow.expires_at < forget_before))

    def _one(self, condition: ColumnElement[bool]) -> SignIn | None:
        query = select(SignInRow).where(condition).execution_options(populate_existing=True)
        row = self._session.scalars(query).first()
        return None if row is None else _to_sign_in(row)


def _active() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return PersonRow.deleted_at.is_(None), PersonRow.disabled.is_(False)


def _words(text: str) -> list[str]:
    return [word for word in folded(text[:_MAX_SEARCH]).split() if is_shown(word)]


def _people_of(departments: Collection[DepartmentId]) -> Select[Any]:
    return select(MembershipRow.person_id).where(MembershipRow.department_id.in_(departments))


def _behind(person: Person) -> ColumnElement[bool]:
    key = _name_key(person)
    return or_(PersonRow.name_key > key, and_(PersonRow.name_key == key, PersonRow.id > person.id))


def _name_key(person: Person) -> str:
    # The address sorts people of one name, and is found by the same search.
    own_name = f"{person.first_name} {person.last_name}"
    return re.sub(r"\s+", " ", folded(f"{own_name} {person.email}"))[:_MAX_KEY]


def _values(person: Person) -> dict[str, object]:
    gone = person.deleted_at is not None
    return {
        "email": person.email,
        "email_key": None if gone else folded(person.email),
        "name_key": _name_key(person),
        "first_name": person.first_name,
        "last_name": person.last_name,
        "role": str(person.role),
        "language": person.language,
        "avatar": person.avatar,
        "disabled": person.disabled,
        "deleted_at": person.deleted_at,
    }


def to_person(row: PersonRow) -> Person:
    """The person of a row."""
    return Person(
        id=PersonId(row.id),
        email=row.email,
        first_name=row.first_name,
        last_name=row.last_name,
        role=Role(row.role),
        language=row.language,
        avatar=row.avatar,
        disabled=row.disabled,
        deleted_at=row.deleted_at,
        has_password=row.password_hash is not None,
        must_change_password=row.must_change_password,
        locked_until=row.locked_until,
        created_at=row.created_at,
    )


def _to_sign_in(row: SignInRow) -> SignIn:
    return SignIn(
        id=SignInId(row.id),
        person_id=PersonId(row.person_id),
        workstation=row.workstation,
        began_at=row.began_at,
        used_at=row.used_at,
        expires_at=row.expires_at,
        ended_at=row.ended_at,
        remembered=row.token_hash is not None,
    )
