"""How long a sign-in lasts and how long failures make one wait, whatever the clock does."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from infinibay_desktop.model.people import PersonId, SignInId
from infinibay_desktop.model.sign_ins import (
    BRIEF_STAY,
    LONGEST_LOCK,
    NO_FAILURES,
    SHORTEST_LOCK,
    STAY,
    UNKEPT_STAY,
    Failures,
    SignIn,
    lock_of,
)

NOW = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
times = st.timedeltas(timedelta(days=-20_000), timedelta(days=20_000)).map(lambda d: NOW + d)


def sign_in(lasts: timedelta = STAY, *, remembered: bool = True) -> SignIn:
    return SignIn(
        id=SignInId(uuid4()),
        person_id=PersonId(uuid4()),
        workstation="desk",
        began_at=NOW,
        used_at=NOW,
        expires_at=NOW + lasts,
        remembered=remembered,
    )


def test_the_wait_doubles_from_half_a_minute_to_a_quarter_of_an_hour() -> None:
    seconds = [lock_of(count).total_seconds() for count in range(5, 12)]
    assert seconds == [30, 60, 120, 240, 480, 900, 900]
    assert lock_of(10**9) == LONGEST_LOCK


@given(st.lists(times, max_size=30))
def test_no_clock_locks_longer_than_the_longest(moments) -> None:
    failures = NO_FAILURES
    for moment in moments:
        failures = failures.anchored(moment)
        if failures.is_locked(moment):
            assert failures.locked_until is not None
            assert failures.locked_until - moment <= LONGEST_LOCK
        else:
            failures = failures.one_more(moment)


@given(times, times, st.integers(5, 50))
def test_a_clock_set_back_does_not_open_a_lock(locked_at, moment, count) -> None:
    locked = Failures(count=count, at=locked_at, locked_until=locked_at + lock_of(count))
    if moment < locked_at:
        assert locked.anchored(moment).is_locked(moment)
        after = moment + lock_of(count)
        assert not locked.anchored(moment).is_locked(after)


@given(st.lists(times, max_size=20), times)
def test_a_sign_in_is_never_open_for_longer_than_a_stay(uses, moment) -> None:
    used = sign_in()
    for use in uses:
        if used.is_open(use):
            used = used.used(use)
    if used.is_open(moment):
        assert used.expires_at - moment <= STAY + LONGEST_LOCK
        assert used.used(moment).expires_at >= used.expires_at


def test_each_kind_of_sign_in_lasts_as_it_should() -> None:
    later = NOW + timedelta(hours=6)
    assert sign_in().used(later).expires_at == later + STAY
    assert sign_in(BRIEF_STAY).used(later).expires_at == NOW + BRIEF_STAY
    unkept = sign_in(UNKEPT_STAY, remembered=False)
    assert unkept.used(later).expires_at == later + UNKEPT_STAY
    assert SHORTEST_LOCK < LONGEST_LOCK < BRIEF_STAY


def test_what_ended_or_has_not_begun_is_not_open() -> None:
    assert sign_in().is_open(NOW)
    assert not sign_in().is_open(NOW + STAY)
    assert not sign_in().is_open(NOW - timedelta(days=1))
