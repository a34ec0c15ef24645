"""Starts the window: painted at once from what was kept, brought to life when the core runs.

Everything imported here is imported before the first paint; tests/unit/test_first_paint.py
guards the set. What is heavier is imported by the loader, on its thread, after that.
"""

import logging
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    QTranslator,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from infinibay_desktop.app.display import explain_missing_display
from infinibay_desktop.app.garbage import share_arenas
from infinibay_desktop.app.options import WindowOptions, parse_window_options
from infinibay_desktop.model.errors import EnvironmentalError, InfinibayError
from infinibay_desktop.model.settings import LoadedSettings
from infinibay_desktop.runtime.threads import Role, adopt, start_thread
from infinibay_desktop.system.instance import Instance, StartMessage, claim
from infinibay_desktop.system.list_cache import CachedList, list_path, read_list
from infinibay_desktop.system.paths import Paths, find_paths
from infinibay_desktop.system.resources import resource_path, translations_path
from infinibay_desktop.system.settings_file import SettingsFile
from infinibay_desktop.ui.formats import forget_language
from infinibay_desktop.ui.memory import Memory
from infinibay_desktop.ui.shell.window import MainWindow
from infinibay_desktop.ui.widgets.icons import load_symbols
from infinibay_desktop.ui.widgets.theme import apply_theme

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.app.session import WindowSession

# The GUI thread gets the interpreter back within this time, whatever other threads do.
SWITCH_INTERVAL_S = 0.0005
_BEGAN = time.monotonic()


def main() -> None:
    """Run the window and end the process with its status."""
    adopt(Role.MAIN)
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    share_arenas()
    options = parse_window_options(sys.argv[1:])
    if options.platform:
        os.environ["QT_QPA_PLATFORM"] = options.platform
    status = _run(options)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    # Workers that hang in a call to a dead host must not keep the process alive.
    os._exit(status)


def _run(options: WindowOptions) -> int:
    paths = find_paths()
    loaded = SettingsFile(paths.settings).load()
    options = replace(options, database=_location(paths, options, loaded))
    try:
        instance = _claim(paths, options)
    except EnvironmentalError as error:
        _say(f"{error.message} {error.remedy}")
        return 1
    if instance is None:
        return 0
    if missing := explain_missing_display():
        _say(missing)
        return 1
    application = make_application(loaded)
    cached = read_list(list_path(paths.data, options.database))
    window = _make_window(options, paths, cached)
    loader = CoreLoader(options, paths, loaded)
    status = _live(application, window, loader, instance)
    instance.close()
    return status


def _location(paths: Paths, options: WindowOptions, loaded: LoadedSettings) -> str:
    """The database as an absolute path or a URL: one window and one kept list for each."""
    named = options.database or loaded.settings.database or str(paths.database)
    return named if "://" in named else str(Path(named).expanduser().absolute())


def _claim(paths: Paths, options: WindowOptions) -> Instance | None:
    # A picture is taken beside whatever runs.
    if options.screenshot:
        return Instance()
    message = StartMessage(
        arguments=tuple(sys.argv[1:]),
        folder=str(Path.cwd()),
        activation_token=os.environ.get("XDG_ACTIVATION_TOKEN", ""),
    )
    return claim(paths.runtime, message, key=options.database)


def make_application(loaded: LoadedSettings) -> QApplication:
    """Qt's application in the chosen colours and language."""
    os.environ.setdefault("QT_NO_GLIB", "1")  # libvirt's library uses GLib's main context too
    qInstallMessageHandler(_ignore_chatter)
    # As an argument the style needs none of Qt's style classes in Python.
    application = QApplication(["infinibay-desktop", "-style", "Fusion"])
    application.setApplicationName("infinibay-desktop")
    application.setApplicationDisplayName("Infinibay Desktop")
    application.setDesktopFileName("infinibay-desktop")
    application.setQuitOnLastWindowClosed(False)
    install_language(application, str(loaded.settings.language))
    load_symbols(resource_path("icons", "symbols.ttf"))
    apply_theme(application, loaded.settings.theme)
    application.setWindowIcon(QIcon(str(resource_path("icons", "infinibay-desktop.svg"))))
    return application


