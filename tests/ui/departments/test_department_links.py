"""Departments beneath the machines in the navigation."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from infinibay_desktop.ui.memory import Memory
from infinibay_desktop.ui.shell.department_links import DepartmentLinks
from infinibay_desktop.ui.shell.navigation import MOST_LINKS, Navigation
from infinibay_desktop.ui.shell.navigation_links import Link, NavigationLinks
from infinibay_desktop.ui.shell.window import MainWindow


@pytest.fixture
def navigation(looks, qtbot):
    made = Navigation()
    qtbot.addWidget(made)
    for name in ("overview", "machines", "hosts"):
        made.add(name, "monitor", name.title())
    made.resize(184, 700)
    made.show()
    return made


@pytest.fixture
def links(navigation):
    made = NavigationLinks(navigation)
    navigation.put_below("machines", made)
    return made


def shown(links) -> list[str]:
    lines = links.findChildren(QToolButton)
    return [line.accessibleName() for line in lines if line.isVisibleTo(links)]


def some(count: int) -> list[Link]:
    return [Link(f'dept:"d{n}"', f"d{n}", "#1f6bb8", str(n)) for n in range(count)]


def test_lines_stand_below_their_screen_with_their_counts(navigation, links):
    links.show_links(some(2))

    assert shown(links) == ["d0, 0", "d1, 1"]
    box = navigation.layout()
    assert box.indexOf(links) == box.indexOf(navigation._buttons["machines"]) + 1


def test_a_line_leads_where_it_says_and_the_mark_follows_the_list(links, qtbot):
    links.show_links(some(2))
    line = next(b for b in links.findChildren(QToolButton) if b.text().strip().startswith("d1"))

    with qtbot.waitSignal(links.chosen) as told:
        line.click()
    assert told.args == ['dept:"d1"']
    assert not line.isChecked()

    links.mark('dept:"d1"')
    assert line.isChecked()


def test_where_there_is_no_room_for_all_the_last_line_leads_to_them(navigation, links, qtbot):
    links.show_links(some(40))

    assert len(shown(links)) == MOST_LINKS
    assert shown(links)[-1] == "All (40)"
    navigation.resize(184, 350)
    assert len(shown(links)) < MOST_LINKS
    last = [b for b in links.findChildren(QToolButton) if b.isVisibleTo(links)][-1]
    with qtbot.waitSignal(links.chosen) as told:
        last.click()
    assert told.args == [""]


def test_a_folded_or_low_navigation_has_no_lines(navigation, links):
    links.show_links(some(3))

    navigation.fold(folded=True)
    assert not links.isVisible()
    navigation.fold(folded=False)
    assert links.isVisible()
    navigation.resize(184, 120)
    assert not links.isVisible()


def test_arrow_keys_go_through_screens_and_lines(navigation, links, qtbot):
    links.show_links(some(1))
    navigation._buttons["machines"].setFocus()

    QTest.keyClick(navigation._buttons["machines"], Qt.Key.Key_Down)

    assert navigation.focusWidget().accessibleName() == "d0, 0"


@pytest.mark.parametrize("name", ["<b>x</b> & co", "long " * 40, "قسم المبيعات", "a\nb"])
def test_any_name_is_one_plain_line(navigation, links, name):
    links.show_links([Link("x", name, "nonsense", "12345")])

    (line,) = links.findChildren(QToolButton)
    assert "\n" not in line.text()
    assert line.text().endswith("12345")
    assert line.sizeHint().width() <= navigation.width()
    assert not navigation.grab().isNull()


def test_each_department_leads_to_its_machines(placed, qtbot):
    sales = placed.department("Sales", "#1f6bb8")
    placed.department("Empty")
    placed.machines(3, sales)
    placed.machines(1, stem="loose")
    window = MainWindow(Memory(None))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    made = DepartmentLinks(window, placed.desk)
    window.show()

    assert shown(made.links) == ["Empty, 0", "Sales, 3", "No department, 1"]
    made.links.chosen.emit('dept:"Sales"')
    assert placed.desk.go.went == [("page", "machines", 'dept:"Sales"')]

    placed.machines(1, sales, stem="more")
    qtbot.waitUntil(lambda: "Sales, 4" in shown(made.links))
    placed.core.departments.remove(placed.core.departments.find_by_name("Empty").id)
    qtbot.waitUntil(lambda: "Empty, 0" not in shown(made.links))


def test_nothing_of_a_person_stays_who_signed_out(placed, qtbot):
    from infinibay_desktop.model.rights import NOBODY

    placed.department("Secret")
    window = MainWindow(Memory(None))
    qtbot.addWidget(window)
    made = DepartmentLinks(window, placed.desk)
    window.resize(1280, 800)
    window.show()
    assert made.links.count() == 1

    placed.core.current.set(NOBODY)

    qtbot.waitUntil(lambda: made.links.count() == 0)
