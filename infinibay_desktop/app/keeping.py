"""Keeps the list of machines while the window runs, so that the next one paints at once."""

import logging
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from infinibay_desktop.app.bootstrap import Core
from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import (
    HostRemoved,
    HostSaved,
    HostStatusChanged,
    MachineAdded,
    MachineChanged,
    MachineRemoved,
)
from infinibay_desktop.model.machines import Machine
from infinibay_desktop.runtime.clock import SystemClock
from infinibay_desktop.runtime.timers import Timers
from infinibay_desktop.services.list_keeper import ListKeeper
from infinibay_desktop.system.list_cache import write_list

logger = logging.getLogger(__name__)
PERIOD_S = 10.0


def keep_list(core: Core, path: Path) -> Callable[[], None]:
    """Follow the inventory from now on; returns what writes the list for the last time."""
    keeper = ListKeeper(
        partial(write_list, path),
        partial(_for_the_next_start, core),
        core.hosts.all,
        SystemClock(),
    )
    core.bus.subscribe(MachineAdded, keeper.on_machines_changed)
    core.bus.subscribe(MachineChanged, keeper.on_machines_changed)
    core.bus.subscribe(MachineRemoved, keeper.on_machines_changed)
    core.bus.subscribe(HostSaved, keeper.on_hosts_changed)
    core.bus.subscribe(HostRemoved, keeper.on_hosts_changed)
    core.bus.subscribe(HostStatusChanged, keeper.on_host_status_changed)
    timers = Timers(core.tasks, SystemClock())
    timers.start()
    timers.every(PERIOD_S, keeper.flush, key="list")

    def keep_last() -> None:
        timers.stop()
        _flush_last(keeper)

    return keep_last


def _for_the_next_start(core: Core) -> Sequence[Machine]:
    """The machines that are seen; none where the next start asks who is there first."""
    person = core.current.signed_in.person
    opens_by_itself = person is None or not person.has_password or core.sign_in.stays()
    return core.inventory.snapshot() if opens_by_itself else ()


def _flush_last(keeper: ListKeeper) -> None:
    # The list is read anew at the next start: losing this is no loss worth failing for.
    try:
        keeper.flush()
    except InfinibayError as error:
        logger.warning("the list for the next start was not kept: %s", error.message)
