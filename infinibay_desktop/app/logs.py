"""Where log lines go, and what happens to bugs."""

import logging
import sys
import threading
from logging.handlers import RotatingFileHandler
from types import TracebackType

from infinibay_desktop.system.paths import find_paths, private_folder

logger = logging.getLogger(__name__)
LOG_BYTES, LOG_FILES = 1024 * 1024, 3


def set_up_logs() -> None:
    """Log to a file in the log folder; warnings to standard error; bugs to both."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    terminal = logging.StreamHandler()
    terminal.setLevel(logging.WARNING)
    terminal.setFormatter(logging.Formatter("infinibay: %(message)s"))
    root.addHandler(terminal)
    try:
        folder = private_folder(find_paths().logs)
        file = RotatingFileHandler(
            folder / "infinibay.log", maxBytes=LOG_BYTES, backupCount=LOG_FILES, delay=True
        )
        file.setFormatter(
            logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s")
        )
        root.addHandler(file)
    except OSError as error:
        logger.warning("no log file is written: %s", error.strerror)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    sys.excepthook = _on_bug
    threading.excepthook = lambda args: _on_bug(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )


def _on_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logger.critical("this is a bug; please report it", exc_info=(kind, error, trace))
