"""People on both databases: addresses, names, the last in charge, and what is never said."""

import logging
import os
import subprocess
import sys
import threading
import traceback
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infinibay_desktop.database.opening import open_database
from infinibay_desktop.model.activity import Act
from infinibay_desktop.model.departments import DepartmentId, DepartmentRole
from infinibay_desktop.model.errors import (
    ConflictError,
    InfinibayError,
    NotFoundError,
    NotPermittedError,
    NotSignedInError,
    SignInError,
    ValidationError,
)
from infinibay_desktop.model.events import PersonDeleted, PersonSaved, SignInsEnded
from infinibay_desktop.model.people import PersonId, Role, folded
from infinibay_desktop.model.rights import Actor
from infinibay_desktop.services.departments import DepartmentService
from infinibay_desktop.services.gate import Gate
from tests.fakes.people import PASSWORD, Desk

ROOT = Path(__file__).parents[2]


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request, tmp_path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "people.sqlite")
    return request.getfixturevalue("postgres_url")


@pytest.fixture
def units(location):
    units = open_database(location)
    yield units
    units.close()


@pytest.fixture
def desk(units, clock, recorder) -> Desk:
    return Desk(units, clock, told=recorder)


def test_the_first_person_needs_no_password(desk) -> None:
    first = desk.people.ensure_first("Ana María\0 \u202e")
    assert first.role is Role.SUPER_ADMINISTRATOR
    assert not first.has_password
    assert first.email == "anamaria@localhost"
    assert desk.people.ensure_first("Bob") is None
    assert desk.people.count() == 1


def test_what_is_stored_of_a_person_comes_back(desk) -> None:
    desk.first()
    added = desk.people.add(
        " Ana@Example.org ", "  Ana  María ", "O'Hara <b>", Role.ADMINISTRATOR, "es", "owl"
    )
    person = desk.people.find(added.person.id)
    assert person == added.person
    assert (person.email, person.first_name) == ("Ana@Example.org", "Ana María")
    assert person.must_change_password
    assert desk.people.find_by_email("ANA@EXAMPLE.ORG") == person
    assert PersonSaved(person_id=person.id) in desk.told.events


@pytest.mark.parametrize(
    "twin", ["ana@example.org", "ANA@Example.ORG", " ana@example.org ", "\uff41na@example.org"]
)
def test_an_address_is_taken_in_any_spelling(desk, twin) -> None:
    desk.first()
    desk.add("Ana@example.org")
    bob = desk.add("bob@example.org")
    for attempt in (
        lambda: desk.add(twin),
        lambda: desk.people.edit(replace(bob, email=twin)),
    ):
        with pytest.raises(ConflictError) as refused:
            attempt()
        assert refused.value.details["field"] == "email"


@pytest.mark.parametrize(
    "name", ["O'Hara; DROP TABLE people", "<b>bold</b>", "👩‍🚀🦉", "مريم", "Ł" * 100, "%_\\"]
)
def test_any_name_that_can_be_shown_is_kept_and_found(desk, name) -> None:
    desk.first()
    person = desk.people.add("a@example.org", name, password=PASSWORD).person
    assert desk.people.find(person.id).first_name == name
    assert [one.id for one in desk.people.search(name.upper()[:50])] == [person.id]


@pytest.mark.parametrize("name", ["x" * 10_000, "a\nb\0", "\u2028", "\ud800"])
def test_a_name_that_cannot_be_shown_is_refused(desk, name) -> None:
    desk.first()
    for values in ({"first_name": name}, {"last_name": name}):
        if "\n" in name or name == "\u2028":
            continue
        with pytest.raises(ValidationError) as refused:
            desk.people.add("a@example.org", **values)
        assert refused.value.details["field"] in values
    assert desk.people.count() == 1


@pytest.mark.parametrize(
    "email",
    ["", "a", "@", "a@", "a b@c", "a@b\0", "x" * 250 + "@example.org", "\ufdfa" * 90 + "@b"],
)
def test_what_is_no_address_is_refused(desk, email) -> None:
    desk.first()
    with pytest.raises(ValidationError) as refused:
        desk.add(email)
    assert refused.value.details["field"] == "email"


@pytest.mark.parametrize("junk", ["\0", "\ud800x@y", "%", "x" * 100_000, "' OR 1=1 --"])
def test_looking_for_junk_finds_nobody(desk, junk) -> None:
    desk.first()
    with pytest.raises(NotFoundError):
        desk.people.find_by_email(junk)
    assert len(desk.people.search(junk)) in (0, 1)


