"""The first page: all machines and hosts at a glance."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from infinibay_desktop.model.events import ActorChanged
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineKey, MachineState
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.model.storage import Pool
from infinibay_desktop.ui.overview.backdrop import Backdrop
from infinibay_desktop.ui.overview.cards import (
    BUSIEST,
    BusiestCard,
    HostCard,
    HostFigures,
    StorageCard,
    TasksCard,
)
from infinibay_desktop.ui.overview.feed import OverviewFeed
from infinibay_desktop.ui.page import Page
from infinibay_desktop.ui.rights import may_somewhere
from infinibay_desktop.ui.state_words import MACHINE_STATES, filter_for, machine_look
from infinibay_desktop.ui.widgets.buttons import act_button, action, button
from infinibay_desktop.ui.widgets.figures import Tile
from infinibay_desktop.ui.widgets.flow import FlowGrid
from infinibay_desktop.ui.widgets.layout import Card, EmptyPage, ScrollPage, row
from infinibay_desktop.ui.widgets.text import plain, wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:  # the desk imports every service, which the first paint does not wait for
    from infinibay_desktop.ui.desk import Desk

# A thousand events a second cost five drawings of it.
REDRAW_MS = 200
HOST_CARDS = 12
# These are shown even when there is no such machine.
_ALWAYS = frozenset({MachineState.RUNNING, MachineState.SHUT_OFF})


class OverviewPage(Page):
    """Counts, hosts, the busiest machines, tasks and storage, current while it is looked at."""

    name = "overview"
    symbol = "layout-dashboard"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._looked_at = False
        self.feed = OverviewFeed(self)
        self.feed.changed.connect(self._on_feed_changed)
        self._redraw = QTimer(self, singleShot=True, interval=REDRAW_MS)
        self._redraw.timeout.connect(self._show)
        self._new_machine = action(self, self.tr("New machine"), self._make_machine, symbol="plus")
        self._new_machine.setEnabled(False)
        self.backdrop = Backdrop(self)
        self._build()

    def title(self) -> str:
        """The page's name for people."""
        return self.tr("Overview")

    def page_actions(self) -> Sequence[QAction]:
        """Making a machine."""
        return (self._new_machine,)

    def show_cached(self, machines: Sequence[Machine], hosts: Mapping[HostId, str]) -> None:
        """Show the last session's list until the core runs."""
        self.feed.show_cached(machines, hosts)
        self._show()

    def attach(self, desk: "Desk") -> None:
        """Follow the running core."""
        self._desk = desk
        desk.bridge.on(ActorChanged, lambda _event: self._offer(desk), owner=self)
        self._offer(desk)
        self.feed.attach(desk)
        self.backdrop.attach(desk, lambda: self.tr("Could not show your picture"))
        if self._looked_at:
            self.feed.enter()
        self._show()

    def entered(self) -> None:
        """Figures are wanted now."""
        self._looked_at = True
        self.feed.enter()
        self._show()

    def left(self) -> None:
        """Ask nothing more."""
        self._looked_at = False
        self.feed.leave()

    def retint(self) -> None:
        """The theme changed."""
        self._no_host.retint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture behind it all."""
        self.backdrop.paint(QPainter(self), self.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale the picture."""
        super().resizeEvent(event)
        self.backdrop.resized()

    # Making.

    def _build(self) -> None:
        self._ways = (
            button(self.tr("Set up this computer"), self._set_up, kind="primary", symbol="rocket"),
            button(self.tr("Connect to another computer…"), self._add_host),
        )
        self._no_host = EmptyPage(
            "server",
            self.tr("No host yet"),
            self.tr(
                "Machines run on hosts: computers with libvirt, such as this one. Set up the "
                "first host, and its machines are shown here."
            ),
            *self._ways,
        )
        self._content = ScrollPage()
        self._stack = QStackedLayout()
        around = ScrollPage()
        around.body.addWidget(self._no_host)
        for page in (QWidget(), around, self._content):
            self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._stack)
        self._build_content()

    def _build_content(self) -> None:
        body = self._content.body
        self._tiles = {state: self._tile(state) for state in MACHINE_STATES}
        strip = FlowGrid(cell_width=128, widest=240, gap=10)
        for tile in self._tiles.values():
            strip.addWidget(tile)
        self._strip = QWidget()
        self._strip.setLayout(strip)
        self._total = plain(name="heading")
        self._stale = button("", self._show_stale, kind="link", symbol="unlink")
        self._first = self._first_machine()
        self._cards = FlowGrid(cell_width=340, level=False)
        self._host_cards: dict[HostId, HostCard] = {}
        self._busiest = BusiestCard(self._show_machine)
        self._tasks, self._storage = TasksCard(), StorageCard()
        self._more_hosts = button("", self._show_hosts, kind="link")
        for card in (self._busiest, self._tasks, self._storage):
            self._cards.addWidget(card)
        body.addLayout(row(self._total, self._stale, 1))
        body.addWidget(self._strip)
        body.addWidget(self._first)
        body.addLayout(self._cards)
        body.addLayout(row(self._more_hosts, 1))
        body.addStretch(1)

    def _tile(self, state: MachineState) -> Tile:
        look = machine_look(state)
        made = Tile(look.symbol, look.word, look.tone)
        made.setToolTip(self.tr("Show these machines"))
        made.clicked.connect(lambda: self._show_filtered(filter_for(state)))
        return made

    def _first_machine(self) -> Card:
        card = Card(self.tr("No machines yet"))
        text = self.tr(
            "A machine is a whole computer made of software. Choose a name and a size, and "
            "where its system comes from; everything else has a default that works."
        )
        card.body.addWidget(wrapped(text, name="muted"))
        self._make_first = act_button(self._new_machine, kind="primary")
        card.body.addLayout(row(self._make_first, 1))
        return card

    # Acts.

    def _offer(self, desk: "Desk") -> None:
        """Leave out what the signed-in person may not do."""
        may_make = may_somewhere(desk, Permission.MACHINE_CREATE)
        self._new_machine.setEnabled(may_make)
        self._new_machine.setVisible(may_make)
        for way in self._ways:
            way.setVisible(may_somewhere(desk, Permission.HOST_MANAGE))

    def _make_machine(self) -> None:
        if self._desk:
            self._desk.go.show_new_machine()

    def _set_up(self) -> None:
        if self._desk:
            self._desk.go.show_page("first-run")

    def _add_host(self) -> None:
        if self._desk:
            self._desk.go.show_host(None)

    def _show_hosts(self) -> None:
        if self._desk:
            self._desk.go.show_page("hosts")

    def _show_host(self, host_id: HostId) -> None:
        if self._desk:
            self._desk.go.show_host(host_id)

    def _show_machine(self, key: MachineKey) -> None:
        if self._desk:
            self._desk.go.show_machine(key)

    def _show_stale(self) -> None:
        self._show_filtered("stale:yes")

    def _show_filtered(self, wanted: str) -> None:
        if self._desk:
            self._desk.go.show_page("machines", filter_text=wanted)

    # Showing.

    def _on_feed_changed(self) -> None:
        if self._looked_at and not self._redraw.isActive():
            self._redraw.start()

    def _show(self) -> None:
        feed = self.feed
        anything = len(feed.tally) > 0 or bool(feed.hosts)
        self._stack.setCurrentIndex(2 if anything else 1 if feed.knows_hosts else 0)
        if not anything:
            return
        self._show_machines()
        self._show_host_cards()
        loads = feed.tally.busiest(BUSIEST)
        self._busiest.show_loads(loads, feed.hosts, self._why_no_loads())
        self._busiest.setVisible(len(feed.tally) > 0)
        self._tasks.show_tasks(feed.tasks)
        self._show_storage()

    def _show_machines(self) -> None:
        tally = self.feed.tally
        self._first.setVisible(not len(tally) and self._desk is not None)
        self._strip.setVisible(bool(len(tally)))
        self._total.setVisible(bool(len(tally)))
        self._total.setText(self.tr("%n machine(s)", "", len(tally)))
        for state, tile in self._tiles.items():
            tile.setVisible(state in _ALWAYS or tally.by_state[state] > 0)
            tile.show_count(tally.by_state[state])
        self._stale.setVisible(tally.stale > 0 and self._desk is not None)
        self._stale.setText(" " + self.tr("%n as last seen", "", tally.stale))

    def _show_host_cards(self) -> None:
        for gone in self._host_cards.keys() - self.feed.hosts.keys():
            card = self._host_cards.pop(gone)
            self._cards.removeWidget(card)
            card.deleteLater()
        shown = list(self.feed.hosts)[:HOST_CARDS]
        for host_id in shown:
            if host_id not in self._host_cards:
                card = HostCard(partial(self._show_host, host_id))
                self._cards.insert_widget(len(self._host_cards), card)
                self._host_cards[host_id] = card
            self._host_cards[host_id].show_figures(self._figures(host_id))
        more = len(self.feed.hosts) - len(shown)
        self._more_hosts.setVisible(more > 0)
        self._more_hosts.setText(self.tr("Show %n more host(s)", "", more))

    def _figures(self, host_id: HostId) -> HostFigures:
        feed, tally = self.feed, self.feed.tally
        facts = feed.facts.get(host_id)
        return HostFigures(
            name=feed.hosts[host_id],
            status=feed.statuses.get(host_id),
            running=tally.running[host_id],
            total=tally.total[host_id],
            memory_given_bytes=tally.memory_bytes[host_id],
            memory_bytes=facts.memory_bytes if facts else None,
            cpus=facts.cpus if facts else None,
            cpus_used=tally.cpus_used(host_id),
        )

    def _why_no_loads(self) -> str:
        if not self.feed.polls:
            return self.tr("Live figures are switched off in the settings.")
        if not self.feed.tally.by_state[MachineState.RUNNING]:
            return self.tr("No machine is running.")
        return self.tr("There are no figures yet.")

    def _show_storage(self) -> None:
        pools: list[tuple[str, Pool]] = [
            (self.feed.hosts[host_id], pool)
            for host_id, found in self.feed.pools.items()
            if host_id in self.feed.hosts
            for pool in found
        ]
        self._storage.setVisible(bool(pools))
        self._storage.show_pools(pools)
