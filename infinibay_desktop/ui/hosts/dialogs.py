"""Dialogs about one host: add or edit it, test it, forget it."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.hosts import Host
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.hosts.form import HostForm
from infinibay_desktop.ui.hosts.trial import TrialView
from infinibay_desktop.ui.one_line import one_line
from infinibay_desktop.ui.widgets.dialogs import Dialog
from infinibay_desktop.ui.widgets.layout import Card
from infinibay_desktop.ui.widgets.text import wrapped

_SHORT_NAME = 40


def short(name: str) -> str:
    """A name for a title."""
    return one_line(name if len(name) <= _SHORT_NAME else name[: _SHORT_NAME - 1] + "…")


class HostDialog(Dialog):
    """Adds a host, or edits one. It is tested before it is stored, and stored only on a yes."""

    saved = Signal(object)

    def __init__(self, desk: Desk, host: Host | None, parent: QWidget | None) -> None:
        super().__init__(_title(host), parent, width=600)
        self._desk = desk
        self._stored = host
        # What the last test was about, and whether it passed; None before the first.
        self._tested: tuple[Host, bool] | None = None
        self._saving_after_test = False
        self.form = HostForm(host)
        self.form.changed.connect(self._on_form_changed)
        self.trial = TrialView(desk)
        self.trial.began.connect(self._on_trial_began)
        self.trial.finished.connect(self._on_trial_finished)
        self._trial_card = Card(self.tr("Connection test"))
        self._trial_card.body.addWidget(self.trial)
        self._trial_card.hide()
        self.body.addWidget(self.form)
        self.body.addWidget(self._trial_card)
        self.body.addStretch(1)
        self.test = self.add_button(self.tr("Test connection"), symbol="plug-zap")
        self.test.clicked.connect(self._on_test_clicked)
        self.cancel = self.add_cancel()
        self.save = self.add_button("", kind="primary")
        self.save.clicked.connect(self._on_save_clicked)
        self.buttons.setStretch(0, 0)
        self.buttons.insertStretch(2, 1)
        self._name_save()
        self.form.kind.setFocus()

    def draft(self) -> Host | None:
        """What is asked for; None where it cannot be used, which the form says."""
        try:
            drafted = self.form.draft()
        except InfinibayError as error:
            self._complain(error)
            return None
        return replace(drafted, id=self._stored.id) if self._stored else drafted

    def _on_form_changed(self) -> None:
        self.blame("")
        self._saving_after_test = False
        if self.trial.is_running:
            self.trial.stop()
        if self._tested:
            self._tested = None
            self._trial_card.hide()
        self._name_save()

    def _on_test_clicked(self) -> None:
        if self.trial.is_running:
            self.trial.stop()
            self._saving_after_test = False
            self._ended(passed=False)
        elif drafted := self.draft():
            self._test(drafted)

    def _on_save_clicked(self) -> None:
        drafted = self.draft()
        if drafted is None:
            return
        if self._needs_test(drafted):
            self._saving_after_test = True
            self._test(drafted)
        else:
            self._store(drafted)

    def _needs_test(self, drafted: Host) -> bool:
        if self._tested:
            return False
        known = self._stored
        return known is None or (known.uri, known.ssh) != (drafted.uri, drafted.ssh)

    def _test(self, drafted: Host) -> None:
        self.form.forgive()
        self._tested = (drafted, False)
        self._trial_card.show()
        self.trial.run(drafted)
        self.reveal(self._trial_card)

    def _on_trial_began(self) -> None:
        """By a click on Test, or because a key was trusted."""
        self.blame("")
        self._name_save()

    def _on_trial_finished(self, passed: bool) -> None:  # noqa: FBT001 - the signal's shape
        self._ended(passed=passed)
        if passed and self._saving_after_test and (drafted := self.draft()):
            self._store(drafted)

    def _ended(self, *, passed: bool) -> None:
        if self._tested:
            self._tested = (self._tested[0], passed)
        if not passed:
            self.blame(self.tr("The test did not pass. The host can be stored all the same."))
            self.reveal(self._trial_card)
        self._name_save()

    def _store(self, drafted: Host) -> None:
        self.save.setEnabled(False)
        self._desk.operations.spawn(self, self._keep(drafted))

    async def _keep(self, drafted: Host) -> None:
        core, run = self._desk.core, self._desk.operations.run
        try:
            if self._stored:
                await run(lambda: core.hosts.edit(drafted), key=LIST)
                await run(lambda: core.connections.adopt(drafted))
            else:
                await run(lambda: core.hosts.keep(drafted), key=LIST)
        except InfinibayError as error:
            self.save.setEnabled(True)
            self._complain(error)
            return
        self.saved.emit(drafted)
        self.accept()

    def _complain(self, error: InfinibayError) -> None:
        if not self.form.blame(error):
            self.blame(complaint(error))

    def _name_save(self) -> None:
        running = self.trial.is_running
        failed = bool(self._tested) and not running and not (self._tested and self._tested[1])
        if failed:
            words = self.tr("Save anyway")
        else:
            words = self.tr("Save") if self._stored else self.tr("Add host")
        self.save.setText(words)
        self.save.setAccessibleName(words)
        self.save.setEnabled(not running)
        self.save.setDefault(True)
        told = self.tr("Stop the test") if running else self.tr("Test connection")
        self.test.setText(f" {told}")
        self.test.setAccessibleName(told)


class TrialDialog(Dialog):
    """Tests a stored host at once, and again when asked."""

    def __init__(self, desk: Desk, host: Host, parent: QWidget | None) -> None:
        title = self.tr("Test the connection to '{name}'").format(name=short(host.name))
        super().__init__(title, parent, width=600)
        self._host = host
        self.trial = TrialView(desk)
        self.trial.finished.connect(self._on_trial_finished)
        self.body.addWidget(wrapped(one_line(host.uri, 1200), name="muted"))
        self.body.addWidget(self.trial)
        self.body.addStretch(1)
        self.again = self.add_button(self.tr("Test again"), symbol="refresh-cw")
        self.again.clicked.connect(self._on_again_clicked)
        self.add_cancel(self.tr("Close"))
        self._on_again_clicked()

    def _on_again_clicked(self) -> None:
        self.again.setEnabled(False)
        self.trial.run(self._host)

    def _on_trial_finished(self, _passed: bool) -> None:  # noqa: FBT001 - the signal's shape
        self.again.setEnabled(True)


class ForgetDialog(Dialog):
    """Asks before a host is forgotten, and says that nothing on it changes."""

    def __init__(self, desk: Desk, host: Host, machines: int, parent: QWidget | None) -> None:
        super().__init__(self.tr("Forget '{name}'?").format(name=short(host.name)), parent)
        self._desk = desk
        self._host = host
        self.body.addWidget(wrapped(one_line(host.uri, 1200), name="muted"))
        self.body.addWidget(
            wrapped(
                self.tr(
                    "The program forgets how to reach this host. Machines that leave the list: "
                    "{count}."
                ).format(count=machines)
            )
        )
        self.body.addWidget(
            wrapped(
                self.tr(
                    "Nothing on the host changes: its machines, disks and networks stay as they "
                    "are. It can be added again at any time."
                )
            )
        )
        self.body.addStretch(1)
        self.cancel = self.add_cancel()
        self.forget = self.add_button(self.tr("Forget host"), kind="danger", symbol="trash-2")
        self.forget.clicked.connect(self._on_forget_clicked)
        self.cancel.setDefault(True)

    def _on_forget_clicked(self) -> None:
        self.forget.setEnabled(False)
        self._desk.operations.spawn(self, self._forget())

    async def _forget(self) -> None:
        core = self._desk.core
        try:
            await self._desk.operations.run(lambda: core.hosts.remove(self._host), key=LIST)
        except InfinibayError as error:
            self.blame(complaint(error))
            self.forget.setEnabled(True)
            return
        self.accept()


# What changes the stored list goes one after the other.
LIST = "list of hosts"


def _title(host: Host | None) -> str:
    translate = QCoreApplication.translate
    if host is None:
        return translate("Hosts", "Add host")
    return translate("Hosts", "Edit '{name}'").format(name=short(host.name))
