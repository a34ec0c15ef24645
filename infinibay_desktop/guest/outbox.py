"""What waits to be written to a guest."""

from collections.abc import Callable

MAX_BYTES = 96 * 1024
# Between two tries to write to a guest that does not read: from, to.
RETRY_S = (0.02, 0.5)


class Outbox:
    """Lines for a guest, in order, at most MAX_BYTES; a line goes in as a whole or not at all."""

    def __init__(self, write: Callable[[bytes], int]) -> None:
        self._write = write
        self._waiting = bytearray()
        self._retry_s = RETRY_S[0]

    @property
    def held_bytes(self) -> int:
        """How much waits."""
        return len(self._waiting)

    def add(self, line: bytes) -> bool:
        """Take a line, if there is room."""
        if len(self._waiting) + len(line) > MAX_BYTES:
            return False
        self._waiting += line
        return True

    def push(self) -> float | None:
        """Write what fits now; returns after how many seconds to try again, None: never.

        Raises OSError once the channel has ended.
        """
        while self._waiting:
            written = self._write(bytes(self._waiting))
            if written <= 0:
                self._retry_s = min(self._retry_s * 2, RETRY_S[1])
                return self._retry_s
            del self._waiting[:written]
            self._retry_s = RETRY_S[0]
        return None
