"""The cards of the overview: hosts, busiest machines, tasks and storage."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from infinibay_desktop.model.hosts import HostId, HostStatus, LinkState
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.storage import Pool
from infinibay_desktop.model.tasks import Task
from infinibay_desktop.ui.formats import ago_text, iso_text, percent_text, size_text
from infinibay_desktop.ui.overview.tally import Load
from infinibay_desktop.ui.remedy_text import translate_remedy
from infinibay_desktop.ui.state_words import host_look, task_look, task_words
from infinibay_desktop.ui.widgets.figures import Meter, NameButton, Sign
from infinibay_desktop.ui.widgets.layout import Card, column, fill, row
from infinibay_desktop.ui.widgets.text import ElidedLabel, escaped, plain, wrapped

BUSIEST = 5
TASKS = 8
POOLS = 6
MAX_ERROR = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class HostFigures:
    """What the overview tells of a host; None where it is not known."""

    name: str
    status: HostStatus | None
    running: int
    total: int
    memory_given_bytes: int
    memory_bytes: int | None
    cpus: int | None
    cpus_used: float | None


class HostCard(Card):
    """One host: its connection, its machines and its load."""

    def __init__(self, show: Callable[[], object]) -> None:
        super().__init__()
        self._name = NameButton(show)
        self._name.setStyleSheet("text-align: left; padding: 1px 0; font-weight: 600;")
        self._sign = Sign("unlink", "muted")
        self._state = plain(name="muted")
        self.head.insertWidget(0, self._name, 1000)
        self.head.addWidget(self._sign)
        self.head.addWidget(self._state)
        self._machines = plain()
        self._cpu = Meter(self.tr("Processor"))
        self._memory = Meter(self.tr("Memory of running machines"))
        self._why = wrapped(name="problem")
        self._remedy = wrapped(name="hint")
        self._next = wrapped(name="hint")
        fill(self.body, self._machines, self._cpu, self._memory,
             self._why, self._remedy, self._next, gap=8)  # fmt: skip

    def show_figures(self, host: HostFigures) -> None:
        """Show how the host is now."""
        state = host.status.state if host.status else LinkState.DISCONNECTED
        look = host_look(host.status)
        self.setAccessibleName(host.name)
        self._name.show_name(host.name)
        self._sign.show_symbol(look.symbol, look.tone)
        self._state.setText(look.word)
        self._machines.setText(self._counted(host))
        self._show_cpu(host)
        self._show_memory(host)
        self._show_trouble(host.status if state is not LinkState.CONNECTED else None)

    def _counted(self, host: HostFigures) -> str:
        total = self.tr("%n machine(s)", "", host.total)
        running = self.tr("%n running", "", host.running)
        return f"{total}, {running}" if host.total else self.tr("No machines")

    def _show_cpu(self, host: HostFigures) -> None:
        known = host.cpus_used is not None and bool(host.cpus)
        self._cpu.setVisible(known)
        if host.cpus_used is not None and host.cpus:
            share = host.cpus_used / host.cpus
            self._cpu.show_share(share, percent_text(min(1.0, share) * 100))

    def _show_memory(self, host: HostFigures) -> None:
        self._memory.setVisible(bool(host.memory_bytes))
        if host.memory_bytes:
            given, whole = host.memory_given_bytes, host.memory_bytes
            of = self.tr("%1 of %2").replace("%1", size_text(given))
            self._memory.show_share(given / whole, of.replace("%2", size_text(whole)))

    def _show_trouble(self, status: HostStatus | None) -> None:
        _tell(self._why, status.reason if status else "")
        _tell(self._remedy, translate_remedy(status.remedy, status.problem) if status else "")
        at = status.next_attempt_at if status else None
        when = at.astimezone().strftime("%H:%M:%S") if at else ""
        _tell(self._next, self.tr("Next try at %1.").replace("%1", when) if at else "")


class BusiestCard(Card):
    """The machines that use most processor."""

    def __init__(self, show: Callable[[MachineKey], object]) -> None:
        super().__init__()
        self.heading.setText(self.tr("Busiest machines"))
        self.heading.show()
        self._none = wrapped(name="muted")
        self._rows = [_BusyRow(show) for _ in range(BUSIEST)]
        fill(self.body, self._none, *self._rows, gap=10)

    def show_loads(self, loads: Sequence[Load], hosts: Mapping[HostId, str], none: str) -> None:
        """Show these; `none` says why there are none."""
        _tell(self._none, "" if loads else none)
        for index, shown in enumerate(self._rows):
            shown.setVisible(index < len(loads))
            if index < len(loads):
                shown.show_load(loads[index], hosts.get(loads[index].machine.host_id, ""))


class _BusyRow(QWidget):
    def __init__(self, show: Callable[[MachineKey], object]) -> None:
        super().__init__()
        self._key: MachineKey | None = None
        self._name = NameButton(lambda: show(self._key) if self._key else None)
        self._meter = Meter()
        fill(QVBoxLayout(self), self._name, self._meter, gap=0)

    def show_load(self, load: Load, host: str) -> None:
        self._key = load.machine.key
        self._name.show_name(load.machine.name)
        cpus = self.tr("%n processor(s)", "", max(1, load.machine.vcpus))
        label = f"{host} · {cpus}" if host else cpus
        self._meter.show_share(load.cpu_percent / 100, percent_text(load.cpu_percent), label=label)


class TasksCard(Card):
    """What is being done and what was done last."""

    def __init__(self) -> None:
        super().__init__()
        self.heading.setText(self.tr("Tasks"))
        self.heading.show()
        self._none = wrapped(self.tr("Nothing was created or deleted yet."), name="muted")
        self._rows = [_TaskRow() for _ in range(TASKS)]
        fill(self.body, self._none, *self._rows, gap=8)

    def show_tasks(self, tasks: Sequence[Task]) -> None:
        """Show these, the newest first."""
        self._none.setVisible(not tasks)
        for index, shown in enumerate(self._rows):
            shown.setVisible(index < len(tasks))
            if index < len(tasks):
                shown.show_task(tasks[index])


class _TaskRow(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._sign = Sign(size=16)
        self._title = ElidedLabel()
        self._about = ElidedLabel(name="muted")
        expand = QSizePolicy.Policy.Expanding
        for label in (self._title, self._about):
            label.setSizePolicy(expand, QSizePolicy.Policy.Fixed)
        words = column(self._title, self._about, gap=1)
        outer = row(self._sign, words, gap=10)
        outer.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)
        fill(QVBoxLayout(self), outer, gap=0)

    def show_task(self, task: Task) -> None:
        look = task_look(task.status)
        self._sign.show_symbol(look.symbol, look.tone)
        self._title.show_text(task_words(task.kind, task.title))
        when = task.ended_at or task.started_at
        about = f"{look.word} · {ago_text(when)}"
        self._about.show_text(f"{about} · {task.error}" if task.error else about)
        told = f"{iso_text(when)}\n{task.error[:MAX_ERROR]}".strip()
        self.setToolTip(escaped(told))


class StorageCard(Card):
    """How full the pools are, the fullest first."""

    def __init__(self) -> None:
        super().__init__()
        self.heading.setText(self.tr("Storage"))
        self.heading.show()
        self._none = wrapped(self.tr("No active storage pool is known."), name="muted")
        self._meters = [Meter() for _ in range(POOLS)]
        fill(self.body, self._none, *self._meters, gap=10)

    def show_pools(self, pools: Sequence[tuple[str, Pool]]) -> None:
        """Show pools with the names of their hosts."""
        active = [(host, pool) for host, pool in pools if pool.active and pool.capacity_bytes > 0]
        fullest = sorted(active, key=lambda found: -_fill(found[1]))[:POOLS]
        self._none.setVisible(not fullest)
        for index, meter in enumerate(self._meters):
            meter.setVisible(index < len(fullest))
            if index < len(fullest):
                host, pool = fullest[index]
                free = self.tr("%1 free").replace("%1", size_text(pool.available_bytes))
                meter.show_share(_fill(pool), free, label=f"{pool.name} · {host}")


def _fill(pool: Pool) -> float:
    return 1 - pool.available_bytes / pool.capacity_bytes


def _tell(label: QWidget, text: str) -> None:
    label.setVisible(bool(text))
    label.setText(text)  # type: ignore[attr-defined]  # only labels come here
