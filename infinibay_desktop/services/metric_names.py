"""Numbers in place of names, for each reading that is stored; guests cannot make them many."""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence

from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.metrics import (
    FIXED_SERIES,
    MAX_SERIES,
    MAX_SERIES_NAME,
    Layout,
    Sample,
    Source,
)
from infinibay_desktop.services.metric_ports import MetricRepository, SourceKey

# A guest whose disks or interfaces come and go all the time keeps its main series only.
NEW_LAYOUTS_AN_HOUR = 4
_HOUR_S = 3600.0
# Numbers are asked for again now and then: the database drops those that nobody uses.
LEARN_AGAIN_S = 3600.0
_MOST_KEPT = 50_000
_FIXED_SIZE = 4 * len(FIXED_SERIES)
# Source, layout, values.
Named = tuple[int, int, bytes]


class MetricNames:
    """Knows the numbers of sources and layouts. One thread at a time.

    Keys and layouts are mostly the same objects each time, and looking at which object it is
    costs a fifth of comparing what is in it; what is known is kept, so that none is mistaken.
    """

    def __init__(self) -> None:
        # By the object's identity: numbers of keys for each source, of layouts with their size.
        self.sources: tuple[dict[int, int], ...] = tuple({} for _ in Source)
        self.layouts: dict[int, tuple[int, int]] = {}
        self._source_ids: dict[SourceKey, int] = {}
        self._layout_ids: dict[Layout, int] = {}
        self._kept: list[object] = []
        self._made: dict[MachineKey, deque[float]] = defaultdict(deque)
        self._learned_s = 0.0

    def begin(self, now_s: float) -> None:
        """A batch begins: what was learned long ago is asked for again."""
        if len(self._kept) > _MOST_KEPT or now_s - self._learned_s > LEARN_AGAIN_S:
            self.forget()
            self._learned_s = now_s
            self._made = defaultdict(
                deque, {key: made for key, made in self._made.items() if _recent(made, now_s)}
            )

    def forget(self) -> None:
        """Ask the database again: a transaction in which numbers were given was undone."""
        for by_object in self.sources:
            by_object.clear()
        self.layouts.clear()
        self._source_ids.clear()
        self._layout_ids.clear()
        self._kept.clear()

    def find(self, sample: Sample) -> Named | None:
        """The numbers of a sample, where both are known and the values fit."""
        key, source, _, layout, values = sample
        who, what = self.sources[source].get(id(key)), self.layouts.get(id(layout))
        if who is None or what is None or len(values) != what[1]:
            return None
        return who, what[0], values

    def learn(self, metrics: MetricRepository, samples: Sequence[Sample], now_s: float) -> None:
        """Get numbers for whom and what these samples name; new layouts only within bounds."""
        new = {(sample.key, sample.source) for sample in samples} - self._source_ids.keys()
        if new:
            self._source_ids.update(metrics.source_ids(new))
        wanted = {FIXED_SERIES, *self._allowed(samples, now_s)}
        if missing := wanted - self._layout_ids.keys():
            self._layout_ids.update(metrics.layout_ids(missing))
        for key, source, _, layout, _ in samples:
            if id(key) not in self.sources[source]:
                self._kept.append(key)
                self.sources[source][id(key)] = self._source_ids[key, source]
            if id(layout) not in self.layouts and layout in self._layout_ids:
                self._kept.append(layout)
                self.layouts[id(layout)] = (self._layout_ids[layout], 4 * len(layout))

    def fixed(self, sample: Sample) -> Named | None:
        """The numbers of a sample cut down to the main series; None where it has not even these."""
        has_them = sample.layout[: len(FIXED_SERIES)] == FIXED_SERIES
        if not has_them or len(sample.values) < _FIXED_SIZE:
            return None
        source_id = self._source_ids[sample.key, sample.source]
        return source_id, self._layout_ids[FIXED_SERIES], sample.values[:_FIXED_SIZE]

    def _allowed(self, samples: Sequence[Sample], now_s: float) -> Iterable[Layout]:
        seen: set[tuple[MachineKey, Layout]] = set()
        for key, _, _, layout, _ in samples:
            if layout in self._layout_ids or (key, layout) in seen or not _is_sound(layout):
                continue
            seen.add((key, layout))
            made = self._made[key]
            _recent(made, now_s)
            if len(made) < NEW_LAYOUTS_AN_HOUR:
                made.append(now_s)
                yield layout


def _recent(made: deque[float], now_s: float) -> deque[float]:
    """When layouts were made in the last hour."""
    while made and now_s - made[0] > _HOUR_S:
        made.popleft()
    return made


def _is_sound(layout: Layout) -> bool:
    return 0 < len(layout) <= MAX_SERIES and all(len(name) <= MAX_SERIES_NAME for name in layout)
