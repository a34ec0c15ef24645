"""An existing domain's XML read, and edited without losing what we do not know."""

from lxml import etree

from infinibay_desktop.model.machines import MachineDetails, MachineDisk, MachineNic
from infinibay_desktop.virt.xml.parsing import (
    attribute_at,
    number_at,
    parse_xml,
    size_at,
    text_at,
    to_text,
)

_SOURCE_ATTRIBUTES = ("file", "dev", "dir", "name")


def parse_details(xml: str, *, stored: str = "") -> MachineDetails:
    """What `machine show` tells beyond the list. Unknown devices are passed over.

    `stored` is what the machine has at its next start, where that is not what it runs with.
    """
    root = parse_xml(xml)
    later = parse_xml(stored) if stored else root
    return MachineDetails(
        description=text_at(later, "./description"),
        arch=attribute_at(root, "./os/type", "arch"),
        machine_type=attribute_at(root, "./os/type", "machine"),
        firmware=_firmware(root),
        domain_type=root.get("type", ""),
        disks=tuple(_disk(element) for element in root.findall("./devices/disk")),
        nics=tuple(_nic(element) for element in root.findall("./devices/interface")),
        graphics=tuple(_graphics(element) for element in root.findall("./devices/graphics")),
        channels=tuple(
            str(element.get("name"))
            for element in root.findall("./devices/channel/target")
            if element.get("name")
        ),
        next_vcpus=number_at(later, "./vcpu"),
        next_memory_bytes=size_at(later, "./memory", "KiB"),
    )


def _firmware(root: etree._Element) -> str:
    loader = root.find("./os/loader")
    efi = attribute_at(root, "./os", "firmware") == "efi"
    if efi or (loader is not None and loader.get("type") == "pflash"):
        return "uefi"
    return "bios"


def _disk(element: etree._Element) -> MachineDisk:
    return MachineDisk(
        target=attribute_at(element, "./target", "dev"),
        device=element.get("device", "disk"),
        path=_disk_path(element),
        bus=attribute_at(element, "./target", "bus"),
        read_only=element.find("./readonly") is not None,
    )


def _disk_path(element: etree._Element) -> str:
    source = element.find("./source")
    if source is None:
        return ""
    if source.get("volume"):
        return f"{source.get('pool')}/{source.get('volume')}"
    return next((str(source.get(name)) for name in _SOURCE_ATTRIBUTES if source.get(name)), "")


def _nic(element: etree._Element) -> MachineNic:
    source = element.find("./source")
    names = ("network", "bridge", "dev")
    plugged = (
        next((str(source.get(n)) for n in names if source.get(n)), "") if source is not None else ""
    )
    return MachineNic(
        kind=element.get("type", ""),
        source=plugged,
        mac=attribute_at(element, "./mac", "address"),
        model=attribute_at(element, "./model", "type"),
    )


def _graphics(element: etree._Element) -> str:
    listen = attribute_at(element, "./listen", "address", element.get("listen", ""))
    port = element.get("port", "")
    where = f" {listen}:{port}" if listen and port.isdigit() else ""
    return f"{element.get('type', '')}{where}"


def edit_size(xml: str, *, vcpus: int | None = None, memory_bytes: int | None = None) -> str:
    """The same definition with another size; everything else stays as it is."""
    root = parse_xml(xml)
    if vcpus is not None:
        _set_vcpus(root, vcpus)
    if memory_bytes is not None:
        _set_memory(root, memory_bytes)
    return etree.tostring(root, encoding="unicode")


def edit_description(xml: str, description: str) -> str:
    """The same definition with another description; an empty one is taken out."""
    root = parse_xml(xml)
    element = root.find("./description")
    if element is not None and not description:
        root.remove(element)
    elif description:
        _ensure(root, "description", after=("name", "uuid", "genid", "title")).text = description
    return etree.tostring(root, encoding="unicode")


def _set_vcpus(root: etree._Element, vcpus: int) -> None:
    element = _ensure(root, "vcpu", after=("name", "uuid", "memory", "currentMemory"))
    element.text = str(vcpus)
    element.attrib.pop("current", "")
    # A topology or a list of CPUs for another number would be refused by libvirt.
    topology = root.find("./cpu/topology")
    if topology is not None:
        topology.getparent().remove(topology)  # type: ignore[union-attr]
    listed = root.find("./vcpus")
    if listed is not None:
        root.remove(listed)


def _set_memory(root: etree._Element, memory_bytes: int) -> None:
    for tag in ("memory", "currentMemory"):
        element = root.find(f"./{tag}")
        if element is not None:
            element.set("unit", "KiB")
            element.text = str(memory_bytes // 1024)


def _ensure(root: etree._Element, tag: str, *, after: tuple[str, ...]) -> etree._Element:
    element = root.find(f"./{tag}")
    if element is not None:
        return element
    places = [index for index, child in enumerate(root) if child.tag in after]
    element = etree.Element(tag)
    root.insert(max(places, default=-1) + 1, element)
    return element


def strip_secrets(xml: str) -> str:
    """A definition that may be shown: console passwords taken out."""
    root = parse_xml(xml)
    for graphics in root.findall("./devices/graphics"):
        graphics.attrib.pop("passwd", "")
    return to_text(root)
