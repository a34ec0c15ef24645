"""Which charts a machine has: what its series are called, their units and their grouping."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.ui.charts import units
from infinibay_desktop.ui.charts.colors import MOST_CURVES
from infinibay_desktop.ui.charts.units import Unit
from infinibay_desktop.ui.formats import plain_text

MAX_NAME = 60
# Used parts of disks are shown as shares: large and small ones fit one chart then.
USED, TOTAL = "disk_used_bytes:", "disk_total_bytes:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """One line of a chart: a machine's series, in percent of another one where `whole` is."""

    key: MachineKey
    series: str
    label: str
    whole: str = ""
    shown: bool = True

    def needs(self) -> tuple[str, ...]:
        """The series to be read for it."""
        return (self.series, self.whole) if self.whole else (self.series,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One chart. `ceiling` is the value at its top, where that is known."""

    name: str
    title: str
    unit: Unit
    curves: tuple[Curve, ...]
    ceiling: float | None = None


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    title: str
    unit: Unit
    # Names of series with their labels; a name that ends with a colon stands for its parts.
    series: tuple[tuple[str, str], ...]
    ceiling: float | None = None


def _kinds() -> tuple[_Kind, ...]:
    translate = QCoreApplication.translate
    read, written = translate("Charts", "Read"), translate("Charts", "Written")
    received, sent = translate("Charts", "Received"), translate("Charts", "Sent")
    used, swap = translate("Charts", "Used"), translate("Charts", "Swap used")
    on_part = translate("Charts", "{name}, {what}")
    return (
        _Kind("cpu", translate("Charts", "CPU"), units.PERCENT,
              (("cpu_percent", translate("Charts", "All cores")),), 100.0),
        _Kind("cores", translate("Charts", "CPU cores"), units.PERCENT,
              (("core_percent:", translate("Charts", "Core {name}")),), 100.0),
        _Kind("memory", translate("Charts", "Memory"), units.SIZE,
              (("memory_used_bytes", used), ("swap_used_bytes", swap))),
        _Kind("disk", translate("Charts", "Disk activity"), units.RATE,
              (("disk_read_bps", read), ("disk_written_bps", written))),
        _Kind("space", translate("Charts", "Disk space used"), units.PERCENT,
              ((USED, "{name}"),), 100.0),
        _Kind("network", translate("Charts", "Network"), units.RATE,
              (("received_bps", received), ("sent_bps", sent),
               ("received_bps:", on_part.replace("{what}", received)),
               ("sent_bps:", on_part.replace("{what}", sent)))),
        _Kind("load", translate("Charts", "Load"), units.NUMBER,
              (("load_1", translate("Charts", "Mean of a minute")),)),
        _Kind("processes", translate("Charts", "Processes"), units.NUMBER,
              (("processes", translate("Charts", "Processes")),)),
        _Kind("temperature", translate("Charts", "Temperature"), units.DEGREES,
              (("temperature_c", translate("Charts", "CPU")),)),
    )  # fmt: skip


def panels_of(key: MachineKey, names: Sequence[str], memory_bytes: int) -> list[Panel]:
    """The charts of one machine that has these series; those without any are left out."""
    found = []
    for kind in _kinds():
        curves = _curves(key, kind, names)
        if curves:
            ceiling = float(memory_bytes) if kind.name == "memory" else kind.ceiling
            found.append(
                Panel(
                    name=kind.name,
                    title=kind.title,
                    unit=kind.unit,
                    curves=curves,
                    ceiling=ceiling or None,
                )
            )
    return found


def comparable() -> list[tuple[str, str]]:
    """Names of series that every machine may have, with what they are called."""
    return [
        (series, _called(kind, label))
        for kind in _kinds()
        for series, label in kind.series
        if not series.endswith(":")
    ]


def comparison(series: str, machines: Sequence[tuple[MachineKey, str]]) -> Panel:
    """One series of several machines in one chart."""
    for kind in _kinds():
        for name, label in kind.series:
            if name == series:
                curves = tuple(
                    Curve(key=key, series=series, label=plain_text(called, MAX_NAME))
                    for key, called in machines[:MOST_CURVES]
                )
                return Panel(
                    name=kind.name,
                    title=_called(kind, label),
                    unit=kind.unit,
                    curves=curves,
                    ceiling=kind.ceiling,
                )
    raise ValueError(f"no chart compares '{series}'")


def _called(kind: _Kind, label: str) -> str:
    alone = len(kind.series) == 1
    if alone:
        return kind.title
    return QCoreApplication.translate("Charts", "{chart}: {series}").format(
        chart=kind.title, series=label
    )


def _curves(key: MachineKey, kind: _Kind, names: Sequence[str]) -> tuple[Curve, ...]:
    known = set(names)
    found: list[Curve] = []
    for series, label in kind.series:
        if not series.endswith(":"):
            if series in known:
                found.append(Curve(key=key, series=series, label=label))
            continue
        parts = [name for name in names if name.startswith(series)]
        if series == USED:
            parts = [name for name in parts if TOTAL + name.removeprefix(USED) in known]
        found += [_part(key, name, series, label, at=number) for number, name in enumerate(parts)]
    return tuple(found)


def _part(key: MachineKey, name: str, prefix: str, label: str, *, at: int) -> Curve:
    part = name.removeprefix(prefix)
    whole = TOTAL + part if prefix == USED else ""
    # Interfaces are switched on by who wants them: the sums are there already.
    extra = prefix in ("received_bps:", "sent_bps:")
    return Curve(
        key=key,
        series=name,
        label=label.replace("{name}", plain_text(part, MAX_NAME)),
        whole=whole,
        shown=not extra and at < MOST_CURVES,
    )
