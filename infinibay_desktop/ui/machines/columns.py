"""The list's columns: order, titles, widths, what a cell says and how rows sort by it."""

from collections.abc import Callable
from enum import IntEnum
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.ui.formats import NO_FIGURE, percent_text, rate_text
from infinibay_desktop.ui.machines.rows import Row
from infinibay_desktop.ui.machines.words import memory_text, stale_moment, stale_words
from infinibay_desktop.ui.state_words import state_word


class Column(IntEnum):
    """Columns in their first order; the names are what saved column states hold."""

    STATE = 0
    NAME = 1
    DEPARTMENT = 2
    OWNER = 3
    HOST = 4
    CPU = 5
    MEMORY = 6
    VCPUS = 7
    DISK = 8
    NETWORK = 9
    AUTOSTART = 10
    AGENT = 11


# In digits, so that they follow the font.
WIDTHS: dict[Column, int] = {
    Column.STATE: 18,
    Column.NAME: 18,
    Column.DEPARTMENT: 16,
    Column.OWNER: 14,
    Column.HOST: 16,
    Column.CPU: 15,
    Column.MEMORY: 21,
    Column.VCPUS: 7,
    Column.DISK: 11,
    Column.NETWORK: 11,
    Column.AUTOSTART: 10,
    Column.AGENT: 11,
}
# Where there is no room for all, these are left out, the first one first.
LEFT_OUT = (
    Column.AGENT,
    Column.AUTOSTART,
    Column.VCPUS,
    Column.OWNER,
    Column.DISK,
    Column.NETWORK,
    Column.HOST,
    Column.DEPARTMENT,
    Column.MEMORY,
    Column.CPU,
)
# Columns whose figures change all the time.
FIGURES = frozenset({Column.CPU, Column.MEMORY, Column.DISK, Column.NETWORK})
# Their titles stand to the right too, unless a drawing stands at their left.
RIGHT_TITLED = frozenset({Column.VCPUS, Column.DISK, Column.NETWORK})
RIGHT_ALIGNED = frozenset({Column.CPU, Column.MEMORY, Column.VCPUS, Column.DISK, Column.NETWORK})


def column_title(column: Column) -> str:
    """Heading in the person's language."""
    translate = QCoreApplication.translate
    titles = {
        Column.STATE: translate("MachineList", "State"),
        Column.NAME: translate("MachineList", "Name"),
        Column.DEPARTMENT: translate("MachineList", "Department"),
        Column.OWNER: translate("MachineList", "Owner"),
        Column.HOST: translate("MachineList", "Host"),
        Column.CPU: translate("MachineList", "CPU"),
        Column.MEMORY: translate("MachineList", "Memory"),
        Column.VCPUS: translate("MachineList", "vCPUs"),
        Column.DISK: translate("MachineList", "Disk"),
        Column.NETWORK: translate("MachineList", "Network"),
        Column.AUTOSTART: translate("MachineList", "Autostart"),
        Column.AGENT: translate("MachineList", "Agent"),
    }
    return titles[column]


def cells(row: Row) -> tuple[str, ...]:
    """What the row's cells say, by column; computed when somebody looks."""
    if row.cells is None:
        machine = row.machine
        row.cells = (
            stale_words(machine.stale_since) if machine.stale_since else state_word(machine.state),
            row.name,
            row.department,
            row.owner,
            row.host_name,
            percent_text(row.cpu_percent),
            memory_text(row.memory_used_bytes, machine.memory_bytes),
            str(machine.vcpus),
            rate_text(row.disk_bps),
            rate_text(row.network_bps),
            _yes(shown=machine.autostart),
            row.agent,
        )
    return row.cells


def _yes(*, shown: bool) -> str:
    if not shown:
        return ""
    return QCoreApplication.translate("MachineList", "Yes")


def spoken(row: Row, column: Column) -> str:
    """What a screen reader says for a cell: no dashes, no bare numbers."""
    translate = QCoreApplication.translate
    text = cells(row)[column]
    if column is Column.STATE and row.stale_since:
        said = translate("MachineList", "{state}, stale since {time}")
        return said.format(state=state_word(row.state), time=stale_moment(row.stale_since))
    if not text:
        return _absent(column)
    if text == NO_FIGURE:
        return translate("MachineList", "{figure} unknown").format(figure=column_title(column))
    if column in RIGHT_ALIGNED:
        return f"{column_title(column)} {text}"
    return text


def _absent(column: Column) -> str:
    translate = QCoreApplication.translate
    absent = {
        Column.AUTOSTART: translate("MachineList", "No"),
        Column.AGENT: translate("MachineList", "No agent has spoken"),
        Column.DEPARTMENT: translate("MachineList", "No department"),
        Column.OWNER: translate("MachineList", "No owner"),
    }
    return absent.get(column, "")


def explained(row: Row, column: Column) -> str:
    """What a tool tip adds to a cell, as plain text."""
    translate = QCoreApplication.translate
    rates = row.rates
    if column is Column.DISK and (rates := row.detailed):
        said = translate("MachineList", "Read {read}, written {written}")
        read, written = rate_text(rates.disk_read_bps), rate_text(rates.disk_written_bps)
        return said.format(read=read, written=written)
    if column is Column.NETWORK and rates:
        said = translate("MachineList", "Received {received}, sent {sent}")
        return said.format(received=rate_text(rates.received_bps), sent=rate_text(rates.sent_bps))
    return spoken(row, column)


# Attributes in C: a Python function a row would take ten times as long.
SORT_KEYS: dict[Column, Callable[[Row], Any]] = {
    Column.STATE: attrgetter("state_key"),
    Column.NAME: attrgetter("name_key"),
    Column.DEPARTMENT: attrgetter("department_key"),
    Column.OWNER: attrgetter("owner_key"),
    Column.HOST: attrgetter("host_key"),
    Column.CPU: attrgetter("cpu_key"),
    Column.MEMORY: attrgetter("memory_key"),
    Column.VCPUS: attrgetter("machine.vcpus"),
    Column.DISK: attrgetter("disk_key"),
    Column.NETWORK: attrgetter("network_key"),
    Column.AUTOSTART: attrgetter("machine.autostart"),
    Column.AGENT: attrgetter("agent_key"),
}
