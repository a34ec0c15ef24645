"""Where log lines go, how much is said, and what happens to bugs."""

import logging
import os
import sys
import threading
from collections.abc import Callable, Mapping
from types import TracebackType

from infinibay_desktop.model.debugging import ROOT, debug_loggers, normal_debug
from infinibay_desktop.model.events import SettingsChanged
from infinibay_desktop.system.log_file import SecretlessFormatter, SharedLogFile
from infinibay_desktop.system.paths import find_paths, private_folder

logger = logging.getLogger(__name__)
DEBUG_VARIABLE = "INFINIBAY_DEBUG"


def set_up_logs() -> None:
    """Log to a file in the log folder; warnings to standard error; bugs to both."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    terminal = logging.StreamHandler()
    terminal.setLevel(logging.WARNING)
    terminal.setFormatter(SecretlessFormatter("infinibay: %(message)s"))
    root.addHandler(terminal)
    try:
        root.addHandler(SharedLogFile(private_folder(find_paths().logs) / "infinibay.log"))
    except OSError as error:
        logger.warning("no log file is written: %s", error.strerror)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    switch_debug("")
    sys.excepthook = _on_bug
    threading.excepthook = lambda args: _on_bug(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )


def switch_debug(setting: str) -> None:
    """Let the categories of the setting and of INFINIBAY_DEBUG say more, and no others."""
    said = os.environ.get(DEBUG_VARIABLE, "")
    if said.strip() and not normal_debug(said):
        logger.warning("%s is not of the form virt,guest:* and is not heeded", DEBUG_VARIABLE)
        said = ""
    for name in list(logging.root.manager.loggerDict):
        if name == ROOT or name.startswith(f"{ROOT}."):
            logging.getLogger(name).setLevel(logging.NOTSET)
    # What is said at the start of one run comes after what is set for all.
    for name, more in debug_loggers(f"{setting},{said}"):
        logging.getLogger(name).setLevel(logging.DEBUG if more else logging.INFO)


def on_settings_changed(event: SettingsChanged) -> None:
    """Follow the setting while the program runs."""
    if "debug" in event.names:
        switch_debug(event.settings.debug)


class FailureRecorder(logging.Handler):
    """Hands every error that is logged with its exception to the record of errors.

    Timers, handlers of events, and bugs end there: nobody waits for what they raise.
    """

    def __init__(self, record: Callable[[BaseException, Mapping[str, object]], None]) -> None:
        super().__init__(logging.ERROR)
        self._record = record

    def emit(self, record: logging.LogRecord) -> None:
        """Hand it over; `record` itself never fails."""
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            self._record(error, {"while": record.getMessage()[:300], "part": record.name})


def record_failures(
    record: Callable[[BaseException, Mapping[str, object]], None],
) -> Callable[[], None]:
    """Record what is logged as failed from now on; returns how to end it."""
    recorder = FailureRecorder(record)
    logging.getLogger().addHandler(recorder)
    return lambda: logging.getLogger().removeHandler(recorder)


def _on_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logger.critical("this is a bug; please report it", exc_info=(kind, error, trace))
