"""Asks where curves are to be saved, and has a worker write them there."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QFileDialog

from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.ui.charts.board import ChartBoard
from infinibay_desktop.ui.charts.export import file_name, picture_of, table_of, write_whole
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.formats import date_time_text
from infinibay_desktop.ui.widgets.icons import tint

_HEAD_PX = 32
_MARGIN = 10


class BoardExport(QObject):
    """The two acts of a board's export menu."""

    def __init__(
        self, desk: Desk, board: ChartBoard, names: Callable[[], Mapping[MachineKey, str]]
    ) -> None:
        """`names` tells what the machines are called, and in which order."""
        super().__init__(board)
        self._desk, self._board, self._names = desk, board, names
        board.bar.csv_wanted.connect(self.ask_for_csv)
        board.bar.png_wanted.connect(self.ask_for_png)

    def ask_for_csv(self) -> QFileDialog:
        """Ask for a file, and write a table of the shown range into it."""
        return self._ask(self.tr("Export as CSV"), self.tr("Tables (*.csv)"), "csv", self.save_csv)

    def ask_for_png(self) -> QFileDialog:
        """Ask for a file, and write a picture of the charts into it."""
        title, files = self.tr("Export as PNG"), self.tr("PNG pictures (*.png)")
        return self._ask(title, files, "png", self.save_png)

    def save_csv(self, path: str) -> None:
        """Write the table."""
        self._desk.operations.spawn(self, self._save_csv(Path(path)), title=self._failed())

    def save_png(self, path: str) -> None:
        """Write the picture."""
        self._desk.operations.spawn(self, self._save_png(Path(path)), title=self._failed())

    async def _save_csv(self, path: Path) -> None:
        frame = self._board.frame()
        panels, names = self._board.panels, dict(self._names())
        found = await self._board.read_shown()
        await self._desk.operations.run(
            lambda: write_whole(path, table_of(panels, found, names, frame))
        )
        self._tell(path)

    async def _save_png(self, path: Path) -> None:
        await self._board.draw_every()
        image = self._picture()
        await self._desk.operations.run(lambda: write_whole(path, picture_of(image)))
        self._tell(path)

    def _picture(self) -> QImage:
        """The charts below a line that says whose they are and of when."""
        canvas = self._board.canvas.grab()
        ratio = canvas.devicePixelRatio()
        width = canvas.width() / ratio
        size = QSizeF(width + 2 * _MARGIN, canvas.height() / ratio + _HEAD_PX + _MARGIN) * ratio
        image = QImage(size.toSize(), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(tint("window"))
        painter = QPainter(image)
        painter.setFont(self._board.font())
        painter.setPen(tint("text"))
        room = QRectF(_MARGIN, 0, width, _HEAD_PX)
        words = painter.fontMetrics().elidedText(
            self._about(), Qt.TextElideMode.ElideMiddle, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.drawPixmap(_MARGIN, _HEAD_PX, canvas)
        painter.end()
        return image

    def _about(self) -> str:
        begin, end = (
            date_time_text(datetime.fromtimestamp(moment, UTC)) for moment in self._board.frame()
        )
        said = self.tr("{names}, {begin} to {end}").format(begin=begin, end=end, names="{names}")
        return said.replace("{names}", ", ".join(self._names().values()))

    def _tell(self, path: Path) -> None:
        self._desk.notices.tell(self.tr("Exported"), str(path))

    def _failed(self) -> str:
        return self.tr("The metrics were not exported")

    def _ask(self, title: str, files: str, ending: str, save: Callable[[str], None]) -> QFileDialog:
        dialog = QFileDialog(self._board, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(files)
        dialog.setDefaultSuffix(ending)
        stem = " ".join([*list(self._names().values())[:2], self.tr("metrics")])
        dialog.selectFile(file_name(stem, datetime.now(UTC), ending))
        dialog.fileSelected.connect(save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog
