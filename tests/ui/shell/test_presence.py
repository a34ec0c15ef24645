"""Who is signed in decides what the window shows; nothing of another person stays."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.departments import DepartmentId, DepartmentRole
from infinibay_desktop.model.errors import DatabaseError
from infinibay_desktop.model.events import ActorChanged
from infinibay_desktop.model.people import Role
from infinibay_desktop.model.rights import PROGRAM, Actor
from infinibay_desktop.ui.memory import Memory
from infinibay_desktop.ui.shell.presence import Presence
from infinibay_desktop.ui.shell.screens import all_screens
from infinibay_desktop.ui.shell.window import MainWindow
from tests.fakes.people import PASSWORD
from tests.ui.people.conftest import crowd  # noqa: F401 - the fixture

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NEW = "nine green chairs whistle"


class House:
    """A window on a desk, and who is in it."""

    def __init__(self, crowd, qtbot, folder) -> None:  # noqa: F811 - the fixture's value
        self.crowd, self.core = crowd, crowd.core
        crowd.desk.go.console_pane = lambda _key: QWidget()
        self.window = MainWindow(Memory(folder / "window.ini"))
        qtbot.addWidget(self.window)
        self.forgot: list[str] = []
        self.window.show_page("settings")
        self.window.show()
        self.opened: list[str] = []

    def begin(self) -> None:
        self.presence = Presence(
            self.window, self.crowd.desk, forget=lambda: self.forgot.append("forgot")
        )
        self.presence.follow()
        self.window.attach(self.crowd.desk)
        self.presence.opened.connect(lambda: self.opened.append("opened"))

    @property
    def card(self):
        return self.window.covering.sign_in

    def sign_in(self, email: str, password: str = PASSWORD) -> None:
        self.card.email.setText(email)
        self.card.password.setText(password)
        self.card.go.click()

    def titles(self) -> list[str]:
        return [name for name, _title in self.window.titles()]


@pytest.fixture
def house(crowd, qtbot, tmp_path) -> House:  # noqa: F811 - the fixture
    return House(crowd, qtbot, tmp_path)


def test_alone_without_a_password_nobody_is_asked(house) -> None:
    page = house.window.page
    house.begin()
    assert house.window.covering is None
    assert house.window.page is page  # painted before, and the same person's
    assert [act.text() for act in house.presence.menu.acts()] == ["Profile…", "Set a password…"]


def test_where_nobody_is_signed_in_only_the_sign_in_screen_shows(house) -> None:
    house.crowd.with_password()
    house.core.sign_in.sign_out()
    house.begin()
    assert house.window.covering is not None
    assert house.window.page is None
    assert not house.window.menuBar().isVisible()
    assert not house.window.status.isVisible()
    assert house.titles() == []
    house.window.show_page("machines")
    assert house.window.page is None


def test_a_right_password_opens_the_window_with_screens_of_its_own(house) -> None:
    house.crowd.with_password()
    house.core.sign_in.sign_out()
    house.begin()
    house.sign_in("ana@example.org")
    assert house.window.covering is None
    assert house.window.page is not None
    assert house.window.menuBar().isVisible()
    assert house.opened == ["opened"]


def test_without_a_keyring_it_is_said_that_nobody_stays_signed_in(house) -> None:
    house.crowd.with_password()
    house.core.sign_in.sign_out()
    house.begin()
    house.core.sign_in.stays = lambda: False  # as without a keyring
    house.card.stay.setChecked(True)
    house.sign_in("ana@example.org")
    assert house.window.covering is None
    assert house.crowd.desk.notices.told[-1][0] == "You will have to sign in again"


def test_a_wrong_password_is_told_and_taken_out_of_its_field(house) -> None:
    house.crowd.with_password()
    house.core.sign_in.sign_out()
    house.begin()
    house.sign_in("ana@example.org", "not this one")
    assert "wrong" in house.card.problem.text()
    assert house.card.password.text() == ""
    assert house.card.email.text() == "ana@example.org"
    assert house.card.go.isEnabled()


def test_empty_fields_are_named_before_anything_is_asked(house) -> None:
    house.crowd.with_password()
    house.core.sign_in.sign_out()
    house.begin()
    house.card.go.click()
    assert house.card._email_field._problem.isVisible()
    house.card.email.setText("ana@example.org")
    house.card.go.click()
    assert house.card._password_field._problem.isVisible()


def test_a_database_that_is_gone_is_told_on_the_sign_in_screen(house) -> None:
    house.crowd.with_password()
    house.core.sign_in.sign_out()
    house.begin()

    def refuse(*_args, **_named):
        raise DatabaseError("The database does not answer.", remedy="Start it.")

    house.core.sign_in.sign_in = refuse
    house.sign_in("ana@example.org")
    assert "The database does not answer." in house.card.problem.text()


def test_who_is_signed_out_elsewhere_loses_sight_of_everything(house) -> None:
    ana = house.crowd.with_password()
    house.begin()
    house.window.show_page("people")
    house.core.sign_in.sign_out_everywhere(ana.id)
    assert house.window.covering is not None
    assert house.window.page is None
    assert house.forgot == ["forgot"]


def test_who_is_deleted_while_signed_in_is_signed_out(house) -> None:
    house.crowd.with_password()
    other = house.crowd.add("Bert", Role.SUPER_ADMINISTRATOR)
    house.begin()
    mine = house.crowd.me
    house.core.people._current = None  # as another program does it
    house.core.people.delete(mine.id)
    assert house.window.covering is not None
    house.sign_in(other.email)
    assert house.window.covering is None


def test_sign_out_is_in_the_menu(house) -> None:
    house.crowd.with_password()
    house.begin()
    house.presence.menu.sign_out.trigger()
    assert house.window.covering is not None
    assert house.presence.menu.acts() == []
    assert house.core.current.signed_in.person.email == ""


def test_a_one_time_password_opens_nothing_but_its_change(house) -> None:
    house.crowd.with_password()
    bert = house.crowd.add("Bert")
    once = house.core.people.reset_password(bert.id)
    house.core.sign_in.sign_out()
    house.begin()
    house.sign_in(bert.email, once)
    change = house.window.covering.change
    assert change is not None
    assert house.window.page is None
    change.new.first.setText(NEW)
    change.new.again.setText("something else")
    change.go.click()
    assert house.window.covering is not None
    change.new.again.setText(NEW)
    change.go.click()
    assert house.window.covering is None
    assert not house.crowd.me.must_change_password


def test_a_weak_new_password_is_refused_beside_it(house) -> None:
    house.crowd.with_password()
    bert = house.crowd.add("Bert")
    once = house.core.people.reset_password(bert.id)
    house.core.sign_in.sign_out()
    house.begin()
    house.sign_in(bert.email, once)
    change = house.window.covering.change
    for field in (change.new.first, change.new.again):
        field.setText("password1234")
    change.go.click()
    assert "common" in change.new.field._problem.text()
    assert house.window.covering is not None


def test_another_person_finds_no_screen_of_the_one_before(house) -> None:
    house.crowd.with_password()
    bert = house.crowd.add("Bert")
    house.begin()
    house.window.show_page("people")
    before = house.window.page
    house.crowd.sign_in(bert)
    assert house.window.page is not before
    assert "people" not in house.titles()
    assert "hosts" not in house.titles()
    house.window.show_page("people")
    assert house.window.page.name != "people"


def test_a_new_picture_of_the_same_person_leaves_the_screen_alone(house) -> None:
    ana = house.crowd.with_password()
    house.begin()
    house.window.show_page("people")
    before = house.window.page
    house.core.people.edit_own(ana.id, "Anna", "", "", "owl")
    assert house.window.page is before
    assert "Anna" in house.window.bar.person.accessibleName()


def test_other_rights_of_the_same_person_change_the_navigation(house) -> None:
    house.crowd.with_password()
    bert = house.crowd.add("Bert")
    house.crowd.sign_in(bert)
    house.begin()
    told = []
    house.presence.adjusted.connect(lambda: told.append(1))
    actor = house.core.current.signed_in
    memberships = {DepartmentId(uuid4()): DepartmentRole.ADMINISTRATOR}
    house.core.current.set(replace(actor, memberships=memberships))
    assert told == [1]
    assert house.forgot == []


def test_a_role_that_changes_makes_all_screens_anew(house) -> None:
    house.crowd.with_password()
    bert = house.crowd.add("Bert", Role.ADMINISTRATOR)
    house.crowd.sign_in(bert)
    house.begin()
    assert "people" in house.titles()
    house.window.show_page("people")
    house.core.current.set(Actor(person=replace(bert, role=Role.USER)))
    assert "people" not in house.titles()
    assert house.window.page.name != "people"
    assert house.forgot == ["forgot"]


def test_the_same_news_twice_changes_nothing(house) -> None:
    house.crowd.with_password()
    house.begin()
    before = house.window.page
    house.crowd.bridge.publish(ActorChanged(person_id=house.crowd.me.id))
    assert house.window.page is before


def test_absent_screens_are_absent_at_the_next_start_at_once(house, tmp_path) -> None:
    house.crowd.with_password()
    house.crowd.sign_in(house.crowd.add("Bert"))
    house.begin()
    again = MainWindow(house.window._memory)
    assert [name for name, _title in again.titles()] == house.titles()
    again.deleteLater()


def test_every_screen_says_whom_it_is_for() -> None:
    assert [one.name for one in all_screens() if one.permission is None] == []
    assert all(one.is_for(PROGRAM) for one in all_screens())


def test_quitting_works_while_nobody_is_signed_in(house, qtbot) -> None:
    house.crowd.with_password()
    house.core.sign_in.sign_out()
    house.begin()
    asked = []
    house.window.on_quit(lambda: asked.append(1))
    qtbot.keyClick(house.card.email, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert asked == [1]


def test_everything_in_the_menu_has_words(house) -> None:
    house.crowd.with_password()
    house.begin()
    acts: list[QAction] = house.presence.menu.acts()
    assert [act.text() for act in acts] == [
        "Profile…",
        "Change password…",
        "Go without a password…",
        "Sign out",
        "Sign out everywhere…",
    ]
    assert house.window.bar.person.accessibleName() == "Signed in: Ana Díaz"


@pytest.mark.parametrize("size", [(400, 300), (1920, 1080)])
def test_the_sign_in_screen_fits_the_window(house, size) -> None:
    house.crowd.with_password()
    house.core.sign_in.sign_out()
    house.window.resize(*size)
    house.begin()
    house.card.go.setFocus()
    assert house.card.width() <= size[0]
    assert house.card.email.width() >= 200
