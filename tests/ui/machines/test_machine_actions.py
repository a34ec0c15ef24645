"""Acts on machines: what is offered, what is asked, what is told."""

import pytest
from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.errors import HostUnreachableError
from infinibay_desktop.model.machines import ALLOWED_STATES, Act, MachineState
from infinibay_desktop.ui.machines.actions import MachineActions
from infinibay_desktop.ui.machines.acts import Fate, preview, summary
from infinibay_desktop.ui.machines.work import MachineWork
from tests.ui.machines.conftest import make

POWER = [act for act in Act if act not in (Act.RENAME, Act.SCREENSHOT, Act.DELETE)]


@pytest.fixture
def window(qtbot, loop):
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_a_preview_names_what_will_happen_what_need_not_and_what_cannot():
    machines = [
        *(make(f"off-{n}", MachineState.SHUT_OFF) for n in range(7)),
        *(make(f"on-{n}") for n in range(2)),
        make("going", MachineState.DELETING),
    ]

    prospects = preview(Act.START, machines)

    words = summary(Act.START, prospects)
    assert words == "7 will start, 2 already running, 1 cannot: it is being deleted"
    assert prospects[0].machine.name == "going"


def test_a_machine_of_a_lost_host_cannot_be_acted_on_whatever_its_state_was():
    (prospect,) = preview(Act.START, [make("lost", MachineState.SHUT_OFF, stale=True)])

    assert prospect.fate is Fate.CANNOT
    assert "host" in prospect.why


def test_several_reasons_are_not_pressed_into_one():
    machines = [make("a", MachineState.PAUSED), make("b", MachineState.CREATING)]

    assert summary(Act.START, preview(Act.START, machines)) == "2 cannot"


@pytest.mark.parametrize("act", POWER)
@pytest.mark.parametrize("state", MachineState)
def test_an_act_is_offered_where_its_state_allows_it(act, state, window, desk):
    actions = MachineActions(window, lambda: [make("web", state)])
    actions.attach(desk)

    assert actions.power[act].isEnabled() is (state in ALLOWED_STATES[act])


def test_nothing_is_offered_before_the_core_runs_or_for_a_lost_host(window, desk):
    selected = [make("web")]
    actions = MachineActions(window, lambda: selected)
    assert not any(action.isEnabled() for action in actions.power.values())

    actions.attach(desk)
    assert actions.power[Act.SHUTDOWN].isEnabled()

    selected[:] = [make("web", stale=True)]
    actions.refresh()
    assert not any(action.isEnabled() for action in actions.power.values())
    assert actions.copy_name.isEnabled()


def test_pause_and_resume_are_never_both_there(window, desk):
    selected = []
    actions = MachineActions(window, lambda: selected)
    actions.attach(desk)
    for states in ([], ["running"], ["paused"], ["running", "paused"], ["shut off"]):
        selected[:] = [make("m", MachineState(state)) for state in states]
        actions.refresh()
        pause, resume = actions.power[Act.PAUSE], actions.power[Act.RESUME]
        assert pause.isVisible() is not resume.isVisible()
    selected[:] = [make("m", MachineState.PAUSED)]
    actions.refresh()
    assert actions.power[Act.RESUME].isVisible()


def test_one_machine_is_started_and_the_log_tells_it(window, desk, core, host, machine_of, qtbot,
                                                     on_core):  # fmt: skip
    on_core(lambda: core.machines.force_off(machine_of("web").key))
    qtbot.waitUntil(lambda: machine_of("web").state is MachineState.SHUT_OFF)
    actions = MachineActions(window, lambda: [machine_of("web")])
    actions.attach(desk)

    actions.power[Act.START].trigger()

    qtbot.waitUntil(lambda: machine_of("web").state is MachineState.RUNNING)
    qtbot.waitUntil(lambda: desk.log.entries and desk.log.entries[0].ended)
    assert desk.log.entries[0].title == "Start 'web'"
    assert not desk.log.entries[0].failed


def test_a_failed_act_is_told_with_its_machine_and_a_way_to_retry(window, desk, core, host,
                                                                  machine_of, qtbot, on_core):  # fmt: skip
    stale = machine_of("web")
    on_core(lambda: core.machines.force_off(stale.key))
    actions = MachineActions(window, lambda: [stale])
    actions.attach(desk)

    actions.power[Act.PAUSE].trigger()

    qtbot.waitUntil(lambda: bool(desk.notices.errors))
    title, message = desk.notices.errors[0]
    assert title == "Could not pause 'web'"
    assert "shut off" in message
    assert desk.notices.retries[0] is not None
    assert desk.log.entries[0].failed


def test_many_are_done_side_by_side_and_a_lost_host_fails_only_its_own(window, desk, qtbot):
    machines = [make(f"vm-{n}", MachineState.SHUT_OFF) for n in range(200)]
    asked = []
    reports = []

    def start(key):
        asked.append(key)
        if len(asked) > 100:
            raise HostUnreachableError("'demo' is not connected.")

    work = MachineWork(desk, window)
    work.reported.connect(reports.append)
    work.begin(job(start), machines)

    qtbot.waitUntil(lambda: bool(reports))
    assert len(asked) == 200
    assert (len(reports[0].done), len(reports[0].failures)) == (100, 100)
    assert desk.log.entries[0].failed == "100 of 200 failed"
    assert desk.log.entries[0].percent == 100
    assert not desk.notices.errors


def job(call, **more):
    from infinibay_desktop.ui.machines.work import Job

    return Job(label="Start", failed="Could not start '{name}'", call=call, **more)
