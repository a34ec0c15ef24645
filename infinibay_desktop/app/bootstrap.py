"""Builds the object graph. The only module that knows every other one."""

import getpass
import logging
import platform
import threading
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial

from infinibay_desktop.app.delivery import make_delivery
from infinibay_desktop.app.guests import make_guests
from infinibay_desktop.app.logs import on_settings_changed, record_failures, switch_debug
from infinibay_desktop.app.metrics import make_metrics, sample_hosts
from infinibay_desktop.app.timers import (
    keep_records,
    keep_small,
    make_board,
    start_board,
    watch_machines,
)
from infinibay_desktop.database.looking import look_at, name_of
from infinibay_desktop.database.opening import describe, open_database, parse_location
from infinibay_desktop.display.opening import open_vnc
from infinibay_desktop.model.consoles import ConsoleKind
from infinibay_desktop.model.errors import InfinibayError, SecretStoreError
from infinibay_desktop.model.events import (
    ActorChanged,
    DepartmentRemoved,
    DomainDefinitionSeen,
    DomainGoneSeen,
    DomainRestartSeen,
    DomainStateSeen,
    EventsMissed,
    HostClosedSeen,
    HostRemoved,
    HostSaved,
    MachineAdded,
    MachineChanged,
    MachineRemoved,
    MachinesPlaced,
    PersonDeleted,
    PersonSaved,
    SettingsChanged,
    SignInsEnded,
    StepsAdded,
)
from infinibay_desktop.model.hosts import Host, HostId
from infinibay_desktop.model.tasks import TaskKind
from infinibay_desktop.runtime.bus import EventBus
from infinibay_desktop.runtime.clock import SystemClock
from infinibay_desktop.runtime.tasks import TaskRunner
from infinibay_desktop.runtime.timers import Timers
from infinibay_desktop.services.acting import CurrentActor, ProgramWork
from infinibay_desktop.services.activity import ActivityService
from infinibay_desktop.services.agent_delivery import AgentDelivery
from infinibay_desktop.services.agents import AgentService
from infinibay_desktop.services.audience import AudienceBus, VisibleInventory
from infinibay_desktop.services.blueprints import BlueprintService
from infinibay_desktop.services.connections import HostConnections
from infinibay_desktop.services.consoles import ConsoleService
from infinibay_desktop.services.creation import CreationService
from infinibay_desktop.services.databases import DatabaseService
from infinibay_desktop.services.deletion import DeletionService
from infinibay_desktop.services.departments import DepartmentService
from infinibay_desktop.services.disk_measure import DiskMeasure
from infinibay_desktop.services.doctor import Doctor
from infinibay_desktop.services.error_records import ErrorRecordService
from infinibay_desktop.services.gate import Gate
from infinibay_desktop.services.guests import GuestService
from infinibay_desktop.services.host_follower import HostFollower
from infinibay_desktop.services.hosts import HostService
from infinibay_desktop.services.inventory import Inventory
from infinibay_desktop.services.journal import RENEW_S, Journal
from infinibay_desktop.services.leases import HOLD_RENEW_S, Leases
from infinibay_desktop.services.machines import MachineService
from infinibay_desktop.services.metric_history import MetricHistory
from infinibay_desktop.services.people import PeopleService
from infinibay_desktop.services.placement_follower import PlacementFollower
from infinibay_desktop.services.placements import PlacementService
from infinibay_desktop.services.planning import CreationPlanner
from infinibay_desktop.services.ports import HostAccess, HostLink, SecretStore, UnitOfWorkFactory
from infinibay_desktop.services.quotas import CountedSizes
from infinibay_desktop.services.recorder import MachineRecorder
from infinibay_desktop.services.recovery import Recovery
from infinibay_desktop.services.relay import Relay
from infinibay_desktop.services.report import ReportService
from infinibay_desktop.services.rights_follower import LANE as RIGHTS_LANE
from infinibay_desktop.services.rights_follower import LOOK_S, RightsFollower
from infinibay_desktop.services.secrets import host_secret
from infinibay_desktop.services.settings import SettingsService
from infinibay_desktop.services.sign_in import SignInService
from infinibay_desktop.services.statistics import StatisticsService
from infinibay_desktop.services.steps import HOLD_AGAIN_S, FollowUps
from infinibay_desktop.services.steps import LANE as STEPS_LANE
from infinibay_desktop.services.steps import LOOK_S as STEPS_S
from infinibay_desktop.services.storage import StorageService
from infinibay_desktop.services.timer_board import TimerService
from infinibay_desktop.services.watchers import Watchers
from infinibay_desktop.system.access import SystemAccess
from infinibay_desktop.system.computer import Computer, read_distribution
from infinibay_desktop.system.files import LocalFiles
from infinibay_desktop.system.identity import ProcessIdentity
from infinibay_desktop.system.passwords import Argon2PasswordHasher
from infinibay_desktop.system.paths import Paths, find_paths, socket_folder
from infinibay_desktop.system.pictures import PillowPictureEncoder
from infinibay_desktop.system.replacing import replace_file
from infinibay_desktop.system.secrets import KeyringSecretStore
from infinibay_desktop.system.settings_file import SettingsFile
from infinibay_desktop.system.ssh import SystemSsh
from infinibay_desktop.system.versions import read_versions
from infinibay_desktop.virt.events import EventLoop
from infinibay_desktop.virt.link import LibvirtLink
from infinibay_desktop.virt.opening import Login

