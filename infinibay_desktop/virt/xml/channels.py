"""The agent's channel in a domain's XML."""

from lxml import etree

from infinibay_desktop.model.guests import AGENT_CHANNEL
from infinibay_desktop.virt.xml.parsing import parse_xml

CHANNEL_XML = f"<channel type='unix'><target type='virtio' name='{AGENT_CHANNEL}'/></channel>"


def has_agent_channel(xml: str) -> bool:
    """Whether a definition has the agent's channel."""
    return _names_channel(parse_xml(xml))


def edit_agent_channel(xml: str) -> str:
    """The same definition with the agent's channel; everything else stays as it is.

    libvirt adds the controller that it needs.
    """
    root = parse_xml(xml)
    if _names_channel(root):
        return xml
    devices = root.find("./devices")
    if devices is None:
        devices = etree.SubElement(root, "devices")
    devices.append(etree.fromstring(CHANNEL_XML))
    return etree.tostring(root, encoding="unicode")


def _names_channel(root: etree._Element) -> bool:
    targets = root.findall("./devices/channel/target")
    return any(target.get("name") == AGENT_CHANNEL for target in targets)
