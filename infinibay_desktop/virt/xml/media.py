"""CD drives in a domain's XML: found, filled, emptied and added."""

import copy

from lxml import etree

from infinibay_desktop.model.agent_delivery import CdDrive, is_agent_image
from infinibay_desktop.virt.xml.parsing import attribute_at, parse_xml

_SOURCE_WORDS = ("file", "dev", "name")
# What libvirt works out anew for another source.
_OF_THE_SOURCE = ("source", "backingStore", "mirror")
# Names of disks by their bus.
_PREFIXES = {"ide": "hd", "fdc": "fd", "virtio": "vd"}


def parse_drives(live: str, stored: str) -> tuple[CdDrive, ...]:
    """The CD drives that a machine has now, and after them those of its next start."""
    now = [(_target(disk), _path(disk)) for disk in _cd_drives(parse_xml(live))]
    known = {target for target, _ in now}
    later = [(_target(disk), _path(disk)) for disk in _cd_drives(parse_xml(stored))]
    return (
        *(CdDrive(target=target, path=path) for target, path in now),
        *(CdDrive(target=t, path=path, at_once=False) for t, path in later if t not in known),
    )


def render_change(xml: str, target: str, path: str) -> str:
    """The drive's element with another CD in it, none where `path` is empty.

    Empty where the definition has no such drive.
    """
    for disk in _cd_drives(parse_xml(xml)):
        if _target(disk) == target:
            changed = copy.deepcopy(disk)
            _fill(changed, path)
            return etree.tostring(changed, encoding="unicode")
    return ""


def keeps_another(live: str, stored: str, target: str) -> bool:
    """Whether the definition has somebody's CD in a drive that is not the one in it now."""
    now, later = (
        next((_path(disk) for disk in _cd_drives(parse_xml(xml)) if _target(disk) == target), "")
        for xml in (live, stored)
    )
    return bool(later) and later != now and not is_agent_image(later)


def render_drive(xml: str, path: str) -> str:
    """A new CD drive for a definition, with a CD in it."""
    root = parse_xml(xml)
    bus = _bus(root)
    disk = etree.Element("disk", device="cdrom")
    etree.SubElement(disk, "driver", name="qemu", type="raw")
    etree.SubElement(disk, "target", dev=_free_target(root, bus), bus=bus)
    etree.SubElement(disk, "readonly")
    _fill(disk, path)
    return etree.tostring(disk, encoding="unicode")


def _cd_drives(root: etree._Element) -> list[etree._Element]:
    return [disk for disk in root.findall("./devices/disk") if disk.get("device") == "cdrom"]


def _target(disk: etree._Element) -> str:
    return attribute_at(disk, "./target", "dev")


def _path(disk: etree._Element) -> str:
    source = disk.find("./source")
    if source is None:
        return ""
    if source.get("volume"):
        return f"{source.get('pool')}/{source.get('volume')}"
    return next((str(source.get(word)) for word in _SOURCE_WORDS if source.get(word)), "")


def _fill(disk: etree._Element, path: str) -> None:
    for word in _OF_THE_SOURCE:
        for element in disk.findall(f"./{word}"):
            disk.remove(element)
    disk.set("type", "file")
    if path:
        driver = disk.find("./driver")
        if driver is not None:
            driver.set("type", "raw")
        disk.insert(0, etree.Element("source", file=path))


def _bus(root: etree._Element) -> str:
    """What other CD drives and disks of the machine hang on, or what its board has."""
    used = {
        disk.find("./target").get("bus")  # type: ignore[union-attr]
        for disk in root.findall("./devices/disk")
        if disk.find("./target") is not None
    }
    machine = attribute_at(root, "./os/type", "machine")
    if attribute_at(root, "./os/type", "arch") not in ("x86_64", "i686"):
        return "scsi"
    board = "sata" if "q35" in machine else "ide"
    return next((bus for bus in (board, "sata", "scsi") if bus in used), board)


def _free_target(root: etree._Element, bus: str) -> str:
    taken = {_target(disk) for disk in root.findall("./devices/disk")}
    names = [f"{_PREFIXES.get(bus, 'sd')}{chr(97 + number)}" for number in range(26)]
    return next((name for name in names if name not in taken), names[-1])
