"""How one guest's agent stands, and what it was refused."""

import logging
from dataclasses import replace
from datetime import UTC, datetime

from infinibay_desktop.model.guests import AgentGreeting, AgentState, AgentStatus
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.runtime.clock import Clock

logger = logging.getLogger(__name__)
LOG_EVERY_S = 60.0
TELL_EVERY_S = 5.0
SILENT_PERIODS = 3
LONGEST_PERIOD_S = 120.0
_NOBODY = AgentGreeting(version="")


class Standing:
    """Written by the guest-io thread; `status` may be asked by any."""

    def __init__(self, key: MachineKey, clock: Clock, period_s: float) -> None:
        self._clock = clock
        self.period_s = period_s
        self._status = AgentStatus(key=key, state=AgentState.WAITING, since=clock.now())
        self._heard_s = 0.0
        self._heard_at_s: int | None = None
        self._refused = 0
        self._told_refused = 0
        self._told_s = float("-inf")
        self._last_refusal = ""
        self._logged_s = float("-inf")

    @property
    def state(self) -> AgentState:
        """Waiting, talking or silent."""
        return self._status.state

    @property
    def greeting(self) -> AgentGreeting | None:
        """Who speaks, once that is known."""
        return self._status.greeting

    def status(self) -> AgentStatus:
        """All of it; any thread."""
        at_s = self._heard_at_s
        return replace(
            self._status,
            heard_at=None if at_s is None else datetime.fromtimestamp(at_s, UTC),
            refused=self._refused,
            last_refusal=self._last_refusal,
        )

    def heard(self, now_s: float, at_s: int) -> bool:
        """A message came; returns whether that changes how the agent stands."""
        quiet_s, self._heard_s, self._heard_at_s = now_s - self._heard_s, now_s, at_s
        if self._status.state is AgentState.TALKING:
            return False
        if self._status.state is AgentState.SILENT and not (self.greeting or _NOBODY).version:
            # Agents without a handshake have a period of their own.
            self.period_s = max(self.period_s, min(quiet_s, LONGEST_PERIOD_S))
        self._turn(AgentState.TALKING)
        return True

    def met(self, greeting: AgentGreeting) -> bool:
        """Somebody said who they are; returns whether that is news."""
        if greeting == self._status.greeting:
            return False
        self._status = replace(self._status, greeting=greeting)
        return True

    def told(self, report: str) -> bool:
        """The agent told of trouble; returns whether that is news."""
        if report == self._status.report:
            return False
        self._status = replace(self._status, report=report)
        return True

    def refuse(self, reason: str, now_s: float, count: int = 1) -> None:
        """Messages were not taken: counted, and logged at most once a minute."""
        self._refused += count
        self._last_refusal = reason
        if now_s - self._logged_s >= LOG_EVERY_S:
            self._logged_s = now_s
            key = self._status.key
            logger.warning(
                "guest %s: refused: %s (%d in all)", key.machine_id, reason, self._refused
            )

    def has_news(self, now_s: float) -> bool:
        """Whether the agent fell silent just now, or refusals wait to be told."""
        quiet_s = now_s - self._heard_s
        if self._status.state is AgentState.TALKING and quiet_s >= SILENT_PERIODS * self.period_s:
            self._turn(AgentState.SILENT)
            return True
        if self._refused > self._told_refused and now_s - self._told_s >= TELL_EVERY_S:
            self._told_refused, self._told_s = self._refused, now_s
            return True
        return False

    def _turn(self, state: AgentState) -> None:
        self._status = replace(self._status, state=state, since=self._clock.now())
