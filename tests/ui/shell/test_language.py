"""Another language is there at once: nothing that is seen stays in the one before."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from lxml import etree
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTabBar, QWidget

from infinibay_desktop.app.bootstrap import start_core
from infinibay_desktop.app.window import install_language
from infinibay_desktop.system.paths import find_paths
from infinibay_desktop.ui.formats import forget_language
from infinibay_desktop.ui.memory import Memory
from infinibay_desktop.ui.shell.notices import NoticeBoard
from infinibay_desktop.ui.shell.shell import Shell
from infinibay_desktop.ui.shell.tray import Tray
from infinibay_desktop.ui.shell.window import MainWindow
from infinibay_desktop.ui.state_words import forget_words

pytestmark = [pytest.mark.usefixtures("looks"), pytest.mark.qt_log_ignore("propagateSizeHints")]
FOLDER = Path(__file__).parents[3] / "translations"


def known_words(language: str) -> dict[str, set[str]]:
    """English texts and what they can be in the language; what has no words yet is left out."""
    found: dict[str, set[str]] = {}
    for message in etree.parse(FOLDER / f"infinibay_{language}.ts").iter("message"):
        said = message.findtext("translation") or ""
        source = message.findtext("source") or ""
        if said.strip():
            found.setdefault(_bare(source), set()).add(_bare(said))
    return found


def _bare(text: str) -> str:
    return text.replace("&", "").strip()


def seen_words(window: QWidget) -> set[str]:
    """All texts that are in sight, or that a screen reader says of what is."""
    found: list[str] = []
    for child in window.findChildren(QWidget):
        if not child.isVisible():
            continue
        found += [child.accessibleName(), child.accessibleDescription(), child.toolTip()]
        if isinstance(child, QLabel | QAbstractButton):
            found.append(child.text())
        elif isinstance(child, QLineEdit):
            found.append(child.placeholderText())
        elif isinstance(child, QComboBox):
            found.append(child.currentText())
        elif isinstance(child, QTabBar):
            found += [child.tabText(index) for index in range(child.count())]
    return {_bare(text) for text in found if text.strip()}


def left_behind(words: set[str], known: dict[str, set[str]]) -> set[str]:
    """English words that have others in the language."""
    return {word for word in words if word in known and word not in known[word]}


@pytest.fixture
def program(loop, qapp, qtbot, tmp_path) -> Iterator[SimpleNamespace]:
    before = QLocale()
    core = start_core(str(tmp_path / "desk.sqlite"), paths=find_paths())
    window = MainWindow(Memory(None))
    qtbot.addWidget(window)
    shell = Shell(window, NoticeBoard(window))
    window.resize(1280, 800)
    window.show()
    shell.attach(core)
    tray = Tray(window)

    def speak(language: str) -> None:
        install_language(qapp, language)
        shell.retranslate()
        tray.retranslate()

    yield SimpleNamespace(window=window, shell=shell, tray=tray, core=core, speak=speak)
    shell.close()
    tray.close()
    core.close()
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)
    forget_language()
    forget_words()


@pytest.mark.parametrize("language", ["de", "es"])
def test_every_screen_speaks_the_new_language_at_once(program, qtbot, language):
    known = known_words(language)
    window = program.window
    # A screen that has no words in the language yet is the translators' work.
    names = [name for name, title in window.titles() if title in known]
    for name in names:
        window.show_page(name)
    assert left_behind(seen_words(window), known)  # English is seen as such
    program.speak(language)
    for name in names:
        window.show_page(name)
        # Screens that stay hear of it by an event, before they are painted again.
        qtbot.waitUntil(lambda: left_behind(seen_words(window), known) == set())


def test_menus_tray_and_palette_speak_it_too(program):
    program.shell._on_palette_wanted()
    program.speak("de")
    known = known_words("de")
    words = {_bare(menu.title()) for menu in program.window.menus}
    words |= {_bare(act.text()) for menu in program.window.menus for act in menu.actions()}
    words |= {_bare(act.text()) for act in program.shell.actions()}
    words |= {_bare(act.text()) for act in program.tray.menu.actions()}
    assert left_behind(words - {""}, known) == set()
    assert program.shell._palette is None


def test_the_same_screen_filter_and_log_are_in_sight_afterwards(program, qtbot):
    window = program.window
    window.show_page("machines", filter_text="web")
    program.shell._on_foot_wanted()
    qtbot.waitUntil(lambda: program.shell._log.isVisible())
    program.speak("de")
    qtbot.waitUntil(lambda: program.shell._log.isVisible())
    assert window.page.name == "machines"
    assert window.bar.field.text() == "web"
    window.show_page("settings")
    settings = window.page
    program.speak("en")
    assert window.page is settings
    assert window.bar.title.text() == "Settings"


def test_there_and_back_leaves_no_translator_behind(program, qapp, qtbot):
    for language in ("de", "es", "de", "en"):
        program.speak(language)
    assert program.window.bar.title.text() == program.window.page.title()
    qtbot.waitUntil(lambda: len(qapp.findChildren(QTranslator)) <= 3)


def test_the_person_reaches_the_foot_of_the_window_last(program, qtbot):
    window = program.window
    program.shell._on_foot_wanted()
    for name, _title in window.titles():
        window.show_page(name)
    window.navigation._fold.setFocus()
    walked: list[QWidget] = []
    while (now := window.focusWidget()) not in walked and len(walked) < 200:
        walked.append(now)
        qtbot.keyClick(now, "\t")
    log = program.shell._log
    feet = [log.isAncestorOf(one) or window.status.isAncestorOf(one) for one in walked]
    assert any(feet)
    assert feet == sorted(feet)
    assert walked[-1] is window.status.chips()[-1]
