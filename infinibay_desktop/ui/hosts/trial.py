"""A connection test that shows each stage as it ends, and asks about an unknown host key."""

import shlex
from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.hosts import Host, HostId, OfferedKey, StageReport
from infinibay_desktop.model.problems import Problem
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.hosts.address import entry_of_host, uri_of
from infinibay_desktop.ui.hosts.key_panel import KeyPanel
from infinibay_desktop.ui.hosts.stages import StageList
from infinibay_desktop.ui.remedy_text import translate_remedy
from infinibay_desktop.ui.widgets.layout import fill
from infinibay_desktop.ui.widgets.remedy import Remedy
from infinibay_desktop.ui.widgets.text import wrapped

# One lane for all tests: lanes keep their threads for good.
LANE = "host tests"


class TrialView(QWidget):
    """Runs tests one after the other; a new one, or none, makes the last one's end unseen."""

    began = Signal()
    # Whether all stages passed.
    finished = Signal(bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._number = 0
        self._host: Host | None = None
        self.is_running = False
        self.stages = StageList()
        self.key_panel = KeyPanel()
        self.key_panel.trusted.connect(self._on_key_panel_trusted)
        self.changed_key = Remedy()
        self._problem = wrapped(name="problem")
        self._problem.hide()
        fill(
            QVBoxLayout(self),
            self.stages,
            self.key_panel,
            self.changed_key,
            self._problem,
            gap=12,
        )

    def run(self, host: Host) -> None:
        """Test this host from the first stage."""
        self._begin(host)
        self._desk.operations.spawn(self, self._run(host, self._number))

    def stop(self) -> None:
        """Take no more interest; the stage that runs ends by itself, unseen."""
        self._number += 1
        self.is_running = False
        self.stages.stop()
        self.key_panel.withdraw()

    def _begin(self, host: Host) -> None:
        self._number += 1
        self._host = host
        self.is_running = True
        self.stages.begin()
        self.key_panel.withdraw()
        self.changed_key.tell("")
        self._problem.hide()
        self.began.emit()

    async def _run(self, host: Host, number: int) -> None:
        trial = _stranger(host)
        key = (LANE, trial.id)
        core = self._desk.core
        reports = core.connections.check(trial)
        passed = False
        try:
            while number == self._number:
                report = await self._desk.operations.run(
                    lambda: next(reports, None), key=key, lane=LANE
                )
                if report is None or number != self._number:
                    break
                self._show(report)
                passed = report.passed
                if report.problem is Problem.HOST_KEY_UNKNOWN:
                    await self._offer_key(trial, number)
        finally:
            # Behind the stage that may still run: what it opened is closed on a worker.
            core.tasks.submit(reports.close, key=key, lane=LANE)
        if number == self._number:
            self.is_running = False
            self.stages.stop()
            self.finished.emit(passed)

    def _show(self, report: StageReport) -> None:
        remedy = translate_remedy(report.remedy, report.problem)
        if report.problem is Problem.HOST_KEY_UNKNOWN:
            remedy = ""  # the panel below says it, with the fingerprints
        elif report.problem is Problem.HOST_KEY_CHANGED:
            remedy = ""
            self.changed_key.tell(self._changed_key_text())
        self.stages.report(report, remedy=remedy)

    def _changed_key_text(self) -> str:
        assert self._host is not None
        uri = shlex.quote(uri_of(entry_of_host(self._host)))
        return self.tr(
            "Do not connect before you know why: somebody may be between you and the host. "
            "Ask whoever looks after it. If it was set up anew, accept its new key in a "
            "terminal: {command}"
        ).format(command=f"infinibay host trust {uri} --replace-key")

    async def _offer_key(self, trial: Host, number: int) -> None:
        try:
            offer = await self._desk.operations.run(
                lambda: self._desk.core.access.offered_key(trial), lane=LANE
            )
        except InfinibayError as error:
            self._complain(error, number)
            return
        if number == self._number:
            self.key_panel.offer(offer)

    def _on_key_panel_trusted(self, offer: OfferedKey) -> None:
        if self._host is not None:
            self._desk.operations.spawn(self, self._trust(self._host, offer, self._number))

    async def _trust(self, host: Host, offer: OfferedKey, number: int) -> None:
        try:
            await self._desk.operations.run(
                lambda: self._desk.core.access.trust(host, offer), lane=LANE
            )
        except InfinibayError as error:
            self._complain(error, number)
            return
        if number == self._number:
            self.run(host)

    def _complain(self, error: InfinibayError, number: int) -> None:
        if number == self._number:
            self._problem.setText(complaint(error))
            self._problem.show()


def _stranger(host: Host) -> Host:
    """The host under another id, where a test would end the ssh session of its connection."""
    if host.address.transport != "ssh":
        return host
    return replace(host, id=HostId(uuid4()))
