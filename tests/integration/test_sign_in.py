"""Signing in on both databases: tokens, waiting after failures, clocks, other programs."""

import hashlib
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event, text

from infinibay_desktop.database.opening import open_database
from infinibay_desktop.database.unit_of_work import SqlUnitOfWork
from infinibay_desktop.model.errors import (
    DatabaseError,
    NotFoundError,
    SignInError,
    SignInLockedError,
)
from infinibay_desktop.model.events import ActorChanged, PersonLocked, SignInsEnded
from infinibay_desktop.model.people import Role
from infinibay_desktop.model.rights import NOBODY, Permission
from tests.fakes import FakeClock, FakeSecretStore
from tests.fakes.people import PASSWORD, Desk

DAY_S = 86_400


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


@pytest.fixture
def elsewhere(units, clock, recorder) -> Desk:
    return Desk(units, clock, name="elsewhere", told=recorder)


@pytest.fixture
def ana(desk):
    desk.first()
    return desk.add("ana@example.org")


def fail(desk: Desk, times: int, email: str = "ana@example.org") -> list[SignInError]:
    errors = []
    for _ in range(times):
        with pytest.raises(SignInError) as refused:
            desk.sign_in.sign_in(email, "wrong", stay=False)
        errors.append(refused.value)
    return errors


def test_who_is_alone_without_a_password_needs_no_sign_in(desk) -> None:
    assert desk.sign_in.resume() is None
    lone = desk.lone()
    assert not desk.sign_in.needs_sign_in()
    assert desk.sign_in.resume() == lone
    assert desk.current.actor.may(Permission.PERSON_MANAGE)
    assert desk.sign_in.refresh()
    assert desk.sign_in.sign_ins(lone.id) == []


def test_a_first_password_makes_a_sign_in_here_and_puts_other_programs_out(desk, elsewhere) -> None:
    lone = desk.lone()
    desk.sign_in.resume()
    elsewhere.sign_in.resume()
    desk.people.change_password(lone.id, "", PASSWORD)
    assert not elsewhere.sign_in.refresh()
    assert elsewhere.current.actor == NOBODY
    assert elsewhere.sign_in.resume() is None
    assert [one.workstation for one in desk.sign_in.sign_ins(lone.id)] == ["desk"]
    assert desk.sign_in.refresh()
    desk.sign_in.sign_out_everywhere(lone.id)
    assert not desk.sign_in.refresh()


def test_who_looks_while_a_first_password_is_stored_is_not_put_out_by_it(desk) -> None:
    lone = desk.lone()
    desk.sign_in.resume()
    publish = desk.told.publish

    def look_at_once(told) -> None:
        publish(told)
        desk.sign_in.refresh()

    desk.units.publish_to(look_at_once)
    desk.people.change_password(lone.id, "", PASSWORD)
    assert desk.current.signed_in.person.has_password


def test_a_password_that_is_not_stored_leaves_things_as_they_were(desk, monkeypatch) -> None:
    lone = desk.lone()
    desk.sign_in.resume()

    def fail(_unit) -> None:
        raise DatabaseError("no room")

    with monkeypatch.context() as broken:
        broken.setattr(SqlUnitOfWork, "commit", fail)
        with pytest.raises(DatabaseError):
            desk.people.change_password(lone.id, "", PASSWORD)
    assert desk.sign_in.refresh()
    assert not desk.current.signed_in.person.has_password


def test_changing_a_password_signs_out_every_other_program(desk, elsewhere, ana) -> None:
    for one in (desk, elsewhere):
        one.sign_in.sign_in(ana.email, PASSWORD, stay=True)
    desk.people.change_password(ana.id, PASSWORD, "a new one for ana")
    assert desk.sign_in.refresh()
    assert desk.sign_in.stays()
    assert not elsewhere.sign_in.refresh()
    assert not elsewhere.secrets.secrets


def test_who_is_signed_out_everywhere_while_a_keyring_asks_is_not_let_in(
    desk, elsewhere, ana, monkeypatch
) -> None:
    keep = elsewhere.secrets.keep

    def slowly(name: str, secret: str) -> None:
        desk.sign_in.sign_out_everywhere(ana.id)
        keep(name, secret)

    monkeypatch.setattr(elsewhere.secrets, "keep", slowly)
    with pytest.raises(SignInError):
        elsewhere.sign_in.sign_in(ana.email, PASSWORD, stay=True)
    assert elsewhere.current.actor == NOBODY
    assert elsewhere.sign_in.resume() is None
    monkeypatch.undo()
    assert elsewhere.sign_in.sign_in(ana.email, PASSWORD, stay=True).id == ana.id


