"""Bytes into lines."""

MAX_LINE_BYTES = 64 * 1024


class LineFramer:
    """Splits a stream of bytes into lines; the result does not depend on how it was cut.

    A line longer than `limit` is passed over as a whole and counted in `too_long`. Never
    holds more than `limit` bytes.
    """

    def __init__(self, limit: int = MAX_LINE_BYTES) -> None:
        self._limit = limit
        self._rest = bytearray()
        self._skipping = False
        self.too_long = 0

    @property
    def held_bytes(self) -> int:
        """How much of an unfinished line is kept."""
        return len(self._rest)

    def feed(self, chunk: bytes) -> list[bytes]:
        """The lines that these bytes finish, without their ends; empty ones are left out."""
        lines = chunk.split(b"\n")
        tail = lines.pop()
        if lines and (self._rest or self._skipping):
            lines[0] = self._finish(lines[0])
        self._keep(tail)
        if len(chunk) > self._limit:
            lines = [line for line in lines if not self._refuse(line)]
        return [line for line in lines if line and line != b"\r"]

    def _finish(self, end: bytes) -> bytes:
        """The line that began earlier, or nothing if it is too long."""
        line = bytes(self._rest) + end
        self._rest.clear()
        if self._skipping:
            self._skipping = False
            return b""
        return b"" if self._refuse(line) else line

    def _keep(self, tail: bytes) -> None:
        if self._skipping:
            return
        self._rest += tail
        if len(self._rest) > self._limit:
            self._rest = bytearray()
            self._skipping = True
            self.too_long += 1

    def _refuse(self, line: bytes) -> bool:
        if len(line) <= self._limit:
            return False
        self.too_long += 1
        return True
