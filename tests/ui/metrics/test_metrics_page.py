"""The screen that compares machines: choosing them, the series, and what is told about them."""

import pytest
from PySide6.QtCore import Qt

from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.ui.charts.spans import Span
from infinibay_desktop.ui.memory import Memory
from infinibay_desktop.ui.metrics.page import MetricsPage
from infinibay_desktop.ui.widgets.forms import choose


@pytest.fixture
def fleet(metrics_desk, new_machine):
    """Nine machines that run, and one that does not."""
    names = [f"vm-{number}" for number in range(1, 11)]
    made = [new_machine(name) for name in names[:-1]]
    made.append(new_machine(names[-1], MachineState.SHUT_OFF))
    inventory = metrics_desk.core.inventory
    for machine in made:
        inventory.reconcile(machine.host_id, [machine], mark=inventory.mark())
    return made


@pytest.fixture
def page(metrics_desk, fleet, qtbot):
    page = MetricsPage()
    qtbot.addWidget(page)
    page.attach(metrics_desk)
    page.resize(1000, 700)
    page.show()
    page.entered()
    return page


def offered(page) -> list[str]:
    model = page.model
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def test_machines_are_offered_in_the_order_of_their_names(page):
    assert offered(page) == [f"vm-{number}" for number in range(1, 11)]
    page.set_filter("vm 1")
    assert offered(page) == ["vm-1", "vm-10"]


def test_nothing_chosen_says_what_to_do(page):
    assert page._stack.currentWidget() is page._empty
    assert "Tick up to eight machines" in page._empty.text.text()


def test_a_click_on_a_row_ticks_its_machine_and_shows_its_curve(page, fleet, qtbot):
    place = page.list.visualRect(page.model.index(2)).center()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.model.chosen() == [(fleet[2].key, "vm-3")]
    qtbot.waitUntil(lambda: bool(page.board.in_sight()))
    (chart,) = page.board.charts
    assert [curve.label for curve in chart.wanted()] == ["vm-3"]
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not page.model.chosen()


def test_the_keyboard_ticks_too(page, qtbot):
    page.list.setCurrentIndex(page.model.index(0))
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert [name for _key, name in page.model.chosen()] == ["vm-1"]


def test_at_most_eight_machines_are_compared(page, fleet):
    page.choose([machine.key for machine in fleet])
    assert len(page.model.chosen()) == 8
    assert "untick one" in page._count.text()
    ninth = page.model.index(8)
    assert not page.model.flags(ninth) & Qt.ItemFlag.ItemIsEnabled
    assert not page.model.toggle(fleet[8].key)


def test_curves_of_several_machines_come_live_and_from_the_history(
    page, fleet, speak, metrics_desk, qtbot
):
    page.choose([machine.key for machine in fleet[:3]])
    speak(*fleet)
    qtbot.waitUntil(lambda: bool(page.board.in_sight()))
    wishes = metrics_desk.core.metrics.wishes
    page.board.show_span(Span.WEEK)
    qtbot.waitUntil(lambda: {wish.key for wish in wishes[-3:]}
                    == {machine.key for machine in fleet[:3]})  # fmt: skip
    choose(page.series, "load_1")
    qtbot.waitUntil(lambda: wishes[-1].series == ("load_1",))
    assert page.board.panels[0].title == "Load"


def test_machines_that_do_not_run_are_named(page, fleet):
    page.choose([fleet[0].key, fleet[-1].key])
    assert page.board.bar._note.text() == "Not running now: vm-10."


def test_a_machine_that_goes_leaves_the_comparison(page, fleet, metrics_desk, qtbot):
    page.choose([fleet[0].key, fleet[1].key])
    metrics_desk.core.inventory.remove(fleet[0].key)
    qtbot.waitUntil(lambda: len(page.model.chosen()) == 1)
    shown = page.board.keys()
    assert shown == [fleet[1].key]


def test_a_hidden_page_follows_and_asks_nothing(page, fleet, metrics_desk, qtbot):
    page.choose([fleet[0].key])
    qtbot.waitUntil(lambda: bool(metrics_desk.core.statistics.watched))
    page.hide()
    page.left()
    assert not metrics_desk.core.statistics.watched
    metrics_desk.core.inventory.remove(fleet[0].key)
    assert not page._follow.isActive()


def test_the_figure_and_the_range_are_remembered(metrics_desk, qtbot, tmp_path, looks):
    memory = Memory(tmp_path / "window.ini")
    page = MetricsPage(memory)
    qtbot.addWidget(page)
    page.attach(metrics_desk)
    choose(page.series, "load_1")
    choose(page.board.bar.span, Span.WEEK)
    page = MetricsPage(Memory(tmp_path / "window.ini"))
    qtbot.addWidget(page)
    page.attach(metrics_desk)
    assert page.series.currentData() == "load_1"
    assert page.board.span is Span.WEEK


@pytest.mark.parametrize("size", [(400, 300), (1280, 800)])
def test_the_page_fits_small_and_large_windows(page, fleet, size):
    page.choose([machine.key for machine in fleet])
    page.resize(*size)
    assert not page.grab().isNull()
    assert page.width() == size[0]
    assert page.minimumSizeHint().width() <= 440


def test_the_last_sessions_machines_are_offered_until_the_core_runs(fleet, qtbot, looks):
    page = MetricsPage()
    qtbot.addWidget(page)
    page.show_cached(fleet, {})
    page.show()
    page.choose([fleet[0].key])
    assert page.model.total() == 10
    page.retint()
