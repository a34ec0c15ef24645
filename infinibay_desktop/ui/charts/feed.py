"""Live readings of the machines that somebody looks at; hidden charts drop all that comes."""

import time
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from infinibay_desktop.model.events import MachineRatesSeen, SamplesSeen
from infinibay_desktop.model.guests import PERIOD_S
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import MachineId, MachineKey
from infinibay_desktop.model.metrics import Source
from infinibay_desktop.ui.charts.history import read_curves
from infinibay_desktop.ui.charts.panels import Curve
from infinibay_desktop.ui.charts.readings import Readings
from infinibay_desktop.ui.desk import Desk

# Curves are drawn anew at most once in this time.
REDRAW_MS = 1000
LOOK_EVERY_MS = 5000
SILENT_S = 3.0 * PERIOD_S
MOST_FOLLOWED = 16


class LiveFeed(QObject):
    """Keeps the last minutes of a few machines while it runs.

    An agent that talks is listened to; while none does, the host is asked for its view.
    """

    changed = Signal()
    """There are new readings; at most once a second."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runs = False
        self._readings: dict[MachineKey, Readings] = {}
        self._by_host: dict[HostId, dict[MachineId, MachineKey]] = {}
        self._heard: dict[MachineKey, float] = {}
        self._unwatch: dict[MachineKey, Callable[[], None]] = {}
        self._told = QTimer(self, singleShot=True, interval=REDRAW_MS)
        self._told.timeout.connect(self._on_told_timeout)
        self._news = False
        self._look = QTimer(self, interval=LOOK_EVERY_MS)
        self._look.timeout.connect(self._ask_hosts)
        desk.bridge.on(SamplesSeen, self._on_samples_seen, owner=self)
        desk.bridge.on(MachineRatesSeen, self._on_machine_rates_seen, owner=self)
        self.destroyed.connect(_all_of(self._unwatch))

    def follow(self, keys: Iterable[MachineKey]) -> None:
        """Keep readings of these machines; what is known of others is dropped."""
        wanted = list(keys)[:MOST_FOLLOWED]
        self._readings = {key: self._readings.get(key) or Readings() for key in wanted}
        self._heard = {key: at for key, at in self._heard.items() if key in self._readings}
        self._by_host = {}
        for key in wanted:
            self._by_host.setdefault(key.host_id, {})[key.machine_id] = key
        self._ask_hosts()

    def start(self) -> None:
        """Somebody looks."""
        if not self._runs:
            self._runs = True
            # What came before is old by now: agents show whether they still talk.
            self._heard.clear()
            self._look.start()
            self._ask_hosts()

    def stop(self) -> None:
        """Nobody does: nothing is asked, nothing is kept up."""
        self._runs = False
        self._look.stop()
        self._told.stop()
        self._ask_hosts()

    def forget(self) -> None:
        """Drop all readings: there was a time in which nobody looked."""
        self._readings = {key: Readings() for key in self._readings}

    async def fill(self, curves: Sequence[Curve], begin_s: float, end_s: float) -> None:
        """Put what the history knows of these before what came since."""
        if not curves:
            return
        window = self._desk.core.metrics.window
        found = await self._desk.operations.run(lambda: read_curves(window, curves, begin_s, end_s))
        for curve, stretches in found.items():
            self.readings(curve.key).begin_with(curve.series, stretches)

    def readings(self, key: MachineKey) -> Readings:
        """What is known of a machine."""
        return self._readings.get(key) or Readings()

    def source(self, key: MachineKey) -> Source | None:
        """Who tells of a machine now; None: nobody has told yet."""
        if self.agent_talks(key):
            return Source.AGENT
        return Source.HOST if self.readings(key).names() else None

    def agent_talks(self, key: MachineKey) -> bool:
        """Whether the agent was heard within three periods."""
        return self._heard.get(key, float("-inf")) > time.monotonic() - SILENT_S

    def _ask_hosts(self) -> None:
        silent = {key for key in self._readings if not self.agent_talks(key)}
        wanted = silent if self._runs else set()
        for key in self._unwatch.keys() - wanted:
            self._unwatch.pop(key)()
        for key in wanted - self._unwatch.keys():
            self._unwatch[key] = self._desk.core.statistics.watch_machine(key)

    def _on_samples_seen(self, event: SamplesSeen) -> None:
        if not self._runs:
            return
        readings = self._readings
        for sample in event.samples:
            if sample.key in readings:
                readings[sample.key].put_sample(sample)
                first = not self.agent_talks(sample.key)
                self._heard[sample.key] = time.monotonic()
                if first:
                    self._ask_hosts()
                self._tell()

    def _on_machine_rates_seen(self, event: MachineRatesSeen) -> None:
        followed = self._by_host.get(event.host_id)
        if not self._runs or not followed:
            return
        for rates in event.rates:
            key = followed.get(rates.machine_id)
            if key is not None and not self.agent_talks(key):
                self._readings[key].put_rates(rates)
                self._tell()

    def _tell(self) -> None:
        """The first at once, later ones together."""
        if self._told.isActive():
            self._news = True
        else:
            self._told.start()
            self.changed.emit()

    def _on_told_timeout(self) -> None:
        if self._news:
            self._news = False
            self._tell()


def _all_of(unwatch: dict[MachineKey, Callable[[], None]]) -> Callable[[], None]:
    def end() -> None:
        while unwatch:
            unwatch.popitem()[1]()

    return end