logger = logging.getLogger(__name__)
RECORD_S = 2.0
# What was told of at once and could not be read then.
PLACES_S = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """Everything below the screens, running; each service behind the gate."""

    bus: EventBus
    tasks: TaskRunner
    current: CurrentActor
    sign_in: SignInService
    people: PeopleService
    departments: DepartmentService
    placements: PlacementService
    activity: ActivityService
    errors: ErrorRecordService
    report: ReportService
    make_report: Callable[[], str]
    steps: FollowUps
    hosts_elsewhere: HostFollower
    inventory: VisibleInventory
    hosts: HostService
    access: HostAccess
    connections: HostConnections
    machines: MachineService
    agents: AgentService
    delivery: AgentDelivery
    guests: GuestService
    consoles: ConsoleService
    creation: CreationService
    deletion: DeletionService
    recovery: Recovery
    journal: Journal
    storage: StorageService
    statistics: StatisticsService
    blueprints: BlueprintService
    metrics: MetricHistory
    timers: TimerService
    secrets: SecretStore
    settings: SettingsService
    databases: DatabaseService
    make_doctor: Callable[[], Doctor]
    closers: list[Callable[[], None]] = field(default_factory=list)

    def close(self) -> None:
        """Stop in the order of DESIGN.md: whoever gives work goes before who does it.

        One that fails keeps no other from ending: what waits to be written is written.
        """
        with ExitStack() as stack:
            for close in reversed(self.closers):
                stack.callback(close)


_loop_lock = threading.Lock()
_loop: EventLoop | None = None


def ensure_event_loop() -> None:
    """Start libvirt's event loop; one a process, as long-lived as the process."""
    global _loop
    with _loop_lock:
        if _loop is None:
            _loop = EventLoop()
            _loop.start()


