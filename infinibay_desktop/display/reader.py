"""Bytes of a stream in the portions that a protocol asks for."""

import struct
from collections.abc import Callable
from typing import Any

BUFFER_BYTES = 256 * 1024


class HungUp(Exception):  # noqa: N818 - it may be in order
    """The other side ended the stream, amid something."""


class Reader:
    """Hands out a stream in portions, and lets large ones pass without a copy.

    `receive_into` fills a part of a buffer and returns how much; 0 is the end.
    """

    def __init__(self, receive_into: Callable[[memoryview], int]) -> None:
        self.receive_into = receive_into
        self._buffer = bytearray(BUFFER_BYTES)
        self._view = memoryview(self._buffer)
        self._start = self._end = 0

    @property
    def has_more(self) -> bool:
        """Whether bytes were received that nobody took yet."""
        return self._start < self._end

    def take(self, count: int) -> memoryview:
        """The next bytes, at most BUFFER_BYTES; valid until something else is taken."""
        start = self._start
        if self._end - start < count:
            self._fill(count)
            start = self._start
        self._start = start + count
        return self._view[start : start + count]

    def take_large(self, count: int) -> memoryview:
        """The next bytes, however many: the caller has checked that there may be so many."""
        if count <= BUFFER_BYTES:
            return self.take(count)
        target = memoryview(bytearray(count))
        self.take_into(target)
        return target

    def take_into(self, target: memoryview) -> None:
        """Fill `target`, from the stream itself once what is here has run out."""
        count = len(target)
        filled = min(self._end - self._start, count)
        target[:filled] = self._view[self._start : self._start + filled]
        self._start += filled
        while filled < count:
            filled += self._receive(target[filled:])

    def skip(self, count: int) -> None:
        """Let bytes pass, however many, without keeping them."""
        while count:
            part = min(count, BUFFER_BYTES)
            self.take(part)
            count -= part

    def byte(self) -> int:
        """The next byte."""
        if self._start == self._end:
            self._fill(1)
        byte = self._buffer[self._start]
        self._start += 1
        return byte

    def byte_or_end(self) -> int | None:
        """The next byte, or None where the stream ends in order."""
        try:
            return self.byte()
        except HungUp:
            return None

    def unpack(self, form: struct.Struct) -> tuple[Any, ...]:
        """The next values of a fixed form."""
        size = form.size
        if self._end - self._start < size:
            self._fill(size)
        start = self._start
        self._start = start + size
        return form.unpack_from(self._buffer, start)

    def _fill(self, count: int) -> None:
        assert count <= BUFFER_BYTES
        if self._start == self._end:
            self._start = self._end = 0
        elif self._start + count > BUFFER_BYTES:
            left = self._end - self._start
            self._buffer[:left] = self._buffer[self._start : self._end]
            self._start, self._end = 0, left
        while self._end - self._start < count:
            self._end += self._receive(self._view[self._end :])

    def _receive(self, target: memoryview) -> int:
        count = self.receive_into(target)
        if not count:
            raise HungUp
        return count