def _ignore_chatter(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Only what is serious goes to the terminal; app.crash logs the rest when it is there."""
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        _say(message)


def install_language(application: QApplication, wanted: str) -> None:
    """Words in the wanted language ('system', 'en', 'es', 'de'), else in English."""
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    locale = QLocale.system() if wanted == "system" else QLocale(wanted)
    QLocale.setDefault(locale)
    forget_language()
    code = locale.name()[:2]
    qts_own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ours = str(translations_path())
    for name, folder in (
        ("infinibay_en", ours),  # plurals, for whoever speaks none of our languages
        (f"qtbase_{code}", qts_own),
        (f"infinibay_{code}", ours),
    ):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)


def _make_window(options: WindowOptions, paths: Paths, cached: CachedList) -> MainWindow:
    memory = Memory(None if options.screenshot else paths.settings / "window.ini")
    window = MainWindow(memory, machines=cached.machines, hosts=cached.host_names)
    if options.size:
        window.resize(*options.size)
    window.show_page(options.page or memory.text("page", "machines"))
    window.show()
    trace("window-shown")
    window.painted.connect(lambda: trace("first-paint"))
    return window


class CoreLoader(QObject):
    """Imports what the first paint did not wait for, and starts the core, on its own thread."""

    ready = Signal(object)
    failed = Signal(object)
    # A later start called while there was no core.
    called = Signal(object)

    def __init__(self, options: WindowOptions, paths: Paths, loaded: LoadedSettings) -> None:
        super().__init__()
        self.options = options
        self.paths = paths
        self.loaded = loaded
        self._join: Callable[[], None] = lambda: None

    def start(self) -> None:
        """Begin; `ready` comes with the core, or `failed` with why there is none."""
        self._join = start_thread(Role.WORKER, self._load).join

    def wait(self) -> None:
        """Until it ended, for the program's own end."""
        self._join()

    def _load(self) -> None:
        try:
            self.ready.emit(self._started())
        except InfinibayError as error:
            self.failed.emit(error)
        except Exception as error:
            # A boundary: without a word the window would wait for a core that never comes.
            logging.getLogger(__name__).exception("the program could not start")
            self.failed.emit(error)

    def _started(self) -> tuple[object, object]:
        # The modules that the window needs next are read here, off the GUI thread.
        from infinibay_desktop.app import session
        from infinibay_desktop.app.bootstrap import start_core
        from infinibay_desktop.app.logs import set_up_logs
        from infinibay_desktop.ui.machines import asking, live, overview_tab  # noqa: F401

        set_up_logs()
        return session, start_core(self.options.database, paths=self.paths)


def _live(
    application: QApplication, window: MainWindow, loader: CoreLoader, instance: Instance
) -> int:
    """Run Qt's loop until the core is there, then the one that coroutines need.

    Returns the program's status.
    """
    arrived: list[Any] = []

    def on_ready(found: object) -> None:
        arrived.append(found)
        application.exit()

    def on_failed(error: InfinibayError) -> None:
        if loader.options.screenshot:  # nobody is there to see a notice
            _say(f"{error.message} {error.remedy}".strip())
            application.exit(1)
            return
        from infinibay_desktop.ui.shell.start_failure import show_start_failure

        show_start_failure(window, error, retry=loader.start)
        instance.serve(loader.called.emit)

    def on_called(_message: object) -> None:
        window.show()
        window.raise_()
        window.activateWindow()

    loader.called.connect(on_called, Qt.ConnectionType.QueuedConnection)
    loader.ready.connect(on_ready, Qt.ConnectionType.QueuedConnection)
    loader.failed.connect(on_failed, Qt.ConnectionType.QueuedConnection)
    window.painted.connect(loader.start)
    window.on_quit(application.exit)
    window.closing.connect(application.exit)
    status = application.exec()
    if not arrived:
        window.hide()
        loader.wait()
        return status
    module, core = arrived[0]
    session: WindowSession = module.WindowSession(application, window, core, loader, instance)
    trace("core-ready")
    session.run()
    return session.status


def trace(event: str) -> None:
    """Tell benches how the start goes, where they ask for it."""
    if os.environ.get("INFINIBAY_TRACE_START") == "1":
        _say(f"trace {event} {_since_process_start():.3f}")


def _since_process_start() -> float:
    """Seconds since the process began (proc(5): field 22 of stat, in clock ticks since boot)."""
    try:
        fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        began = int(fields[19]) / os.sysconf("SC_CLK_TCK")
        return time.clock_gettime(time.CLOCK_BOOTTIME) - began
    except (OSError, AttributeError):
        return time.monotonic() - _BEGAN


def _say(text: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(f"{text}\n")


def message_options(message: StartMessage) -> WindowOptions:
    """What a second start wants to be shown; nothing where its words make no sense."""
    try:
        return parse_window_options(message.arguments)
    except SystemExit:
        return WindowOptions()
