"""Keeps the interpreter on the GUI thread for the moment that one paint takes."""

import sys
from types import TracebackType

# Longer than a paint, and no longer than Python itself has it.
STEADY_S = 0.005


class Steady:
    """Within it, other threads ask for the interpreter less often.

    The program lets threads switch every half millisecond, so that the GUI thread soon gets its
    turn. A paint takes a little longer than that; beside a worker in a long call, losing the
    interpreter in the middle of a paint costs as long as that call.
    """

    __slots__ = ("_usual_s",)

    def __enter__(self) -> None:
        """Ask for rest."""
        self._usual_s = sys.getswitchinterval()
        sys.setswitchinterval(STEADY_S)

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Switch as before."""
        sys.setswitchinterval(self._usual_s)
