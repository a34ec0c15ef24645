"""Departments in words: titles, roles, counts, and a line about what they have."""

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.model.departments import DepartmentRole, DepartmentSummary
from infinibay_desktop.ui.formats import size_text
from infinibay_desktop.ui.one_line import one_line

translate = QCoreApplication.translate
_SHORT_NAME = 60


def short(name: str) -> str:
    """A name for a title."""
    line = one_line(name)
    return line if len(line) <= _SHORT_NAME else line[: _SHORT_NAME - 1] + "…"


def role_words(role: DepartmentRole) -> str:
    """What a person is in a department."""
    if role is DepartmentRole.ADMINISTRATOR:
        return translate("Departments", "Administrator")
    return translate("Departments", "Member")


def machines_words(count: int) -> str:
    """How many machines."""
    # One is its own text, and no plural of Qt's: lupdate knows none outside classes.
    if count == 1:
        return translate("Departments", "1 machine")
    return translate("Departments", "%n machines").replace("%n", str(count))


def people_words(count: int) -> str:
    """How many people."""
    if count == 1:
        return translate("Departments", "1 person")
    return translate("Departments", "%n people").replace("%n", str(count))


def counts_words(summary: DepartmentSummary) -> str:
    """Machines and people of a department."""
    return f"{machines_words(summary.used.machines)} · {people_words(summary.members)}"


def use_words(summary: DepartmentSummary) -> str:
    """What its machines have together, against its quota where that has bounds."""
    used, quota = summary.used, summary.department.quota
    parts = [
        _against(
            translate("Departments", "{count} vCPU").format(count=used.vcpus),
            quota.vcpus,
            str(quota.vcpus),
        ),
        _against(
            translate("Departments", "{size} memory").format(size=size_text(used.memory_bytes)),
            quota.memory_bytes,
            size_text(quota.memory_bytes or 0),
        ),
    ]
    return " · ".join(parts)


def _against(said: str, most: int | None, shown: str) -> str:
    if most is None:
        return said
    return translate("Departments", "{used} of {most}").format(used=said, most=shown)
