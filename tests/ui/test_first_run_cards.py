"""The welcome's guided part: another database, and the first departments."""

import sqlite3
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from infinibay_desktop.database.opening import open_database
from infinibay_desktop.model.errors import StorageError
from infinibay_desktop.model.people import Role
from infinibay_desktop.services.doctor import Doctor
from infinibay_desktop.ui.shell.first_run import FirstRunPage
from tests.fakes.desk import KEPT_IN
from tests.unit.test_doctor import FakeComputer

pytestmark = [pytest.mark.usefixtures("looks"), pytest.mark.qt_log_ignore("propagateSizeHints")]


def words(card: QWidget) -> str:
    return " | ".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def made_page(desk, qtbot) -> FirstRunPage:
    computer = FakeComputer()
    desk.core.make_doctor = lambda: Doctor(
        computer, computer.make_link, computer.keyring_name, computer.open_database
    )
    page = FirstRunPage()
    qtbot.addWidget(page)
    page.resize(800, 900)
    page.show()
    page.attach(desk)
    page.entered()
    return page


@pytest.fixture
def page(quick_desk, qtbot) -> Iterator[FirstRunPage]:
    quick_desk.core.departments.ensure_default()
    return made_page(quick_desk, qtbot)


# The database.


def test_the_card_says_where_data_is_kept(page) -> None:
    assert page.database.place.text() == KEPT_IN
    assert not page.database.later.isVisible()


def test_a_new_file_is_tested_chosen_and_not_made(page, quick_desk, qtbot, tmp_path) -> None:
    card, path = page.database, tmp_path / "new" / "other.sqlite"
    qtbot.keyClicks(card.editor, str(path))
    assert not card.use_button.isVisible()
    qtbot.mouseClick(card.test_button, Qt.MouseButton.LeftButton)
    assert "Nothing is there yet" in card.result.text()
    qtbot.mouseClick(card.use_button, Qt.MouseButton.LeftButton)
    assert quick_desk.core.settings.settings.database == str(path)
    assert str(path) in card.later.text()
    assert "quit the program and start it again" in card.later.text()
    assert not path.parent.exists()
    assert card.editor.text() == ""


def test_a_database_of_this_program_is_known_as_one(page, qtbot, tmp_path) -> None:
    path = tmp_path / "ours.sqlite"
    open_database(str(path)).close()
    qtbot.keyClicks(page.database.editor, str(path))
    qtbot.keyPress(page.database.editor, Qt.Key.Key_Return)
    assert "It is a database of this program." in page.database.result.text()


def test_what_was_typed_after_the_test_must_be_tested_again(page, qtbot, tmp_path) -> None:
    card = page.database
    qtbot.keyClicks(card.editor, str(tmp_path / "a.sqlite"))
    qtbot.mouseClick(card.test_button, Qt.MouseButton.LeftButton)
    assert card.use_button.isVisible()
    qtbot.keyClicks(card.editor, "x")
    assert not card.use_button.isVisible()
    assert not card.result.isVisible()


def test_what_was_typed_during_the_test_was_not_tested(page, quick_desk, qtbot, tmp_path) -> None:
    card = page.database
    qtbot.keyClicks(card.editor, str(tmp_path / "a.sqlite"))
    quick_desk.operations.hold = True
    qtbot.mouseClick(card.test_button, Qt.MouseButton.LeftButton)
    assert "Looking" in card.result.text()
    qtbot.keyClicks(card.editor, "x")
    quick_desk.operations.finish()
    assert not card.use_button.isVisible()


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://me:hunter2@db/infinibay",
        "postgresql://me@db/infinibay?password=hunter2",
        "postgresql://me:hun/ter2@db/infinibay",
    ],
)
def test_a_password_in_the_url_is_refused_with_what_to_do(page, quick_desk, qtbot, url) -> None:
    card = page.database
    qtbot.keyClicks(card.editor, url)
    qtbot.mouseClick(card.test_button, Qt.MouseButton.LeftButton)
    assert "~/.pgpass" in words(card.field)
    assert "ter2" not in words(card)
    assert not card.use_button.isVisible()
    assert quick_desk.core.settings.settings.database == ""


