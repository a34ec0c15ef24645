"""A guest's channel: bytes both ways, and nobody waits."""

from typing import Protocol


class Channel(Protocol):
    """An open channel to a guest; used by one thread at a time."""

    def read(self, limit: int) -> bytes | None:
        """What has come, at most `limit` bytes; None: nothing yet; b"": it has ended."""

    def write(self, data: bytes) -> int:
        """Take as many of these bytes as fit now. Raises OSError once it has ended."""

    def arm(self) -> None:
        """Have the opener's `wake` called once, as soon as there is something to read."""

    def close(self) -> None:
        """End it; any thread, more than once."""
