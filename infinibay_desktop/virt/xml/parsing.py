"""Text into elements, trusting nobody: no entities, no DTD, no network, bounded."""

from typing import TypeVar

from lxml import etree

from infinibay_desktop.model.errors import HypervisorError

MAX_XML_BYTES = 8 * 1024 * 1024
MAX_DIGITS = 20
D = TypeVar("D", int, None)


def parse_xml(text: str) -> etree._Element:
    """The root element of `text`. Raises HypervisorError for what is not plain XML."""
    if len(text) > MAX_XML_BYTES:
        raise HypervisorError("The host sent a definition larger than 8 MiB.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise HypervisorError("The host sent a definition that is not XML.") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise HypervisorError("The host sent a definition with a document type; it is refused.")
    return root


def to_text(root: etree._Element) -> str:
    """The element as indented text."""
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


def text_at(root: etree._Element, path: str, default: str = "") -> str:
    """The text of the first element at `path`."""
    found = root.findtext(path)
    return default if found is None else found.strip()


def attribute_at(root: etree._Element, path: str, name: str, default: str = "") -> str:
    """An attribute of the first element at `path`."""
    found = root.find(path)
    return default if found is None else str(found.get(name, default))


def whole_number(text: str, default: D, *, base: int = 10) -> int | D:
    """The whole number that `text` is; `default` for odd text, and for what no count can be."""
    try:
        return int(text, base) if len(text) <= MAX_DIGITS else default
    except ValueError:
        return default


def number_at(root: etree._Element, path: str, default: int = 0) -> int:
    """The whole number in the first element at `path`; odd text counts as `default`."""
    return whole_number(text_at(root, path), default)


_UNITS = {"b": 1, "bytes": 1, "k": 1024, "kib": 1024, "m": 1024**2, "mib": 1024**2}
_UNITS |= {"g": 1024**3, "gib": 1024**3, "t": 1024**4, "tib": 1024**4, "kb": 1000, "mb": 1000**2}
_UNITS |= {"gb": 1000**3, "tb": 1000**4}


def size_at(root: etree._Element, path: str, unit: str) -> int:
    """Bytes in the first element at `path`, in its own unit or `unit`."""
    factor = _UNITS.get(attribute_at(root, path, "unit", unit).lower(), 1)
    return number_at(root, path) * factor