def test_the_tables_of_another_program_are_left_alone(page, qtbot, tmp_path) -> None:
    path = tmp_path / "theirs.sqlite"
    with sqlite3.connect(path) as theirs:
        theirs.execute("CREATE TABLE songs (name TEXT)")
    theirs.close()
    before = path.read_bytes()
    qtbot.keyClicks(page.database.editor, str(path))
    qtbot.mouseClick(page.database.test_button, Qt.MouseButton.LeftButton)
    assert "tables of another program" in words(page.database.field)
    assert path.read_bytes() == before


def test_a_refusal_to_store_stands_beside_the_field(page, quick_desk, qtbot, tmp_path) -> None:
    card = page.database
    qtbot.keyClicks(card.editor, str(tmp_path / "a.sqlite"))
    qtbot.mouseClick(card.test_button, Qt.MouseButton.LeftButton)
    quick_desk.store.refuse = StorageError("The disk is full.")
    qtbot.mouseClick(card.use_button, Qt.MouseButton.LeftButton)
    assert "The disk is full." in words(card.field)
    assert card.use_button.isVisible()


# Departments.


def test_the_default_department_is_there_and_others_are_added(page, quick_desk, qtbot) -> None:
    card = page.departments
    assert "• Default" in words(card)
    for name in ("Sales", "Lab <b>"):
        qtbot.keyClicks(card.editor, name)
        qtbot.keyPress(card.editor, Qt.Key.Key_Return)
    names = [one.department.name for one in quick_desk.core.departments.all()]
    assert sorted(names) == ["Default", "Lab <b>", "Sales"]
    qtbot.waitUntil(lambda: "• Lab <b>" in words(card))
    assert card.editor.text() == ""


def test_a_name_that_is_taken_is_refused_beside_the_field(page, qtbot) -> None:
    card = page.departments
    qtbot.keyClicks(card.editor, "dEFAULT")
    qtbot.mouseClick(card.add_button, Qt.MouseButton.LeftButton)
    assert "named 'Default' already" in words(card.field)
    assert card.editor.text() == "dEFAULT"
    qtbot.keyClicks(card.editor, "s")
    assert not card.editor.property("wrong")


def test_many_departments_are_counted_and_not_all_shown(page, quick_desk, qtbot) -> None:
    for number in range(14):
        quick_desk.core.departments.add(f"Department {number:02}")
    qtbot.waitUntil(lambda: "5 more" in words(page.departments))


# Rights, and room.


@pytest.mark.parametrize(
    ("role", "database", "departments"),
    [
        (Role.USER, False, False),
        (Role.ADMINISTRATOR, False, True),
        (Role.SUPER_ADMINISTRATOR, True, True),
    ],
)
def test_cards_are_for_those_who_may(placed, qtbot, role, database, departments) -> None:
    placed.sign_in(placed.person("Somebody", role=role))
    page = made_page(placed.desk, qtbot)
    assert page.database.isVisible() is database
    assert page.departments.isVisible() is departments


def test_cards_go_with_whoever_may(placed, qtbot) -> None:
    page = made_page(placed.desk, qtbot)
    assert page.departments.isVisible()
    placed.sign_in(placed.person("Somebody"))
    assert not page.departments.isVisible()


def test_the_one_click_comes_first(page) -> None:
    top = page.start_button.mapTo(page, page.start_button.rect().topLeft()).y()
    for card in (page.database, page.departments):
        assert card.mapTo(page, card.rect().topLeft()).y() > top


def test_all_is_named_and_reached_by_keyboard_and_fits(page, qtbot) -> None:
    page.resize(348, 230)
    assert page.width() == 348
    for card in (page.database, page.departments):
        for each in (*card.findChildren(QLineEdit), *card.findChildren(QAbstractButton)):
            assert each.accessibleName() or each.text()
            assert each.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert card.minimumSizeHint().width() <= 348
