"""The screen of what people did and of what went wrong."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from infinibay_desktop.model.events import ActorChanged
from infinibay_desktop.ui.activity.acts import ActivityActs
from infinibay_desktop.ui.activity.acts_tab import ActsTab
from infinibay_desktop.ui.activity.errors_tab import ErrorsTab
from infinibay_desktop.ui.activity.filters import parse_wish
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.page import Page
from infinibay_desktop.ui.widgets.layout import fill


class ActivityPage(Page):
    """Two lists with one filter: acts, and errors with their context."""

    name = "activity"
    symbol = "history"
    filterable = True
    has_main_act = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.work = ActivityActs(self)
        self.acts = ActsTab(self.work)
        self.errors = ErrorsTab()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Record"))
        self.tabs.addTab(self.acts, self.tr("Activity"))
        self.tabs.addTab(self.errors, self.tr("Errors"))
        self.tabs.currentChanged.connect(self._on_tabs_current_changed)
        for tab in (self.acts, self.errors):
            tab.filter_unwanted.connect(self.filter_unwanted)
        fill(QVBoxLayout(self), self.tabs, gap=0)
        self._seen = False

    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Activity")

    def page_actions(self) -> Sequence[QAction]:
        """Export and check for acts; the report for both."""
        return self.work.all() if self.tabs.currentIndex() == 0 else [self.work.report]

    def filter_hint(self) -> str:
        """What the filter understands."""
        if self.tabs.currentIndex() == 0:
            return self.tr("Filter: who:me outcome:failed since:7d")
        return self.tr("Filter: severity:high since:7d")

    def set_filter(self, text: str) -> None:
        """Show what matches, in both lists."""
        wish = parse_wish(text, datetime.now(UTC))
        self.acts.ask(wish)
        self.errors.ask(wish)

    def attach(self, desk: Desk) -> None:
        """The core runs."""
        self.work.attach(desk)
        self.acts.attach(desk)
        self.errors.attach(desk)
        desk.bridge.on(ActorChanged, self._on_actor_changed, owner=self)
        self._offer()
        if self._seen:
            self.entered()

    def entered(self) -> None:
        """Read what is shown."""
        self._seen = True
        shown = self.tabs.currentWidget()
        self.acts.follow(looked_at=shown is self.acts)
        self.errors.follow(looked_at=shown is self.errors)

    def left(self) -> None:
        """Nobody looks: nothing is read."""
        self._seen = False
        self.acts.follow(looked_at=False)
        self.errors.follow(looked_at=False)

    def retint(self) -> None:
        """The theme changed."""
        self.acts.retint()
        self.errors.retint()

    def _offer(self) -> None:
        """Errors are for who may read the whole record."""
        self.tabs.setTabVisible(1, self.work.may_see_all())
        self.changed.emit()

    def _on_actor_changed(self, _event: ActorChanged) -> None:
        self._offer()
        self.acts.see_rights()

    def _on_tabs_current_changed(self) -> None:
        if self._seen:
            self.entered()
        self.changed.emit()
