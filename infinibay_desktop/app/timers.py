"""Registers the program's timers: what runs, how often, and in which program."""

from collections.abc import Collection
from functools import partial

from infinibay_desktop.model.events import EventsMissed, TimerEnded, TimerStarted
from infinibay_desktop.model.guest_parts import GuestUnit
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.runtime.bus import EventBus
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.runtime.timers import Submitter, Timers
from infinibay_desktop.services import agent_watch, service_watch
from infinibay_desktop.services.acting import CurrentActor
from infinibay_desktop.services.activity import FLUSH_S, RETENTION_S, ActivityService
from infinibay_desktop.services.agent_watch import AgentWatch
from infinibay_desktop.services.agents import AgentService
from infinibay_desktop.services.connections import RECONCILE_S, HostConnections
from infinibay_desktop.services.error_records import ErrorRecordService
from infinibay_desktop.services.guest_pages import everything
from infinibay_desktop.services.guests import GuestService
from infinibay_desktop.services.inventory import Inventory
from infinibay_desktop.services.leases import Leases
from infinibay_desktop.services.metric_keeping import PERIOD_S as KEEPING_S
from infinibay_desktop.services.metric_keeping import MetricKeeping
from infinibay_desktop.services.ports import UnitOfWorkFactory
from infinibay_desktop.services.relay import PRUNE_S, Relay
from infinibay_desktop.services.settings import SettingsService
from infinibay_desktop.services.timer_board import TICK_S, TimerService
from infinibay_desktop.services.timer_books import LocalBook, SharedBook
from infinibay_desktop.services.timer_runs import RecordError


def make_board(
    units: UnitOfWorkFactory,
    leases: Leases,
    tasks: Submitter,
    clock: Clock,
    bus: EventBus,
    settings: SettingsService,
    record: RecordError,
) -> TimerService:
    """The board, with nothing on it."""

    def paused() -> Collection[str]:
        return [name for name in settings.settings.paused_timers.split(",") if name]

    def keep_paused(names: Collection[str]) -> None:
        settings.change(paused_timers=",".join(names))

    local = LocalBook(clock, bus, paused, keep_paused)
    board = TimerService(SharedBook(units, leases), local, tasks, clock, record)
    bus.subscribe(TimerStarted, board.on_timer_event)
    bus.subscribe(TimerEnded, board.on_timer_event)
    bus.subscribe(EventsMissed, board.on_timer_event)
    return board


def watch_machines(
    board: TimerService,
    connections: HostConnections,
    agents: AgentService,
    inventory: Inventory,
    tasks: Submitter,
    record: RecordError,
) -> None:
    """What each program does for the hosts and guests that it speaks with."""
    guests = GuestService(agents, connections)

    def services(key: MachineKey) -> Collection[GuestUnit]:
        return everything(
            lambda offset: guests.services(key, offset=offset), most=service_watch.MOST_SERVICES
        ).rows

    silence = AgentWatch(agents.statuses, inventory.find, record)
    failures = service_watch.ServiceWatch(agents.statuses, services, inventory.find, tasks, record)
    board.register("machine-status", RECONCILE_S, connections.reconcile)
    board.register("agent-watch", agent_watch.PERIOD_S, silence.look)
    board.register("guest-services", service_watch.PERIOD_S, failures.look)


def keep_small(
    board: TimerService,
    keeping: MetricKeeping,
    relay: Relay,
    leases: Leases,
    settings: SettingsService,
    activity: ActivityService,
    errors: ErrorRecordService,
    current: CurrentActor,
) -> None:
    """What is done for everybody on the database, by one program.

    The settings are a local file: what is removed by them is removed in the program of
    somebody who may change them.
    """

    def may_manage() -> bool:
        return current.signed_in.may(Permission.SETTINGS_MANAGE)

    def roll_up() -> None:
        keeping.roll_up()
        if not may_manage():
            keeping.retain()  # readings go even where no such program ever runs

    def prune() -> None:
        relay.prune()
        leases.prune()

    records = partial(remove_old_records, settings, activity, errors, current)
    board.register("metric-roll-up", KEEPING_S, roll_up, shared=True)
    board.register("metric-retention", KEEPING_S, keeping.retain, shared=True, may_run=may_manage)
    board.register("record-retention", RETENTION_S, records, shared=True, may_run=may_manage)
    board.register("told-events", PRUNE_S, prune, shared=True)


def keep_records(timers: Timers, activity: ActivityService, errors: ErrorRecordService) -> None:
    """Write what was done and what failed."""
    timers.every(FLUSH_S, activity.flush, key="activity", lane="activity")
    timers.every(FLUSH_S, errors.flush, key="errors", lane="activity")


def remove_old_records(
    settings: SettingsService,
    activity: ActivityService,
    errors: ErrorRecordService,
    current: CurrentActor,
) -> None:
    """Remove acts and errors that are older than wanted."""
    # The record is everybody's: what somebody's own settings say counts for nobody else.
    if not current.signed_in.may(Permission.SETTINGS_MANAGE):
        return
    activity.apply_retention(settings.settings.activity_days)
    errors.apply_retention(settings.settings.error_days)


def start_board(board: TimerService, timers: Timers) -> None:
    """Begin to look for what is due."""
    timers.every(TICK_S, board.tick, key="timer-board", lane="timer-board")
