"""What a department may still have, in words, and what would be too much."""

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.model.departments import Amount, Quota
from infinibay_desktop.ui.formats import size_text

translate = QCoreApplication.translate
PARTS = ("machines", "vcpus", "memory_bytes", "disk_bytes")


def amount_text(part: str, amount: int) -> str:
    """An amount of a part of a quota: a size or a number."""
    return size_text(amount) if part.endswith("_bytes") else str(amount)


def part_name(part: str) -> str:
    """What a part of a quota is called."""
    names = {
        "machines": translate("Quota", "Machines"),
        "vcpus": translate("Quota", "vCPUs"),
        "memory_bytes": translate("Quota", "Memory"),
        "disk_bytes": translate("Quota", "Disk"),
    }
    return names[part]


def bounded_parts(quota: Quota) -> list[str]:
    """The parts of a quota that have a bound."""
    return [part for part in PARTS if getattr(quota, part) is not None]


def left_words(quota: Quota, used: Amount) -> str:
    """What is left of a quota, in one line; empty: it has no bounds."""
    texts = {
        "machines": translate("Quota", "{left} of {most} machines"),
        "vcpus": translate("Quota", "{left} of {most} vCPUs"),
        "memory_bytes": translate("Quota", "{left} of {most} memory"),
        "disk_bytes": translate("Quota", "{left} of {most} disk"),
    }
    parts = []
    for part in bounded_parts(quota):
        most = getattr(quota, part)
        left = max(0, most - getattr(used, part))
        words = texts[part].format(left=amount_text(part, left), most=amount_text(part, most))
        parts.append(words)
    return translate("Quota", "Left: {what}.").format(what=", ".join(parts)) if parts else ""


def excess(quota: Quota, used: Amount, more: Amount) -> str:
    """The first part of the quota that `more` would exceed; empty: there is room for it."""
    for part in bounded_parts(quota):
        wanted = getattr(more, part)
        if wanted and getattr(used, part) + wanted > getattr(quota, part):
            return part
    return ""


def excess_words(department: str, quota: Quota, used: Amount, more: Amount) -> str:
    """What would be too much, and how much there is; empty: there is room for it."""
    part = excess(quota, used, more)
    if not part:
        return ""
    most = getattr(quota, part)
    text = translate(
        "Quota",
        "More than '{department}' may have: {wanted} wanted, {left} of {most} left ({what}).",
    )
    return text.format(
        department=department,
        wanted=amount_text(part, getattr(more, part)),
        left=amount_text(part, max(0, most - getattr(used, part))),
        most=amount_text(part, most),
        what=part_name(part),
    )
