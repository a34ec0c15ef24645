"""The task log: what runs, how far it is, how it ended, and all that it said."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QPlainTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from infinibay_desktop.model.events import TaskProgressed
from infinibay_desktop.model.tasks import Step, TaskId, TaskKind, TaskStatus
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.widgets.buttons import button, icon_button
from infinibay_desktop.ui.widgets.dialogs import Dialog
from infinibay_desktop.ui.widgets.icons import icon
from infinibay_desktop.ui.widgets.layout import fill, row
from infinibay_desktop.ui.widgets.text import plain

KEPT = 300
OUTPUT_LINES = 1000
_NUMBER = Qt.ItemDataRole.UserRole


@dataclass(slots=True)
class Entry:
    """One piece of work. Times are seconds of a monotonic clock."""

    number: int
    title: str
    began: float
    at: datetime
    step: str = ""
    percent: int | None = None
    ended: float | None = None
    failed: str = ""
    cancel: Callable[[], object] | None = None
    output: list[str] = field(default_factory=list)

    @property
    def is_running(self) -> bool:
        """Whether it has not ended."""
        return self.ended is None

    def say(self, text: str) -> None:
        """One more line of output, with its time."""
        if len(self.output) < OUTPUT_LINES:
            self.output.append(f"{datetime.now().astimezone():%H:%M:%S}  {text}")


class TaskLogbook(QObject):
    """Keeps the last pieces of work; whoever shows them listens."""

    changed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: dict[int, Entry] = {}
        self._numbers: dict[TaskId, int] = {}
        self._next = 1

    def begin(self, title: str, *, cancel: Callable[[], object] | None = None) -> int:
        """Something begins; returns its number."""
        number, self._next = self._next, self._next + 1
        now = datetime.now().astimezone()
        entry = Entry(number, title, time.monotonic(), now, cancel=cancel)
        entry.say(title)
        self.entries[number] = entry
        while len(self.entries) > KEPT:
            del self.entries[next(iter(self.entries))]
        self.changed.emit(number)
        return number

    def advance(self, number: int, step: str, *, percent: int | None = None) -> None:
        """It comes to another step, or says something."""
        if entry := self.entries.get(number):
            entry.step = step
            entry.percent = percent
            entry.say(step)
            self.changed.emit(number)

    def end(self, number: int, *, failed: str = "") -> None:
        """It ended; `failed` says why if it did not succeed."""
        if (entry := self.entries.get(number)) and entry.is_running:
            entry.ended = time.monotonic()
            entry.failed, entry.cancel = failed, None
            entry.say(failed or self.tr("Done."))
            self.changed.emit(number)

    def forget(self) -> None:
        """Keep nothing: somebody else looks now."""
        self.entries.clear()
        self._numbers.clear()
        self.changed.emit(0)

    def running(self) -> int:
        """How many have not ended."""
        return sum(entry.is_running for entry in self.entries.values())

    def attach(self, desk: Desk) -> None:
        """Follow the journalled tasks too."""
        cancel = desk.core.journal.cancel

        def follow(event: TaskProgressed) -> None:
            self._follow(event, cancel)

        desk.bridge.on(TaskProgressed, follow, owner=self)

    def _follow(self, event: TaskProgressed, cancel: Callable[[TaskId], object]) -> None:
        if event.elsewhere:
            return  # neither ours to cancel nor a reason to stay open
        number = self._numbers.get(event.task_id)
        if number is None:
            title = self._title(event)
            number = self.begin(title, cancel=lambda: cancel(event.task_id))
            self._numbers[event.task_id] = number
        if event.status in (TaskStatus.DONE, TaskStatus.UNDONE):
            undone = self.tr("It failed, and what had been done was undone.")
            self.end(number, failed="" if event.status is TaskStatus.DONE else undone)
        elif event.status is TaskStatus.UNDOING:
            self.advance(number, self.tr("Undoing"))
        elif event.step:
            self.advance(number, self._step(event.step))

    def _title(self, event: TaskProgressed) -> str:
        if event.kind is TaskKind.CREATE_MACHINE:
            return self.tr("Create '{name}'").format(name=event.title)
        return self.tr("Delete '{name}'").format(name=event.title)

    def _step(self, step: Step) -> str:
        return {
            Step.VOLUMES: self.tr("Making disks"),
            Step.DEFINITION: self.tr("Defining the machine"),
            Step.RECORD: self.tr("Recording it"),
            Step.START: self.tr("Starting it"),
            Step.POWER_OFF: self.tr("Switching it off"),
            Step.UNDEFINE: self.tr("Removing its definition"),
            Step.DISKS: self.tr("Deleting disks"),
            Step.FORGET: self.tr("Forgetting it"),
        }[step]


class TaskLogPanel(QFrame):
    """The logbook as a list, newest first."""

    closed = Signal()

    def __init__(self, book: TaskLogbook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self._book = book
        self._rows: dict[int, QTreeWidgetItem] = {}
        self._build_ui()
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._on_clock_timeout)
        book.changed.connect(self._on_book_changed)
        for number in book.entries:
            self._on_book_changed(number)

    def _build_ui(self) -> None:
        self._list = QTreeWidget()
        self._list.setAccessibleName(self.tr("Tasks"))
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setHeaderLabels(
            [self.tr("Task"), self.tr("State"), self.tr("Started"), self.tr("Took")]
        )
        header = self._list.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)
        for column, width in ((1, 260), (2, 90), (3, 90)):
            header.resizeSection(column, width)
        self._list.itemActivated.connect(self._on_list_item_activated)
        self._list.itemSelectionChanged.connect(self._on_list_selection_changed)
        self._cancel = button(self.tr("Cancel task"), self._on_cancel_clicked, kind="link")
        self._output = button(self.tr("Show output"), self._on_output_clicked, kind="link")
        close = icon_button("x", self.tr("Close the task log"), self.closed.emit, size=14)
        head = row(plain(self.tr("Tasks"), name="heading"), 1, self._output, self._cancel, close)
        fill(QVBoxLayout(self), head, self._list, gap=4, margin=8)
        self._on_list_selection_changed()

    def showEvent(self, event: object) -> None:
        """Count the seconds only while somebody looks."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._clock.start()

    def hideEvent(self, event: object) -> None:
        """Nothing to count."""
        super().hideEvent(event)  # type: ignore[arg-type]
        self._clock.stop()

    def _on_book_changed(self, number: int) -> None:
        entry = self._book.entries.get(number)
        if entry is None:
            return
        item = self._rows.get(number)
        if item is None:
            item = QTreeWidgetItem([_line(entry.title), "", f"{entry.at:%H:%M:%S}", ""])
            item.setData(0, _NUMBER, number)
            self._list.insertTopLevelItem(0, item)
            self._rows[number] = item
            self._drop_old()
        self._show(item, entry)
        self._on_list_selection_changed()

    def _show(self, item: QTreeWidgetItem, entry: Entry) -> None:
        symbol, tone, words = self._state(entry)
        item.setIcon(1, icon(symbol, tone, 14))
        item.setText(1, _line(words))
        item.setText(3, _took((entry.ended or time.monotonic()) - entry.began))

    def _state(self, entry: Entry) -> tuple[str, str, str]:
        if entry.is_running:
            step = entry.step or self.tr("running")
            words = step if entry.percent is None else f"{step} ({entry.percent} %)"
            return "loader-circle", "accent", words
        if entry.failed:
            return "circle-x", "danger", self.tr("failed: {why}").format(why=entry.failed)
        return "circle-check", "running", self.tr("done")

    def _drop_old(self) -> None:
        while self._list.topLevelItemCount() > KEPT:
            old = self._list.takeTopLevelItem(self._list.topLevelItemCount() - 1)
            self._rows.pop(old.data(0, _NUMBER) if old else 0, None)

    def _selected(self) -> Entry | None:
        items = self._list.selectedItems()
        return self._book.entries.get(items[0].data(0, _NUMBER)) if items else None

    def _on_clock_timeout(self) -> None:
        for number, item in self._rows.items():
            if (entry := self._book.entries.get(number)) and entry.is_running:
                item.setText(3, _took(time.monotonic() - entry.began))

    def _on_list_selection_changed(self) -> None:
        entry = self._selected()
        self._output.setEnabled(entry is not None)
        self._cancel.setEnabled(entry is not None and entry.cancel is not None)

    def _on_list_item_activated(self, _item: QTreeWidgetItem, _column: int) -> None:
        self._on_output_clicked()

    def _on_output_clicked(self) -> None:
        if entry := self._selected():
            show_output(entry, self.window())

    def _on_cancel_clicked(self) -> None:
        entry = self._selected()
        if entry and entry.cancel:
            entry.cancel()
            self._book.advance(entry.number, self.tr("Stopping after this step"))


def show_output(entry: Entry, window: QWidget) -> None:
    """Everything that a task said."""
    dialog = Dialog(entry.title, window, width=640)
    text = QPlainTextEdit("\n".join(entry.output))
    text.setObjectName("code")
    text.setReadOnly(True)
    text.setAccessibleName(QCoreApplication.translate("TaskLog", "Output"))
    text.setMinimumHeight(220)
    dialog.body.addWidget(text)
    dialog.add_cancel(QCoreApplication.translate("TaskLog", "Close"))
    dialog.fit()
    dialog.open()


def _line(text: str) -> str:
    return " ".join(text[:300].split())


def _took(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.0f} s"
    return f"{int(seconds // 60)} min {int(seconds % 60)} s"
