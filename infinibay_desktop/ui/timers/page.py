"""The screen of timers: what the program does by itself, how it went, run now, pause."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import (
    ActorChanged,
    Event,
    EventsMissed,
    SettingsChanged,
    TimerEnded,
    TimerStarted,
)
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.model.timers import TimerOutcome, TimerRow
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.page import Page
from infinibay_desktop.ui.rights import actor, offer
from infinibay_desktop.ui.timers.details import TimerDetails
from infinibay_desktop.ui.timers.table import TimersTable
from infinibay_desktop.ui.timers.table_model import TimersModel
from infinibay_desktop.ui.timers.words import timer_title
from infinibay_desktop.ui.widgets.buttons import action
from infinibay_desktop.ui.widgets.icons import set_icon
from infinibay_desktop.ui.widgets.layout import line

# A run's begin and end often come together.
RELOAD_MS = 150
LOOK_MS = 10_000
LANE = "timers-page"


class TimersPage(Page):
    """Hidden, it only notes that something changed."""

    name = "timers"
    symbol = "clock"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._seen = False
        self._outdated = True
        self.run_now = action(self, self.tr("Run now"), self._on_run_now, symbol="play")
        self.pause = action(self, self.tr("Pause"), self._on_pause, symbol="pause")
        self.model = TimersModel(self)
        self.table = TimersTable(self.model)
        self.table.customContextMenuRequested.connect(self._on_table_context_menu_requested)
        self.table.selectionModel().currentRowChanged.connect(self._show_selected)
        self.details = TimerDetails()
        self._reload_due = QTimer(self, singleShot=True, interval=RELOAD_MS)
        self._reload_due.timeout.connect(self._reload)
        # "In 5 minutes" is soon 4.
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self._look_again)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.table, 1)
        box.addWidget(line())
        box.addWidget(self.details)
        self._show_selected()

    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Timers")

    def page_actions(self) -> Sequence[QAction]:
        """What can be done to the selected timer."""
        return (self.run_now, self.pause)

    def attach(self, desk: Desk) -> None:
        """The core runs: timers can be read."""
        self._desk = desk
        for kind in (TimerStarted, TimerEnded, EventsMissed, ActorChanged, SettingsChanged):
            desk.bridge.on(kind, self._on_event, owner=self)
        if self._seen:
            self._reload()

    def entered(self) -> None:
        """Read what changed meanwhile."""
        self._seen = True
        self._clock.start()
        if self._outdated:
            self._reload()
        else:
            self._look_again()

    def left(self) -> None:
        """Nobody looks: nothing is asked."""
        self._seen = False
        self._clock.stop()
        self._reload_due.stop()

    def retint(self) -> None:
        """Draw the outcomes in the new colours."""
        self.table.viewport().update()

    def selected(self) -> TimerRow | None:
        """The timer whose row is selected."""
        return self.model.row_at(self.table.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The details have at most two fifths."""
        super().resizeEvent(event)
        self._fit_details()

    # What happened.

    def _on_event(self, event: Event) -> None:
        if isinstance(event, SettingsChanged) and "paused_timers" not in event.names:
            return
        self._outdated = True
        if self._seen:
            self._reload_due.start()

    def _on_table_context_menu_requested(self, place: QPoint) -> None:
        if self.selected():
            menu = QMenu(self)
            menu.addActions([self.run_now, self.pause])
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.table.viewport().mapToGlobal(place))

    def _look_again(self) -> None:
        self.model.look_again()
        self._show_selected()

    # Reading.

    def _reload(self) -> None:
        if self._desk:
            self._outdated = False
            title = self.tr("Could not read the timers")
            self._desk.operations.spawn(self, self._read(self._desk), title=title)

    async def _read(self, desk: Desk) -> None:
        try:
            rows = await desk.operations.run(desk.core.timers.all, key=LANE)
        except InfinibayError:
            self._outdated = True
            raise
        self.model.show(rows)
        if not self.table.currentIndex().isValid() and rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_selected()

    def _show_selected(self) -> None:
        row = self.selected()
        self.details.show_row(row)
        self._fit_details()
        may = bool(self._desk and actor(self._desk).may(Permission.TIMER_MANAGE))
        running = row is not None and row.outcome is TimerOutcome.RUNNING
        paused = row is not None and row.paused
        self.pause.setText(self.tr("Resume") if paused else self.tr("Pause"))
        set_icon(self.pause, "rotate-ccw" if paused else "pause", "text")
        offer(self.run_now, possible=row is not None and not running, permitted=may)
        offer(self.pause, possible=row is not None, permitted=may)

    def _fit_details(self) -> None:
        most = max(60, self.height() * 2 // 5)
        self.details.setFixedHeight(min(most, self.details.sizeHint().height()))

    # Acts.

    def _on_run_now(self) -> None:
        if (desk := self._desk) and (row := self.selected()):
            self._do(
                lambda: desk.core.timers.run_now(row.name),
                self.tr("Could not run '{timer}'").format(timer=timer_title(row.name)),
            )

    def _on_pause(self) -> None:
        if (desk := self._desk) and (row := self.selected()):
            timers = desk.core.timers
            act = timers.resume if row.paused else timers.pause
            words = self.tr("Could not resume '{timer}'")
            if not row.paused:
                words = self.tr("Could not pause '{timer}'")
            self._do(lambda: act(row.name), words.format(timer=timer_title(row.name)))

    def _do(self, act: Callable[[], None], title: str) -> None:
        if self._desk:
            self._desk.operations.spawn(self, self._done(self._desk, act), title=title)

    async def _done(self, desk: Desk, act: Callable[[], None]) -> None:
        await desk.operations.run(act, key=LANE)
        self._reload()
