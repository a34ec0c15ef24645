"""The hosts screen: what it shows, what it asks for, and that hidden it costs nothing."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from infinibay_desktop.model.errors import HypervisorError
from infinibay_desktop.model.events import MachineAdded
from infinibay_desktop.model.hosts import LinkState
from infinibay_desktop.model.machines import Machine, MachineId, MachineState
from infinibay_desktop.model.settings import Theme
from infinibay_desktop.ui.hosts.dialogs import ForgetDialog, HostDialog
from infinibay_desktop.ui.hosts.list_model import HostListModel
from infinibay_desktop.ui.hosts.page import HostsPage
from infinibay_desktop.ui.widgets.theme import apply_theme

pytestmark = [
    pytest.mark.usefixtures("looks"),
    pytest.mark.qt_log_ignore("propagateSizeHints"),
]
FAR, HERE = "qemu+ssh://root@far/system", "qemu:///system"


@pytest.fixture
def make_page(qtbot, far):
    def make(*, entered: bool = True) -> HostsPage:
        page = HostsPage()
        qtbot.addWidget(page)
        page.resize(1000, 600)
        page.attach(far.desk)
        page.show()
        if entered:
            page.entered()
        return page

    return make


def machine(host, state=MachineState.RUNNING) -> Machine:
    return Machine(id=MachineId(uuid4()), host_id=host.id, name="m", state=state)


def shown(page) -> list[str]:
    return [row.name for row in page.model.rows()]


def test_without_hosts_the_page_says_what_a_host_is_and_offers_the_first(make_page) -> None:
    page = make_page()
    assert page._stack.currentIndex() == 1
    page.page_actions()[0].trigger()
    assert page.findChild(HostDialog)


def test_hosts_stand_in_the_order_that_people_expect(far, make_page) -> None:
    for number in (10, 2, 1):
        far.add(f"qemu+ssh://far{number}/system", name=f"far{number}")
    assert shown(make_page()) == ["far1", "far2", "far10"]


def test_a_connected_host_tells_its_facts_and_its_connections(far, make_page) -> None:
    far.add(FAR, connected=True)
    page = make_page()
    assert page.details.facts.values()["Computer"] == "far.example"
    assert page.details.abilities.values()["Secure Boot"] == "No"
    assert page.details.pool.values()["Open"] == "2 of 4"
    assert page.details.state.text() == "Connected"


def test_enter_connects_a_host_that_is_not_connected(far, make_page, qtbot) -> None:
    host = far.add(FAR)
    page = make_page()
    page.list.activated.emit(page.list.currentIndex())
    assert far.desk.core.connections.status(host.id).state is LinkState.CONNECTED
    assert page.selected().is_connected
    assert page.details.facts.values()


def test_a_lost_host_says_why_and_when_it_is_tried_again_and_now_tries_at_once(
    far, make_page
) -> None:
    host = far.add(FAR, connected=True)
    page = make_page()
    far.lose(host)
    assert "switched off" in page.details.reason.text()
    assert page.details.state.text().startswith("Connection lost · Next try")
    assert not page.details.facts.isEnabled()
    assert page.acts.connect_host.text() == "Try now"
    far.down.clear()
    page.acts.connect_host.trigger()
    assert page.selected().is_connected
    assert page.details.facts.isEnabled()


def test_a_host_can_be_let_go_while_it_is_tried_again(far, make_page) -> None:
    host = far.add(FAR, connected=True)
    page = make_page()
    far.lose(host)
    page.acts.disconnect_host.trigger()
    assert page.selected().status.state is LinkState.DISCONNECTED
    assert not page._second.isActive()


def test_hidden_the_page_asks_nothing_and_runs_no_timer(far, make_page) -> None:
    host = far.add(FAR, connected=True)
    page = make_page(entered=False)
    link = far.link(host)
    page.entered()
    page.left()
    looked, counted = link.looked, link.counted
    far.lose(host)
    far.desk.bridge.publish(MachineAdded(machine=machine(host)))
    assert (link.looked, link.counted) == (looked, counted)
    timers = (page._second, page._count, page.details._timer)
    assert not any(timer.isActive() for timer in timers)


def test_what_happened_while_it_was_hidden_is_shown_when_it_is_entered(far, make_page) -> None:
    host = far.add(FAR, connected=True)
    page = make_page()
    page.left()
    far.lose(host)
    far.add(HERE)
    page.entered()
    assert "far" in shown(page)
    assert page.model.find(host.id).status.state is LinkState.LOST
    assert len(shown(page)) == 2


def test_a_change_of_one_host_touches_one_row(far, make_page) -> None:
    host = far.add(FAR, connected=True)
    far.add(HERE)
    page = make_page()
    touched = []
    page.model.dataChanged.connect(lambda first, last: touched.append((first.row(), last.row())))
    resets = []
    page.model.modelReset.connect(lambda: resets.append(1))
    far.lose(host)
    place = page.model.place(host.id).row()
    assert set(touched) == {(place, place)}
    assert resets == []


def test_machines_are_counted_by_state_once_after_a_burst(far, make_page, qtbot) -> None:
    host = far.add(FAR, connected=True)
    page = make_page()
    for state in (MachineState.RUNNING, MachineState.RUNNING, MachineState.SHUT_OFF):
        far.link(host).hypervisor.add(machine(host, state))
    far.desk.core.connections.refresh(host.id)
    qtbot.waitUntil(lambda: page.selected().machines == "3 machines · 2 running · 1 off")
    assert "3 machines" in page.details.machines.text()


def test_facts_that_cannot_be_read_are_said_and_the_rest_stays(far, make_page, monkeypatch) -> None:
    host = far.add(FAR, connected=True)

    def refuse():
        raise HypervisorError("It refuses.")

    monkeypatch.setattr(far.link(host), "facts", refuse, raising=False)
    page = make_page()
    assert "refuses" in page.details._facts_note.text()
    assert page.selected().is_connected


def test_a_host_without_a_network_daemon_still_tells_its_facts(far, make_page, monkeypatch) -> None:
    host = far.add(FAR, connected=True)

    def refuse():
        raise HypervisorError("no network driver")

    monkeypatch.setattr(far.link(host), "active_networks", refuse)
    page = make_page()
    assert page.details.facts.values()["Active networks"] == "The host does not list them"


def test_forgetting_a_host_takes_it_and_its_machines_out(far, make_page) -> None:
    host = far.add(FAR, connected=True)
    far.link(host).hypervisor.add(machine(host))
    far.desk.core.connections.refresh(host.id)
    page = make_page()
    far.desk.core.hosts.remove(host)
    far.desk.core.connections._forget(host.id)
    assert shown(page) == []
    assert page._stack.currentIndex() == 1
    assert far.desk.core.inventory.of_host(host.id) == []


def test_the_window_can_ask_for_one_host_or_for_a_new_one(far, make_page) -> None:
    far.add(HERE)
    host = far.add(FAR)
    page = make_page(entered=False)
    page.show_host(host.id)
    page.entered()
    assert page.selected().host == host
    page.show_host(None)
    assert page.findChild(HostDialog)


def test_an_added_host_is_selected_and_connected(far, make_page) -> None:
    far.add("qemu:///session", name="a")
    page = make_page()
    page.add_host()
    dialog = page.findChild(HostDialog)
    dialog.form.uri.setText(FAR)
    dialog.save.click()
    assert page.selected().host.uri == FAR
    assert page.selected().is_connected


def test_a_host_that_refused_keeps_saying_why(far, make_page) -> None:
    host = far.add(FAR)
    page = make_page()
    far.down.add(host.id)
    with pytest.raises(Exception, match="Nobody listens"):
        far.desk.core.connections.connect(host)
    assert "Nobody listens" in page.details.reason.text()
    far.add(HERE)
    page.show_host(host.id)
    assert "Nobody listens" in page.details.reason.text()


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("size", [(1200, 700), (400, 300)])
def test_it_can_be_drawn_at_any_size_with_any_name(far, make_page, qapp, theme, size) -> None:
    far.add(FAR, name="<b>x</b> אבג 😀" + "y" * 40, connected=True)
    page = make_page()
    apply_theme(qapp, theme)
    page.resize(*size)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.retint()
    assert not page.grab().isNull()
    assert page.minimumSizeHint().width() <= 400


def test_the_model_keeps_qts_rules(qtmodeltester, far, make_page) -> None:
    far.add(FAR)
    page = make_page()
    assert isinstance(page.model, HostListModel)
    qtmodeltester.check(page.model)


def test_the_menu_holds_what_can_be_done_to_the_host(far, make_page) -> None:
    far.add(FAR, connected=True)
    page = make_page()
    texts = [act.text() for act in page.acts.menu(page).actions() if act.isVisible()]
    assert [text for text in texts if text] == [
        "Disconnect", "New machine…", "Edit…", "Test connection…", "Delete…",
    ]  # fmt: skip
    page.acts.new_machine.trigger()
    assert far.desk.go.went == [("new machine",)]


def test_the_delete_key_asks_before_a_host_is_forgotten(far, make_page, qtbot) -> None:
    far.add(FAR)
    page = make_page()
    page.activateWindow()
    page.list.setFocus()
    qtbot.waitUntil(page.list.hasFocus)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert page.findChild(ForgetDialog)
    assert shown(page) == ["far"]
