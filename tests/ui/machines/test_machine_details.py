"""What is shown of a machine, and that it follows what happens behind our back."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel

from infinibay_desktop.model.events import MachineRatesSeen
from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.model.people import Role
from infinibay_desktop.model.rights import Actor, Permission
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.model.statistics import MachineRates
from infinibay_desktop.ui.charts.spans import Span
from infinibay_desktop.ui.formats import NO_FIGURE
from infinibay_desktop.ui.machines.details import (
    CONSOLE,
    HARDWARE,
    METRICS,
    OVERVIEW,
    XML,
    MachineDetailsPane,
)
from tests.fakes.guarded import raw
from tests.ui.machines.conftest import make
from tests.ui.machines.test_machine_dialogs import ODD

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard")


@pytest.fixture
def consoles():
    return []


@pytest.fixture
def pane(desk, qtbot, consoles):
    def console(key):
        consoles.append(key)
        return QLabel("screen")

    pane = MachineDetailsPane(desk, None, console)
    qtbot.addWidget(pane)
    pane.resize(420, 600)
    pane.show()
    return pane


def shown_page(pane):
    return pane._pages.currentWidget()


def test_tabs_are_made_when_they_are_first_looked_at(pane, host, machine_of, consoles):
    pane.show_machine(machine_of("web"))
    assert set(pane._tabs_made) == {OVERVIEW}
    assert not consoles

    pane.show_tab(CONSOLE)
    pane.show_tab(XML)
    pane.show_tab(CONSOLE)
    assert consoles == [machine_of("web").key]

    pane.show_machine(machine_of("mail"))
    assert consoles[-1] == machine_of("mail").key


def test_a_machine_that_is_renamed_or_deleted_elsewhere_is_followed(
    pane, host, core, machine_of, qtbot, on_core
):
    machine = machine_of("web")
    titles = []
    pane.titled.connect(titles.append)
    pane.show_machine(machine)
    on_core(lambda: core.machines.force_off(machine.key))
    on_core(lambda: core.machines.rename(machine.key, "www"))
    qtbot.waitUntil(lambda: pane.head.name.text() == "www")
    assert titles == ["web", "www"]

    on_core(lambda: core.deletion.delete(machine.key))
    qtbot.waitUntil(lambda: shown_page(pane) is pane._gone)


def test_a_description_is_edited_in_its_place(pane, host, core, machine_of, qtbot, on_core):
    machine = machine_of("web")
    pane.show_machine(machine)
    qtbot.waitUntil(lambda: OVERVIEW in pane._tabs_made)
    card = pane._tabs_made[OVERVIEW].description

    card.edit.click()
    card.editor.setPlainText("Ask <b>Ana</b>.")
    card.save.click()

    qtbot.waitUntil(lambda: card._shown.text() == "Ask <b>Ana</b>.")
    assert on_core(lambda: core.machines.details(machine.key)).description == "Ask <b>Ana</b>."


def test_a_size_is_staged_until_it_is_applied_and_can_be_reverted(
    pane, host, core, machine_of, qtbot, on_core
):
    machine = machine_of("web")
    pane.show_machine(machine)
    pane.show_tab(HARDWARE)
    tab = pane._tabs_made[HARDWARE]
    qtbot.waitUntil(lambda: tab._stored is not None)
    assert not tab.apply.isEnabled()

    tab.vcpus.set_value(3)
    assert tab.apply.isEnabled()
    tab.revert.click()
    assert tab.vcpus.value() == machine.vcpus
    assert not tab.is_staged

    tab.vcpus.set_value(3)
    tab.apply.click()
    qtbot.waitUntil(lambda: tab._stored == (3, machine.memory_bytes))
    assert on_core(lambda: core.machines.details(machine.key)).next_vcpus == 3
    assert "next start" in tab.when.text()


def test_what_is_staged_survives_news_of_the_machine(pane, host, machine_of, qtbot):
    machine = machine_of("web")
    pane.show_machine(machine)
    pane.show_tab(HARDWARE)
    tab = pane._tabs_made[HARDWARE]
    qtbot.waitUntil(lambda: tab._stored is not None)

    tab.vcpus.set_value(3)
    tab.see(replace(machine, state=MachineState.PAUSED))

    assert tab.vcpus.value() == 3
    assert tab.is_staged


def test_a_refused_size_is_told_beside_its_field(pane, host, machine_of, qtbot):
    pane.show_machine(machine_of("web"))
    pane.show_tab(HARDWARE)
    tab = pane._tabs_made[HARDWARE]
    qtbot.waitUntil(lambda: tab._stored is not None)

    tab.memory.set_value(5000 * GIB)
    tab.apply.click()

    qtbot.waitUntil(lambda: not tab._memory_field._problem.isHidden())
    assert "memory" in tab._memory_field._problem.text()
    assert tab.is_staged


def test_a_right_that_is_taken_back_makes_it_read_only(pane, host, core, machine_of, qtbot):
    machine, current, boss = machine_of("web"), raw(core.current), core.current.signed_in
    ana = replace(boss.person, role=Role.USER)
    edit, power = Permission.MACHINE_EDIT, Permission.MACHINE_POWER
    current.set(Actor(person=ana, grants={machine.key: frozenset({edit, power})}))
    pane.show_machine(machine)
    pane.show_tab(HARDWARE)
    hardware = pane._tabs_made[HARDWARE]
    qtbot.waitUntil(lambda: hardware.vcpus.isEnabled())
    current.set(Actor(person=ana, grants={machine.key: frozenset({power})}))
    qtbot.waitUntil(lambda: not hardware.vcpus.isEnabled())
    assert "You may not change" in hardware.when.text()
    current.set(Actor(person=ana))
    qtbot.waitUntil(lambda: shown_page(pane) is pane._gone)
    assert "may not see it any more" in pane._gone.text.text()
    current.set(boss)  # who puts the host back


def test_figures_are_asked_for_only_while_somebody_looks(pane, host, core, machine_of):
    pane.show_machine(machine_of("web"))
    assert raw(core.statistics)._machines[machine_of("web").key] == 1

    pane.show_tab(HARDWARE)
    assert not raw(core.statistics)._machines
    pane.show_tab(OVERVIEW)
    pane.show_machine(machine_of("mail"))
    assert list(raw(core.statistics)._machines) == [machine_of("mail").key]

    pane.clear()
    assert not raw(core.statistics)._machines


def test_figures_of_the_shown_machine_alone_are_drawn(pane, host, core, machine_of, qtbot):
    machine, other = machine_of("web"), machine_of("mail")
    pane.show_machine(machine)
    chart = pane._tabs_made[OVERVIEW].charts.cpu
    for who, percent in ((other, 90.0), (machine, 12.0)):
        core.bus._whole.publish(MachineRatesSeen(host_id=host.id, rates=(rates(who, percent),)))

    qtbot.waitUntil(lambda: chart.last_words() == "12 %")
    assert not pane.grab().isNull()


def rates(machine, percent):
    return MachineRates(
        machine_id=machine.id,
        taken_at=datetime.now(UTC),
        cpu_percent=percent,
        memory_used_bytes=GIB,
        disk_read_bps=1.0,
        disk_written_bps=None,
        received_bps=None,
        sent_bps=None,
    )


def test_a_small_chart_leads_to_all_metrics(pane, host, machine_of):
    pane.show_machine(machine_of("web"))
    chart = pane._tabs_made[OVERVIEW].charts.cpu
    assert chart.last_words() == NO_FIGURE
    chart.click()
    assert pane._tabs.currentIndex() == METRICS


def test_many_machines_are_summed_up(pane, host):
    machines = [make(f"m{n}", host_id=host.id) for n in range(3)]
    machines += [make("off", MachineState.SHUT_OFF, host_id=host.id)]

    pane.show_machines(machines)

    assert shown_page(pane) is pane.summary
    assert pane.summary.title.text() == "4 machines selected"
    assert pane.summary.facts.value("Memory") == "8 GiB"
    assert pane.summary.facts.value("Memory running") == "6 GiB"


@pytest.mark.parametrize("size", [(300, 400), (400, 300), (1000, 700)])
def test_an_odd_name_fits_whatever_the_size(pane, host, machine_of, size, qtbot):
    pane.show_machine(replace(machine_of("web"), name=ODD))
    pane.resize(*size)

    assert pane.minimumSizeHint().width() <= 300
    assert (pane.width(), pane.height()) == size
    assert pane.head.name.toolTip().count("<b>") == 0


def test_metrics_are_read_from_the_history_and_come_live(pane, host, core, machine_of, qtbot):
    machine = machine_of("web")
    pane.show_machine(machine)
    pane.show_tab(METRICS)
    board = pane._tabs_made[METRICS].board
    qtbot.waitUntil(lambda: len(board.charts) >= 4 and bool(board.in_sight()))
    core.bus._whole.publish(MachineRatesSeen(host_id=host.id, rates=(rates(machine, 12.0),)))
    cpu = board.charts[0]
    qtbot.waitUntil(lambda: cpu.legend.entries[0]._value == "12 %, host")
    board.show_span(Span.YEAR)
    qtbot.waitUntil(lambda: not cpu._empty.isHidden())
    assert raw(core.statistics)._machines[machine.key] == 1
    pane.show_tab(HARDWARE)
    assert not raw(core.statistics)._machines