def test_staying_signed_in_keeps_a_token_and_only_its_hash(desk, ana) -> None:
    desk.sign_in.sign_in(" ANA@example.org", PASSWORD, stay=True)
    assert desk.sign_in.stays()
    [token] = desk.secrets.secrets.values()
    assert len(token) >= 43
    with desk.units() as unit:
        hashes = unit._session.execute(text("SELECT token_hash FROM sign_ins")).scalars().all()
    assert [bytes(one) for one in hashes] == [hashlib.sha256(token.encode()).digest()]
    desk.restart()
    assert desk.current.actor == NOBODY
    assert desk.sign_in.resume() == ana
    assert desk.current.actor.person == ana
    assert desk.sign_in.stays()


def test_without_staying_the_next_start_asks_again(desk, ana) -> None:
    desk.sign_in.sign_in(ana.email, PASSWORD, stay=False)
    assert not desk.sign_in.stays()
    assert not desk.secrets.secrets
    assert desk.sign_in.refresh()
    desk.restart()
    assert desk.sign_in.resume() is None


def test_a_keyring_that_is_locked_is_no_reason_not_to_sign_in(desk, ana) -> None:
    desk.secrets.broken = True
    desk.sign_in.sign_in(ana.email, PASSWORD, stay=True)
    assert desk.current.actor.person == ana
    assert not desk.sign_in.stays()
    desk.restart()
    assert desk.sign_in.resume() is None
    desk.sign_in.sign_out()


def test_a_stay_lasts_thirty_days_from_the_last_use(desk, ana, clock) -> None:
    desk.sign_in.sign_in(ana.email, PASSWORD, stay=True)
    for _ in range(3):
        clock.pass_time(29 * DAY_S)
        desk.restart()
        assert desk.sign_in.resume() == ana
    clock.pass_time(31 * DAY_S)
    desk.restart()
    assert desk.sign_in.resume() is None
    assert not desk.secrets.secrets


def test_a_brief_one_lasts_half_a_day(desk, ana, clock) -> None:
    desk.sign_in.sign_in(ana.email, PASSWORD, stay=False, brief=True)
    for passed, who in ((6 * 3600, ana), (5 * 3600, ana), (2 * 3600, None)):
        clock.pass_time(passed)
        desk.restart()
        assert desk.sign_in.resume() == who


def test_an_expired_token_stays_expired_when_the_clock_is_set_back(desk, ana, clock) -> None:
    desk.sign_in.sign_in(ana.email, PASSWORD, stay=True)
    kept = dict(desk.secrets.secrets)
    clock.pass_time(31 * DAY_S)
    desk.restart()
    assert desk.sign_in.resume() is None
    clock.pass_time(-20 * DAY_S)
    desk.secrets.secrets |= kept
    desk.restart()
    assert desk.sign_in.resume() is None


def test_a_clock_set_far_back_ends_the_sign_in_and_a_new_one_works(desk, ana, clock) -> None:
    desk.sign_in.sign_in(ana.email, PASSWORD, stay=True)
    clock.pass_time(-400 * DAY_S)
    desk.restart()
    assert desk.sign_in.resume() is None
    desk.sign_in.sign_in(ana.email, PASSWORD, stay=True)
    desk.restart()
    assert desk.sign_in.resume() == ana


def test_a_wrong_or_strange_token_opens_nothing(desk, ana) -> None:
    desk.sign_in.sign_in(ana.email, PASSWORD, stay=True)
    [name] = desk.secrets.secrets
    for token in ("x" * 43, "", "\ud800", "é" * 10_000):
        desk.secrets.secrets[name] = token
        desk.restart()
        assert desk.sign_in.resume() is None


def test_signing_out_ends_the_token_even_when_somebody_kept_a_copy(desk, ana) -> None:
    desk.sign_in.sign_in(ana.email, PASSWORD, stay=True)
    copy = dict(desk.secrets.secrets)
    desk.sign_in.sign_out()
    assert desk.current.actor == NOBODY
    assert not desk.secrets.secrets
    assert desk.told.of(SignInsEnded)
    desk.secrets.secrets |= copy
    desk.restart()
    assert desk.sign_in.resume() is None
    desk.sign_in.sign_out()


