"""What runs inside a machine, as its tab shows it, and what can be done there."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from infinibay_desktop.model.errors import GuestRefusedError
from infinibay_desktop.model.events import AgentStatusChanged
from infinibay_desktop.model.guests import AgentState, GuestAnswer, GuestProgress
from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.model.people import Person, PersonId, Role
from infinibay_desktop.model.rights import Actor, Permission
from infinibay_desktop.services import guest_answers
from infinibay_desktop.services.guests import GuestService
from infinibay_desktop.services.hosts import draft_host
from infinibay_desktop.ui.guest import packages as packages_part
from infinibay_desktop.ui.guest.columns import (
    process_columns,
    process_identity,
    process_parents,
    process_words,
)
from infinibay_desktop.ui.guest.dialogs import PasswordDialog, SureDialog
from infinibay_desktop.ui.guest.model import GuestModel
from infinibay_desktop.ui.machines.guest_tab import GuestTab
from tests.fakes import inside
from tests.fakes.actors import ANA
from tests.fakes.hosts import FakeConnections, FakeLink
from tests.fakes.inside import FakeAgents, refusal, rows

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard")
PROCESSES, SERVICES, PACKAGES, USERS, DISKS, SYSTEM = range(6)


def process(pid: int, name: str, parent: int = 1, cpu: float = 0.0, start: int = 1_764_000_000):
    return {
        "pid": pid,
        "parent_pid": parent,
        "name": name,
        "user": "root",
        "command": f"/usr/bin/{name}",
        "cpu_percent": cpu,
        "memory_kb": 100 * pid,
        "started_at": start,
    }


RUNNING = (
    process(1, "systemd", 0, 0.5),
    process(10, "nginx", 1, 3.0),
    process(11, "worker", 10, 40.0),
    process(12, "<b>cron</b>", 1, 1.0),
)


@pytest.fixture
def link() -> FakeLink:
    return FakeLink(draft_host("test:///default"))


@pytest.fixture
def agents() -> FakeAgents:
    agents = FakeAgents()
    agents.answers["ProcessList"] = rows(*RUNNING)
    agents.answers["ServiceList"] = rows(
        {"name": "ssh", "state": "running", "start_type": "enabled"},
        {"name": "nginx", "state": "failed", "start_type": "enabled"},
        {"name": "odd", "state": "quantum"},
    )
    agents.answers["PackageList"] = rows(
        {"name": "nginx", "version": "1.22", "installed": True, "update": "1.24"},
        {"name": "bash", "version": "5.2", "installed": True},
    )
    agents.answers["PackageSearch"] = rows({"name": "nano", "version": "7.2"})
    agents.answers["UserList"] = rows({"name": "ana", "terminal": "pts/0", "since": 1_764_000_000})
    agents.answers["DiskList"] = rows(
        {"mount_point": "/", "filesystem": "ext4", "total_kb": 1000, "used_kb": 650}
    )
    agents.answers["SystemInfo"] = GuestAnswer(success=True, data={"os_name": "Debian 12"})
    return agents


@pytest.fixture
def desk(quick_desk, agents, link):
    quick_desk.core.agents = agents
    quick_desk.core.guests = GuestService(agents, FakeConnections(link))
    return quick_desk


@pytest.fixture
def machine(new_machine, link):
    return new_machine("web", host_id=link.host.id)


@pytest.fixture
def tab(desk, machine, qtbot) -> GuestTab:
    tab = GuestTab(desk)
    qtbot.addWidget(tab)
    tab.resize(800, 500)
    tab.see(machine)
    tab.show()
    return tab


@pytest.fixture
def agree(monkeypatch):
    """Whoever is asked says yes, unless told otherwise."""
    asked: list[str] = []
    answer = {"yes": True}

    async def ask(dialog) -> int:
        asked.append(dialog.windowTitle())
        return int(answer["yes"])

    monkeypatch.setattr(SureDialog, "ask", ask)
    return asked, answer


def part_of(tab: GuestTab, index: int):
    tab.tabs.setCurrentIndex(index)
    return tab.parts[index]


def names(part) -> list[str]:
    model = part.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def select(part, name: str) -> None:
    for row in range(part.model.rowCount()):
        if part.model.index(row, 0).data() == name:
            part.view.setCurrentIndex(part.model.index(row, 0))
            return
    raise AssertionError(f"{name} is not shown")


def asked(agents: FakeAgents, action: str) -> int:
    return sum(request.action == action for request in agents.asked)


# Processes.


def test_processes_are_shown_the_busiest_first_and_as_plain_text(tab):
    part = part_of(tab, PROCESSES)
    assert names(part) == ["worker", "nginx", "<b>cron</b>", "systemd"]
    assert "&lt;b&gt;" in part.model.index(2, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert part.state.text() == "4 in all"


def test_as_a_tree_they_stand_below_whoever_started_them(tab):
    part = part_of(tab, PROCESSES)
    part.as_tree.click()
    assert names(part) == ["systemd"]
    top = part.model.index(0, 0)
    nginx = part.model.index(0, 0, top)
    assert nginx.data() == "nginx"
    assert part.model.index(0, 0, nginx).data() == "worker"
    assert part.model.parent(nginx) == top
    assert part.view.isExpanded(nginx)


def test_a_filter_keeps_in_a_tree_what_the_found_hang_below(tab, qtbot):
    part = part_of(tab, PROCESSES)
    part.filter.setText("worker")
    qtbot.waitUntil(lambda: names(part) == ["worker"])
    assert part.state.text() == "1 of 4"
    part.as_tree.click()
    assert names(part) == ["systemd"]
    assert part.state.text() == "1 of 4"


def test_new_readings_keep_the_selection_and_forget_who_ended(tab, agents):
    part = part_of(tab, PROCESSES)
    select(part, "nginx")
    agents.answers["ProcessList"] = rows(
        *(replaced | {"cpu_percent": 90.0 - replaced["pid"]} for replaced in RUNNING)
    )
    part.load()
    assert part.view.selected().pid == 10
    agents.answers["ProcessList"] = rows(RUNNING[0], process(10, "nginx", start=1_764_999_999))
    part.load()
    assert part.view.selected() is None
    assert not part.end.isEnabled()


def test_processes_are_asked_for_while_somebody_looks_and_no_longer(tab, agents):
    part = part_of(tab, PROCESSES)
    assert part._timer.isActive()
    count = asked(agents, "ProcessList")
    part._on_timer_timeout()
    assert asked(agents, "ProcessList") == count + 1
    tab.hide()
    assert not part._timer.isActive()
    part._on_timer_timeout()
    assert asked(agents, "ProcessList") == count + 1
    assert not part._timer.isActive()
    tab.show()
    assert asked(agents, "ProcessList") == count + 2


def test_a_part_that_nobody_turned_to_asks_nothing(tab, agents):
    assert {request.action for request in agents.asked} == {"ProcessList"}
    assert set(tab.parts) == {PROCESSES}


def test_a_process_is_ended_after_a_question_with_its_start(tab, agents, desk, agree):
    titles, answer = agree
    part = part_of(tab, PROCESSES)
    select(part, "worker")
    answer["yes"] = False
    part.kill.trigger()
    assert titles == ["Kill 'worker'?"]
    assert not asked(agents, "ProcessKill")
    answer["yes"] = True
    part.kill.trigger()
    sent = next(one for one in agents.asked if one.action == "ProcessKill")
    assert sent.parameters == {"pid": 11, "force": True, "started_at": 1_764_000_000}
    assert desk.log.entries[-1].title == "Kill 'worker' in 'web'"
    assert desk.log.entries[-1].ended


def test_one_that_does_not_end_is_told(tab, agents, desk, agree):
    agents.answers["ProcessKill"] = GuestAnswer(success=True, data={"ended": False})
    part = part_of(tab, PROCESSES)
    select(part, "worker")
    part.end.trigger()
    assert desk.notices.told[-1][0] == "'worker' still runs"


# Services.


def test_acts_on_services_follow_their_states(tab):
    part = part_of(tab, SERVICES)
    enabled = {}
    for name in ("ssh", "nginx", "odd"):
        select(part, name)
        enabled[name] = [str(one) for one, act in part.operations.items() if act.isEnabled()]
    assert enabled["ssh"] == ["stop", "restart", "enable", "disable"]
    assert enabled["nginx"] == ["start", "stop", "enable", "disable"]
    assert part.model.index(0, 1).data() in ("failed", "quantum", "running")


def test_a_service_is_stopped_after_a_question_and_restarted_without_one(tab, agents, agree):
    titles, _ = agree
    part = part_of(tab, SERVICES)
    select(part, "ssh")
    next(act for one, act in part.operations.items() if one == "restart").trigger()
    assert not titles
    select(part, "ssh")
    next(act for one, act in part.operations.items() if one == "stop").trigger()
    assert titles == ["Stop 'ssh'?"]
    done = [one.parameters["operation"] for one in agents.asked if one.action == "ServiceControl"]
    assert done == ["restart", "stop"]


def test_a_refusal_is_told_in_the_guests_words(tab, agents, desk):
    agents.answers["ServiceControl"] = refusal("Unit ssh.service is masked.")
    part = part_of(tab, SERVICES)
    select(part, "ssh")
    next(act for one, act in part.operations.items() if one == "restart").trigger()
    title, words = desk.notices.errors[-1]
    assert title == "Could not change the service 'ssh'"
    assert "Unit ssh.service is masked." in words
    assert "masked" in desk.log.entries[-1].failed


def test_a_log_is_shown_as_plain_text(tab, agents, qtbot):
    agents.answers["ServiceLog"] = GuestAnswer(success=True, output="<b>one</b>\ntwo\n")
    part = part_of(tab, SERVICES)
    select(part, "ssh")
    part.log.trigger()
    [dialog] = [one for one in tab.window().findChildren(SureDialog.__base__) if one.isVisible()]
    assert dialog.text.toPlainText() == "<b>one</b>\ntwo\n"
    dialog.close()


# Packages.


def test_an_install_shows_in_the_task_log_and_can_be_cancelled(tab, agents, desk, qtbot):
    part = part_of(tab, PACKAGES)
    part.which.setCurrentIndex(2)
    part.query.setText("nano")
    part.query.returnPressed.emit()
    select(part, "nano")
    assert part.install.isEnabled()
    assert not part.remove.isEnabled()
    agents.steps = [GuestProgress(text="Unpacking nano", percent=40)]
    part.install.trigger()
    entry = desk.log.entries[-1]
    assert entry.title == "Install package 'nano' in 'web'"
    assert entry.ended
    qtbot.waitUntil(lambda: entry.steps == ["Unpacking nano"])
    assert entry.percent == 40

    part.query.setText("nano")
    desk.operations.hold = True
    part._change(part.machine, "nano", "install")
    desk.operations.finish()
    assert callable(desk.log.entries[-1].cancel)


def test_packages_are_read_once_and_again_after_a_change(tab, agents, agree):
    part = part_of(tab, PACKAGES)
    tab.tabs.setCurrentIndex(PROCESSES)
    tab.tabs.setCurrentIndex(PACKAGES)
    assert asked(agents, "PackageList") == 1
    select(part, "nginx")
    assert part.update_one.isEnabled()
    part.remove.trigger()
    assert agree[0] == ["Remove 'nginx'?"]
    assert asked(agents, "PackageRemove") == 1
    assert asked(agents, "PackageList") == 2


def test_all_packages_are_updated_after_a_question(tab, agents, agree):
    part = part_of(tab, PACKAGES)
    part.update_all.trigger()
    assert agree[0] == ["Update all packages in 'web'?"]
    assert agents.asked[-2].parameters == {"package": "*"}


def test_updates_are_looked_for_on_the_mirrors(tab, agents):
    part = part_of(tab, PACKAGES)
    agents.answers["PackageUpdates"] = rows()
    part.which.setCurrentIndex(1)
    assert agents.asked[-1].parameters["refresh"] is True
    assert part.state.text() == "There is nothing."
    assert part.which.currentData() == packages_part.UPDATES


# Users, disks, the system.


def test_disks_say_how_full_they_are(tab):
    part = part_of(tab, DISKS)
    assert [part.model.index(0, column).data() for column in range(3)] == ["/", "65 %", "650 KiB"]


def test_a_password_is_set_and_shown_nowhere(tab, link, desk, monkeypatch):
    link.guest_agent.answers = True
    part = part_of(tab, USERS)
    select(part, "ana")

    async def fill_in(dialog) -> int:
        assert dialog.user.text() == "ana"
        dialog.password.setText("hunter2 hunter2")
        assert not dialog._go.isEnabled()
        dialog.again.setText("hunter2 hunter2")
        assert dialog._go.isEnabled()
        return 1

    monkeypatch.setattr(PasswordDialog, "ask", fill_in)
    part.password.trigger()
    assert link.guest_agent.did == [("set_password", "ana", "hunter2 hunter2")]
    assert "hunter2" not in repr(desk.log.entries)


def test_diagnostics_are_shown_and_saved_to_a_file(tab, agents, desk, tmp_path):
    agents.answers["Diagnostics"] = GuestAnswer(success=True, output="== Failed services\nnginx\n")
    part = part_of(tab, SYSTEM)
    assert part.facts.values() == {"System": "Debian 12"}
    assert not part.save.isEnabled()
    part.get.click()
    assert "nginx" in part.text.toPlainText()
    part.save_to(str(tmp_path / "web.txt"))
    assert (tmp_path / "web.txt").read_text() == "== Failed services\nnginx\n"
    part.save_to(str(tmp_path / "no" / "web.txt"))
    assert desk.notices.errors[-1][0] == "Could not save the diagnostics"


# Nobody answers.


@pytest.mark.parametrize(
    ("state", "title", "buttons"),
    [
        (AgentState.NO_CHANNEL, "The machine has no channel to an agent", {"install", "channel"}),
        (AgentState.WAITING, "No agent answers", {"install", "again"}),
        (AgentState.SILENT, "The agent is silent", {"again"}),
        (AgentState.ELSEWHERE, "Another program speaks with the agent", {"take"}),
        (AgentState.OFF, "The machine does not run", set()),
    ],
)
def test_what_is_missing_is_said_with_what_to_do(tab, agents, machine, state, title, buttons):
    agents.state = state
    tab.can_install = True
    tab.refresh(machine)
    assert tab.notice.isVisible()
    assert tab.notice.title.text() == title
    shown = {name for name, each in tab.notice.remedies.items() if each.isVisible()}
    assert shown == buttons
    assert tab.tabs.isVisible() is (state is not AgentState.OFF)


def test_an_agent_is_given_time_before_it_is_called_missing(tab, agents, machine, monkeypatch):
    agents.state = AgentState.WAITING
    monkeypatch.setattr(inside, "SINCE", datetime.now(UTC))
    tab.refresh(machine)
    assert tab.notice.title.text() == "Waiting for the agent"
    assert not any(each.isVisible() for each in tab.notice.remedies.values())
    monkeypatch.setattr(inside, "SINCE", datetime.now(UTC) - timedelta(minutes=1))
    tab._look_again.timeout.emit()
    assert tab.notice.title.text() == "No agent answers"


def test_where_the_agent_talks_nothing_stands_in_the_way(tab):
    assert not tab.notice.isVisible()


def test_news_of_the_agent_are_followed_and_old_rows_do_not_stay(tab, agents, machine, desk):
    part = part_of(tab, PROCESSES)
    agents.state = AgentState.SILENT
    desk.bridge.publish(AgentStatusChanged(status=agents.status(machine.key)))
    assert tab.notice.isVisible()
    assert names(part) == []
    assert "once the agent talks" in part.state.text()
    assert not part.refresh.isVisible()
    agents.state = AgentState.TALKING
    desk.bridge.publish(AgentStatusChanged(status=agents.status(machine.key)))
    assert not tab.notice.isVisible()
    assert len(names(part)) == 4


def test_the_qemu_guest_agent_tells_meanwhile_what_it_can(tab, agents, link, machine):
    agents.state, link.guest_agent.answers = AgentState.WAITING, True
    tab.refresh(machine)
    part = part_of(tab, USERS)
    assert names(part) == ["ana"]
    assert "QEMU guest agent" in part.state.text()


def test_the_channel_is_added_and_taken_over(tab, agents, machine, desk):
    agents.state = AgentState.NO_CHANNEL
    tab.refresh(machine)
    tab.notice.remedies["channel"].click()
    assert agents.given_channels == [machine.key]
    assert "next start" in desk.notices.told[-1][1]
    agents.state = AgentState.ELSEWHERE
    tab.refresh(machine)
    tab.notice.remedies["take"].click()
    assert agents.wanted == [machine.key]
    assert not tab.notice.isVisible()


def test_whoever_wants_the_agent_installed_says_so(tab, agents, machine, qtbot):
    agents.state, tab.can_install = AgentState.WAITING, True
    tab.refresh(machine)
    with qtbot.waitSignal(tab.install_wanted) as told:
        tab.notice.remedies["install"].click()
    assert told.args == [machine]


@pytest.mark.parametrize(
    ("change", "title"),
    [
        ({"state": MachineState.PAUSED}, "The machine is paused"),
        ({"state": MachineState.SHUT_OFF}, "The machine does not run"),
    ],
)
def test_a_machine_that_does_not_run_says_so(tab, agents, machine, change, title):
    agents.state = AgentState.SILENT
    tab.refresh(replace(machine, **change))
    assert tab.notice.title.text() == title


# Rights and strangers.


def test_who_may_look_may_not_change(tab, desk, machine):
    watcher = Person(id=PersonId(ANA), email="ana@example.org", role=Role.USER)
    view = frozenset({Permission.MACHINE_VIEW, Permission.GUEST_VIEW})
    desk.core.current.signed_in = Actor(person=watcher, grants={machine.key: view})
    part = part_of(tab, PROCESSES)
    tab.refresh(machine)
    select(part, "worker")
    assert not part.kill.isEnabled()
    desk.core.current.signed_in = Actor(
        person=watcher, grants={machine.key: frozenset({Permission.MACHINE_VIEW})}
    )
    tab.refresh(machine)
    assert tab.notice.title.text() == "You may not look inside"
    assert not tab.tabs.isVisible()
    assert names(part) == []


def test_another_machine_shows_nothing_of_the_last_one(tab, agents, desk, new_machine, link):
    part = part_of(tab, PROCESSES)
    desk.operations.hold = True
    tab.see(new_machine("mail", host_id=link.host.id))
    assert names(part) == []
    desk.operations.finish()
    assert len(names(part)) == 4


def test_an_answer_that_comes_too_late_is_not_shown(tab, desk, agents, new_machine, link):
    part = part_of(tab, PROCESSES)
    desk.operations.hold = True
    part.load()
    agents.state = AgentState.WAITING
    tab.see(new_machine("mail", host_id=link.host.id))
    agents.state = AgentState.TALKING
    desk.operations.finish()
    assert names(part) == []


def test_what_cannot_be_read_is_said_above_the_list(tab, agents):
    agents.answers["ProcessList"] = GuestAnswer(success=True, data={"rows": "none"})
    part = part_of(tab, PROCESSES)
    part.load()
    assert "cannot be taken" in part.problem.text()
    assert len(names(part)) == 4
    agents.answers["ProcessList"] = rows(*RUNNING)
    part.load()
    assert not part.problem.isVisible()


def test_columns_that_have_no_room_are_left_out(tab, qtbot):
    part = part_of(tab, PROCESSES)
    hidden = {}
    for width in (300, 1200):
        tab.resize(width, 400)
        qtbot.waitUntil(lambda width=width: abs(part.view.width() - width) < 60)
        hidden[width] = sum(map(part.view.isColumnHidden, range(7)))
    assert hidden[300] > 3
    assert hidden[1200] == 0


@pytest.mark.parametrize("as_tree", [False, True])
def test_the_model_keeps_qts_rules(qtmodeltester, as_tree):
    def page(*found):
        return guest_answers.processes_of(rows(*found), 0, 100).rows

    model = GuestModel(
        process_columns(), process_identity, process_words, parents_of=process_parents
    )
    model.show_rows(page(*RUNNING))
    model.set_tree(on=as_tree)
    qtmodeltester.check(model, force_py=True)
    model.show_rows(page(*RUNNING[:2], process(10, "nginx"), process(50, "new", 11)))
    model.sort(1, Qt.SortOrder.DescendingOrder)
    qtmodeltester.check(model, force_py=True)
    assert model.total == 3


def test_an_error_of_ours_has_its_sentence():
    assert GuestRefusedError("x").code == "guest-refused"


def test_a_process_that_has_ended_but_is_still_listed_says_so(tab, agents):
    agents.answers["ProcessList"] = rows(process(20, "{yes}") | {"state": "zombie"})
    part = part_of(tab, PROCESSES)
    part.load()
    assert names(part) == ["{yes}, ended"]
