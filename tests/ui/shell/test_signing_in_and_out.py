"""The whole shell on a running core: one person leaves, and the next finds nothing of theirs."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from infinibay_desktop.app.bootstrap import start_core
from infinibay_desktop.model.machines import Machine
from infinibay_desktop.model.people import Role
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.system.paths import find_paths
from infinibay_desktop.ui.console.console_window import ConsoleWindow
from infinibay_desktop.ui.machines.window import MachineWindow
from infinibay_desktop.ui.memory import Memory
from infinibay_desktop.ui.shell.notices import NoticeBoard
from infinibay_desktop.ui.shell.shell import Shell
from infinibay_desktop.ui.shell.window import MainWindow
from tests.fakes.guarded import raw

pytestmark = [
    pytest.mark.libvirt,
    pytest.mark.usefixtures("looks", "loop"),
    pytest.mark.qt_log_ignore("propagateSizeHints"),
]
PASSWORD = "seven purple lamps sing"  # noqa: S105 - of nobody


class Home:
    """A shell in its window, on a core of its own."""

    def __init__(self, core, qtbot, folder) -> None:
        self.core, self.qtbot = core, qtbot
        self.window = MainWindow(Memory(folder / "window.ini"))
        qtbot.addWidget(self.window)
        self.notices = NoticeBoard(self.window)
        self.shell = Shell(self.window, self.notices)
        self.window.show_page("settings")
        self.window.show()
        self.shell.attach(core)

    def close(self) -> None:
        self.shell.close()
        self.qtbot.waitUntil(lambda: not self.shell.desk.operations._running)

    def sign_in(self, email: str) -> None:
        card = self.window.covering.sign_in
        card.email.setText(email)
        card.password.setText(PASSWORD)
        card.go.click()
        self.qtbot.waitUntil(lambda: self.shell.is_open)

    def sign_out(self) -> None:
        self.shell._presence.menu.sign_out.trigger()
        self.qtbot.waitUntil(lambda: not self.shell.is_open)

    def commands(self) -> set[str]:
        return {act.text() for act in self.shell.actions() if act.isVisible()}


@pytest.fixture
def core(tmp_path) -> Iterator[object]:
    made = start_core(str(tmp_path / "home.sqlite"), paths=find_paths())
    first = made.current.signed_in.person
    made.people.edit(replace(first, email="ana@example.org", first_name="Ana"))
    made.people.change_password(first.id, "", PASSWORD)
    made.people.add("bert@example.org", first_name="Bert", password=PASSWORD)
    made.people.add("cleo@example.org", role=Role.ADMINISTRATOR, password=PASSWORD)
    made.sign_in.sign_in("ana@example.org", PASSWORD, stay=False)
    yield made
    made.close()


@pytest.fixture
def home(core, qtbot, tmp_path) -> Iterator[Home]:
    made = Home(core, qtbot, tmp_path)
    yield made
    made.close()


def test_the_next_person_finds_nothing_of_the_one_before(home, qtbot) -> None:
    home.window.show_page("people")
    home.notices.tell("Something of Ana's")
    home.shell.book.begin("Ana's work")
    home.shell._on_foot_wanted()
    dialog = QDialog(home.window)
    dialog.open()
    assert "Add host…" in home.commands()
    home.sign_out()
    assert not dialog.isVisible()
    assert home.shell.actions() == []
    assert list(home.notices.kept) == []
    assert home.shell.book.entries == {}
    home.sign_in("bert@example.org")
    assert home.shell.is_open
    assert "people" not in dict(home.window.titles())
    assert not home.commands() & {"Add host…", "New machine…", "People"}
    assert "Sign out" in home.commands()


def a_machine(home) -> Machine:
    """The machine of libvirt's simulated host."""
    core = home.core
    host = core.hosts.add("test:///default", name="demo")
    core.tasks.submit(lambda: core.connections.connect(host)).result(30)
    return next(one for one in core.inventory.snapshot() if one.name == "test")


def windows() -> list[QWidget]:
    """Windows beside the main one."""
    kinds = MachineWindow | ConsoleWindow
    found = QApplication.topLevelWidgets()
    return [one for one in found if isinstance(one, kinds) and one.isVisible()]


def test_windows_of_machines_go_with_the_person(home) -> None:
    machine = a_machine(home)
    home.window.show_page("machines")
    home.qtbot.waitUntil(lambda: home.window.page.model.rowCount() > 0)
    home.window.page.live.show_window(machine.key)
    home.shell.show_console(machine.key)
    assert len(windows()) == 2
    home.sign_out()
    assert windows() == []


def test_a_console_ends_and_says_why_when_its_right_is_taken_back(home) -> None:
    machine, placements = a_machine(home), raw(home.core.placements)
    bert = home.core.people.find_by_email("bert@example.org").id
    for permission in (Permission.MACHINE_CONSOLE, Permission.MACHINE_POWER):
        placements.grant(machine.key, bert, permission)
    home.sign_out()
    home.sign_in("bert@example.org")
    home.shell.show_console(machine.key)
    [window] = windows()

    def said() -> str:
        labels = [one.text() for one in window.findChildren(QLabel) if one.isVisible()]
        return "".join(mark for mark in " ".join(labels) if mark not in "\u2068\u2069\u200b")

    assert "You may not see" not in said()
    placements.revoke(machine.key, bert, Permission.MACHINE_CONSOLE)
    home.qtbot.waitUntil(lambda: "You may not see the screen of 'test' any more." in said())
    placements.grant(machine.key, bert, Permission.MACHINE_CONSOLE)
    home.qtbot.waitUntil(lambda: "You may not see" not in said())
    for permission in (Permission.MACHINE_CONSOLE, Permission.MACHINE_POWER):
        placements.revoke(machine.key, bert, permission)
    home.qtbot.waitUntil(lambda: "You may not see the screen of 'test' any more." in said())
    home.sign_out()
    assert windows() == []


def test_an_administrator_has_fewer_screens_than_a_super_administrator(home) -> None:
    all_of_them = set(dict(home.window.titles()))
    home.sign_out()
    home.sign_in("cleo@example.org")
    assert set(dict(home.window.titles())) <= all_of_them
    assert "people" in dict(home.window.titles())
    home.window.show_page("people")
    assert not home.window.page.page_actions()


def test_every_screen_of_a_person_opens_without_a_refusal(home, qtbot) -> None:
    home.sign_out()
    home.sign_in("bert@example.org")
    for name, _title in home.window.titles():
        home.window.show_page(name)
        qtbot.waitUntil(lambda: not home.shell.desk.operations._running)
    assert [notice.title for notice in home.notices.kept if notice.is_error] == []


def test_a_second_start_opens_nothing_while_nobody_is_signed_in(home) -> None:
    home.sign_out()
    home.shell.show_page("machines")
    home.shell.show_new_machine()
    home.shell.show_host(None)
    home.shell._on_palette_wanted()
    assert home.window.page is None
    assert home.window.covering is not None


def test_who_signs_in_again_sees_their_screens_again(home) -> None:
    home.window.show_page("people")
    home.sign_out()
    home.sign_in("ana@example.org")
    assert "people" in dict(home.window.titles())
    home.window.show_page("people")
    home.qtbot.waitUntil(lambda: home.window.page.model.rowCount() == 3)