def test_signing_out_works_here_when_the_database_is_gone(tmp_path, clock, recorder) -> None:
    path = tmp_path / "gone.sqlite"
    units = open_database(str(path))
    desk = Desk(units, clock, told=recorder)
    desk.first()
    desk.sign_in.sign_in("root@example.org", PASSWORD, stay=True)
    units.close()
    path.unlink()
    for beside in tmp_path.glob("gone.sqlite-*"):
        beside.unlink()
    path.mkdir()
    with pytest.raises(DatabaseError):
        desk.sign_in.refresh()
    assert desk.current.actor != NOBODY
    with pytest.raises(DatabaseError):
        desk.sign_in.sign_out()
    assert desk.current.actor == NOBODY
    assert not desk.secrets.secrets


def test_signing_out_everywhere_ends_all_programs(desk, elsewhere, ana) -> None:
    for one in (desk, elsewhere):
        one.sign_in.sign_in(ana.email, PASSWORD, stay=True)
    found = desk.sign_in.sign_ins(ana.id)
    assert {one.workstation for one in found} == {"desk", "elsewhere"}
    desk.sign_in.sign_out_everywhere(ana.id)
    assert desk.current.actor == NOBODY
    assert not elsewhere.sign_in.refresh()
    assert elsewhere.current.actor == NOBODY
    assert not elsewhere.secrets.secrets
    assert desk.sign_in.sign_ins(ana.id) == []
    assert SignInsEnded(person_id=ana.id) in desk.told.events


def test_one_sign_in_is_ended_and_the_others_stay(desk, elsewhere, ana) -> None:
    for one in (desk, elsewhere):
        one.sign_in.sign_in(ana.email, PASSWORD, stay=True)
    [theirs] = [one for one in desk.sign_in.sign_ins(ana.id) if one.id != desk.sign_in.own_id]
    with pytest.raises(NotFoundError):
        desk.sign_in.end_sign_in(desk.add("bob@example.org").id, theirs.id)
    desk.sign_in.end_sign_in(ana.id, theirs.id)
    assert not elsewhere.sign_in.refresh()
    assert desk.sign_in.refresh()
    with pytest.raises(NotFoundError):
        desk.sign_in.end_sign_in(ana.id, theirs.id)
    desk.sign_in.end_sign_in(ana.id, desk.sign_in.own_id)
    assert desk.current.actor == NOBODY
    assert desk.sign_in.own_id is None


def test_an_administrator_ends_the_sign_ins_of_another_and_stays(desk, elsewhere, ana) -> None:
    elsewhere.sign_in.sign_in(ana.email, PASSWORD, stay=True)
    desk.sign_in.sign_in("root@example.org", PASSWORD, stay=False)
    desk.sign_in.sign_out_everywhere(ana.id)
    assert desk.sign_in.refresh()
    assert not elsewhere.sign_in.refresh()


def test_signing_in_again_ends_the_one_before(desk, ana) -> None:
    for _ in range(3):
        desk.sign_in.sign_in(ana.email, PASSWORD, stay=True)
    assert len(desk.sign_in.sign_ins(ana.id)) == 1


@pytest.mark.parametrize("what", ["disabled", "role"])
def test_what_an_administrator_changes_is_there_at_the_next_look(
    desk, elsewhere, ana, what
) -> None:
    elsewhere.sign_in.sign_in(ana.email, PASSWORD, stay=True)
    new = True if what == "disabled" else Role.ADMINISTRATOR
    desk.people.edit(replace(ana, **{what: new}))
    still_there = elsewhere.sign_in.refresh()
    assert still_there == (what == "role")
    assert elsewhere.current.actor.may(Permission.MACHINE_CREATE) == still_there


def test_looking_again_tells_only_what_changed(desk, ana) -> None:
    desk.sign_in.sign_in(ana.email, PASSWORD, stay=False)
    before = len(desk.told.of(ActorChanged))
    for _ in range(3):
        assert desk.sign_in.refresh()
    assert len(desk.told.of(ActorChanged)) == before


def test_a_disabled_person_learns_it_only_with_the_right_password(desk, ana) -> None:
    desk.people.edit(replace(ana, disabled=True))
    [wrong] = fail(desk, 1)
    assert "disabled" not in wrong.message
    with pytest.raises(SignInError, match="disabled"):
        desk.sign_in.sign_in(ana.email, PASSWORD, stay=False)
    assert desk.current.actor == NOBODY