def test_people_are_listed_by_folded_name_page_by_page(desk) -> None:
    desk.first("aaa@example.org")
    names = ["anna", "Bea", "bea", "Carl", "ÉMILE", "emile", "Zoe"]
    for number, name in enumerate(names):
        desk.people.add(f"p{number}@example.org", name, password=PASSWORD)
    whole = desk.people.search(limit=100)
    pages, after = [], None
    while page := desk.people.search(after=after, limit=3):
        pages += page
        after = page[-1]
    assert pages == list(whole)
    assert len(whole) == len(names) + 1
    shown = [one.first_name for one in whole]
    assert shown.index("anna") < shown.index("Bea") < shown.index("Carl") < shown.index("Zoe")


def test_search_looks_at_all_words_at_roles_and_at_deleted_people_only_when_asked(desk) -> None:
    desk.first()
    ana = desk.people.add("eva@sales.example", "Eva", "Meyer", password=PASSWORD).person
    bob = desk.people.add(
        "bob@sales.example", "Bob", "Meyer", Role.ADMINISTRATOR, password=PASSWORD
    ).person
    assert {one.id for one in desk.people.search("MEYER sales")} == {ana.id, bob.id}
    assert [one.id for one in desk.people.search("meyer eva")] == [ana.id]
    assert [one.id for one in desk.people.search(role=Role.ADMINISTRATOR)] == [bob.id]
    desk.people.delete(ana.id)
    assert desk.people.search("eva") == []
    [found] = desk.people.search("eva", include_deleted=True)
    assert found.id == ana.id
    assert found.deleted_at is not None
    assert desk.people.count() == 2


def test_a_deleted_person_is_kept_cannot_sign_in_and_frees_the_address(
    desk, units, clock, recorder
) -> None:
    desk.first()
    ana = desk.add("ana@example.org")
    elsewhere = Desk(units, clock, name="elsewhere", told=recorder)
    elsewhere.sign_in.sign_in("ana@example.org", PASSWORD, stay=True)
    desk.people.delete(ana.id)
    assert not elsewhere.sign_in.refresh()
    elsewhere.restart()
    assert elsewhere.sign_in.resume() is None
    with pytest.raises(SignInError):
        elsewhere.sign_in.sign_in("ana@example.org", PASSWORD, stay=False)
    assert desk.people.find(ana.id).email == "ana@example.org"
    assert desk.add("ANA@example.org").id != ana.id
    assert desk.told.of(PersonDeleted) == [PersonDeleted(person_id=ana.id)]
    assert SignInsEnded(person_id=ana.id) in desk.told.events
    for act in (
        lambda: desk.people.delete(ana.id),
        lambda: desk.people.edit(ana),
        lambda: desk.people.unlock(ana.id),
        lambda: desk.people.reset_password(ana.id),
    ):
        with pytest.raises(NotFoundError):
            act()


def test_the_last_super_administrator_stays(desk) -> None:
    first = desk.first()
    other = desk.add("other@example.org", Role.ADMINISTRATOR)
    for act in (
        lambda: desk.people.delete(first.id),
        lambda: desk.people.edit(replace(first, role=Role.ADMINISTRATOR)),
        lambda: desk.people.edit(replace(first, disabled=True)),
    ):
        with pytest.raises(ConflictError, match="last active super administrator"):
            act()
        assert desk.people.find(first.id) == first
    desk.people.edit(replace(other, role=Role.SUPER_ADMINISTRATOR, disabled=True))
    with pytest.raises(ConflictError):
        desk.people.delete(first.id)
    desk.people.edit(replace(other, role=Role.SUPER_ADMINISTRATOR))
    desk.people.delete(first.id)
    with pytest.raises(ConflictError):
        desk.people.delete(other.id)


@pytest.mark.parametrize("act", ["delete", "demote"])
def test_two_programs_cannot_remove_the_last_two_at_once(desk, location, act) -> None:
    pair = [desk.first(), desk.add("two@example.org", Role.SUPER_ADMINISTRATOR)]
    script = (
        "import sys\n"
        "from dataclasses import replace\n"
        "from uuid import UUID\n"
        "from infinibay_desktop.database.opening import open_database\n"
        "from infinibay_desktop.model.errors import ConflictError\n"
        "from infinibay_desktop.model.people import Role\n"
        "from infinibay_desktop.runtime.clock import SystemClock\n"
        "from infinibay_desktop.services.people import PeopleService\n"
        "from tests.fakes.people import FakeHasher\n"
        "people = PeopleService(open_database(sys.argv[1]), SystemClock(), FakeHasher())\n"
        "one = people.find(UUID(sys.argv[3]))\n"
        "print('ready', flush=True)\n"
        "sys.stdin.readline()\n"
        "try:\n"
        "    if sys.argv[2] == 'delete': people.delete(one.id)\n"
        "    else: people.edit(replace(one, role=Role.USER))\n"
        "except ConflictError: sys.exit(3)\n"
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", script, location, act, str(person.id)],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for person in pair
    ]
    assert [process.stdout.readline() for process in running] == [b"ready\n"] * 2
    for process in running:
        process.stdin.write(b"go\n")
        process.stdin.flush()
    told = [process.communicate(timeout=60)[1].decode() for process in running]
    assert sorted(process.returncode for process in running) == [0, 3], told
    active = [one for one in desk.people.search(role=Role.SUPER_ADMINISTRATOR) if one.can_sign_in]
    assert len(active) == 1


