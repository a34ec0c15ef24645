"""The program knows which words are commands without importing the command line."""

from infinibay_desktop.app.options import COMMANDS
from infinibay_desktop.cli.main import root


def test_every_command_is_known_before_the_window_is_made() -> None:
    assert set(root.commands) == COMMANDS
