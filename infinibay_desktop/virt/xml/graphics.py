"""Consoles that a running domain's XML offers."""

from lxml import etree

from infinibay_desktop.model.consoles import ConsoleKind, ConsoleOffer
from infinibay_desktop.virt.xml.parsing import attribute_at, parse_xml, whole_number

MOST_CONSOLES = 16
# As long as unix(7) lets a socket's path be, and a host's name.
_MOST_PATH, _MOST_ADDRESS = 107, 253
_GRAPHICS = {"vnc": ConsoleKind.VNC, "spice": ConsoleKind.SPICE}


def parse_consoles(xml: str) -> tuple[ConsoleOffer, ...]:
    """The consoles of a live definition; what is odd about one makes it harder to reach."""
    root = parse_xml(xml)
    graphics = root.findall("./devices/graphics")[:MOST_CONSOLES]
    offers = [
        _offer(_GRAPHICS[kind], index, element)
        for index, element in enumerate(graphics)
        if (kind := element.get("type", "")) in _GRAPHICS
    ]
    serial = root.findall("./devices/serial")[:MOST_CONSOLES]
    offers += [
        ConsoleOffer(kind=ConsoleKind.SERIAL, index=index)
        for index, element in enumerate(serial)
        if element.get("type") == "pty"
    ]
    return tuple(offers)


def parse_password(xml: str, index: int) -> str:
    """The password of a graphics device in a definition with secrets."""
    graphics = parse_xml(xml).findall("./devices/graphics")
    return str(graphics[index].get("passwd", "")) if index < len(graphics) else ""


def _offer(kind: ConsoleKind, index: int, element: etree._Element) -> ConsoleOffer:
    address = attribute_at(element, "./listen", "address") or element.get("listen", "")
    path = attribute_at(element, "./listen", "socket") or element.get("socket", "")
    return ConsoleOffer(
        kind=kind,
        index=index,
        address=str(address) if len(address) <= _MOST_ADDRESS else "",
        port=_port(element.get("port", "")),
        tls_port=_port(element.get("tlsPort", "")),
        socket=str(path) if len(path) <= _MOST_PATH else "",
    )


def _port(text: str) -> int | None:
    port = whole_number(text, None)
    return port if port and 0 < port < 65536 else None
