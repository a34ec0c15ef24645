"""The end of the program, when something of it fails."""

from types import SimpleNamespace

import pytest

from infinibay_desktop.app.bootstrap import Core


def test_what_fails_at_the_end_keeps_nothing_else_from_ending() -> None:
    ended: list[str] = []

    def fail() -> None:
        raise OSError("no")

    core = SimpleNamespace(
        closers=[lambda: ended.append("first"), fail, lambda: ended.append("last")]
    )
    with pytest.raises(OSError, match="no"):
        Core.close(core)
    assert ended == ["first", "last"]
