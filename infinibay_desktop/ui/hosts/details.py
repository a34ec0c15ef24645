"""One host in detail: its state, what to do, what it is, and how its connections stand."""

from datetime import UTC, datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.hosts import HostId, PoolStatistics
from infinibay_desktop.services.host_facts import HostPortrait, look_at_host
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.hosts.acts import HostActs, act_button
from infinibay_desktop.ui.hosts.facts import ability_rows, fact_rows, pool_rows
from infinibay_desktop.ui.hosts.rows import HostRow
from infinibay_desktop.ui.remedy_text import translate_remedy
from infinibay_desktop.ui.state_words import host_look
from infinibay_desktop.ui.widgets.fact_grid import FactGrid
from infinibay_desktop.ui.widgets.figures import Sign
from infinibay_desktop.ui.widgets.flow import FlowGrid
from infinibay_desktop.ui.widgets.layout import Card, ScrollPage, column, row
from infinibay_desktop.ui.widgets.remedy import Remedy
from infinibay_desktop.ui.widgets.text import ElidedLabel, plain, wrapped

POOL_MS = 2000


class HostDetails(ScrollPage):
    """Shows the selected host. It asks the host only while it is looked at."""

    def __init__(self, acts: HostActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._row: HostRow | None = None
        self._portraits: dict[HostId, HostPortrait] = {}
        self._seen = False
        self._asking: set[HostId] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(POOL_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._make_head(acts)
        self._make_cards()
        self.body.addStretch(1)

    def attach(self, desk: Desk) -> None:
        """The core runs."""
        self._desk = desk

    def show_row(self, shown: HostRow) -> None:
        """Show a host, or the same one as it is now."""
        before, self._row = self._row, shown
        other = before is None or before.host.id != shown.host.id
        came = before is None or before.status != shown.status
        if came and not shown.is_connected:
            self._asking.discard(shown.host.id)
        self._tell_state()
        self._show_portrait()
        if other:
            self._pool_card.hide()
            self.verticalScrollBar().setValue(0)
        if other or came:
            self._look(afresh=came and not other)
        self._pace()

    def tick(self) -> None:
        """A second went by: count down."""
        if self._row:
            self.state.setText(self._row.state(datetime.now(UTC)))

    def entered(self) -> None:
        """The page is looked at."""
        self._seen = True
        self._look()
        self._pace()

    def left(self) -> None:
        """Nobody looks."""
        self._seen = False
        self._pace()

    def _make_head(self, acts: HostActs) -> None:
        self.name = ElidedLabel(name="title")
        self._sign = Sign("unlink", "off")
        self.state = plain()
        self.uri = wrapped(name="muted")
        self.machines = wrapped(name="muted")
        self.reason = wrapped(name="problem")
        self.remedy = Remedy()
        self._buttons = QWidget()
        grid = FlowGrid(self._buttons, cell_width=152, gap=8, balanced=True)
        for act, symbol, kind in (
            (acts.connect_host, "plug", "primary"),
            (acts.new_machine, "plus", ""),
            (acts.edit, "pencil", ""),
            (acts.test, "plug-zap", ""),
            (acts.disconnect_host, "unlink", ""),
            (acts.forget, "trash-2", ""),
        ):
            grid.addWidget(act_button(act, symbol, kind=kind))
        self.body.addLayout(
            column(
                self.name, row(self._sign, self.state, 1), self.uri, self.machines,
                self.reason, self.remedy, self._buttons, gap=6,
            )
        )  # fmt: skip

    def _make_cards(self) -> None:
        self._facts_card = Card(self.tr("Host"))
        self._pool_card = Card(self.tr("Connections"))
        self._abilities_card = Card(self.tr("What machines can have"))
        self.facts, self.pool, self.abilities = FactGrid(), FactGrid(), FactGrid()
        self._facts_note = wrapped(name="hint")
        self._facts_card.body.addWidget(self._facts_note)
        self._facts_card.body.addWidget(self.facts)
        self._pool_card.body.addWidget(self.pool)
        self._abilities_card.body.addWidget(self.abilities)
        for card in (self._facts_card, self._pool_card, self._abilities_card):
            self.body.addWidget(card)
            card.hide()

    def _tell_state(self) -> None:
        shown = self._row
        assert shown is not None
        self.name.show_text(shown.name)
        look = host_look(shown.status)
        self._sign.show_symbol(look.symbol, look.tone)
        self.state.setText(shown.state(datetime.now(UTC)))
        self.uri.setText(shown.uri)
        self.machines.setText(f"{shown.machines} · {shown.acceleration}")
        reason = "" if shown.is_connected else shown.status.reason
        self.reason.setText(reason[:2000])
        self.reason.setVisible(bool(reason))
        remedy = translate_remedy(shown.status.remedy[:2000], shown.status.problem)
        self.remedy.tell(remedy if reason else "")

    def _show_portrait(self) -> None:
        shown = self._row
        assert shown is not None
        found = self._portraits.get(shown.host.id)
        self._facts_card.setVisible(found is not None)
        self._abilities_card.setVisible(found is not None)
        if found is None:
            return
        stale = not shown.is_connected
        self._note(self.tr("As last seen; the host is not connected.") if stale else "")
        self.facts.setEnabled(not stale)
        self.abilities.setEnabled(not stale)
        self.facts.show_rows(fact_rows(found, shown.host))
        self.abilities.show_rows(ability_rows(found))

    def _note(self, text: str) -> None:
        self._facts_note.setText(text)
        self._facts_note.setVisible(bool(text))

    # Asking the host.

    def _look(self, *, afresh: bool = False) -> None:
        shown = self._row
        if self._desk is None or shown is None or not self._seen or not shown.is_connected:
            return
        if shown.host.id in self._portraits and not afresh:
            return
        self._desk.operations.spawn(self, self._ask_facts(self._desk, shown.host.id))

    async def _ask_facts(self, desk: Desk, host_id: HostId) -> None:
        try:
            found = await desk.operations.run(
                lambda: look_at_host(desk.core.connections, host_id),
                key=("facts", host_id),
                lane=host_id,
            )
        except InfinibayError as error:
            self._facts_failed(host_id, error)
            return
        self._portraits[host_id] = found
        if self._row and self._row.host.id == host_id:
            self._show_portrait()

    def _facts_failed(self, host_id: HostId, error: InfinibayError) -> None:
        if self._row and self._row.host.id == host_id and self._row.is_connected:
            self._facts_card.show()
            self._note(complaint(error))

    def _pace(self) -> None:
        wanted = self._seen and self._row is not None and self._row.is_connected
        if not wanted:
            self._timer.stop()
            self._pool_card.setVisible(False)
        elif not self._timer.isActive():
            self._timer.start()
            self._on_timer_timeout()

    def _on_timer_timeout(self) -> None:
        if self._desk and self._row and self._row.host.id not in self._asking:
            self._asking.add(self._row.host.id)
            self._desk.operations.spawn(self, self._ask_pool(self._desk, self._row.host.id))

    async def _ask_pool(self, desk: Desk, host_id: HostId) -> None:
        def ask() -> PoolStatistics:
            return desk.core.connections.link(host_id).pool_statistics()

        try:
            found = await desk.operations.run(ask)
        except InfinibayError:
            return  # it was lost meanwhile, which the state says
        finally:
            self._asking.discard(host_id)
        if self._row and self._row.host.id == host_id and self._timer.isActive():
            self.pool.show_rows(pool_rows(found))
            self._pool_card.show()
