"""The screen of departments: what it shows, follows and offers."""

import pytest

from infinibay_desktop.model.departments import DepartmentRole
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.ui.departments.page import DepartmentsPage
from infinibay_desktop.ui.departments.words import counts_words, use_words

ODD = "<b>Evil</b> & 'Sons' \N{GRINNING FACE} قسم " + "long " * 15


@pytest.fixture
def page(placed, qtbot):
    def make(width: int = 1096) -> DepartmentsPage:
        page = DepartmentsPage()
        qtbot.addWidget(page)
        page.resize(width, 700)
        page.attach(placed.desk)
        page.show()
        page.entered()
        return page

    return make


def names(page) -> list[str]:
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def test_without_departments_the_page_says_what_belongs_there_and_makes_the_first(page, placed):
    shown = page()

    assert not names(shown)
    assert shown._empty.isVisible()
    assert shown.acts.add.isEnabled()


def test_departments_come_in_natural_order_and_the_first_is_shown(page, placed):
    for name in ("Lab 10", "Lab 2", "accounting"):
        placed.department(name)

    shown = page()

    assert names(shown) == ["accounting", "Lab 2", "Lab 10"]
    assert shown.details.name.text() == "accounting"


def test_a_department_shows_its_use_its_people_and_its_machines(page, placed):
    sales = placed.department("Sales", "#1f6bb8", machines=4, memory_bytes=40 * GIB)
    ana = placed.person("Ana")
    placed.join(sales, ana, DepartmentRole.ADMINISTRATOR)
    placed.machines(3, sales, ana)

    details = page().details

    assert details.use.lines["machines"]._meter._value.text() == "3 of 4"
    assert details.use.lines["memory_bytes"]._meter._value.text() == "6 GiB of 40 GiB"
    assert "no limit" in details.use.lines["vcpus"]._words.text()
    people = details.members.list.topLevelItem(0)
    assert [people.text(column) for column in (0, 2)] == ["Ana", "Administrator"]
    machines = details.machines.list
    assert [machines.topLevelItem(row).text(0) for row in range(3)] == ["vm-1", "vm-2", "vm-3"]
    assert machines.topLevelItem(0).text(2) == "Ana"


def test_the_page_follows_what_is_stored_elsewhere(page, placed, qtbot):
    sales = placed.department("Sales")
    shown = page()

    placed.machines(2, sales)
    placed.department("IT")

    qtbot.waitUntil(lambda: names(shown) == ["IT", "Sales"])
    assert shown.details.name.text() == "Sales"
    assert shown.details.machines.list.topLevelItemCount() == 2


def test_a_department_that_is_removed_elsewhere_leaves_the_page(page, placed, qtbot):
    sales, it = placed.department("Sales"), placed.department("IT")
    shown = page()
    shown.list.setCurrentIndex(shown.model.place(sales.id))

    placed.core.departments.remove(sales.id)

    qtbot.waitUntil(lambda: names(shown) == ["IT"])
    assert shown.selected().department.id == it.id


def test_the_filter_looks_into_names_whatever_their_letter_case(page, placed):
    for name in ("Sales", "ÉCOLE", "IT"):
        placed.department(name)
    shown = page()

    shown.set_filter("école")
    assert names(shown) == ["ÉCOLE"]
    shown.set_filter("nothing such")
    assert shown._nothing.isVisible()
    shown.set_filter("")
    assert len(names(shown)) == 3


def test_showing_the_machines_leads_to_the_list_with_exactly_that_department(page, placed):
    placed.department('The "A" team')
    shown = page()

    shown.acts.show_machines.trigger()

    assert placed.desk.go.went == [("page", "machines", 'dept:"The A team"')]


def test_a_double_click_on_a_machine_leads_to_it(page, placed):
    sales = placed.department("Sales")
    (machine,) = placed.machines(1, sales)
    shown = page()

    item = shown.details.machines.list.topLevelItem(0)
    shown.details.machines.list.itemActivated.emit(item, 0)

    assert placed.desk.go.went == [("machine", machine.key)]


def test_what_a_person_may_not_do_is_refused_with_its_reason(page, placed):
    sales = placed.department("Sales")
    ana = placed.person("Ana")
    placed.join(sales, ana)
    placed.sign_in(ana, memberships={sales.id: DepartmentRole.MEMBER})

    shown = page()

    for act in (shown.acts.add, shown.acts.edit, shown.acts.remove, shown.details.members.add):
        assert not act.isEnabled()
        assert act.statusTip() == "You may not do this here."
    assert shown.acts.show_machines.isEnabled()


def test_a_departments_administrator_edits_it_and_chooses_its_people(page, placed):
    sales = placed.department("Sales")
    ana = placed.person("Ana")
    placed.sign_in(ana, memberships={sales.id: DepartmentRole.ADMINISTRATOR})

    shown = page()

    assert shown.acts.edit.isEnabled()
    assert shown.details.members.add.isEnabled()
    assert not shown.acts.remove.isEnabled()


def test_rights_that_change_are_seen_at_once(page, placed, qtbot):
    sales = placed.department("Sales")
    shown = page()
    assert shown.acts.edit.isEnabled()

    placed.sign_in(placed.person("Ana"), memberships={sales.id: DepartmentRole.MEMBER})

    qtbot.waitUntil(lambda: not shown.acts.edit.isEnabled())


def test_people_are_given_roles_and_taken_out(page, placed, qtbot):
    sales = placed.department("Sales")
    ana = placed.person("Ana")
    placed.join(sales, ana)
    members = page().details.members
    members.list.setCurrentItem(members.list.topLevelItem(0))
    assert members.change.text() == "Make administrator"

    members.change.trigger()

    qtbot.waitUntil(lambda: members.list.topLevelItem(0).text(2) == "Administrator")
    assert members.change.text() == "Make member"
    members.take_out.trigger()
    qtbot.waitUntil(lambda: members.list.topLevelItemCount() == 0)
    assert placed.core.departments.members(sales.id) == []


@pytest.mark.parametrize("width", [400, 1096, 1736])
def test_odd_names_are_plain_text_in_every_width(page, placed, width):
    odd = placed.department(ODD.strip()[:100])
    person = placed.person("<i>Bo</i>" + "o" * 60)
    placed.join(odd, person)
    placed.machines(2, odd, person)

    shown = page(width)

    assert shown.details.name.text() == odd.name
    assert not shown.grab().isNull()
    assert shown.width() == width
    assert "&lt;b&gt;" in shown.model.index(0).data(3)


def test_a_summary_says_counts_and_use_against_the_quota(placed):
    sales = placed.department("Sales", vcpus=10)
    placed.machines(2, sales)
    (summary,) = placed.core.departments.all()

    assert counts_words(summary) == "2 machines · 0 people"
    assert use_words(summary) == "4 vCPU of 10 · 4 GiB memory"