def start_core(database: str = "", *, paths: Paths | None = None) -> Core:
    """Open the database and start everything; no host is connected yet.

    `database` is a path or URL; empty means the SQLite file in the data folder.
    """
    ensure_event_loop()
    paths = paths or find_paths()
    location = database or str(paths.database)
    units = open_database(location)
    bus, clock, tasks = EventBus(), SystemClock(), TaskRunner()
    units.publish_to(bus.publish)
    current = CurrentActor(bus.publish)
    own_work = ProgramWork(tasks, current)
    timers = Timers(own_work, clock)
    # What others do from here on is heard: nothing that is read below can grow old unseen.
    relay = Relay(units.feed(), units, bus)
    relay.begin()
    ssh = SystemSsh(paths.settings, socket_folder(paths.runtime))
    access, secrets, files = SystemAccess(ssh), KeyringSecretStore(), LocalFiles()
    hasher, workstation = Argon2PasswordHasher(), platform.node()
    sign_in = SignInService(
        units, hasher, secrets, current, workstation, describe(parse_location(location))
    )
    people = PeopleService(units, clock, hasher, current, sign_in.renew)
    people.ensure_first(_account_name())
    inventory = Inventory(bus)
    departments = DepartmentService(units, clock, inventory, actor=lambda: current.actor)
    activity = ActivityService(units, clock, workstation, current=current, write_file=replace_file)
    errors = ErrorRecordService(units, clock, workstation, current=current)
    connections = HostConnections(
        make_link=partial(_make_link, ssh, secrets, clock, bus, tasks),
        access=access,
        inventory=inventory,
        tasks=tasks,
        timers=timers,
        clock=clock,
        publisher=bus,
        local=read_distribution(),
        find_host=partial(_stored_host, units),
    )
    placements = PlacementService(units, inventory, measure_disks=DiskMeasure(connections).measure)
    watchers = Watchers(inventory, current)
    consoles = ConsoleService(
        connections, access, secrets, {ConsoleKind.VNC: open_vnc}, watchers=watchers
    )
    journal = Journal(units, clock, ProcessIdentity())
    leases = Leases(units, ProcessIdentity(), clock, workstation)
    metrics = make_metrics(units, clock, tasks, leases, current, lambda: settings.settings)
    guests = make_guests(connections, leases, units, tasks, clock, bus, offer=metrics.ingest.offer)
    creation = CreationService(
        connections, CreationPlanner(files), journal, inventory, units, secrets, clock
    )
    deletion = DeletionService(connections, journal, inventory, units, secrets)
    recovery = Recovery(
        units,
        journal,
        connections,
        {TaskKind.CREATE_MACHINE: creation.resume, TaskKind.DELETE_MACHINE: deletion.resume},
    )
    machines = MachineService(
        connections,
        inventory,
        PillowPictureEncoder(),
        sizes=CountedSizes(units),
        watchers=watchers,
    )
    recorder = MachineRecorder(units, clock)
    store = SettingsFile(paths.settings)
    settings = SettingsService(store, bus, store.load().settings)
    board = make_board(units, leases, own_work, clock, bus, settings, errors.record)
    watch_machines(board, connections, guests.agents, inventory, own_work, errors.record)
    keep_small(board, metrics.keeping, relay, leases, settings, activity, errors, current)
    period_s = settings.settings.poll_interval_s
    statistics = StatisticsService(connections, tasks, timers, bus, period_s)
    report = ReportService(errors, lambda: settings.settings, read_versions, clock)
    steps = FollowUps(units, tasks, current.as_program)
    hosts_elsewhere = HostFollower(units, connections, tasks, bus)
    rights = RightsFollower(sign_in, current, tasks)
    departments.ensure_default()
    places = PlacementFollower(units, inventory, partial(tasks.submit, key="places", lane="places"))
    bus.subscribe(MachinesPlaced, places.on_machines_placed)
    bus.subscribe(EventsMissed, places.on_events_missed)
    bus.subscribe(SettingsChanged, statistics.on_settings_changed)
    bus.subscribe(SettingsChanged, on_settings_changed)
    delivery, stop_serving = make_delivery(
        connections,
        guests.agents,
        files,
        paths,
        lambda: settings.settings.agent_server_address,
        tasks,
        bus,
    )
    _subscribe(bus, inventory, connections, recorder)
    _end_watching(bus, watchers)
    guests.subscribe(bus)
    _follow_others(bus, relay, rights, steps, hosts_elsewhere)
    with units() as unit:
        inventory.load(unit.machines.all(), unit.placements.all())
    sign_in.resume()
    audience = AudienceBus(bus, inventory, current)
    gate = Gate(current, inventory, activity.record, clock)
    switch_debug(settings.settings.debug)
    stop_recording = record_failures(errors.record)
    guarded_report = gate.guard(report)
    bus.start()
    timers.start()
    relay.start()
    guests.start(timers, settings.settings.agent_period_s)
    timers.every(RECORD_S, recorder.flush, key="record")
    timers.every(RENEW_S, journal.renew_leases, key="leases", lane="leases")
    timers.every(HOLD_RENEW_S, leases.renew, key="program-leases", lane="leases")
    timers.every(LOOK_S, rights.refresh, key=RIGHTS_LANE, lane=RIGHTS_LANE)
    timers.every(PLACES_S, places.read, key="places", lane="places")
    keep_records(timers, activity, errors)
    _do_steps(timers, steps)
    start_board(board, timers)
    metrics.start(timers)
    sample_hosts(metrics, connections, inventory, leases, tasks, timers, guests.agents)
    return Core(
        bus=audience,
        tasks=tasks,
        current=gate.guard(current),
        sign_in=gate.guard(sign_in),
        people=gate.guard(people),
        departments=gate.guard(departments),
        placements=gate.guard(placements),
        activity=gate.guard(activity),
        errors=gate.guard(errors),
        report=guarded_report,
        make_report=guarded_report.make_report,
        steps=gate.guard(steps),
        hosts_elsewhere=gate.guard(hosts_elsewhere),
        inventory=VisibleInventory(inventory, current),
        hosts=gate.guard(HostService(units)),
        access=gate.guard(access, shape=HostAccess),
        connections=gate.guard(connections),
        machines=gate.guard(machines),
        agents=gate.guard(guests.agents),
        delivery=gate.guard(delivery),
        guests=gate.guard(GuestService(guests.agents, connections)),
        consoles=gate.guard(consoles),
        creation=gate.guard(creation),
        deletion=gate.guard(deletion),
        recovery=gate.guard(recovery),
        journal=gate.guard(journal),
        storage=gate.guard(StorageService(connections)),
        statistics=gate.guard(statistics),
        blueprints=gate.guard(BlueprintService(units)),
        metrics=gate.guard(metrics.history),
        timers=gate.guard(board),
        secrets=gate.guard(secrets, shape=SecretStore),
        settings=gate.guard(settings),
        databases=gate.guard(
            DatabaseService(
                location,
                chosen=lambda: settings.settings.database or str(paths.database),
                name_of=name_of,
                look_at=look_at,
            )
        ),
        make_doctor=lambda: gate.guard(make_doctor(database)),
        closers=[
            consoles.close,
            timers.stop,
            board.close,
            relay.stop,
            stop_serving,
            guests.close,
            metrics.keeping.close,
            tasks.close,
            connections.close,
            bus.stop,
            stop_recording,
            partial(_flush_last, recorder),
            metrics.close,
            activity.flush,
            errors.flush,
            sign_in.close,
            leases.close,
            ssh.close,
            units.close,
        ],
    )


