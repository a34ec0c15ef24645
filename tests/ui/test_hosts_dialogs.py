"""Adding, editing, testing and forgetting hosts."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.errors import DatabaseError, HostUnreachableError
from infinibay_desktop.model.hosts import LinkState, Stage
from infinibay_desktop.model.problems import Problem
from infinibay_desktop.ui.hosts.dialogs import ForgetDialog, HostDialog, TrialDialog
from infinibay_desktop.ui.hosts.key_panel import compare_command
from infinibay_desktop.ui.hosts.stages import Progress
from infinibay_desktop.ui.widgets.remedy import CommandLine, Remedy
from tests.fakes.far import CHANGED_KEY, OFFER

pytestmark = [
    pytest.mark.usefixtures("looks"),
    pytest.mark.qt_log_ignore("propagateSizeHints"),
]
FAR = "qemu+ssh://root@far/system"


@pytest.fixture
def open_dialog(qtbot, far):
    # Dialogs delete themselves when they are closed; their window stays.
    window = QWidget()
    qtbot.addWidget(window)

    def show(kind, *arguments):
        dialog = kind(far.desk, *arguments, window)
        dialog.open()
        return dialog

    return show


def progress(dialog) -> list[Progress]:
    return [line.progress for line in dialog.trial.stages.lines.values()]


def names(far) -> list[str]:
    return [host.name for host in far.desk.core.hosts.all()]


def test_adding_tests_first_and_stores_when_all_passed(far, open_dialog) -> None:
    dialog = open_dialog(HostDialog, None)
    saved = []
    dialog.saved.connect(saved.append)
    dialog.form.uri.setText(FAR)
    dialog.save.click()
    assert progress(dialog) == [Progress.PASSED] * 6
    assert names(far) == ["far"]
    assert saved[0].uri == FAR
    assert dialog.isHidden()


def test_a_failed_test_says_where_and_what_to_do_and_stores_only_on_a_second_yes(
    far, open_dialog
) -> None:
    far.access.failures["sign_in"] = HostUnreachableError(
        "no", stage=Stage.SIGN_IN, problem=Problem.SIGN_IN
    )
    dialog = open_dialog(HostDialog, None)
    dialog.form.uri.setText(FAR)
    dialog.save.click()
    assert progress(dialog)[:4] == [
        Progress.PASSED, Progress.PASSED, Progress.FAILED, Progress.SKIPPED,
    ]  # fmt: skip
    line = dialog.trial.stages.lines[Stage.SIGN_IN]
    assert not line.remedy.isHidden()
    assert "Failed" in line.accessibleName()
    assert names(far) == []
    assert dialog.save.text() == "Save anyway"
    dialog.save.click()
    assert names(far) == ["far"]


def test_another_value_after_the_test_has_to_be_tested_again(far, open_dialog) -> None:
    far.access.failures["sign_in"] = HostUnreachableError("no", stage=Stage.SIGN_IN)
    dialog = open_dialog(HostDialog, None)
    dialog.form.uri.setText(FAR)
    dialog.test.click()
    dialog.form.host.setText("near")
    assert dialog.save.text() == "Add host"
    far.access.failures.clear()
    dialog.save.click()
    assert names(far) == ["near"]


def test_cancelling_leaves_nothing(far, open_dialog) -> None:
    dialog = open_dialog(HostDialog, None)
    dialog.form.uri.setText(FAR)
    dialog.test.click()
    dialog.cancel.click()
    assert names(far) == []
    assert not any(link.alive for link in far.links.values())
    assert len(far.access.left) == 1


def test_an_unknown_key_is_shown_and_the_test_goes_on_once_it_is_trusted(far, open_dialog) -> None:
    far.access.stranger = True
    dialog = open_dialog(HostDialog, None)
    dialog.form.uri.setText(FAR)
    dialog.save.click()
    panel = dialog.trial.key_panel
    assert not panel.isHidden()
    assert progress(dialog)[1] is Progress.FAILED
    assert far.access.trusted == []
    panel.trust.click()
    assert far.access.trusted == [OFFER]
    assert progress(dialog) == [Progress.PASSED] * 6
    assert names(far) == ["far"]


def test_what_a_test_complained_of_goes_when_the_next_one_begins(far, open_dialog) -> None:
    far.access.stranger = True
    dialog = open_dialog(HostDialog, None)
    dialog.form.uri.setText(FAR)
    dialog.test.click()
    assert dialog.problem.text()
    dialog.trial.key_panel.trust.click()
    assert progress(dialog) == [Progress.PASSED] * 6
    assert dialog.problem.isHidden()
    assert names(far) == []


def test_a_changed_key_offers_no_way_to_accept_it(far, open_dialog) -> None:
    far.access.failures["check_host_key"] = CHANGED_KEY
    dialog = open_dialog(HostDialog, None)
    dialog.form.uri.setText(FAR)
    dialog.test.click()
    assert progress(dialog)[1] is Progress.FAILED
    assert dialog.trial.key_panel.isHidden()
    assert not dialog.trial.changed_key.isHidden()
    command = dialog.trial.changed_key.findChild(CommandLine).command
    assert command == f"infinibay host trust {FAR} --replace-key"


def test_a_key_that_cannot_be_read_is_said(far, open_dialog) -> None:
    far.access.stranger = True
    far.access.failures["offered_key"] = HostUnreachableError("it hung up")
    dialog = open_dialog(HostDialog, None)
    dialog.form.uri.setText(FAR)
    dialog.test.click()
    assert dialog.trial.key_panel.isHidden()
    assert "hung up" in dialog.trial._problem.text()


@pytest.mark.parametrize(
    ("uri", "name", "field"), [(FAR, "other", "uri"), ("qemu:///session", "first", "name")]
)
def test_what_is_there_already_is_said_beside_the_field(far, open_dialog, uri, name, field) -> None:
    far.add(FAR, name="first")
    dialog = open_dialog(HostDialog, None)
    dialog.form.uri.setText(uri)
    dialog.form.name.setText(name)
    dialog.save.click()
    assert dialog.form.fields[field].editor.property("wrong")
    assert not dialog.isHidden()
    assert names(far) == ["first"]


def test_a_new_name_alone_needs_no_test_and_no_new_connection(far, open_dialog) -> None:
    host = far.add(FAR, name="old", connected=True)
    tests = len(far.access.tested)
    dialog = open_dialog(HostDialog, host)
    dialog.form.name.setText("new")
    dialog.save.click()
    assert names(far) == ["new"]
    assert len(far.access.tested) == tests
    connections = far.desk.core.connections
    assert connections.host(host.id).name == "new"
    assert connections.status(host.id).state is LinkState.CONNECTED


def test_another_way_to_a_connected_host_is_taken_at_once(far, open_dialog) -> None:
    host = far.add(FAR, connected=True)
    dialog = open_dialog(HostDialog, host)
    dialog.form.host.setText("near")
    dialog.save.click()
    connections = far.desk.core.connections
    assert connections.host(host.id).uri == "qemu+ssh://root@near/system"
    assert connections.status(host.id).state is LinkState.CONNECTED


def test_a_test_of_a_connected_ssh_host_leaves_its_session_alone(far, open_dialog) -> None:
    host = far.add(FAR, connected=True)
    open_dialog(TrialDialog, host)
    assert far.access.left
    assert host.id not in {left.id for left in far.access.left}


def test_a_host_that_was_removed_meanwhile_is_said(far, open_dialog) -> None:
    host = far.add(FAR)
    dialog = open_dialog(HostDialog, host)
    far.desk.core.hosts.remove(host)
    dialog.form.name.setText("new")
    dialog.save.click()
    assert "not there" in dialog.problem.text()
    assert dialog.save.isEnabled()


def test_a_database_that_refuses_keeps_what_was_typed(far, open_dialog, monkeypatch) -> None:
    dialog = open_dialog(HostDialog, None)
    dialog.form.uri.setText(FAR)

    def refuse(host):
        raise DatabaseError("It is full.")

    monkeypatch.setattr(far.desk.core.hosts, "keep", refuse)
    dialog.save.click()
    assert not dialog.isHidden()
    assert "full" in dialog.problem.text()
    assert dialog.form.host.text() == "far"


def test_a_host_lost_while_its_dialog_is_open_can_still_be_edited(far, open_dialog) -> None:
    host = far.add(FAR, connected=True)
    dialog = open_dialog(HostDialog, host)
    far.lose(host)
    dialog.form.name.setText("new")
    dialog.save.click()
    assert names(far) == ["new"]


def test_a_stored_host_is_tested_when_the_dialog_opens_and_again_on_wish(far, open_dialog) -> None:
    host = far.add(FAR, name="<b>far</b>" + "x" * 40)
    dialog = open_dialog(TrialDialog, host)
    assert progress(dialog) == [Progress.PASSED] * 6
    far.down.add(dialog.trial._host.id)
    far.access.failures["reach"] = HostUnreachableError("gone", stage=Stage.REACH)
    dialog.again.click()
    assert progress(dialog)[0] is Progress.FAILED
    assert dialog.again.isEnabled()


def test_forgetting_says_that_nothing_on_the_host_changes(far, open_dialog) -> None:
    host = far.add(FAR)
    dialog = open_dialog(ForgetDialog, host, 3)
    dialog.cancel.click()
    assert names(far) == ["far"]
    dialog = open_dialog(ForgetDialog, host, 3)
    dialog.forget.click()
    assert names(far) == []
    assert dialog.isHidden()


def test_a_refusal_to_forget_is_shown_in_the_dialog(far, open_dialog, monkeypatch) -> None:
    host = far.add(FAR)

    def refuse(host):
        raise DatabaseError("It is busy.")

    monkeypatch.setattr(far.desk.core.hosts, "remove", refuse)
    dialog = open_dialog(ForgetDialog, host, 0)
    dialog.forget.click()
    assert "busy" in dialog.problem.text()
    assert dialog.forget.isEnabled()


def test_commands_of_a_remedy_can_be_copied(qtbot) -> None:
    remedy = Remedy("Do this: sudo true, then that.")
    qtbot.addWidget(remedy)
    remedy.findChild(CommandLine).copy_button.click()
    assert QGuiApplication.clipboard().text() == "sudo true"


def test_the_command_to_compare_follows_the_kind_of_key() -> None:
    assert compare_command("RSA SHA256:x").endswith("ssh_host_rsa_key.pub")
    assert compare_command("../../x y").endswith("ssh_host_ed25519_key.pub")
