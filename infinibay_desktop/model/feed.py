"""What the other programs on the database have told."""

from dataclasses import dataclass

from infinibay_desktop.model.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedPage:
    """A part of the stored events. `oldest` and `newest` bound what is stored, 0 is nothing.

    `events` are those of other programs, `upto` is where the next page begins.
    """

    oldest: int
    newest: int
    upto: int
    events: tuple[Event, ...] = ()
