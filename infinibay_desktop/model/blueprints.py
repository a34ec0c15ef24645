"""Blueprints: named sizes that machines are made in."""

from dataclasses import dataclass

from infinibay_desktop.model.machines import check_machine_name
from infinibay_desktop.model.specs import DiskSpec, MachineSpec, check_spec


@dataclass(frozen=True, slots=True, kw_only=True)
class Blueprint:
    """A size by name."""

    name: str
    vcpus: int
    memory_bytes: int
    disk_bytes: int
    description: str = ""


def check_blueprint(blueprint: Blueprint) -> None:
    """Refuse names that could not be typed, and sizes that no machine could have."""
    check_machine_name(blueprint.name)
    check_spec(
        MachineSpec(
            name=blueprint.name,
            vcpus=blueprint.vcpus,
            memory_bytes=blueprint.memory_bytes,
            disks=(DiskSpec(size_bytes=blueprint.disk_bytes),),
        )
    )
