"""The command `infinibay`."""

import os
import sys

from infinibay_desktop.app.bootstrap import make_doctor, start_core
from infinibay_desktop.app.logs import set_up_logs
from infinibay_desktop.cli.main import run
from infinibay_desktop.runtime.threads import Role, adopt


def main() -> None:
    """Run the command line and end the process with its status."""
    adopt(Role.MAIN)
    set_up_logs()
    status = run(sys.argv[1:], start_core, make_doctor)
    _flush()
    # Workers that hang in a call to a dead host must not keep the process alive.
    os._exit(status)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            try:
                stream.flush()
            except OSError:
                continue


if __name__ == "__main__":
    main()
