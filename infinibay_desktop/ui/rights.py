"""What the signed-in person may do, asked before an act is offered. The services decide."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from infinibay_desktop.model.machines import Machine
from infinibay_desktop.model.rights import Actor, Permission

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.ui.desk import Desk


def actor(desk: "Desk") -> Actor:
    """Who is signed in, with all that their rights follow from."""
    return desk.core.current.signed_in


def may_on(desk: "Desk", permission: Permission, machine: Machine) -> bool:
    """Whether the signed-in person may do this to that machine."""
    return actor(desk).may_on(permission, machine)


def allowed(desk: "Desk", permission: Permission, machines: Sequence[Machine]) -> list[Machine]:
    """Those of the machines that the signed-in person may do this to."""
    who = actor(desk)
    if who.may(permission):
        return list(machines)
    return [machine for machine in machines if who.may_on(permission, machine)]


def may_somewhere(desk: "Desk", permission: Permission) -> bool:
    """Whether there can be anything that the signed-in person may do this to."""
    return actor(desk).may_somewhere(permission)


def refusal() -> str:
    """Why an act is not offered that nothing but a missing right forbids."""
    return QCoreApplication.translate("Rights", "You may not do this here.")


def offer(action: QAction, *, possible: bool, permitted: bool) -> None:
    """Enable an act, or say why not where a missing right is the reason."""
    action.setEnabled(possible and permitted)
    why = refusal() if possible and not permitted else ""
    action.setStatusTip(why)
    action.setToolTip(f"{action.text().removesuffix('…')}: {why}" if why else "")
