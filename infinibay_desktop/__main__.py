"""The command `infinibay-desktop`: the window, or a command of the command line."""

import sys


def main() -> None:
    """Open the window; with a command among the arguments, run that."""
    from infinibay_desktop.app.options import is_for_terminal

    if is_for_terminal(sys.argv[1:]):
        from infinibay_desktop.app.terminal import main as run_command

        run_command()
    else:
        _open_window()


def _open_window() -> None:
    try:
        from infinibay_desktop.app.window import main as open_window
    except ImportError as error:
        from infinibay_desktop.app.display import explain_missing_library

        sys.exit(explain_missing_library(error) or str(error))
    open_window()


if __name__ == "__main__":
    main()
