"""The tray's icon: how things stand, and that nothing breaks without a tray."""

import pytest
from PySide6.QtCore import QObject

from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.ui.shell.tray import CONSOLES, Tray

pytestmark = pytest.mark.usefixtures("looks")


@pytest.fixture
def tray(qapp):
    owner = QObject()
    tray = Tray(owner)
    yield tray
    tray.close()
    owner.deleteLater()


def words(tray) -> list[str]:
    tray.fill_menu()
    return [action.text() for action in tray.menu.actions() if action.text()]


def act(tray, word: str) -> None:
    next(action for action in tray.menu.actions() if word in action.text()).trigger()


def put(desk, *machines) -> None:
    desk.core.inventory.reconcile(machines[0].host_id, machines, mark=desk.core.inventory.mark())


def test_without_a_tray_nothing_breaks(tray) -> None:
    assert not tray.is_available
    tray.tell("Something", "ended")
    assert words(tray) == ["Show window", "New machine", "Quit"]


def test_its_acts_are_told(tray, quick_desk, qtbot) -> None:
    tray.attach(quick_desk)
    for word, signal in (
        ("Show", tray.window_wanted),
        ("New", tray.new_machine_wanted),
        ("Quit", tray.quit_wanted),
    ):
        with qtbot.waitSignal(signal, timeout=1000):
            act(tray, word)


def test_before_the_core_runs_no_machine_can_be_made(tray) -> None:
    new = next(action for action in tray.menu.actions() if "New" in action.text())
    assert not new.isEnabled()


def test_running_machines_consoles_are_one_click_away(tray, quick_desk, new_machine, qtbot) -> None:
    web = new_machine("R&D")
    off = new_machine("off", MachineState.SHUT_OFF, host_id=web.host_id)
    put(quick_desk, web, off)
    tray.attach(quick_desk)
    assert "Console of R&&D" in words(tray)
    assert not any("off" in word for word in words(tray))
    with qtbot.waitSignal(tray.console_wanted, timeout=1000) as asked:
        act(tray, "R&&D")
    assert asked.args == [web.key]


def test_many_machines_do_not_fill_the_screen(tray, quick_desk, new_machine) -> None:
    first = new_machine("vm-0")
    rest = [new_machine(f"vm-{n}" + "x" * 200, host_id=first.host_id) for n in range(1, 30)]
    put(quick_desk, first, *rest)
    tray.attach(quick_desk)
    consoles = [word for word in words(tray) if word.startswith("Console")]
    assert len(consoles) == CONSOLES
    assert max(map(len, consoles)) < 90
    assert any("more" in word for word in words(tray))


def test_the_tool_tip_says_how_things_stand(tray, quick_desk, new_machine) -> None:
    put(quick_desk, new_machine("web"))
    tray.attach(quick_desk)
    calm = tray.icon.icon().cacheKey()
    tray.show_alerts(2)
    lines = tray.icon.toolTip().splitlines()
    assert [line[0] for line in lines[1:]] == ["1", "2"]
    assert tray.icon.icon().cacheKey() != calm
