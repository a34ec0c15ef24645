"""What all parts of a guest share: a list, what can be done to a row, and when they ask."""

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.guest_parts import GuestPage, Teller
from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.services.guest_pages import everything
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.guest.model import GuestModel
from infinibay_desktop.ui.guest.view import GuestList
from infinibay_desktop.ui.guest.work import GuestWork
from infinibay_desktop.ui.rights import may_on
from infinibay_desktop.ui.widgets.buttons import act_button, icon_button
from infinibay_desktop.ui.widgets.flow import FlowGrid
from infinibay_desktop.ui.widgets.forms import text_field
from infinibay_desktop.ui.widgets.layout import fill, row
from infinibay_desktop.ui.widgets.text import wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.ui.desk import Desk

FILTER_MS = 150
ACT_WIDTH, ACT_WIDEST = 104, 190
MARGIN = 10
PageAt = Callable[[int], GuestPage[Any]]


class GuestPart(QWidget):
    """A list of what is inside one guest. It asks only while somebody looks.

    Subclasses say what is asked (`page_at`), and what can be done to a row.
    """

    name: ClassVar[str] = ""
    # Whether only the machine's own agent can tell it.
    needs_agent: ClassVar[bool] = True

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self.desk = desk
        self.model = self.make_model()
        self.model.setParent(self)
        self.view = view = self.make_view(self.model)
        self.machine: Machine | None = None
        self.work = GuestWork(desk, self)
        self._answered = False
        self._asking: MachineKey | None = None
        self._has_rows = False
        self.filter = self._filter_field()
        self.refresh = icon_button("refresh-cw", self.tr("Ask again"), self.load)
        self.state = wrapped(name="hint")
        self.problem = wrapped(name="problem")
        self.head = row(self.filter, self.refresh, gap=6)
        self.head.setStretch(0, 1)
        self.acts = FlowGrid(cell_width=ACT_WIDTH, widest=ACT_WIDEST, gap=6)
        self.page: GuestPage[Any] = GuestPage()
        self.problem.hide()
        self._whole = QWidget()
        fill(inner := QVBoxLayout(self._whole), self.head, self.problem, view, self.acts, gap=6)
        inner.setStretch(2, 1)
        fill(box := QVBoxLayout(self), self._whole, self.state, gap=6, margin=MARGIN)
        box.setStretch(0, 1)
        box.setAlignment(self.state, Qt.AlignmentFlag.AlignTop)
        view.selectionModel().selectionChanged.connect(lambda *_selected: self.offer_acts())

    # What subclasses say.

    def make_model(self) -> GuestModel:
        """The rows' model."""
        raise AssertionError("each part has rows of its own")

    def make_view(self, model: GuestModel) -> GuestList:
        """The list of them."""
        raise AssertionError(f"each part has a list of its own for {model}")

    def page_at(self, key: MachineKey) -> PageAt:
        """How a page of the list is asked for; it is called on a worker."""
        raise AssertionError(f"each part says what it asks of {key}")

    def offer_acts(self) -> None:
        """Enable what can be done to the selected row."""

    # What the tab says.

    def see(self, machine: Machine, *, answered: bool) -> None:
        """Show this machine; whether its agent answers."""
        other = self.machine is None or self.machine.key != machine.key
        came = answered and not self._answered
        self.machine, self._answered = machine, answered
        if other:
            self.clear()
        self._whole.setVisible(self.can_ask)
        if not self.can_ask:
            self.tell_nothing()
        elif (other or came) and self.isVisible():
            self.load()
        self.offer_acts()

    @property
    def can_ask(self) -> bool:
        """Whether there is somebody inside to be asked."""
        return self.machine is not None and (self._answered or not self.needs_agent)

    @property
    def may_change(self) -> bool:
        """Whether the person may change what is inside."""
        return self.machine is not None and may_on(self.desk, Permission.GUEST_MANAGE, self.machine)

    def clear(self) -> None:
        """Another machine: nothing of the last one may stay."""
        self._has_rows = False
        self.model.show_rows(())
        self.blame("")
        self.say(self.tr("Asking…") if self.can_ask else "")

    def tell_nothing(self) -> None:
        """Nobody can be asked: what was known is not shown as if it still were so."""
        if self._has_rows:
            self.clear()
        self.say(self.tr("It shows here once the agent talks."))

    def load(self) -> None:
        """Ask, unless that is going on already."""
        if self.can_ask and self.machine and self._asking != self.machine.key:
            self.desk.operations.spawn(self, self._load(self.machine.key))

    def say(self, words: str) -> None:
        """A line below the list."""
        self.state.setText(words)
        self.state.setVisible(bool(words))

    def blame(self, words: str) -> None:
        """What went wrong, above the list."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def add_acts(self, *actions: QAction) -> None:
        """Buttons for what can be done to a row, which is in its context menu too."""
        self.view.offer(*actions)
        for each in actions:
            self.acts.addWidget(act_button(each))

    def offer(self, action: QAction, *, possible: bool) -> None:
        """Enable an act on the selected row where it makes sense and is permitted."""
        action.setEnabled(possible and self.can_ask and self.may_change)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for who looks."""
        super().showEvent(event)
        self.watch()

    def hideEvent(self, event: QHideEvent) -> None:
        """Cost nothing."""
        super().hideEvent(event)
        self.unwatch()

    def watch(self) -> None:
        """Somebody looks."""
        self.load()

    def unwatch(self) -> None:
        """Nobody looks any more."""

    def retint(self) -> None:
        """The theme changed."""
        self.view.viewport().update()

    # Small change.

    async def _load(self, key: MachineKey) -> None:
        self._asking = key
        page_at = self.page_at(key)
        try:
            page = await self.desk.operations.run(
                lambda: everything(page_at), lane=("guest", key.host_id)
            )
        except InfinibayError as error:
            if self._is_shown(key):
                self.blame(complaint(error))
                self.say("" if self._has_rows else self.tr("Nothing is known yet."))
        else:
            if self._is_shown(key):
                self._show(page)
        finally:
            if self._asking == key:
                self._asking = None
        self.loaded()

    def loaded(self) -> None:
        """An answer came, or none will."""

    def _is_shown(self, key: MachineKey) -> bool:
        return self.machine is not None and self.machine.key == key and self.can_ask

    def _show(self, page: GuestPage[Any]) -> None:
        self._has_rows = True
        self.blame("")
        fresh = self.model.show_rows(page.rows)
        for index in fresh:
            self.view.expand(index)
        self.page = page
        self.count()
        self.offer_acts()

    def count(self) -> None:
        """Say how many rows there are."""
        shown, total = self.model.shown, self.model.total
        if shown != total:
            words = self.tr("{shown} of {total}").format(shown=shown, total=total)
        elif total == 0:
            words = self.tr("There is nothing.")
        else:
            words = self.tr("{total} in all").format(total=total)
        if self.page.cut:
            words += " " + self.tr("There are more than are shown.")
        if self.page.teller is Teller.QEMU:
            words += " " + self.tr("Told by the QEMU guest agent.")
        self.say(words)

    def _filter_field(self) -> QLineEdit:
        field = text_field(placeholder=self.tr("Filter"))
        # The page above has a filter of its own.
        filter_of = self.tr("Filter: {list}")
        field.setAccessibleName(filter_of.format(list=self.view.accessibleName()))
        field.setClearButtonEnabled(True)
        field.setMaxLength(200)
        field.setMinimumWidth(60)
        self._filter_timer = QTimer(self, singleShot=True, interval=FILTER_MS)
        self._filter_timer.timeout.connect(self._on_filter_timer_timeout)
        field.textChanged.connect(lambda _text: self._filter_timer.start())
        return field

    def _on_filter_timer_timeout(self) -> None:
        self.model.set_filter(self.filter.text())
        if self._has_rows:
            self.count()
