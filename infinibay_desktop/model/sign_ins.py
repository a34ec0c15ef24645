"""Signing in: how long it lasts, and how failed attempts slow down the next ones."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from infinibay_desktop.model.people import PersonId, SignInId

# How long one stays signed in: from the last use, when the keyring keeps it or when only the
# running program knows it; and from the sign-in, when it was to be brief.
STAY = timedelta(days=30)
UNKEPT_STAY = timedelta(days=1)
BRIEF_STAY = timedelta(hours=12)
# A use is written down only so often: the list of sign-ins needs no better.
USE_STEP = timedelta(minutes=10)

FREE_FAILURES = 4
SHORTEST_LOCK = timedelta(seconds=30)
LONGEST_LOCK = timedelta(minutes=15)
# Failures in a row are as good as none when they are so old.
FORGOTTEN_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """A person signed in at a workstation. `remembered`: its keyring can go on with it."""

    id: SignInId
    person_id: PersonId
    workstation: str
    began_at: datetime
    used_at: datetime
    expires_at: datetime
    ended_at: datetime | None = None
    remembered: bool = False

    def is_open(self, now: datetime) -> bool:
        """Whether it still counts. A clock that was set back does not make it last longer."""
        in_time = self.began_at - LONGEST_LOCK <= now < self.expires_at
        return self.ended_at is None and in_time and self.expires_at - now <= STAY + LONGEST_LOCK

    def used(self, now: datetime) -> "SignIn":
        """The sign-in after a use: its time begins anew, unless it was to be brief."""
        lasts = STAY if self.remembered else UNKEPT_STAY
        brief = self.remembered and self.expires_at - self.began_at <= BRIEF_STAY
        expires_at = self.expires_at if brief else max(self.expires_at, now + lasts)
        return replace(self, used_at=max(self.used_at, now), expires_at=expires_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failures:
    """Sign-ins that failed in a row, and until when the next one must wait."""

    count: int = 0
    at: datetime | None = None
    locked_until: datetime | None = None

    def one_more(self, now: datetime) -> "Failures":
        """Count one more; from the fifth on each makes the wait twice as long."""
        count = self.count + 1
        until = now + lock_of(count) if count > FREE_FAILURES else None
        return Failures(count=count, at=now, locked_until=until)

    def anchored(self, now: datetime) -> "Failures":
        """The same, without what is long past or a wait that is longer than from now on.

        It would be where the clock was set back: kept, it would lock for as long as the clock
        was wrong.
        """
        if self.at is not None and now - self.at >= FORGOTTEN_AFTER:
            return NO_FAILURES
        if self.locked_until is None or self.locked_until - now <= lock_of(self.count):
            return self
        return replace(self, locked_until=now + lock_of(self.count))

    def is_locked(self, now: datetime) -> bool:
        """Whether the next sign-in must wait."""
        return self.locked_until is not None and now < self.locked_until


NO_FAILURES = Failures()


def lock_of(count: int) -> timedelta:
    """How long one waits after so many failures in a row."""
    doublings = min(max(count - FREE_FAILURES - 1, 0), 10)
    return min(SHORTEST_LOCK * (1 << doublings), LONGEST_LOCK)
