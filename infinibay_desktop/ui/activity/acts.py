"""What is done with the record: export, check, and the report for a request for help."""

import threading
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from infinibay_desktop.model.activity import ActivityQuery, ChainReport
from infinibay_desktop.model.errors import Cancelled, InfinibayError
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.ui.activity.export import format_of, write_lines
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.rights import actor
from infinibay_desktop.ui.widgets.buttons import action


class ActivityActs(QObject):
    """Each runs on a worker and shows in the task log; `query` is what the list shows now."""

    checked = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._desk: Desk | None = None
        self.query = ActivityQuery()
        self.export = action(page, self.tr("Export…"), self._ask_where, symbol="download")
        self.check = action(page, self.tr("Check the record"), self._check, symbol="shield-check")
        self.report = action(page, self.tr("Copy report"), self._copy_report, symbol="copy")
        self.report.setToolTip(
            self.tr("Versions, settings and the last errors, for a request for help")
        )
        self._enable(enabled=False)

    def attach(self, desk: Desk) -> None:
        """The core runs."""
        self._desk = desk
        self._enable(enabled=True)

    def all(self) -> list[QAction]:
        """The acts in their order; checking is for who may read the whole record."""
        return [self.export, *([self.check] if self.may_see_all() else []), self.report]

    def may_see_all(self) -> bool:
        """Whether the signed-in person may read every entry."""
        return self._desk is None or actor(self._desk).may(Permission.ACTIVITY_VIEW)

    def _enable(self, *, enabled: bool) -> None:
        for act in (self.export, self.check, self.report):
            act.setEnabled(enabled)

    # Export.

    def _ask_where(self) -> None:
        dialog = QFileDialog(self._page, self.tr("Export the acts that are shown"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        csv, json = self.tr("Table (*.csv)"), self.tr("JSON lines (*.jsonl)")
        dialog.setNameFilters([csv, json])
        dialog.setDefaultSuffix("csv")
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix("jsonl" if chosen == json else "csv")
        )
        dialog.selectFile(f"activity {datetime.now().astimezone():%Y-%m-%d %H.%M}.csv")
        dialog.fileSelected.connect(self.export_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export_to(self, path: str) -> None:
        """Write what is shown into a file, in the form that its name asks for."""
        if self._desk:
            work = self._export(self._desk, Path(path), self.query)
            self._desk.operations.spawn(self, work)

    async def _export(self, desk: Desk, path: Path, query: ActivityQuery) -> None:
        stopped = threading.Event()
        number = desk.log.begin(self.tr("Export the activity"), cancel=stopped.set)

        def write() -> int:
            lines = desk.core.activity.export(query, format_of(path.name))
            return write_lines(path, lines, stopped, lambda _lines: None)

        try:
            written = await desk.operations.run(write, key="activity export")
        except Cancelled:
            desk.log.end(number, failed=self.tr("Stopped; no file was written."))
            return
        except InfinibayError as error:
            desk.log.end(number, failed=complaint(error))
            desk.notices.show_error(error, title=self.tr("Could not export the activity"))
            return
        words = self.tr("%n line(s) were written to {path}.", "", written)
        desk.log.advance(number, words.format(path=path))
        desk.log.end(number)
        desk.notices.tell(self.tr("The activity was exported"), words.format(path=path))

    # Checking.

    def _check(self) -> None:
        if self._desk:
            self.check.setEnabled(False)
            self._desk.operations.spawn(self, self._verify(self._desk))

    async def _verify(self, desk: Desk) -> None:
        number = desk.log.begin(self.tr("Check the record of activity"))
        try:
            report: ChainReport = await desk.operations.run(desk.core.activity.verify)
        except InfinibayError as error:
            desk.log.end(number, failed=complaint(error))
            desk.notices.show_error(error, title=self.tr("Could not check the record"))
            return
        finally:
            self.check.setEnabled(True)
        broken = self.tr("The record was changed.")
        desk.log.end(number, failed="" if report.is_intact else broken)
        self.checked.emit(report)

    # The report.

    def _copy_report(self) -> None:
        if self._desk:
            title = self.tr("Could not make the report")
            self._desk.operations.spawn(self, self._report(self._desk), title=title)

    async def _report(self, desk: Desk) -> None:
        text = await desk.operations.run(desk.core.make_report)
        QGuiApplication.clipboard().setText(text)
        desk.notices.tell(
            self.tr("The report is on the clipboard"),
            self.tr("Look through it before you pass it on. It holds no passwords."),
        )
