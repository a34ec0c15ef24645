"""People: adding, finding, editing, deleting, and their passwords."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from uuid import uuid4

from infinibay_desktop.model.departments import DepartmentId
from infinibay_desktop.model.errors import (
    ConflictError,
    NotFoundError,
    NotPermittedError,
    ValidationError,
)
from infinibay_desktop.model.events import (
    DepartmentSaved,
    PersonDeleted,
    PersonSaved,
    SignInsEnded,
)
from infinibay_desktop.model.passwords import Weakness
from infinibay_desktop.model.people import (
    Person,
    PersonId,
    Role,
    first_email,
)
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.model.sign_ins import NO_FAILURES
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.services.acting import CurrentActor
from infinibay_desktop.services.acts import changed as say_changed
from infinibay_desktop.services.attempts import SignInAttempts
from infinibay_desktop.services.declarations import free, needs, program_only
from infinibay_desktop.services.passwords import (
    check_password,
    make_one_time_password,
    refused_password,
    words_of,
)
from infinibay_desktop.services.people_ports import PasswordHasher
from infinibay_desktop.services.people_rules import (
    checked_person,
    existing,
    facts_of,
    nobody_with,
    outline_of_active,
    outlines,
    people_nearby,
    refuse_nobody_in_charge,
    refuse_taken_email,
    say_edited,
    shown_name,
)
from infinibay_desktop.services.ports import UnitOfWork, UnitOfWorkFactory

MAX_PEOPLE_AT_ONCE = 500
# Makes a change that ends all sign-ins of a person but the one of this program.
Renew = Callable[[PersonId, Callable[[UnitOfWork], None]], None]


@dataclass(frozen=True, slots=True)
class AddedPerson:
    """A person who was added; the one-time password is shown now or never."""

    person: Person
    one_time_password: str = field(default="", repr=False)


class PeopleService:
    """The people of the program. At any time one active super administrator can sign in."""

    def __init__(
        self,
        units: UnitOfWorkFactory,
        clock: Clock,
        hasher: PasswordHasher,
        current: CurrentActor | None = None,
        renew: Renew | None = None,
    ) -> None:
        self._units = units
        self._clock = clock
        self._hasher = hasher
        self._current = current
        self._renew = renew or self._change_and_end
        self._attempts = SignInAttempts(units, hasher)

    # Finding.

    @needs(Permission.PERSON_VIEW, person="person_id")
    def find(self, person_id: PersonId) -> Person:
        """The person of that id, deleted ones too. Raises NotFoundError."""
        with self._units() as unit:
            person = unit.people.find(person_id)
        if person is None:
            raise NotFoundError("This person is not there.")
        return person

    @needs(Permission.PERSON_VIEW, or_somewhere=Permission.DEPARTMENT_EDIT, only=outline_of_active)
    def find_by_email(self, email: str) -> Person:
        """The person with that address, in any letter case. Raises NotFoundError."""
        with self._units() as unit:
            person = unit.people.find_by_email(email)
        if person is None:
            raise nobody_with(email)
        return person

    @needs(
        Permission.PERSON_VIEW,
        or_somewhere=Permission.DEPARTMENT_EDIT,
        only=outlines,
        narrow=people_nearby,
    )
    def search(
        self,
        text: str = "",
        role: Role | None = None,
        after: Person | None = None,
        limit: int = 100,
        *,
        include_deleted: bool = False,
        within: Collection[DepartmentId] | None = None,
    ) -> Sequence[Person]:
        """People by name, whose name or address has the text; `after` goes on with a list.

        With `within`, those of these departments, and whoever has exactly this address.
        """
        with self._units() as unit:
            found = unit.people.search(
                text,
                role=role,
                after=after,
                limit=max(1, min(limit, MAX_PEOPLE_AT_ONCE)),
                include_deleted=include_deleted,
                within=within,
            )
            alone = within is not None and after is None
            known = unit.people.find_by_email(text.strip()) if alone else None
        if known is None or known in found or role not in (None, known.role):
            return found
        return [*found, known]

    @needs(Permission.PERSON_VIEW)
    def count(self) -> int:
        """How many people there are, without deleted ones."""
        with self._units() as unit:
            return unit.people.count()

    @free("it looks at what is typed, and at nothing else", signed_out=True)
    def weakness(self, password: str, *words: str) -> str:
        """Why a password would be refused, in a sentence; `words` belong to its owner."""
        try:
            check_password(self._hasher, password, words)
        except ValidationError as error:
            return error.message
        return ""

    # Adding, editing, deleting.

    @needs(Permission.PERSON_MANAGE, name="email", act="person.add")
    def add(
        self,
        email: str,
        first_name: str = "",
        last_name: str = "",
        role: Role = Role.USER,
        language: str = "",
        avatar: str = "",
        password: str = "",
    ) -> AddedPerson:
        """Add a person; without a password they get a one-time one that they must change.

        Raises ValidationError, or ConflictError for an address that somebody has.
        """
        draft = Person(
            id=PersonId(uuid4()),
            email=email,
            first_name=first_name,
            last_name=last_name,
            role=role,
            language=language,
            avatar=avatar,
            has_password=True,
            must_change_password=not password,
            created_at=self._clock.now(),
        )
        person = checked_person(draft)
        one_time = "" if password else make_one_time_password()
        if password:
            check_password(self._hasher, password, words_of(person))
        password_hash = self._hasher.hash(password or one_time)
        with self._units() as unit:
            unit.people.lock()
            refuse_taken_email(unit, person)
            unit.people.add(person, password_hash)
            refuse_nobody_in_charge(unit)
            unit.tell(PersonSaved(person_id=person.id))
            unit.commit()
        say_changed(after=facts_of(person), target_id=person.id, target_name=person.name)
        return AddedPerson(person, one_time)

    @needs(Permission.PERSON_MANAGE, person="person.id", name="person.name", act="person.edit")
    def edit(self, person: Person) -> Person:
        """Store address, names, role, language, avatar, and whether the person is disabled.

        Raises ValidationError, ConflictError, NotFoundError; NotPermittedError for one's own
        role, which somebody else must change.
        """
        wanted = checked_person(person)
        with self._units() as unit:
            unit.people.lock()
            stored = existing(unit, person.id)
            self._refuse_own_power(stored, wanted)
            refuse_taken_email(unit, wanted)
            changed = replace(
                stored,
                email=wanted.email,
                first_name=wanted.first_name,
                last_name=wanted.last_name,
                role=wanted.role,
                language=wanted.language,
                avatar=wanted.avatar,
                disabled=wanted.disabled,
            )
            unit.people.save(changed)
            refuse_nobody_in_charge(unit)
            if changed.disabled and not stored.disabled:
                self._end_sign_ins(unit, person.id)
            unit.tell(PersonSaved(person_id=person.id))
            unit.commit()
        say_edited(stored, changed)
        return changed

    @needs(Permission.PERSON_MANAGE, person="person_id", act="person.delete")
    def delete(self, person_id: PersonId) -> None:
        """Take a person out: their sign-ins end, their address is free, the record stays.

        What they own stays theirs in name, until an administrator gives it to somebody.
        Raises NotFoundError, or ConflictError for the last super administrator.
        """
        with self._units() as unit:
            unit.people.lock()
            person = existing(unit, person_id)
            if self._is_own(person_id):
                raise NotPermittedError(
                    "Nobody deletes their own account.",
                    remedy="Another super administrator can do it.",
                )
            unit.people.save(replace(person, deleted_at=self._clock.now()))
            refuse_nobody_in_charge(unit)
            departments = unit.people.memberships(person_id)
            unit.people.drop_rights(person_id)
            self._end_sign_ins(unit, person_id)
            unit.tell(
                PersonDeleted(person_id=person_id),
                *(DepartmentSaved(department_id=department) for department in departments),
            )
            unit.commit()
        say_changed(before=facts_of(person), target_name=person.name)

    @program_only("it makes the first person, before anybody can sign in")
    def ensure_first(self, name: str) -> Person | None:
        """Make the first person when there is none: a super administrator without a password.

        That is what "no sign-in on this computer" means. Returns None when somebody is there.
        """
        with self._units() as unit:
            if unit.people.count():
                return None
            unit.people.lock()
            if unit.people.count():  # another program was faster
                return None
            person = Person(
                id=PersonId(uuid4()),
                email=first_email(name),
                first_name=shown_name(name),
                role=Role.SUPER_ADMINISTRATOR,
                created_at=self._clock.now(),
            )
            unit.people.add(person, None)
            unit.tell(PersonSaved(person_id=person.id))
            unit.commit()
        return person

    # What a person does for themselves.

    @needs(Permission.PERSON_SELF, person="person_id", act="person.edit-own")
    def edit_own(
        self,
        person_id: PersonId,
        first_name: str,
        last_name: str,
        language: str,
        avatar: str,
    ) -> Person:
        """Store one's own names, language and avatar. Raises ValidationError."""
        with self._units() as unit:
            unit.people.lock()
            stored = existing(unit, person_id)
            changed = checked_person(
                replace(
                    stored,
                    first_name=first_name,
                    last_name=last_name,
                    language=language,
                    avatar=avatar,
                )
            )
            unit.people.save(changed)
            unit.tell(PersonSaved(person_id=person_id))
            unit.commit()
        say_edited(stored, changed)
        return changed

    @needs(Permission.PERSON_SELF, person="person_id", act="person.change-password")
    def change_password(self, person_id: PersonId, current: str, new: str) -> None:
        """Set one's own password; the present one is asked for, where there is one.

        One stays signed in in this program, and is signed out in all others.
        Raises SignInError, or ValidationError for a password that cannot be taken.
        """
        person = self._confirmed(person_id, current)
        check_password(self._hasher, new, words_of(person))
        if person.has_password and new == current:
            raise refused_password(Weakness.SAME)
        self._renew(person_id, self._storing(person_id, new, must_change=False))

    @needs(Permission.PERSON_SELF, person="person_id", act="person.remove-password")
    def remove_password(self, person_id: PersonId, current: str) -> None:
        """Go on without signing in on this computer; only while there is nobody else.

        Raises SignInError, or ConflictError when there are others, disabled ones too.
        """
        self._confirmed(person_id, current)
        with self._units() as unit:
            unit.people.lock()
            if unit.people.count() > 1:
                raise ConflictError(
                    "There are other people in this database: everybody has to sign in.",
                    remedy="Without a password whoever reaches the database, also from another "
                    "computer, may do everything. Delete the others first, disabled ones too.",
                )
            unit.people.set_password(person_id, None, must_change=False)
            unit.tell(PersonSaved(person_id=person_id))
            unit.commit()

    # What an administrator does for them.

    @needs(Permission.PERSON_MANAGE, person="person_id", act="person.reset-password")
    def reset_password(self, person_id: PersonId) -> str:
        """A new one-time password, which must be changed; their sign-ins end.

        Raises NotPermittedError for one's own, for which the present one must be given.
        """
        if self._is_own(person_id):
            raise NotPermittedError(
                "Nobody resets their own password.",
                remedy="Change it instead; the present one is asked for.",
            )
        one_time = make_one_time_password()
        self._change_and_end(person_id, self._storing(person_id, one_time, must_change=True))
        return one_time

    @needs(Permission.PERSON_MANAGE, person="person_id", act="person.unlock")
    def unlock(self, person_id: PersonId) -> None:
        """Let a person try again who failed to sign in too often."""
        with self._units() as unit:
            unit.people.lock()
            person = existing(unit, person_id)
            unit.people.set_failures(person_id, NO_FAILURES)
            unit.tell(PersonSaved(person_id=person_id))
            unit.commit()
        say_changed(target_name=person.name)

    def _confirmed(self, person_id: PersonId, current: str) -> Person:
        person = self.find(person_id)
        return self._attempts.check(person.email, current).person if person.has_password else person

    def _storing(
        self, person_id: PersonId, password: str, *, must_change: bool
    ) -> Callable[[UnitOfWork], None]:
        """What stores a password in a transaction; the slow hash is made before."""
        password_hash = self._hasher.hash(password)

        def store(unit: UnitOfWork) -> None:
            say_changed(target_name=existing(unit, person_id).name)
            unit.people.set_password(person_id, password_hash, must_change=must_change)
            unit.people.set_failures(person_id, NO_FAILURES)
            unit.tell(PersonSaved(person_id=person_id))

        return store

    def _change_and_end(self, person_id: PersonId, change: Callable[[UnitOfWork], None]) -> None:
        with self._units() as unit:
            unit.people.lock()
            change(unit)
            self._end_sign_ins(unit, person_id)
            unit.commit()

    def _end_sign_ins(self, unit: UnitOfWork, person_id: PersonId) -> None:
        unit.sign_ins.end(person_id, unit.now())
        unit.tell(SignInsEnded(person_id=person_id))

    def _refuse_own_power(self, stored: Person, wanted: Person) -> None:
        if not self._is_own(stored.id):
            return
        if wanted.role is not stored.role:
            raise NotPermittedError(
                "Nobody changes their own role.", remedy="Another super administrator can do it."
            )
        if wanted.disabled:
            raise NotPermittedError(
                "Nobody disables their own account.",
                remedy="Another super administrator can do it.",
            )

    def _is_own(self, person_id: PersonId) -> bool:
        actor = self._current.actor.person if self._current else None
        return actor is not None and actor.id == person_id
