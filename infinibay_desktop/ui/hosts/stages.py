"""The stages of a connection test, one below the other, as they go."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from infinibay_desktop.model.hosts import Stage, StageReport
from infinibay_desktop.ui.hosts.words import stage_title
from infinibay_desktop.ui.widgets.figures import Sign
from infinibay_desktop.ui.widgets.layout import fill, row
from infinibay_desktop.ui.widgets.remedy import Remedy
from infinibay_desktop.ui.widgets.text import plain, wrapped

_INDENT = 26
translate = QCoreApplication.translate


class Progress(StrEnum):
    """How far a stage is."""

    PENDING = "pending"
    RUNNING = "running"
    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"


_SYMBOLS = {
    Progress.PENDING: ("clock", "faint"),
    Progress.RUNNING: ("loader-circle", "accent"),
    Progress.PASSED: ("circle-check", "running"),
    Progress.FAILED: ("circle-x", "danger"),
    Progress.SKIPPED: ("ellipsis", "faint"),
}


def _word(progress: Progress) -> str:
    return {
        Progress.PENDING: translate("Hosts", "Waits"),
        Progress.RUNNING: translate("Hosts", "Running…"),
        Progress.PASSED: translate("Hosts", "Passed"),
        Progress.FAILED: translate("Hosts", "Failed"),
        Progress.SKIPPED: translate("Hosts", "Not tried"),
    }[progress]


class StageLine(QWidget):
    """One stage: icon, title, state, and what came of it."""

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.progress = Progress.PENDING
        self._title_text = stage_title(stage)
        self._symbol = Sign("clock", "faint")
        self._word = plain(name="muted")
        self.detail = wrapped(name="muted")
        self.remedy = Remedy()
        below = QVBoxLayout()
        fill(below, self.detail, self.remedy, gap=6)
        below.setContentsMargins(_INDENT, 0, 0, 0)
        head = row(self._symbol, plain(self._title_text), 1, self._word)
        fill(QVBoxLayout(self), head, below, gap=4)
        self.show_progress(Progress.PENDING)

    def show_progress(self, progress: Progress, detail: str = "", remedy: str = "") -> None:
        """Say how far it is and what came of it."""
        self.progress = progress
        self._symbol.show_symbol(*_SYMBOLS[progress])
        self._word.setText(_word(progress))
        self.detail.setText(detail[:2000])
        self.detail.setVisible(bool(detail))
        self.remedy.tell(remedy[:2000])
        self.setAccessibleName(f"{self._title_text}: {_word(progress)}")
        self.setAccessibleDescription(" ".join(filter(None, (detail, remedy))))


class StageList(QWidget):
    """All stages in order; reports move them on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = {stage: StageLine(stage) for stage in Stage}
        fill(QVBoxLayout(self), *self.lines.values(), gap=8)

    def begin(self) -> None:
        """From the first stage."""
        for line in self.lines.values():
            line.show_progress(Progress.PENDING)
        self.lines[Stage.REACH].show_progress(Progress.RUNNING)

    def report(self, report: StageReport, *, remedy: str) -> None:
        """A stage ended; the next one runs, if there is one."""
        ended = Progress.PASSED if report.passed else Progress.FAILED
        self.lines[report.stage].show_progress(ended, report.detail, remedy)
        if not report.passed:
            self.stop()
            return
        waiting = [line for line in self.lines.values() if line.progress is Progress.PENDING]
        if waiting:
            waiting[0].show_progress(Progress.RUNNING)

    def stop(self) -> None:
        """What has not ended is not tried."""
        for line in self.lines.values():
            if line.progress in (Progress.PENDING, Progress.RUNNING):
                line.show_progress(Progress.SKIPPED)
