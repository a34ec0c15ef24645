"""Builds the object graph. The only module that knows every other one."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from infinibay_desktop.database.opening import describe, open_database, parse_location
from infinibay_desktop.database.unit_of_work import UnitsOfWork
from infinibay_desktop.display.opening import open_vnc
from infinibay_desktop.model.consoles import ConsoleKind
from infinibay_desktop.model.errors import InfinibayError, SecretStoreError
from infinibay_desktop.model.events import (
    DomainDefinitionSeen,
    DomainGoneSeen,
    DomainStateSeen,
    HostClosedSeen,
    HostRemoved,
    MachineAdded,
    MachineChanged,
    MachineRemoved,
    SettingsChanged,
)
from infinibay_desktop.model.hosts import Host
from infinibay_desktop.model.tasks import TaskKind
from infinibay_desktop.runtime.bus import EventBus
from infinibay_desktop.runtime.clock import SystemClock
from infinibay_desktop.runtime.tasks import TaskRunner
from infinibay_desktop.runtime.timers import Timers
from infinibay_desktop.services.blueprints import BlueprintService
from infinibay_desktop.services.connections import HostConnections
from infinibay_desktop.services.consoles import ConsoleService
from infinibay_desktop.services.creation import CreationService
from infinibay_desktop.services.deletion import DeletionService
from infinibay_desktop.services.doctor import Doctor
from infinibay_desktop.services.hosts import HostService
from infinibay_desktop.services.inventory import Inventory
from infinibay_desktop.services.journal import RENEW_S, Journal
from infinibay_desktop.services.machines import MachineService
from infinibay_desktop.services.planning import CreationPlanner
from infinibay_desktop.services.ports import HostAccess, HostLink, SecretStore
from infinibay_desktop.services.recorder import MachineRecorder
from infinibay_desktop.services.recovery import Recovery
from infinibay_desktop.services.secrets import host_secret
from infinibay_desktop.services.settings import SettingsService
from infinibay_desktop.services.statistics import StatisticsService
from infinibay_desktop.services.storage import StorageService
from infinibay_desktop.system.access import SystemAccess
from infinibay_desktop.system.computer import Computer, read_distribution
from infinibay_desktop.system.files import LocalFiles
from infinibay_desktop.system.identity import ProcessIdentity
from infinibay_desktop.system.paths import Paths, find_paths, socket_folder
from infinibay_desktop.system.pictures import PillowPictureEncoder
from infinibay_desktop.system.secrets import KeyringSecretStore
from infinibay_desktop.system.settings_file import SettingsFile
from infinibay_desktop.system.ssh import SystemSsh
from infinibay_desktop.virt.events import EventLoop
from infinibay_desktop.virt.link import LibvirtLink
from infinibay_desktop.virt.opening import Login

logger = logging.getLogger(__name__)
RECORD_S = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """Everything below the screens, running."""

    bus: EventBus
    tasks: TaskRunner
    timers: Timers
    inventory: Inventory
    hosts: HostService
    access: HostAccess
    connections: HostConnections
    machines: MachineService
    consoles: ConsoleService
    creation: CreationService
    deletion: DeletionService
    recovery: Recovery
    journal: Journal
    storage: StorageService
    statistics: StatisticsService
    blueprints: BlueprintService
    secrets: SecretStore
    settings: SettingsService
    make_doctor: Callable[[], Doctor]
    closers: list[Callable[[], None]] = field(default_factory=list)

    def close(self) -> None:
        """Stop in the order of DESIGN.md: whoever gives work goes before who does it."""
        for close in self.closers:
            close()


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
    units = open_database(database or str(paths.database))
    bus, clock, tasks = EventBus(), SystemClock(), TaskRunner()
    timers = Timers(tasks, clock)
    ssh = SystemSsh(paths.settings, socket_folder(paths.runtime))
    access, secrets, files = SystemAccess(ssh), KeyringSecretStore(), LocalFiles()
    inventory = Inventory(bus)
    connections = HostConnections(
        make_link=partial(_make_link, ssh, secrets, clock, bus),
        access=access,
        inventory=inventory,
        tasks=tasks,
        timers=timers,
        clock=clock,
        publisher=bus,
        local=read_distribution(),
    )
    consoles = ConsoleService(connections, access, secrets, {ConsoleKind.VNC: open_vnc})
    journal = Journal(units, clock, bus, ProcessIdentity())
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
    recorder = MachineRecorder(units, clock)
    store = SettingsFile(paths.settings)
    settings = SettingsService(store, bus, store.load().settings)
    period_s = settings.settings.poll_interval_s
    statistics = StatisticsService(connections, tasks, timers, bus, period_s)
    bus.subscribe(SettingsChanged, statistics.on_settings_changed)
    _subscribe(bus, inventory, connections, recorder)
    with units() as unit:
        inventory.load(unit.machines.all())
    bus.start()
    timers.start()
    timers.every(RECORD_S, recorder.flush, key="record")
    timers.every(RENEW_S, journal.renew_leases, key="leases", lane="leases")
    return Core(
        bus=bus,
        tasks=tasks,
        timers=timers,
        inventory=inventory,
        hosts=HostService(units, bus),
        access=access,
        connections=connections,
        machines=MachineService(connections, inventory, PillowPictureEncoder()),
        consoles=consoles,
        creation=creation,
        deletion=deletion,
        recovery=recovery,
        journal=journal,
        storage=StorageService(connections),
        statistics=statistics,
        blueprints=BlueprintService(units),
        secrets=secrets,
        settings=settings,
        make_doctor=partial(make_doctor, database),
        closers=[
            consoles.close,
            *_closers(bus, timers, tasks, connections, recorder, ssh, units),
        ],
    )


def _closers(
    bus: EventBus,
    timers: Timers,
    tasks: TaskRunner,
    connections: HostConnections,
    recorder: MachineRecorder,
    ssh: SystemSsh,
    units: UnitsOfWork,
) -> list[Callable[[], None]]:
    return [
        timers.stop,
        tasks.close,
        connections.close,
        bus.stop,
        partial(_flush_last, recorder),
        ssh.close,
        units.close,
    ]


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
    bus.subscribe(DomainGoneSeen, inventory.on_domain_gone_seen)
    bus.subscribe(DomainDefinitionSeen, connections.on_domain_definition_seen)
    bus.subscribe(HostClosedSeen, connections.on_host_closed_seen)
    bus.subscribe(HostRemoved, connections.on_host_removed)
    bus.subscribe(MachineAdded, recorder.on_machine_added)
    bus.subscribe(MachineChanged, recorder.on_machine_changed)
    bus.subscribe(MachineRemoved, recorder.on_machine_removed)


def _make_link(
    ssh: SystemSsh, secrets: SecretStore, clock: SystemClock, bus: EventBus, host: Host
) -> HostLink:
    command = ssh.command(host) if host.address.transport == "ssh" else ""
    return LibvirtLink(
        host, clock, bus.publish, ssh_command=command, login=partial(_login, secrets, host)
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