def test_a_one_time_password_allows_nothing_but_to_change_it(desk) -> None:
    desk.first()
    added = desk.people.add("boss@example.org", role=Role.SUPER_ADMINISTRATOR)
    desk.sign_in.sign_in("boss@example.org", added.one_time_password, stay=False)
    actor = desk.current.actor
    assert not [one for one in Permission if actor.may_somewhere(one) and one != "person:self"]
    assert actor.may_for(Permission.PERSON_SELF, added.person.id)
    desk.people.change_password(added.person.id, added.one_time_password, "quite another one")
    assert desk.sign_in.refresh()
    assert desk.current.actor.may(Permission.PERSON_MANAGE)


# Failures.


def test_unknown_address_and_wrong_password_get_the_same_answer_and_work(desk, ana) -> None:
    answers = []
    for email in ("ana@example.org", "nobody@example.org", "root\0", "root@example.org"):
        desk.hasher.compared.clear()
        [error] = fail(desk, 1, email)
        answers.append((type(error), error.message, error.remedy, len(desk.hasher.compared)))
    assert len(set(answers)) == 1
    assert answers[0][3] == 1


@pytest.mark.parametrize("email", ["ana@example.org", "nobody@example.org"])
def test_from_the_fifth_failure_on_each_waits_twice_as_long(desk, ana, clock, email) -> None:
    assert [type(one) for one in fail(desk, 4, email)] == [SignInError] * 4
    for wait_s in (30, 60, 120, 240, 480, 900, 900):
        [error] = fail(desk, 1, email)
        assert error.details["until"] == clock.now() + timedelta(seconds=wait_s)
        desk.hasher.compared.clear()
        clock.pass_time(wait_s - 1)
        assert isinstance(fail(desk, 1, email)[0], SignInLockedError)
        assert desk.hasher.compared == []
        clock.pass_time(1)


def test_while_locked_the_right_password_waits_too(desk, ana, clock) -> None:
    fail(desk, 5)
    assert desk.people.find(ana.id).locked_until == clock.now() + timedelta(seconds=30)
    with pytest.raises(SignInLockedError):
        desk.sign_in.sign_in(ana.email, PASSWORD, stay=False)
    clock.pass_time(30)
    desk.sign_in.sign_in(ana.email, PASSWORD, stay=False)
    assert desk.people.find(ana.id).locked_until is None
    assert len(fail(desk, 4)) == 4
    desk.sign_in.sign_in(ana.email, PASSWORD, stay=False)


def test_a_lock_is_told_and_an_administrator_may_end_it(desk, ana, clock) -> None:
    fail(desk, 5)
    until = clock.now() + timedelta(seconds=30)
    assert desk.told.of(PersonLocked) == [PersonLocked(person_id=ana.id, until=until)]
    desk.people.unlock(ana.id)
    desk.sign_in.sign_in(ana.email, PASSWORD, stay=False)


def test_a_lock_holds_in_every_program(desk, elsewhere, ana) -> None:
    fail(desk, 3)
    fail(elsewhere, 2)
    with pytest.raises(SignInLockedError):
        desk.sign_in.sign_in(ana.email, PASSWORD, stay=False)


def test_a_clock_set_back_neither_opens_a_lock_nor_keeps_it_for_ever(desk, ana, clock) -> None:
    fail(desk, 5)
    clock.pass_time(-365 * DAY_S)
    with pytest.raises(SignInLockedError) as refused:
        desk.sign_in.sign_in(ana.email, PASSWORD, stay=False)
    assert refused.value.details["until"] == clock.now() + timedelta(seconds=30)
    clock.pass_time(30)
    desk.sign_in.sign_in(ana.email, PASSWORD, stay=False)


