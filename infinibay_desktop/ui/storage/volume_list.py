"""The volumes of the selected pool, read when somebody looks."""

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QTableView, QVBoxLayout, QWidget

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.storage.pools import PoolRow
from infinibay_desktop.ui.storage.tables import make_table
from infinibay_desktop.ui.storage.volumes import VolumeTableModel
from infinibay_desktop.ui.widgets.buttons import action, button
from infinibay_desktop.ui.widgets.layout import fill, row
from infinibay_desktop.ui.widgets.text import ElidedLabel, plain, wrapped

# Whoever runs through the pools with the arrow keys does not have each of them read.
PAUSE_MS = 150
FILTER_MS = 120
WIDTHS = (30, 12, 12, 14, 50)


class VolumeList(QWidget):
    """Shows one pool's volumes. What is read for a pool that was left is dropped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._row: PoolRow | None = None
        self._number = 0
        self._loaded: tuple[HostId, str] | None = None
        self._seen = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._on_pause_timeout)
        self._typing = QTimer(self, singleShot=True, interval=FILTER_MS)
        self._typing.timeout.connect(self._on_typing_timeout)
        self.model = VolumeTableModel(self)
        self.table = self._make_table()
        self.title = ElidedLabel(name="heading")
        self.count = plain(name="muted")
        self.problem = wrapped(name="problem")
        self.problem.hide()
        self.filter = self._make_filter()
        self.copy = button(self.tr("Copy path"), self.copy_path, symbol="copy")
        self.copy.setEnabled(False)
        head = row(self.title, self.count)
        head.setStretch(0, 1)
        tools = row(self.filter, self.copy)
        tools.setStretch(0, 1)
        fill(QVBoxLayout(self), head, tools, self.problem, self.table, gap=8, margin=12)
        self.show_pool(None)

    def attach(self, desk: Desk) -> None:
        """The core runs."""
        self._desk = desk

    def show_pool(self, shown: PoolRow | None) -> None:
        """Show the volumes of this pool, soon."""
        before, self._row = self._row, shown
        here = (shown.host_id, shown.pool.name) if shown and shown.pool else None
        if here == self._loaded and before is not None and here is not None:
            self.table.setEnabled(not (shown and shown.is_stale))
            return
        self._number += 1
        self._loaded = None
        self.model.show([])
        self.title.show_text(shown.name if shown and shown.pool else "")
        self._tell(self._why_nothing(shown), problem=shown.problem if shown else "")
        self._plan()

    def refresh(self) -> None:
        """Read the pool again."""
        self._loaded = None
        self._plan()

    def entered(self) -> None:
        """Somebody looks."""
        self._seen = True
        self._plan()

    def left(self) -> None:
        """Nobody looks: nothing is read."""
        self._seen = False
        self._pause.stop()

    def copy_path(self) -> None:
        """Put the selected volume's path on the clipboard."""
        if volume := self.model.row_at(self.table.currentIndex()):
            QGuiApplication.clipboard().setText(volume.path)

    def _make_table(self) -> QTableView:
        made = make_table(self.model, self.tr("Volumes"), WIDTHS)
        made.selectionModel().currentChanged.connect(self._on_table_current_changed)
        self.model.modelReset.connect(self._on_table_current_changed)
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        made.addAction(
            action(made, self.tr("Copy path"), self.copy_path, symbol="copy", shortcut="Ctrl+C")
        )
        return made

    def _make_filter(self) -> QLineEdit:
        made = QLineEdit()
        made.setPlaceholderText(self.tr("Filter volumes"))
        made.setAccessibleName(self.tr("Filter volumes"))
        made.setClearButtonEnabled(True)
        made.textChanged.connect(self._typing.start)
        return made

    def _plan(self) -> None:
        if self._can_read():
            self._pause.start()

    def _can_read(self) -> bool:
        shown = self._row
        if self._desk is None or not self._seen or shown is None or shown.pool is None:
            return False
        here = (shown.host_id, shown.pool.name)
        return here != self._loaded and shown.pool.active and not shown.is_stale

    def _on_pause_timeout(self) -> None:
        shown = self._row
        if self._can_read() and self._desk and shown and shown.pool:
            self._number += 1
            self._tell(self.tr("Reading…"))
            self._desk.operations.spawn(
                self, self._read(self._desk, shown.host_id, shown.pool.name, self._number)
            )

    async def _read(self, desk: Desk, host_id: HostId, pool: str, number: int) -> None:
        try:
            found = await desk.operations.run(
                lambda: desk.core.storage.volumes(host_id, pool),
                key=("volumes", host_id, pool),
                lane=host_id,
            )
        except InfinibayError as error:
            if number == self._number:
                self._tell("", problem=complaint(error))
            return
        if number == self._number:
            self._loaded = (host_id, pool)
            self.model.show(found)
            self._tell(self._counted())

    def _tell(self, count: str, *, problem: str = "") -> None:
        self.count.setText(count)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.table.setEnabled(True)

    def _why_nothing(self, shown: PoolRow | None) -> str:
        if shown is None or shown.pool is None:
            return self.tr("Select a pool to see its volumes.")
        if shown.is_stale:
            return self.tr("The host is not connected.")
        return "" if shown.pool.active else self.tr("The pool is not active.")

    def _counted(self) -> str:
        shown, total = len(self.model.shown()), self.model.total()
        if shown != total:
            return self.tr("{shown} of {total} volumes").format(shown=shown, total=total)
        # One is its own text: English has no translation file that would know its singular.
        return self.tr("1 volume") if total == 1 else self.tr("%n volumes", "", total)

    def _on_typing_timeout(self) -> None:
        self.model.set_filter(self.filter.text())
        if self._loaded:
            self.count.setText(self._counted())

    def _on_table_current_changed(self, _index: QModelIndex | None = None) -> None:
        self.copy.setEnabled(self.model.row_at(self.table.currentIndex()) is not None)
