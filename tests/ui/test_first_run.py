"""The welcome: one click, honest findings, and commands to copy."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QScrollArea

from infinibay_desktop.model.errors import HostUnreachableError
from infinibay_desktop.model.problems import Problem
from infinibay_desktop.services.doctor import Doctor, Verdict
from infinibay_desktop.ui.shell.first_run import FirstRunPage
from infinibay_desktop.ui.widgets.remedy import CommandLine
from tests.unit.test_doctor import FakeComputer

pytestmark = [pytest.mark.usefixtures("looks"), pytest.mark.qt_log_ignore("propagateSizeHints")]

TRANSLATIONS = Path(__file__).parents[2] / "translations"
REFUSED = HostUnreachableError(
    "Could not connect to qemu:///system: permission denied.",
    problem=Problem.LIBVIRT_DENIED,
    remedy="Let your account use libvirt: sudo usermod -aG libvirt $USER, then sign in again. "
    "Or use qemu:///session, which needs no rights.",
)


@dataclass
class Welcome:
    """The page, the computer that it looks at, and the desk that it is on."""

    page: FirstRunPage
    desk: object
    computer: FakeComputer

    def words(self) -> str:
        labels = self.page.findChildren(QLabel)
        return " | ".join(label.text() for label in labels if label.isVisible())


@pytest.fixture
def welcome(qtbot, quick_desk) -> Welcome:
    computer = FakeComputer()
    quick_desk.core.make_doctor = lambda: Doctor(
        computer, computer.make_link, computer.keyring_name, computer.open_database
    )
    page = FirstRunPage()
    qtbot.addWidget(page)
    page.resize(800, 900)
    page.show()
    return Welcome(page, quick_desk, computer)


def enter(welcome: Welcome) -> None:
    welcome.page.attach(welcome.desk)
    welcome.page.entered()


def test_one_click_stores_a_host_and_leads_to_the_machines(welcome, qtbot) -> None:
    enter(welcome)
    qtbot.mouseClick(welcome.page.start_button, Qt.MouseButton.LeftButton)
    [host] = welcome.desk.core.hosts.all()
    assert (host.uri, host.autoconnect) == ("qemu:///system", True)
    assert welcome.desk.core.settings.settings.first_run_done
    assert welcome.desk.go.went == [("page", "machines", None)]


@pytest.mark.parametrize("language", ["en", "es", "de"])
def test_it_fits_a_narrow_window_in_every_language(qapp, qtbot, quick_desk, language) -> None:
    translator = QTranslator()
    if language != "en":
        assert translator.load(f"infinibay_{language}", str(TRANSLATIONS))
        qapp.installTranslator(translator)
    try:
        computer = FakeComputer()
        computer.programs = {"ssh"}
        quick_desk.core.make_doctor = lambda: Doctor(
            computer, computer.make_link, computer.keyring_name, computer.open_database
        )
        page = FirstRunPage()
        qtbot.addWidget(page)
        page.resize(352, 600)
        page.show()
        enter(Welcome(page, quick_desk, computer))
        scroll = page.findChild(QScrollArea)
        qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 0)
        assert scroll.widget().minimumSizeHint().width() <= scroll.viewport().width()
        assert scroll.horizontalScrollBar().maximum() == 0
        start = page.start_button
        qtbot.waitUntil(lambda: start.height() >= start.heightForWidth(start.width()))
    finally:
        qapp.removeTranslator(translator)


def test_it_says_where_things_are_kept(welcome) -> None:
    enter(welcome)
    assert "/home/me/infinibay.sqlite" in welcome.words()
    assert "Everything that machines need is here." in welcome.words()


def test_what_is_missing_comes_first_and_can_be_copied(welcome, qtbot) -> None:
    welcome.computer.programs = {"ssh", "swtpm", "dnsmasq", "qemu-kvm"}
    enter(welcome)
    shown = welcome.page.findings
    assert shown.count(Verdict.FAILED) == 1
    assert "must be mended" in welcome.words()
    first = shown.findChildren(CommandLine)[0]
    assert first.command == "sudo apt install libvirt-daemon-system libvirt-clients"
    qtbot.mouseClick(first.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == first.command


def test_a_refusal_names_the_group_and_stores_nothing(welcome, qtbot) -> None:
    welcome.desk.core.connections.failures = {"qemu:///system": REFUSED, "qemu:///session": REFUSED}
    enter(welcome)
    qtbot.mouseClick(welcome.page.start_button, Qt.MouseButton.LeftButton)
    assert "permission denied" in welcome.words()
    assert "sudo usermod -aG libvirt $USER" in [
        line.command for line in welcome.page.findChildren(CommandLine)
    ]
    assert welcome.desk.core.hosts.all() == []
    assert not welcome.desk.core.settings.settings.first_run_done
    assert welcome.page.start_button.isEnabled()
    assert welcome.desk.go.went == []


def test_a_second_try_takes_the_blame_away(welcome, qtbot) -> None:
    welcome.desk.core.connections.failures = {"qemu:///system": REFUSED, "qemu:///session": REFUSED}
    enter(welcome)
    qtbot.mouseClick(welcome.page.start_button, Qt.MouseButton.LeftButton)
    welcome.desk.core.connections.failures = {}
    qtbot.mouseClick(welcome.page.start_button, Qt.MouseButton.LeftButton)
    assert "permission denied" not in welcome.words()
    assert welcome.desk.go.went == [("page", "machines", None)]


def test_the_demonstration_is_called_what_it_is(welcome, qtbot) -> None:
    enter(welcome)
    assert "nothing on it is real" in welcome.words()
    qtbot.mouseClick(welcome.page.demonstration_button, Qt.MouseButton.LeftButton)
    [host] = welcome.desk.core.hosts.all()
    assert host.address.is_demonstration


def test_another_computer_is_set_up_where_hosts_are(welcome, qtbot) -> None:
    enter(welcome)
    qtbot.mouseClick(welcome.page.elsewhere_button, Qt.MouseButton.LeftButton)
    assert welcome.desk.go.went == [("host", None)]


def test_looking_again_finds_what_was_mended(welcome, qtbot) -> None:
    welcome.computer.programs = {"ssh"}
    enter(welcome)
    before = welcome.page.findings.count(Verdict.FAILED)
    welcome.computer.programs = {"qemu-system-x86_64", "libvirtd", "ssh", "swtpm", "dnsmasq"}
    qtbot.mouseClick(welcome.page.again_button, Qt.MouseButton.LeftButton)
    assert (before, welcome.page.findings.count(Verdict.FAILED)) == (2, 0)


def test_nothing_can_be_begun_twice_or_before_the_core_runs(welcome, qtbot) -> None:
    assert not welcome.page.start_button.isEnabled()
    welcome.page.attach(welcome.desk)
    welcome.desk.operations.hold = True
    qtbot.mouseClick(welcome.page.start_button, Qt.MouseButton.LeftButton)
    assert not welcome.page.start_button.isEnabled()
    assert not welcome.page.demonstration_button.isEnabled()
    welcome.desk.operations.finish()
    assert len(welcome.desk.core.hosts.all()) == 1


def test_it_fits_a_small_window(welcome) -> None:
    enter(welcome)
    welcome.page.resize(348, 230)
    assert welcome.page.width() == 348
