"""Pools and volumes as libvirt XML."""

from lxml import etree

from infinibay_desktop.model.storage import Pool, Volume, VolumePlan
from infinibay_desktop.virt.xml.parsing import (
    attribute_at,
    parse_xml,
    size_at,
    text_at,
    to_text,
    whole_number,
)


def render_volume(plan: VolumePlan) -> str:
    """A volume to be made: it takes room as it fills."""
    root = etree.Element("volume")
    etree.SubElement(root, "name").text = plan.name
    etree.SubElement(root, "capacity", unit="bytes").text = str(plan.capacity_bytes)
    etree.SubElement(root, "allocation", unit="bytes").text = "0"
    target = etree.SubElement(root, "target")
    etree.SubElement(target, "format", type=plan.format)
    return to_text(root)


def render_directory_pool(name: str, path: str) -> str:
    """A pool over a directory."""
    root = etree.Element("pool", type="dir")
    etree.SubElement(root, "name").text = name
    target = etree.SubElement(root, "target")
    etree.SubElement(target, "path").text = path
    return to_text(root)


def parse_pool(xml: str, *, active: bool, autostart: bool) -> Pool:
    """A pool's description; sizes are only known while it is active."""
    root = parse_xml(xml)
    return Pool(
        name=text_at(root, "./name"),
        kind=root.get("type", ""),
        path=text_at(root, "./target/path"),
        active=active,
        autostart=autostart,
        capacity_bytes=size_at(root, "./capacity", "bytes"),
        allocated_bytes=size_at(root, "./allocation", "bytes"),
        available_bytes=size_at(root, "./available", "bytes"),
    )


def parse_volume(xml: str, pool: str) -> Volume:
    """A volume's description, with the file's mode and owner where there is a file."""
    root = parse_xml(xml)
    return Volume(
        name=text_at(root, "./name"),
        pool=pool,
        path=text_at(root, "./target/path"),
        format=attribute_at(root, "./target/format", "type", "raw"),
        capacity_bytes=size_at(root, "./capacity", "bytes"),
        allocated_bytes=size_at(root, "./allocation", "bytes"),
        mode=whole_number(text_at(root, "./target/permissions/mode"), None, base=8),
        owner=whole_number(text_at(root, "./target/permissions/owner"), None),
    )
