"""Making a machine: the form beside what exactly will be made, checked while it is filled in."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import (
    DepartmentRemoved,
    DepartmentSaved,
    Event,
    EventsMissed,
    HostRemoved,
    HostSaved,
    HostStatusChanged,
    MachinesPlaced,
)
from infinibay_desktop.model.hosts import Host, HostId, LinkState
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.specs import MachineSpec
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.machines.acts import short
from infinibay_desktop.ui.machines.new_machine_form import NewMachineForm
from infinibay_desktop.ui.machines.offer import HostOffer, read_offer
from infinibay_desktop.ui.machines.wish import (
    Wish,
    field_of,
    missing,
    name_problem,
    spec_problem,
    summary,
)
from infinibay_desktop.ui.widgets.buttons import button
from infinibay_desktop.ui.widgets.dialogs import scroll_to
from infinibay_desktop.ui.widgets.icons import pixmap, tint
from infinibay_desktop.ui.widgets.layout import (
    Card,
    ScrollPage,
    clear,
    column,
    fill,
    row,
    size_within_screen,
)
from infinibay_desktop.ui.widgets.text import plain, wrapped

CHECK_MS = 400
# Below this width the summary stands under the form instead of beside it.
WIDE = 720
SIDE = 290


class NewMachineDialog(QDialog):
    """Nothing waits for the host: it is asked in the background, and says no beside the field.

    It closes when the creation begins; if that fails, Retry shows it again as it was.
    """

    # The creation began: another dialog may be opened.
    begun = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New machine"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._hosts: dict[HostId, Host] = {}
        self._offer: HostOffer | None = None
        self._pressed = False
        self._blamed = ""
        self.form = NewMachineForm()
        self.form.place.attach(desk)
        self._build_ui()
        self._check = QTimer(self, singleShot=True, interval=CHECK_MS)
        self._check.timeout.connect(self._on_check_timeout)
        self._connect()
        size_within_screen(self, 940, 720)
        desk.operations.spawn(self, self._read_choices())

    # Making.

    def _build_ui(self) -> None:
        self.notice = wrapped(name="problem")
        self.notice.hide()
        self._page = ScrollPage()
        self._page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        heading = plain(self.tr("New machine"), name="title")
        for part in (heading, self.notice, self.form):
            self._page.body.addWidget(part)
        self._side = Card(self.tr("This will be made"))
        self._lines = column(gap=8)
        self._side.body.addLayout(self._lines)
        self._beside = QVBoxLayout()
        fill(self._beside, self._side, 1, margin=16)
        self._beside.setContentsMargins(8, 16, 16, 16)
        middle = QHBoxLayout()
        fill(middle, self._page, gap=0)
        middle.setStretch(0, 1)
        middle.addLayout(self._beside)
        self.problem = wrapped(name="problem")
        self.problem.hide()
        cancel = button(self.tr("Cancel"), self.reject)
        self.make = button(self.tr("Create"), self._on_make_clicked, kind="primary")
        self.make.setDefault(True)
        self.make.setEnabled(False)  # until a host is known to be there
        foot = column(self.problem, row(1, cancel, self.make), margin=14)
        fill(QVBoxLayout(self), middle, foot, gap=0)
        self._is_wide = True
        self._side.setFixedWidth(SIDE)
        self._side.setMinimumHeight(1)  # what it says must not keep the window from being low
        self.form.name.setFocus()

    def _connect(self) -> None:
        self.form.changed.connect(self._on_form_changed)
        self.form.host_chosen.connect(self._on_host_chosen)
        self.form.advanced.toggle.toggled.connect(self._on_advanced_toggled)
        bridge = self._desk.bridge
        bridge.on(HostStatusChanged, self._on_host_status_changed, owner=self)
        bridge.on(HostSaved, self._on_hosts_edited, owner=self)
        bridge.on(HostRemoved, self._on_hosts_edited, owner=self)
        for kind in (DepartmentSaved, DepartmentRemoved, MachinesPlaced, EventsMissed):
            bridge.on(kind, self._on_departments_edited, owner=self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The summary stands beside the form where there is room, below it where there is not."""
        super().resizeEvent(event)
        wide = self.width() >= WIDE
        if wide == self._is_wide:
            return
        self._is_wide = wide
        if wide:
            self._beside.insertWidget(0, self._side)
            self._side.setFixedWidth(SIDE)
            self._side.setMinimumHeight(1)
        else:
            self._page.body.addWidget(self._side)
            self._side.setMinimumHeight(0)
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
        margin = 16 if wide else 0
        self._beside.setContentsMargins(margin // 2, margin, margin, margin)

    # What there is to choose from.

    async def _read_choices(self) -> None:
        core, run = self._desk.core, self._desk.operations.run
        self.form.set_blueprints(await run(core.blueprints.all))
        await self._read_departments()
        await self._read_hosts()

    async def _read_departments(self) -> None:
        found = await self._desk.operations.run(self._desk.core.departments.all)
        self.form.place.set_departments(found)

    async def _read_hosts(self) -> None:
        hosts = await self._desk.operations.run(self._desk.core.hosts.all)
        self._hosts = {host.id: host for host in hosts}
        # A host that can be used now comes first, so that it is the one taken.
        ordered = sorted(hosts, key=lambda host: not self._is_connected(host.id))
        self.form.set_hosts([(host, self._is_connected(host.id)) for host in ordered])
        self._look_at_host()

    def _look_at_host(self) -> None:
        """Ask the chosen host what it has, if that is not known yet."""
        host = self._host()
        self._say_how_host_is(host)
        known = self._offer.host.id if self._offer else None
        if host and self._is_connected(host.id) and known != host.id:
            self._desk.operations.spawn(self, self._read_offer(host))
        self._on_form_changed()

    async def _read_offer(self, host: Host) -> None:
        core = self._desk.core
        try:
            offer = await self._desk.operations.run(
                lambda: read_offer(core, host), key=("offer", host.id), lane=host.id
            )
        except InfinibayError as error:
            if self.form.host_id() == host.id:
                self._show_notice(complaint(error))
            return
        if self.form.host_id() == host.id:
            self._offer = offer
            self.form.take(offer, self._taken(host.id))

    def _taken(self, host_id: HostId) -> list[str]:
        return [machine.name for machine in self._desk.core.inventory.of_host(host_id)]

    def _host(self) -> Host | None:
        host_id = self.form.host_id()
        return self._hosts.get(host_id) if host_id else None

    def _is_connected(self, host_id: HostId) -> bool:
        return self._desk.core.connections.status(host_id).state is LinkState.CONNECTED

    def _say_how_host_is(self, host: Host | None) -> None:
        if host is None:
            text = self.tr("There is no host yet. Add one under Hosts; machines are made there.")
            self._show_notice(text if not self._hosts else "")
        elif self._is_connected(host.id):
            self._show_notice("")
        else:
            text = self.tr(
                "'{host}' is not connected. What you fill in stays; it can be made as soon as the "
                "host is back, or on another host."
            )
            self._show_notice(text.format(host=short(host.name)))

    def _show_notice(self, text: str) -> None:
        self.notice.setText(text)
        self.notice.setVisible(bool(text))

    # Events.

    def _on_host_chosen(self) -> None:
        self._offer = None
        self._look_at_host()

    def _on_advanced_toggled(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if on:  # what was unfolded lies below; the layout has to place it first
            QTimer.singleShot(0, self, self._show_advanced)

    def _show_advanced(self) -> None:
        self._page.ensureWidgetVisible(self.form.advanced, 0, 0)

    def _on_host_status_changed(self, event: HostStatusChanged) -> None:
        if event.status.host_id in self._hosts:
            hosts = [(host, self._is_connected(host.id)) for host in self._hosts.values()]
            self.form.set_hosts(hosts)
            self._look_at_host()

    def _on_hosts_edited(self, _event: HostSaved | HostRemoved) -> None:
        self._desk.operations.spawn(self, self._read_hosts())

    def _on_departments_edited(self, _event: Event) -> None:
        if self.isVisible():
            self._desk.operations.spawn(self, self._read_departments())

    # Checking.

    def _on_form_changed(self) -> None:
        wish = self.form.wish()
        self._show_summary(wish)
        problem = self._problem(wish)
        self.make.setEnabled(self._is_host_ready())
        if problem is None and self.isVisible() and self._may_ask_host():
            self._check.start()
        else:
            self._check.stop()

    def _problem(self, wish: Wish) -> str | None:
        """Show and return what is wrong as far as we know by ourselves."""
        host_id = self.form.host_id()
        if error := name_problem(wish, self._taken(host_id) if host_id else ()):
            return self._show_error(error, wish)
        if lacks := missing(wish):
            # Nobody is scolded for what has not been filled in yet.
            self._blame(*(lacks if self._pressed else ("", "")))
            return lacks[1]
        if excess := self.form.place.problem(wish.amount):
            self._blame("department", excess)
            return excess
        return self._show_error(spec_problem(wish), wish)

    def _show_error(self, error: InfinibayError | None, wish: Wish) -> str | None:
        words = complaint(error) if error else ""
        self._blame(field_of(error, wish.source) if error else "", words)
        return words or None

    def _blame(self, field: str, problem: str) -> None:
        self._blamed = field
        found = self.form.blame(field, problem)
        self.problem.setText("" if found else problem)
        self.problem.setVisible(bool(problem) and not found)

    def _is_host_ready(self) -> bool:
        host_id = self.form.host_id()
        return host_id is not None and self._is_connected(host_id)

    def _may_ask_host(self) -> bool:
        """Whether planning on the host would change nothing there, and is possible."""
        offer = self._offer
        if offer is None or not self._is_host_ready():
            return False
        # Planning makes a missing pool and starts one that is stopped: that waits for Create.
        pool = offer.pool(self.form.wish().pool)
        return offer.is_demonstration or (pool is not None and pool.active)

    def _on_check_timeout(self) -> None:
        self._desk.operations.spawn(self, self._check_on_host(self.form.wish()))

    async def _check_on_host(self, wish: Wish) -> None:
        await self._ask_host(wish)

    async def _ask_host(self, wish: Wish) -> bool:
        """Let the host say what it would refuse; whether it has nothing against it."""
        host = self._host()
        if host is None:
            return False
        core, spec = self._desk.core, wish.spec()
        try:
            await self._desk.operations.run(
                lambda: core.creation.plan(host.id, spec), key=("plan", host.id), lane=host.id
            )
        except InfinibayError as error:
            if wish == self.form.wish():  # else it is an answer to an older question
                self._show_error(error, wish)
            return False
        return True

    def _show_summary(self, wish: Wish) -> None:
        clear(self._lines)
        self._lines.addWidget(_Name(wish.name or "…"))
        for symbol, words in summary(wish, self._offer):
            self._lines.addLayout(_line(symbol, words))

    # Creating.

    def _on_make_clicked(self) -> None:
        if not self.form.isEnabled():
            return  # it was pressed already
        self._pressed = True
        wish = self.form.wish()
        if self._problem(wish) is not None:
            self._go_to_problem()
        elif host := self._host():
            # What the host refuses, such as a wrong path, is told while the form is there.
            focus = self.focusWidget()
            self._hold()
            self._desk.operations.spawn(self, self._check_and_begin(host, wish, focus))

    async def _check_and_begin(self, host: Host, wish: Wish, focus: QWidget | None) -> None:
        try:
            fits = await self._ask_host(wish)
            # What was still being read, such as the departments, may have filled in more.
            while wish != self.form.wish():
                wish = self.form.wish()
                fits = self._problem(wish) is None and await self._ask_host(wish)
        finally:
            self._release(focus)
        if not self.isVisible():
            return  # closed meanwhile
        if fits:
            self._begin(host, wish)
        else:
            self._go_to_problem()

    def _hold(self) -> None:
        """Nothing can be typed for a moment: Create is meant for what stands there."""
        self.make.setEnabled(False)
        self.form.setEnabled(False)

    def _release(self, focus: QWidget | None) -> None:
        self.form.setEnabled(True)
        self.make.setEnabled(self._is_host_ready())
        if focus is not None:
            focus.setFocus()

    def _go_to_problem(self) -> None:
        if field := self.form.fields.get(self._blamed):
            scroll_to(self._page, field.editor)
            # Also what is wrong with it, which stands below and has no place yet.
            QTimer.singleShot(0, field, lambda: self._page.ensureWidgetVisible(field, 0, 12))

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody asks the host any more."""
        super().hideEvent(event)
        self._check.stop()

    def _begin(self, host: Host, wish: Wish) -> None:
        # Hidden, not gone: a failure can bring it back with all that was filled in.
        self.hide()
        self.begun.emit()
        console = wish.start and self.form.after.console.isChecked()
        self._desk.operations.spawn(self, self._make(host, wish.spec(), console=console))

    async def _make(self, host: Host, spec: MachineSpec, *, console: bool) -> None:
        core = self._desk.core
        try:
            machine_id = await self._desk.operations.run(
                lambda: core.creation.create(host.id, spec), lane=host.id
            )
        except InfinibayError as error:
            self._failed(error, spec)
            return
        key = MachineKey(host.id, machine_id)
        self._desk.go.show_machine(key)
        if console:
            self._desk.go.show_console(key)
        self.close()
        self.deleteLater()

    def _failed(self, error: InfinibayError, spec: MachineSpec) -> None:
        title = self.tr("Could not create '{name}'").format(name=short(spec.name))
        self._desk.notices.show_error(error, title=title, retry=self._come_back)
        self._show_error(error, self.form.wish())

    def _come_back(self) -> None:
        self.show()
        self.raise_()
        self.activateWindow()


class _Name(QLabel):
    """The machine's name over as many lines as it needs, within reason."""

    def __init__(self, name: str) -> None:
        super().__init__(short(name))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName("heading")
        self.setWordWrap(True)
        self.setMinimumWidth(60)


def _line(symbol: str, words: str) -> QHBoxLayout:
    picture = QLabel()
    picture.setPixmap(pixmap(symbol, tint("muted"), 16, picture.devicePixelRatioF()))
    picture.setAlignment(Qt.AlignmentFlag.AlignTop)
    made = row(picture, wrapped(words), gap=10)
    made.setStretch(1, 1)
    return made