def _account_name() -> str:
    """What the operating system calls who runs the program."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # an account without a name, as in containers
        return ""


def _stored_host(units: UnitOfWorkFactory, host_id: HostId) -> Host | None:
    with units() as unit:
        return unit.hosts.find(host_id)


def _flush_last(recorder: MachineRecorder) -> None:
    # The list is read anew at the next start: losing this is no loss worth failing for.
    try:
        recorder.flush()
    except InfinibayError as error:
        logger.warning("the list of machines was not recorded: %s", error.message)


def _subscribe(
    bus: EventBus, inventory: Inventory, connections: HostConnections, recorder: MachineRecorder
) -> None:
    bus.subscribe(DomainStateSeen, inventory.on_domain_state_seen)
    bus.subscribe(DomainRestartSeen, inventory.on_domain_restart_seen)
    bus.subscribe(DomainGoneSeen, inventory.on_domain_gone_seen)
    bus.subscribe(DomainDefinitionSeen, connections.on_domain_definition_seen)
    bus.subscribe(HostClosedSeen, connections.on_host_closed_seen)
    bus.subscribe(HostRemoved, connections.on_host_removed)
    bus.subscribe(MachineAdded, recorder.on_machine_added)
    bus.subscribe(MachineChanged, recorder.on_machine_changed)
    bus.subscribe(MachineRemoved, recorder.on_machine_removed)
    bus.subscribe(DomainGoneSeen, recorder.on_domain_gone_seen)


def _end_watching(bus: EventBus, watchers: Watchers) -> None:
    bus.subscribe(MachineAdded, watchers.on_machine_event)
    bus.subscribe(MachineChanged, watchers.on_machine_event)
    bus.subscribe(MachineRemoved, watchers.on_machine_event)
    bus.subscribe(ActorChanged, watchers.on_actor_changed)


def _follow_others(
    bus: EventBus,
    relay: Relay,
    rights: RightsFollower,
    steps: FollowUps,
    hosts_elsewhere: HostFollower,
) -> None:
    """What other programs on the database do counts here too."""
    bus.subscribe(PersonSaved, rights.on_person_event)
    bus.subscribe(PersonDeleted, rights.on_person_event)
    bus.subscribe(SignInsEnded, rights.on_person_event)
    bus.subscribe(DepartmentRemoved, rights.on_department_removed)
    bus.subscribe(EventsMissed, rights.on_events_missed)
    bus.subscribe(StepsAdded, steps.on_steps_added)
    bus.subscribe(HostSaved, hosts_elsewhere.on_host_saved)
    bus.subscribe(EventsMissed, hosts_elsewhere.on_events_missed)
    relay.follow(HostSaved, hosts_elsewhere.on_host_saved_elsewhere)


def _do_steps(timers: Timers, steps: FollowUps) -> None:
    timers.every(STEPS_S, steps.run_due, key=STEPS_LANE, lane=STEPS_LANE)
    timers.every(HOLD_AGAIN_S, steps.renew, key="steps-held", lane="leases")


def _make_link(
    ssh: SystemSsh,
    secrets: SecretStore,
    clock: SystemClock,
    bus: EventBus,
    tasks: TaskRunner,
    host: Host,
) -> HostLink:
    command = ssh.command(host) if host.address.transport == "ssh" else ""
    return LibvirtLink(
        host,
        clock,
        bus.publish,
        ssh_command=command,
        login=partial(_login, secrets, host),
        aside=partial(tasks.submit, lane=("channels", host.id)),
    )


def _login(secrets: SecretStore, host: Host) -> Login | None:
    """Name and password for a host that asks, where the keyring has them."""
    try:
        password = secrets.find(host_secret(host.id))
    except SecretStoreError as error:
        logger.info("no password for '%s': %s", host.name, error.message)
        return None
    return Login(user=host.address.user, password=password) if password else None


def make_doctor(database: str = "") -> Doctor:
    """What examines this computer; the core need not run."""
    ensure_event_loop()
    paths, clock, secrets = find_paths(), SystemClock(), KeyringSecretStore()
    location = database or str(paths.database)

    def open_and_close() -> str:
        open_database(location).close()
        return describe(parse_location(location))

    return Doctor(
        Computer(),
        lambda host: LibvirtLink(host, clock, lambda _event: None),
        secrets.backend_name,
        open_and_close,
    )
