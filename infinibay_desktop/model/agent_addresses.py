"""Where the agent is handed out over HTTP: an address of this computer and a port."""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address

# Ports below are the system's; a program of a person's has none of them.
FIRST_PORT, LAST_PORT = 1024, 65535
# Said plainly before an address that means every network of this computer.
EVERYWHERE = "everywhere:"


@dataclass(frozen=True, slots=True)
class AgentAddress:
    """A numeric address and a port."""

    host: str
    port: int

    @property
    def is_everywhere(self) -> bool:
        """Whether it means all of this computer's addresses."""
        return ip_address(self.host).is_unspecified

    @property
    def text(self) -> str:
        """As a person writes it."""
        return self.at_port(self.port)

    def at_port(self, port: int) -> str:
        """The same address with another port."""
        return f"[{self.host}]:{port}" if ":" in self.host else f"{self.host}:{port}"


def parse_agent_address(text: str) -> AgentAddress | None:
    """The address of '192.168.122.1:8080' or '[fd00::1]:8080'; None where it is none.

    0.0.0.0 and :: mean every network, also those of strangers: they need the word
    'everywhere:' before them.
    """
    said = text.strip()
    everywhere = said.startswith(EVERYWHERE)
    host, separator, port = said.removeprefix(EVERYWHERE).rpartition(":")
    if host.startswith("[") != host.endswith("]") or not separator:
        return None
    address = _numeric(host.removeprefix("[").removesuffix("]"))
    if address is None or not (port.isascii() and port.isdecimal() and len(port) <= 5):
        return None
    if not FIRST_PORT <= int(port) <= LAST_PORT or address.is_multicast:
        return None
    bracketed = host.startswith("[")
    if bracketed != (address.version == 6) or address.is_unspecified != everywhere:
        return None
    return AgentAddress(str(address), int(port))


def normal_agent_address(text: str) -> str:
    """The address in one spelling; '' if it is none."""
    found = parse_agent_address(text)
    if found is None:
        return ""
    return f"{EVERYWHERE if text.strip().startswith(EVERYWHERE) else ''}{found.text}"


def _numeric(text: str) -> IPv4Address | IPv6Address | None:
    """An address in digits, without a zone; one of IPv4 in IPv6's spelling hides what it is."""
    try:
        address = ip_address(text)
    except ValueError:
        return None
    hides = isinstance(address, IPv6Address) and address.ipv4_mapped is not None
    return None if hides or "%" in text else address
