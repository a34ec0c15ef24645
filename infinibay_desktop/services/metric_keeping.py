"""History is kept small: readings are rolled up, what is older than wanted goes."""

import logging
import threading
from collections.abc import Callable
from datetime import timedelta

from infinibay_desktop.model.metrics import Tier
from infinibay_desktop.model.settings import MAX_RAW_H, Settings
from infinibay_desktop.services.declarations import program_only
from infinibay_desktop.services.leases import Leases
from infinibay_desktop.services.ports import UnitOfWork, UnitOfWorkFactory

logger = logging.getLogger(__name__)
PERIOD_S = 3600.0
ROLL_UP, RETAIN = "metrics:roll-up", "metrics:retain"
# Sources that one transaction rolls up: others wait for it that long.
_AT_ONCE = 8
_DROPPED_AT_ONCE = 500
# A machine that is defined anew within this time, as by a restore, has its history again.
GONE_FOR = timedelta(days=1)
# Longer than any reading is kept that has such a layout.
_LAYOUTS_FOR = timedelta(days=3)
_HOUR_S, _DAY_S, _YEAR_S = 3600, 86_400, 365 * 86_400


class MetricKeeping:
    """Rolls up and removes, in portions; of several programs one at a time does each.

    A program that is killed meanwhile leaves nothing half done: the next one goes on.
    """

    def __init__(
        self,
        units: UnitOfWorkFactory,
        leases: Leases,
        settings: Callable[[], Settings],
        may_manage: Callable[[], bool],
    ) -> None:
        self._units = units
        self._leases = leases
        self._settings = settings
        self._may_manage = may_manage
        self._ending = threading.Event()

    @program_only("a timer does this")
    def roll_up(self) -> None:
        """Make history of readings whose hour is over, also of those that came late."""
        self._alone(ROLL_UP, lambda: self._repeat(ROLL_UP, _roll_some))

    @program_only("a timer does this")
    def retain(self) -> None:
        """Remove what is older than the settings want, and what machines left that are gone.

        The settings are a local file and history is everybody's: they count in the program of
        somebody who may change them. Readings go in any program, after the longest time.
        """
        self._alone(RETAIN, self._retain)

    @program_only("the program ends")
    def close(self) -> None:
        """Begin no further portion."""
        self._ending.set()

    def _alone(self, name: str, work: Callable[[], None]) -> None:
        if not self._leases.claim([name]):
            logger.debug("another program does %s", name)
            return
        try:
            work()
        finally:
            self._leases.release([name])

    def _retain(self) -> None:
        if not self._once(_may_remove):
            logger.warning("nothing is removed: the clock is far ahead of where it was")
            return
        settings, manages = self._settings(), self._may_manage()
        raw_h = settings.metric_raw_h if manages else MAX_RAW_H
        self._repeat(
            RETAIN, lambda unit: unit.metrics.clear_slot_before(_ago(unit, raw_h * _HOUR_S))
        )
        if manages:
            self._drop(Tier.MINUTE, settings.metric_minute_days * _DAY_S)
            self._drop(Tier.QUARTER, settings.metric_quarter_days * _DAY_S)
            self._drop(Tier.DAY, settings.metric_day_years * _YEAR_S)
        self._once(_note_gone)
        self._repeat(RETAIN, lambda unit: unit.metrics.purge_gone(unit.now() - GONE_FOR))

    def _drop(self, tier: Tier, keep_s: int) -> None:
        def drop_some(unit: UnitOfWork) -> bool:
            before_s = _ago(unit, keep_s)
            return unit.metrics.drop_chunks_before(tier, before_s, _DROPPED_AT_ONCE) > 0

        self._repeat(RETAIN, drop_some)

    def _repeat(self, name: str, portion: Callable[[UnitOfWork], bool]) -> None:
        """Work in portions, each a transaction, as long as there is something and it is ours."""
        while not self._ending.is_set() and self._leases.holds(name):
            if not self._once(portion):
                return

    def _once(self, portion: Callable[[UnitOfWork], bool]) -> bool:
        with self._units() as unit:
            more = portion(unit)
            unit.commit()
        return more


def _roll_some(unit: UnitOfWork) -> bool:
    work = unit.metric_roll_up
    now_s = int(unit.now().timestamp())
    return work.roll_hours(now_s, _AT_ONCE) or work.roll_days(_AT_ONCE) or work.roll_again(_AT_ONCE)


def _may_remove(unit: UnitOfWork) -> bool:
    return unit.metrics.may_remove(int(unit.now().timestamp()))


def _note_gone(unit: UnitOfWork) -> bool:
    unit.metrics.note_hosts_gone()
    unit.metrics.drop_layouts_before(unit.now() - _LAYOUTS_FOR)
    return False


def _ago(unit: UnitOfWork, seconds: int) -> int:
    return int(unit.now().timestamp()) - seconds
