"""Installing and upgrading agents from the window: what is shown, done and followed."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from infinibay_desktop.model.agent_delivery import (
    LINUX_LINE,
    LINUX_LINE_BY_LABEL,
    WINDOWS_LINE,
    Delivered,
    DeliveryWay,
)
from infinibay_desktop.model.errors import ConflictError, GuestRefusedError, HypervisorError
from infinibay_desktop.model.events import AgentStatusChanged, MachineRemoved
from infinibay_desktop.model.guests import AgentGreeting, AgentState, AgentStatus
from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.ui.formats import NO_FIGURE
from infinibay_desktop.ui.machines.agent_acts import AgentActs
from infinibay_desktop.ui.machines.agent_dialog import InstallAgentDialog
from infinibay_desktop.ui.machines.agent_words import agent_cell, agent_fact, agent_text
from infinibay_desktop.ui.machines.details import GUEST, MachineDetailsPane
from infinibay_desktop.ui.machines.guest_tab import GuestTab
from infinibay_desktop.ui.machines.overview_tab import OverviewTab
from infinibay_desktop.ui.widgets.remedy import CommandLine
from tests.ui.machines.conftest import make

BY_CD = Delivered(way=DeliveryWay.CD, version="1.1.0", target="sda")
ODD = "<b>bold</b> & \x1b[31m مرحبا 😀 " + "long-" * 60


class Agents:
    """How the agent stands, as a test says."""

    def __init__(self, machine) -> None:
        self._key = machine.key
        self.state = AgentState.WAITING
        self.greeting: AgentGreeting | None = None

    def status(self, key) -> AgentStatus:
        since = datetime(2026, 1, 1, tzinfo=UTC)
        return AgentStatus(key=self._key, state=self.state, since=since, greeting=self.greeting)


class Delivery:
    """Answers with what a test put in; an error is raised."""

    def __init__(self) -> None:
        self.answers: list[Delivered | Exception] = [BY_CD]
        self.asked: list[dict] = []
        self.ejected = 0
        self.refuses_eject: Exception | None = None
        self.upgraded: list[object] = []
        self.served_at = ""

    def install(self, key, **wish) -> Delivered:
        self.asked.append(wish)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def eject(self, key) -> bool:
        if self.refuses_eject:
            raise self.refuses_eject
        self.ejected += 1
        return True

    def upgrade(self, key, **_wish) -> bool:
        self.upgraded.append(key)
        return len(self.upgraded) == 1


class Bed:
    """A dialog on fakes."""

    def __init__(self, desk, qtbot, name: str = "web") -> None:
        self.machine = make(name)
        self.agents, self.delivery = Agents(self.machine), Delivery()
        self.desk = desk
        desk.core.agents, desk.core.delivery = self.agents, self.delivery
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.dialog = InstallAgentDialog(self.desk, self.machine, self.window)
        self.dialog.fit()

    def install(self) -> list[str]:
        self.dialog.go.click()
        return self.lines()

    def lines(self) -> list[str]:
        found = self.dialog.findChildren(CommandLine)
        return [one.command for one in found if one.isVisibleTo(self.dialog)]

    def said(self) -> str:
        shown = self.dialog.findChildren(QLabel)
        return "\n".join(one.text() for one in shown if one.isVisibleTo(self.dialog))

    def speak(self) -> None:
        self.agents.state = AgentState.TALKING
        self.agents.greeting = AgentGreeting(version="1.1.0", os="linux", os_name="Debian 12")
        status = self.agents.status(self.machine.key)
        self.desk.bridge.publish(AgentStatusChanged(status=status))


@pytest.fixture
def bed(quick_desk, qtbot) -> Bed:
    return Bed(quick_desk, qtbot)


def test_nothing_happens_before_the_person_says_so(bed) -> None:
    assert not bed.delivery.asked
    assert bed.lines() == []
    assert "No agent has spoken yet." in bed.said()
    assert not bed.dialog.isModal()


def test_the_lines_to_type_are_shown_and_copied(bed) -> None:
    assert bed.install() == [LINUX_LINE, WINDOWS_LINE]
    bed.dialog.findChildren(CommandLine)[0].copy_button.click()
    assert QGuiApplication.clipboard().text() == LINUX_LINE
    bed.dialog.console.click()
    assert bed.desk.go.went == [("console", bed.machine.key)]


def test_among_several_drives_the_line_goes_by_the_label(bed) -> None:
    bed.delivery.answers = [replace(BY_CD, only_drive=False)]
    assert bed.install()[0] == LINUX_LINE_BY_LABEL


def test_once_the_agent_talks_the_cd_goes_out(bed) -> None:
    bed.install()
    bed.speak()
    assert bed.delivery.ejected == 1
    assert "The agent is installed, and its CD is out again." in bed.said()
    assert "1.1.0, Debian 12" in bed.said()
    assert bed.lines() == []
    bed.speak()
    assert bed.delivery.ejected == 1


def test_a_cd_that_stays_is_told_and_can_be_taken_out_later(bed) -> None:
    bed.install()
    bed.delivery.refuses_eject = HypervisorError("The host refused.")
    bed.dialog.eject.click()
    assert bed.dialog.problem.text()
    bed.delivery.refuses_eject = None
    bed.dialog.eject.click()
    assert bed.delivery.ejected == 1
    assert "The CD is out of the drive." in bed.said()


def test_what_qemus_agent_did_needs_no_typing(bed) -> None:
    bed.delivery.answers = [replace(BY_CD, way=DeliveryWay.INSTALLED)]
    assert bed.install() == []
    assert "QEMU's guest agent installed version 1.1.0." in bed.said()
    assert bed.dialog.eject.isHidden()
    bed.speak()
    assert bed.delivery.ejected == 0


def test_why_qemus_agent_did_not_is_told_as_plain_text(bed) -> None:
    bed.delivery.answers = [replace(BY_CD, why_not=ODD)]
    bed.install()
    assert "<b>bold</b> &" in bed.dialog.why_not.text()
    assert "\x1b" not in bed.dialog.why_not.text()
    assert len(bed.dialog.why_not.text()) < 500


def test_another_cd_is_replaced_only_when_the_person_says_so(bed) -> None:
    bed.delivery.answers = [ConflictError("There is another CD.", cd="debian<b>.iso"), BY_CD]
    assert bed.install() == []
    assert "debian<b>.iso" in bed.dialog.problem.text()
    assert bed.dialog.go.text() == "Replace it"
    assert bed.install() == [LINUX_LINE, WINDOWS_LINE]
    assert [wish["replace"] for wish in bed.delivery.asked] == [False, True]


def test_a_failure_is_told_in_its_place_and_can_be_tried_again(bed) -> None:
    bed.delivery.answers = [GuestRefusedError("It has no room."), BY_CD]
    bed.install()
    assert "It has no room." in bed.dialog.problem.text()
    assert bed.desk.log.entries[0].failed
    assert bed.install() == [LINUX_LINE, WINDOWS_LINE]
    assert not bed.dialog.problem.isVisibleTo(bed.dialog)


@pytest.mark.parametrize(
    ("done", "said"),
    [
        (replace(BY_CD, way=DeliveryWay.NEXT_START), "once it was shut down and started"),
        (replace(BY_CD, runs=False), "Start the machine, then type the line."),
    ],
)
def test_what_is_there_only_later_is_said(bed, done, said) -> None:
    bed.delivery.answers = [done]
    assert bed.install() == [LINUX_LINE, WINDOWS_LINE]
    assert said in bed.said()


def test_where_the_agent_is_served_its_lines_are_shown_too(bed) -> None:
    bed.delivery.served_at = "http://10.0.0.1:8080/infiniservice"
    assert bed.install()[2:] == [
        "curl -fsS http://10.0.0.1:8080/infiniservice/linux/install.sh | sudo sh",
        "irm http://10.0.0.1:8080/infiniservice/windows/install.ps1 | iex",
    ]


def test_a_machine_that_goes_takes_the_dialog_along(bed) -> None:
    bed.dialog.show()
    bed.desk.bridge.publish(MachineRemoved(machine=bed.machine))
    assert not bed.dialog.isVisible()


def test_odd_names_do_not_break_it(quick_desk, qtbot) -> None:
    bed = Bed(quick_desk, qtbot, ODD.replace("\x1b", ""))
    bed.install()
    assert bed.dialog.width() <= 620
    assert bed.dialog.heading.textFormat() is not None


class Offered:
    """The acts on a selection, and what was begun."""

    def __init__(self, bed: Bed, *machines) -> None:
        self.begun: list[tuple] = []
        self.acts = AgentActs(
            bed.window, lambda: machines, lambda job, ours: self.begun.append((job, ours))
        )
        self.acts.attach(bed.desk)
        self.acts.refresh(machines)


def test_installing_is_for_one_machine_and_upgrading_for_those_that_run(bed) -> None:
    off = make("off", MachineState.SHUT_OFF)
    one = Offered(bed, bed.machine)
    assert one.acts.install.isEnabled()
    assert one.acts.upgrade.isEnabled()
    stopped = Offered(bed, off)
    assert stopped.acts.install.isEnabled()
    assert not stopped.acts.upgrade.isEnabled()
    other = make("other")
    many = Offered(bed, bed.machine, off, other)
    assert not many.acts.install.isEnabled()
    many.acts.upgrade.trigger()
    [(job, machines)] = many.begun
    assert machines == [bed.machine, other]
    job.call(other.key)
    assert bed.delivery.upgraded == [other.key]


def test_what_came_of_one_upgrade_is_told(bed) -> None:
    one = Offered(bed, bed.machine, make("off", MachineState.SHUT_OFF))
    for _ in range(2):
        one.acts.upgrade.trigger()
    assert bed.delivery.upgraded == [bed.machine.key] * 2
    assert [title for title, _text in bed.desk.notices.told] == [
        "The agent in 'web' was upgraded",
        "The agent in 'web' is as new already",
    ]


def test_the_act_opens_the_dialog(bed) -> None:
    bed.dialog.close()
    Offered(bed, bed.machine).acts.install.trigger()
    shown = [one for one in bed.window.findChildren(InstallAgentDialog) if one is not bed.dialog]
    assert len(shown) == 1
    shown[0].close()


def test_how_an_agent_stands_is_said_in_words() -> None:
    machine = make("web")
    agents = Agents(machine)
    agents.greeting = AgentGreeting(version=ODD, os="linux", os_name=ODD)
    for state in AgentState:
        agents.state = state
        status = agents.status(machine.key)
        for said in (agent_text(status), agent_fact(status), agent_cell(status)):
            assert "\x1b" not in said
            assert len(said) < 200
    agents.greeting = AgentGreeting(version="1.0.0", os="linux")
    agents.state = AgentState.SILENT
    assert agent_cell(agents.status(machine.key)) == "1.0.0, silent"
    assert agent_fact(agents.status(machine.key)) == "1.0.0, silent"
    assert agent_fact(None) == NO_FIGURE


@pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard")
def test_the_tab_of_the_guest_leads_to_it(desk, qtbot) -> None:
    machine = make("web")
    pane = MachineDetailsPane(desk, None, lambda _key: QWidget())
    qtbot.addWidget(pane)
    pane.resize(600, 500)
    pane.show()
    pane.show_machine(machine)
    pane.show_tab(GUEST)
    tab = pane.findChild(GuestTab)
    assert tab.can_install
    tab.install_wanted.emit(machine)
    [dialog] = pane.findChildren(InstallAgentDialog)
    assert dialog.isVisible()
    dialog.close()


def test_the_overview_says_which_agent_talks(bed, desk, qtbot) -> None:
    tab = OverviewTab(desk)
    qtbot.addWidget(tab)
    tab.see(bed.machine)
    bed.agents.state = AgentState.TALKING
    bed.agents.greeting = AgentGreeting(version="1.1.0")
    status = bed.agents.status(bed.machine.key)
    # Only the program itself may tell this on its bus.
    tab._on_agent_status_changed(AgentStatusChanged(status=status))
    assert any(one.text() == "1.1.0, talking" for one in tab.findChildren(QLabel))