def test_many_threads_leave_one_in_charge_and_one_of_an_address(desk) -> None:
    desk.first()
    rivals = [desk.add(f"s{n}@example.org", Role.SUPER_ADMINISTRATOR) for n in range(4)]
    everybody = [*rivals, desk.people.find_by_email("root@example.org")]
    refused: list[InfinibayError] = []

    def run(work) -> None:
        try:
            work()
        except InfinibayError as error:
            refused.append(error)

    jobs = [lambda one=one: desk.people.delete(one.id) for one in everybody]
    jobs += [lambda n=n: desk.add("same@example.org", Role.USER) for n in range(4)]
    threads = [threading.Thread(target=run, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(desk.people.search(role=Role.SUPER_ADMINISTRATOR)) == 1
    assert len(desk.people.search("same")) == 1
    assert len(refused) == 4
    assert {type(error) for error in refused} == {ConflictError}


def test_several_programs_at_once_make_one_first_person(desk) -> None:
    threads = [threading.Thread(target=desk.people.ensure_first, args=("Ana",)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert desk.people.count() == 1


def test_nobody_changes_their_own_power(desk) -> None:
    first = desk.first()
    desk.add("other@example.org", Role.SUPER_ADMINISTRATOR)
    desk.sign_in.sign_in(first.email, PASSWORD, stay=False)
    for act in (
        lambda: desk.people.edit(replace(first, role=Role.USER)),
        lambda: desk.people.edit(replace(first, disabled=True)),
        lambda: desk.people.delete(first.id),
        lambda: desk.people.reset_password(first.id),
    ):
        with pytest.raises(NotPermittedError, match="their own"):
            act()
    assert desk.people.edit(replace(first, first_name="Ana")).first_name == "Ana"


def test_a_second_person_comes_only_when_the_first_has_a_password(desk) -> None:
    lone = desk.lone()
    with pytest.raises(ConflictError) as refused:
        desk.add("two@example.org", Role.SUPER_ADMINISTRATOR)
    assert desk.people.count() == 1
    assert refused.value.remedy
    assert not desk.people.find(lone.id).has_password
    desk.people.change_password(lone.id, "", PASSWORD)
    desk.add("two@example.org")


def test_without_a_password_only_who_is_alone(desk) -> None:
    first = desk.first()
    ana = desk.add("ana@example.org")
    with pytest.raises(ConflictError):
        desk.people.remove_password(first.id, PASSWORD)
    desk.people.edit(replace(ana, disabled=True))
    with pytest.raises(ConflictError) as refused:
        desk.people.remove_password(first.id, PASSWORD)
    assert "whoever reaches the database" in refused.value.remedy
    assert desk.people.find(first.id).has_password
    desk.people.delete(ana.id)
    with pytest.raises(SignInError):
        desk.people.remove_password(first.id, "wrong")
    assert desk.sign_in.needs_sign_in()
    desk.people.remove_password(first.id, PASSWORD)
    assert not desk.sign_in.needs_sign_in()


def test_a_password_is_changed_by_who_knows_the_present_one(desk) -> None:
    desk.first()
    added = desk.people.add("ana@example.org")
    ana, one_time = added.person, added.one_time_password
    with pytest.raises(SignInError):
        desk.people.change_password(ana.id, "wrong", "a new one for ana")
    for bad in ("short", "password1234", one_time, "x" * 2000):
        with pytest.raises(ValidationError) as refused:
            desk.people.change_password(ana.id, one_time, bad)
        assert refused.value.details["field"] == "password"
        assert bad not in f"{refused.value} {refused.value.details}"
    desk.people.change_password(ana.id, one_time, "a new one for ana")
    person = desk.sign_in.sign_in(ana.email, "a new one for ana", stay=False)
    assert not person.must_change_password


def test_a_reset_ends_sign_ins_and_must_be_changed(desk, units, clock, recorder) -> None:
    desk.first()
    ana = desk.add("ana@example.org")
    elsewhere = Desk(units, clock, name="elsewhere", told=recorder)
    elsewhere.sign_in.sign_in(ana.email, PASSWORD, stay=True)
    one_time = desk.people.reset_password(ana.id)
    assert not elsewhere.sign_in.refresh()
    with pytest.raises(SignInError):
        elsewhere.sign_in.sign_in(ana.email, PASSWORD, stay=False)
    assert elsewhere.sign_in.sign_in(ana.email, one_time, stay=False).must_change_password


def test_one_time_passwords_are_random_and_readable(desk) -> None:
    desk.first()
    made = {desk.people.add(f"p{n}@example.org").one_time_password for n in range(20)}
    assert len(made) == 20
    for password in made:
        assert len(password.replace("-", "")) == 20
        assert not set(password) & set("0O1lIio")


def test_secrets_are_in_no_text_of_values_events_or_errors(desk, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    desk.first()
    added = desk.people.add("ana@example.org")
    desk.sign_in.sign_in("ana@example.org", added.one_time_password, stay=True)
    [token] = desk.secrets.secrets.values()
    told = [
        repr(added),
        repr(desk.told.events),
        repr(desk.people.find(added.person.id)),
        caplog.text,
    ]
    told += [repr(desk.sign_in.sign_ins(added.person.id)), repr(desk.current.actor)]
    stored = "".join(("some", "thing", "hashed"))
    try:
        with desk.units() as unit:
            unit.people.add(added.person, stored)
    except ConflictError as error:
        told.append("".join(traceback.format_exception(error)))
    for secret in (added.one_time_password, token, PASSWORD, stored, "new:"):
        assert not [text for text in told if secret in text], secret


def a_department(desk, *people) -> DepartmentId:
    """A department with these people."""
    departments = DepartmentService(desk.units, desk.clock, None)
    made = departments.add("Sales")
    for person in people:
        departments.set_member(made.id, person.id, DepartmentRole.MEMBER)
    return made.id


class NoMachines:
    """The gate looks machines up; there are none."""

    def find(self, key) -> None:
        return None

    def snapshot(self) -> list:
        return []


@pytest.fixture
def guarded(desk):
    """The services as screens have them, and what is recorded of what they do."""
    acts: list[Act] = []
    gate = Gate(desk.current, NoMachines(), acts.append, desk.clock)
    return gate.guard(desk.people), gate.guard(desk.sign_in), acts


def test_users_see_and_change_only_themselves(desk, guarded) -> None:
    people, sign_in, _ = guarded
    first = desk.first()
    ana = desk.add("ana@example.org")
    with pytest.raises(NotSignedInError):
        people.search()
    sign_in.sign_in("ana@example.org", PASSWORD)
    assert people.find(ana.id) == ana
    assert people.edit_own(ana.id, "Ana", "", "es", "owl").first_name == "Ana"
    for act in (
        people.search,
        people.count,
        lambda: people.find(first.id),
        lambda: people.find_by_email(first.email),
        lambda: people.edit(ana),
        lambda: people.edit_own(first.id, "x", "", "", ""),
        lambda: people.change_password(first.id, "", PASSWORD),
        lambda: people.reset_password(first.id),
        lambda: people.delete(ana.id),
        lambda: people.add("new@example.org"),
        lambda: people.ensure_first("x"),
        lambda: sign_in.sign_out_everywhere(first.id),
        lambda: sign_in.sign_ins(first.id),
        lambda: sign_in.load_actor(first.id),
    ):
        with pytest.raises(NotPermittedError):
            act()
    sign_in.sign_out_everywhere(ana.id)
    with pytest.raises(NotSignedInError):
        people.find(ana.id)


def test_department_administrators_choose_from_people_without_their_details(desk, guarded) -> None:
    people, _, _ = guarded
    desk.first()
    ana, bob = desk.add("ana@example.org"), desk.add("bob@example.org")
    gone = desk.add("gone@example.org")
    department = a_department(desk, ana, bob, gone)
    desk.people.delete(gone.id)
    desk.current.set(Actor(person=ana, memberships={department: DepartmentRole.ADMINISTRATOR}))
    found = people.search(include_deleted=True)
    assert {one.email for one in found} == {"ana@example.org", "bob@example.org"}
    assert not any(one.has_password for one in found if one != ana)
    root = people.find_by_email("root@example.org")
    assert (root.has_password, root.created_at) == (False, None)
    with pytest.raises(NotPermittedError):
        people.edit(root)


def test_department_administrators_find_others_by_their_whole_address_only(desk, guarded) -> None:
    people, _, _ = guarded
    desk.first()
    ana, bob = desk.add("ana@example.org"), desk.add("bob@example.org")
    department = a_department(desk, ana)
    desk.current.set(Actor(person=ana, memberships={department: DepartmentRole.ADMINISTRATOR}))
    for part in ("", "bob", "bob@example.or", "example.org", "@", "%", "root"):
        assert {one.id for one in people.search(part)} <= {ana.id}, part
    assert [one.id for one in people.search(" BOB@Example.org ")] == [bob.id]
    assert [one.id for one in people.search("bob@example.org", within=None)] == [bob.id]
    assert people.search("bob@example.org", Role.ADMINISTRATOR) == []
    assert {one.id for one in people.search("", within=None)} == {ana.id}
    desk.people.edit(replace(bob, disabled=True))
    assert people.search("bob@example.org") == []


def test_who_is_disabled_or_deleted_is_nobody_to_a_department_administrator(desk, guarded) -> None:
    people, _, _ = guarded
    desk.first()
    ana = desk.add("ana@example.org")
    off, gone = desk.add("off@example.org"), desk.add("gone@example.org")
    desk.people.edit(replace(off, disabled=True))
    desk.people.delete(gone.id)
    memberships = {DepartmentId(uuid4()): DepartmentRole.ADMINISTRATOR}
    desk.current.set(Actor(person=ana, memberships=memberships))
    for email in (off.email, gone.email, "never@example.org"):
        with pytest.raises(NotFoundError, match=f"nobody with the address '{email}'"):
            people.find_by_email(email)


def test_a_sign_in_is_recorded_under_who_signed_in_and_a_failed_one_under_nobody(
    desk, guarded
) -> None:
    _, sign_in, acts = guarded
    first, ana = desk.first(), desk.add("ana@example.org")
    sign_in.sign_in(first.email, PASSWORD)
    sign_in.sign_in(ana.email, PASSWORD)
    with pytest.raises(SignInError):
        sign_in.sign_in(first.email, "not the one")
    assert [act.actor_id for act in acts] == [first.id, ana.id, None]


def test_administrators_look_and_do_not_touch(desk, guarded) -> None:
    people, _, _ = guarded
    first = desk.first()
    desk.add("boss@example.org", Role.ADMINISTRATOR)
    desk.sign_in.sign_in("boss@example.org", PASSWORD)
    assert people.find(first.id).created_at is not None
    assert people.count() == 2
    with pytest.raises(NotPermittedError):
        people.edit(first)


def test_what_is_done_to_people_is_recorded_without_secrets(desk, guarded) -> None:
    people, sign_in, acts = guarded
    first = desk.first()
    sign_in.sign_in(first.email, PASSWORD)
    ana = people.add("ana@example.org").person
    people.edit(replace(ana, role=Role.ADMINISTRATOR))
    one_time = people.reset_password(ana.id)
    with pytest.raises(SignInError):
        sign_in.sign_in("ana@example.org", "not the one", stay=False)
    with pytest.raises(SignInError):
        sign_in.sign_in("a password typed here", "x", stay=False)
    assert [(act.action, act.target_id, act.outcome) for act in acts] == [
        ("person.sign-in", str(first.id), "done"),
        ("person.add", str(ana.id), "done"),
        ("person.edit", str(ana.id), "done"),
        ("person.reset-password", str(ana.id), "done"),
        ("person.sign-in", str(ana.id), "refused"),
        ("person.sign-in", "", "refused"),
    ]
    assert acts[2].before == {"role": "user"}
    assert acts[2].after == {"role": "administrator"}
    for secret in (PASSWORD, one_time, "not the one", "a password typed here", "new:"):
        assert secret not in repr(acts)


def test_somebody_who_was_never_there_is_not_found(desk) -> None:
    for act in (desk.people.find, desk.people.delete, desk.sign_in.load_actor):
        with pytest.raises(NotFoundError):
            act(PersonId(uuid4()))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(max_size=100), words=st.text(max_size=60))
def test_any_text_is_stored_or_refused_and_can_be_looked_for(desk, name, words) -> None:
    desk.people.ensure_first("first")
    lone = desk.people.search(limit=1)[0]
    try:
        kept = desk.people.edit_own(lone.id, name, "", "", "")
    except ValidationError:
        kept = lone
    desk.people.search(words)
    if folded(kept.first_name):
        assert desk.people.search(kept.first_name)[0].id == lone.id
