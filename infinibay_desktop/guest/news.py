"""What guests said, gathered a moment, and told."""

from collections.abc import Callable
from itertools import islice
from math import inf

from infinibay_desktop.model.events import (
    AgentStatusChanged,
    Event,
    GuestFactsSeen,
    SamplesSeen,
)
from infinibay_desktop.model.guests import AgentStatus, GuestFacts
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.metrics import Sample

GATHER_S = 0.5
# Samples in one event: whoever shows them should be done within a millisecond.
PORTION = 500
# Standings, and facts, in one turn of the thread.
AT_ONCE = 100


class News:
    """Offers samples at once; publishes them, facts and standings twice a second at most."""

    def __init__(
        self,
        offer: Callable[[Sample], None],
        publish: Callable[[Event], None],
        status: Callable[[MachineKey], AgentStatus | None],
    ) -> None:
        self._offer = offer
        self._publish = publish
        self._status = status
        self._samples: list[Sample] = []
        self._facts: dict[MachineKey, GuestFacts] = {}
        self._changed: dict[MachineKey, None] = {}
        self._since_s: float | None = None

    def sample(self, sample: Sample) -> None:
        """Offer a sample, and keep it to be shown."""
        self._offer(sample)
        self._samples.append(sample)
        if len(self._samples) >= PORTION:
            self._publish_samples()

    def facts(self, key: MachineKey, facts: GuestFacts) -> None:
        """Keep the newest facts of a guest."""
        self._facts[key] = facts

    def changed(self, key: MachineKey) -> None:
        """A guest's agent stands otherwise now."""
        self._changed[key] = None

    def due_s(self) -> float:
        """When `flush` publishes."""
        return inf if self._since_s is None else self._since_s + GATHER_S

    def flush(self, now_s: float) -> None:
        """Publish what was gathered long enough."""
        if self._since_s is None:
            self._since_s = now_s if self._samples or self._facts or self._changed else None
        elif now_s >= self._since_s + GATHER_S:
            self._publish_some()
            if not self._facts and not self._changed:
                self._since_s = None

    def _publish_some(self) -> None:
        """A portion of what was gathered; the rest follows in the next turns."""
        for key in tuple(islice(self._changed, AT_ONCE)):
            del self._changed[key]
            if status := self._status(key):
                self._publish(AgentStatusChanged(status=status))
        for key in tuple(islice(self._facts, AT_ONCE)):
            self._publish(GuestFactsSeen(key=key, facts=self._facts.pop(key)))
        self._publish_samples()

    def _publish_samples(self) -> None:
        samples, self._samples = self._samples, []
        if samples:
            self._publish(SamplesSeen(samples=tuple(samples)))
