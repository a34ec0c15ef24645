"""Whoever was too far behind to hear facts one by one reads anew what is shown."""

import ast
from pathlib import Path

import pytest

import infinibay_desktop.ui
from infinibay_desktop.database.events import SHARED
from infinibay_desktop.model.events import (
    BlueprintsChanged,
    ErrorRecorded,
    EventsMissed,
    HostRemoved,
    HostSaved,
    TaskProgressed,
)
from infinibay_desktop.ui.departments.first import FirstDepartments
from infinibay_desktop.ui.departments.page import DepartmentsPage
from infinibay_desktop.ui.machines.new_machine import NewMachineDialog
from infinibay_desktop.ui.overview.page import OverviewPage
from infinibay_desktop.ui.people.page import PeoplePage
from infinibay_desktop.ui.placement_book import PlacementBook

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard", "raise")
UI = Path(infinibay_desktop.ui.__file__).parent
# The host follower tells of every host and of the blueprints by itself then.
TOLD_ANYWAY = {HostSaved.__name__, HostRemoved.__name__, BlueprintsChanged.__name__}
# Follows this program's own tasks alone; tells once, and what it missed stands in the record.
OWN_ALONE = {
    ("shell/task_log.py", TaskProgressed.__name__),
    ("shell/guest_troubles.py", ErrorRecorded.__name__),
}


def imported(file: Path) -> set[str]:
    nodes = ast.walk(ast.parse(file.read_text()))
    froms = [node for node in nodes if isinstance(node, ast.ImportFrom)]
    facts = [node for node in froms if node.module == "infinibay_desktop.model.events"]
    return {alias.name for node in facts for alias in node.names}


def test_every_screen_that_follows_what_others_store_listens_for_facts_that_were_missed() -> None:
    shared = {kind.__name__ for kind in SHARED} - TOLD_ANYWAY
    deaf = []
    for file in UI.rglob("*.py"):
        names, path = imported(file), str(file.relative_to(UI))
        wanted = {name for name in names & shared if (path, name) not in OWN_ALONE}
        if wanted and EventsMissed.__name__ not in names:
            deaf.append(path)
    assert not deaf


def people(desk, qtbot):
    page = PeoplePage()
    qtbot.addWidget(page)
    page.show()
    page.attach(desk)
    page.entered()
    return lambda: {page.model.index(row, 0).data() for row in range(page.model.rowCount())}


def departments(desk, qtbot):
    page = DepartmentsPage()
    qtbot.addWidget(page)
    page.show()
    page.attach(desk)
    page.entered()
    return lambda: {page.model.index(row).data() for row in range(page.model.rowCount())}


def first_departments(desk, qtbot):
    card = FirstDepartments()
    qtbot.addWidget(card)
    card.attach(desk)
    card.read()
    names = card.names
    return lambda: {names.itemAt(row).widget().text()[2:] for row in range(names.count())}


def names(desk, qtbot):
    book = PlacementBook()
    book.attach(desk)
    return lambda: {name for name, _ in book.departments.values()} | set(book.people.values())


def new_machine(desk, qtbot):
    desk.core.creation = None
    dialog = NewMachineDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    choice = dialog.form.place.department
    return lambda: {choice.itemText(row) for row in range(choice.count())}


@pytest.mark.parametrize(
    ("screen", "shown"),
    [
        (people, {"Zoe"}),
        (departments, {"Sales"}),
        (first_departments, {"Sales"}),
        (names, {"Sales", "Zoe"}),
        (new_machine, {"Sales"}),
    ],
)
def test_a_screen_shows_what_it_was_not_told_of(placed, qtbot, screen, shown) -> None:
    read = screen(placed.desk, qtbot)
    placed.units.publish_to(lambda _event: None)
    placed.core.departments.add("Sales")
    placed.person("Zoe")
    assert not shown & read()
    placed.desk.bridge.publish(EventsMissed())
    qtbot.waitUntil(lambda: shown <= read())


def test_the_overview_reads_the_tasks_of_others(quick_desk, qtbot) -> None:
    asked = []
    quick_desk.core.journal.recent = lambda _limit: asked.append(1) or []
    page = OverviewPage()
    qtbot.addWidget(page)
    page.attach(quick_desk)
    before = len(asked)
    quick_desk.bridge.publish(EventsMissed())
    qtbot.waitUntil(lambda: len(asked) > before)
