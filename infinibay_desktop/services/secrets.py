"""Names under which secrets lie in the keyring, and how a console's password is made."""

import secrets
import string

from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import MachineId

# RFC 6143, 7.2.2: VNC's password takes part with eight characters.
VNC_PASSWORD_LENGTH = 8


def vnc_secret(machine_id: MachineId) -> str:
    """Where a machine's console password lies."""
    return f"machine/{machine_id}/vnc-password"


def host_secret(host_id: HostId) -> str:
    """Where the password for a host lies that libvirt itself asks for."""
    return f"host/{host_id}/password"


def sign_in_secret(database_name: str) -> str:
    """Where the token lies that goes on with a sign-in to a database."""
    return f"sign-in/{database_name}"


def make_vnc_password() -> str:
    """A random one, as long as VNC can use."""
    letters = string.ascii_letters + string.digits
    return "".join(secrets.choice(letters) for _ in range(VNC_PASSWORD_LENGTH))
