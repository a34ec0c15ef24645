"""The screen of people: read as far as somebody scrolls, in step with what others do."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QModelIndex, Qt

from infinibay_desktop.model.errors import DatabaseError
from infinibay_desktop.model.people import Role
from infinibay_desktop.ui.people.page import PeoplePage
from infinibay_desktop.ui.people.table_model import EMAIL, NAME, PAGE, ROLE, SINCE, STATE

HOSTILE = ["<b>bold</b>", "naïve 🦊", "مرحبا بالعالم", "x" * 100, "a&b"]


@pytest.fixture
def page(crowd, qtbot):
    crowd.with_password()

    def make(width: int = 1100) -> PeoplePage:
        made = PeoplePage()
        qtbot.addWidget(made)
        made.resize(width, 600)
        made.attach(crowd.desk)
        made.show()
        made.entered()
        return made

    return make


def names(page: PeoplePage) -> list[str]:
    model = page.model
    return [model.index(row, NAME).data() for row in range(model.rowCount())]


def select(page: PeoplePage, person) -> None:
    page.table.setCurrentIndex(page.model.place(person.id))


def test_people_stand_by_name_with_role_and_state(crowd, page) -> None:
    crowd.add("Zoe")
    crowd.add("Bert", Role.ADMINISTRATOR)
    shown = page()
    assert names(shown) == ["Ana Díaz", "Bert", "Zoe"]
    row = [shown.model.index(1, column).data() for column in (EMAIL, ROLE, STATE)]
    assert row == ["p2@example.org", "Administrator", "Active"]


def test_names_are_shown_as_they_are_in_one_line(crowd, page) -> None:
    for name in HOSTILE:
        crowd.add(name)
    shown = page(420)
    assert set(HOSTILE) <= set(names(shown))
    tip = shown.model.place(crowd.core.people.search("bold")[0].id).data(Qt.ToolTipRole)
    assert tip == "<span>&lt;b&gt;bold&lt;/b&gt;</span>"


def test_the_next_page_is_read_when_somebody_scrolls_to_it(crowd, page) -> None:
    for number in range(PAGE + 20):
        crowd.add(f"P{number:03}")
    shown = page()
    assert shown.model.rowCount() == PAGE
    assert shown.model.canFetchMore(QModelIndex())
    shown.table.scrollToBottom()
    shown.model.fetchMore(QModelIndex())
    assert shown.model.rowCount() == PAGE + 21
    assert not shown.model.canFetchMore(QModelIndex())
    assert len(set(names(shown))) == PAGE + 21


def test_words_and_roles_narrow_the_list(crowd, page) -> None:
    crowd.add("Bert", Role.ADMINISTRATOR)
    crowd.add("Berta")
    shown = page()
    shown.set_filter("bert")
    assert names(shown) == ["Bert", "Berta"]
    shown.role.setCurrentIndex(shown.role.findData(Role.ADMINISTRATOR))
    assert names(shown) == ["Bert"]
    shown.set_filter("nobody has this")
    assert shown.stack.currentIndex() == 1


def test_deleted_people_are_shown_on_demand(crowd, page) -> None:
    bert = crowd.add("Bert")
    crowd.core.people.delete(bert.id)
    shown = page()
    assert names(shown) == ["Ana Díaz"]
    shown.deleted.setChecked(True)
    assert names(shown) == ["Ana Díaz", "Bert"]
    select(shown, bert)
    assert not shown.acts.edit.isEnabled()
    assert shown.model.index(1, STATE).data() == "Deleted"


def test_what_others_do_shows_by_itself(crowd, page, qtbot) -> None:
    shown = page()
    bert = crowd.add("Bert")
    qtbot.waitUntil(lambda: names(shown) == ["Ana Díaz", "Bert"])
    select(shown, bert)
    crowd.core.people.delete(bert.id)
    qtbot.waitUntil(lambda: names(shown) == ["Ana Díaz"])
    assert shown.selected() is None
    assert not shown.acts.delete.isEnabled()


def test_a_hidden_page_reads_nothing(crowd, page) -> None:
    shown = page()
    shown.left()
    crowd.add("Bert")
    assert names(shown) == ["Ana Díaz"]
    assert not shown._reload_due.isActive()
    shown.entered()
    assert names(shown) == ["Ana Díaz", "Bert"]


def test_an_administrator_sees_people_and_no_acts(crowd, page) -> None:
    assert page().page_actions()  # of the super administrator
    crowd.sign_in(crowd.add("Bert", Role.ADMINISTRATOR))
    shown = page()
    assert not shown.page_actions()
    assert names(shown) == ["Ana Díaz", "Bert"]


def test_nobody_deletes_or_resets_themselves(crowd, page) -> None:
    shown = page()
    select(shown, crowd.me)
    assert shown.acts.edit.isEnabled()
    assert not shown.acts.delete.isEnabled()
    assert not shown.acts.reset_password.isEnabled()


def test_a_locked_person_can_be_unlocked(crowd, page, qtbot) -> None:
    clock = crowd.desk.clock
    # Screens look at the real clock; Ana's sign-in is long over then.
    clock.pass_time((datetime.now(UTC) - clock.now()).total_seconds())
    crowd.sign_in(crowd.core.people.search("Ana")[0])
    bert = crowd.add("Bert")
    shown = page()
    select(shown, bert)
    assert not shown.acts.unlock.isEnabled()
    for _ in range(6):
        with pytest.raises(Exception, match=r"wrong|Too many"):
            crowd.core.sign_in.sign_in(bert.email, "not this one", stay=False)
    qtbot.waitUntil(lambda: "Locked" in shown.model.place(bert.id).siblingAtColumn(STATE).data())
    assert shown.acts.unlock.isEnabled()
    shown.acts.unlock.trigger()
    qtbot.waitUntil(lambda: not shown.acts.unlock.isEnabled())
    assert crowd.core.people.find(bert.id).locked_until is None


@pytest.mark.parametrize(
    ("width", "columns"),
    [(360, {NAME, STATE}), (600, {NAME, EMAIL, STATE}), (1600, {NAME, EMAIL, ROLE, STATE, SINCE})],
)
def test_columns_that_have_no_room_are_left_out(page, width, columns) -> None:
    shown = page(width)
    assert {one for one in range(SINCE + 1) if not shown.table.isColumnHidden(one)} == columns


def test_a_read_that_fails_is_told_and_tried_again(crowd, page) -> None:
    shown = page()
    shown.left()
    works = crowd.core.people.search

    def refuse(*_args, **_named):
        raise DatabaseError("The database does not answer.")

    crowd.core.people.search = refuse
    shown._outdated = True
    shown.entered()
    assert crowd.desk.notices.errors == [
        ("Could not read the people", "The database does not answer.")
    ]
    crowd.core.people.search = works
    shown.left()
    shown.entered()
    assert names(shown) == ["Ana Díaz"]