def test_attempts_side_by_side_do_not_get_past_the_lock(desk, ana) -> None:
    errors: list[SignInError] = []

    def attempt() -> None:
        try:
            desk.sign_in.sign_in(ana.email, "wrong", stay=False)
        except SignInError as error:
            errors.append(error)

    threads = [threading.Thread(target=attempt) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(errors) == 16
    assert len(desk.hasher.compared) == 5


def test_guessing_ones_own_present_password_is_slowed_down_too(desk, ana) -> None:
    for _ in range(5):
        with pytest.raises(SignInError):
            desk.people.change_password(ana.id, "wrong", "a new one for ana")
    with pytest.raises(SignInLockedError):
        desk.people.change_password(ana.id, PASSWORD, "a new one for ana")


@pytest.mark.parametrize("email", ["ana@example.org", "nobody@example.org"])
def test_a_lock_holds_in_other_programs_whether_somebody_has_the_address_or_not(
    desk, elsewhere, ana, email
) -> None:
    answers = [(type(one), one.message, one.remedy) for one in fail(desk, 5, email)]
    elsewhere.restart()
    [error] = fail(elsewhere, 1, f" {email.upper()}")
    assert (type(error), error.message, error.remedy) == answers[-1]
    assert elsewhere.hasher.compared == []


@pytest.mark.parametrize("email", ["ana@example.org", "nobody@example.org"])
def test_failures_of_the_day_before_make_nobody_wait(desk, ana, clock, email) -> None:
    fail(desk, 8, email)
    clock.pass_time(DAY_S)
    assert [type(one) for one in fail(desk, 4, email)] == [SignInError] * 4


def test_of_what_strangers_typed_two_bytes_are_kept(desk, ana) -> None:
    fail(desk, 1, "my secret passphrase")
    fail(desk, 1, "\ud800@example.org")
    fail(desk, 1, "x" * 100_000)
    with desk.units() as unit:
        kept = unit._session.execute(text("SELECT bucket, failed_sign_ins FROM strangers")).all()
    assert 1 <= len(kept) <= 3
    assert all(0 <= bucket < 65_536 for bucket, _ in kept)


def test_no_workstations_clock_opens_a_lock(units, clock, recorder) -> None:
    own_clock = FakeClock()
    desk = Desk(units, clock, told=recorder, own_clock=own_clock)
    desk.first()
    ana = desk.add("ana@example.org")
    fail(desk, 5)
    own_clock.pass_time(365 * DAY_S)
    with pytest.raises(SignInLockedError):
        desk.people.change_password(ana.id, PASSWORD, "a new one for ana")
    with pytest.raises(SignInLockedError):
        desk.sign_in.sign_in(ana.email, PASSWORD)


def test_a_servers_time_is_asked_of_the_server(postgres_url, monkeypatch) -> None:
    units = open_database(postgres_url)
    monkeypatch.setattr("infinibay_desktop.database.events.datetime", None)
    with units() as unit:
        assert abs(unit.now() - datetime.now(UTC)) < timedelta(minutes=5)
    units.close()


# Hashes of other functions, and what it costs.


def test_an_old_hash_is_taken_and_replaced(desk, ana) -> None:
    with desk.units() as unit:
        unit.people.set_password(ana.id, f"old:{PASSWORD[::-1]}", must_change=False)
        unit.commit()
    desk.sign_in.sign_in(ana.email, PASSWORD, stay=False)
    with desk.units() as unit:
        assert unit.people.password_hash(ana.id) == desk.hasher.hash(PASSWORD)


def test_a_password_changed_during_the_comparison_is_not_let_in(desk, ana) -> None:
    verify = desk.hasher.verify

    def slowly(password: str, password_hash: str) -> bool:
        with desk.units() as unit:
            unit.people.set_password(ana.id, "new:another", must_change=False)
            unit.commit()
        return verify(password, password_hash)

    desk.hasher.verify = slowly
    with pytest.raises(SignInError):
        desk.sign_in.sign_in(ana.email, PASSWORD, stay=False)


def test_a_sign_out_during_a_look_is_not_undone_by_it(desk, ana) -> None:
    desk.sign_in.sign_in(ana.email, PASSWORD, stay=False)
    become = desk.sign_in._become

    def late(*found, turn) -> None:
        desk.sign_in.sign_out()
        become(*found, turn=turn)

    desk.sign_in._become = late
    desk.sign_in.refresh()
    assert desk.current.actor == NOBODY


def test_what_one_may_do_is_read_in_a_fixed_number_of_statements(desk, ana) -> None:
    statements: list[str] = []
    event.listen(
        desk.units._engine,
        "before_cursor_execute",
        lambda _c, _cursor, statement, *_rest: statements.append(statement),
    )
    desk.sign_in.load_actor(ana.id)
    assert len([one for one in statements if one.startswith("SELECT")]) == 3
    desk.sign_in.sign_in(ana.email, PASSWORD, stay=True)
    statements.clear()
    desk.sign_in.refresh()
    assert len([one for one in statements if one.startswith("SELECT")]) == 4


def test_two_databases_have_two_tokens(desk, ana) -> None:
    desk.sign_in.sign_in(ana.email, PASSWORD, stay=True)
    assert isinstance(desk.secrets, FakeSecretStore)
    assert list(desk.secrets.secrets) == ["sign-in/'the database'"]
