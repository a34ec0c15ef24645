"""What the command line shows of each thing. Names of JSON fields are stable."""

from collections.abc import Mapping
from dataclasses import asdict

from infinibay_desktop.model.blueprints import Blueprint
from infinibay_desktop.model.departments import Department, DepartmentSummary
from infinibay_desktop.model.hosts import Host, HostId, HostStatus
from infinibay_desktop.model.machines import Machine, MachineDetails, MachineDisk
from infinibay_desktop.model.people import Person
from infinibay_desktop.model.placements import PlacementNames
from infinibay_desktop.model.sign_ins import SignIn
from infinibay_desktop.model.steps import FollowUp
from infinibay_desktop.model.storage import Pool, Volume
from infinibay_desktop.model.tasks import Task

View = dict[str, object]


def machine_view(
    machine: Machine, hosts: Mapping[HostId, Host], names: PlacementNames | None = None
) -> View:
    """A machine of the list; `names` are those of departments and owners."""
    host = hosts.get(machine.host_id)
    department_id, owner_id = machine.department_id, machine.owner_id
    return {
        "id": str(machine.id),
        "name": machine.name,
        "state": str(machine.state),
        "vcpus": machine.vcpus,
        "memory_bytes": machine.memory_bytes,
        "host": host.name if host else None,
        "host_id": str(machine.host_id),
        "host_uri": host.uri if host else None,
        "department": department_name(machine, names) or None,
        "department_id": None if department_id is None else str(department_id),
        "owner": owner_name(machine, names) or None,
        "owner_id": None if owner_id is None else str(owner_id),
        "autostart": machine.autostart,
        "persistent": machine.persistent,
        "stale_since": machine.stale_since,
    }


def department_name(machine: Machine, names: PlacementNames | None) -> str:
    """What the machine's department is called; empty where it has none, or nobody knows."""
    if names is None or machine.department_id is None:
        return ""
    return names.departments.get(machine.department_id, ("", ""))[0]


def owner_name(machine: Machine, names: PlacementNames | None) -> str:
    """What the machine's owner is called; empty where it has none, or nobody knows."""
    if names is None or machine.owner_id is None:
        return ""
    return names.people.get(machine.owner_id, "")


def department_view(department: Department) -> View:
    """A department."""
    return {
        "id": str(department.id),
        "name": department.name,
        "description": department.description,
        "colour": department.colour or None,
        "blueprint": department.default_blueprint or None,
        "network": department.default_network or None,
        "quota": asdict(department.quota),
        "version": department.version,
        "created_at": department.created_at,
    }


def summary_view(summary: DepartmentSummary) -> View:
    """A department with what it uses."""
    counts = {"used": asdict(summary.used), "members": summary.members}
    return department_view(summary.department) | counts


def details_view(details: MachineDetails) -> View:
    """What a definition says."""
    return {
        "description": details.description,
        "arch": details.arch,
        "machine_type": details.machine_type,
        "firmware": details.firmware,
        "domain_type": details.domain_type,
        "disks": [disk_view(disk) for disk in details.disks],
        "networks": [
            {"kind": nic.kind, "source": nic.source, "mac": nic.mac, "model": nic.model}
            for nic in details.nics
        ],
        "graphics": list(details.graphics),
        "channels": list(details.channels),
    }


def disk_view(disk: MachineDisk) -> View:
    """A machine's disk."""
    return {
        "target": disk.target,
        "device": disk.device,
        "bus": disk.bus,
        "path": disk.path,
        "capacity_bytes": disk.capacity_bytes,
        "read_only": disk.read_only,
        "shared_with": list(disk.shared_with),
    }


def host_view(host: Host, status: HostStatus | None = None) -> View:
    """A stored host. Holds no secret."""
    view: View = {
        "id": str(host.id),
        "name": host.name,
        "uri": host.uri,
        "autoconnect": host.autoconnect,
        "acceleration": str(host.acceleration),
        "key_file": host.ssh.key_file or None,
        "known_hosts_file": host.ssh.known_hosts_file or None,
        "jump": host.ssh.jump or None,
        "demonstration": host.address.is_demonstration,
    }
    return view if status is None else view | {"state": str(status.state)}


def pool_view(pool: Pool) -> View:
    """A storage pool."""
    return {
        "name": pool.name,
        "kind": pool.kind,
        "path": pool.path,
        "active": pool.active,
        "autostart": pool.autostart,
        "capacity_bytes": pool.capacity_bytes,
        "allocated_bytes": pool.allocated_bytes,
        "available_bytes": pool.available_bytes,
    }


def volume_view(volume: Volume) -> View:
    """A volume."""
    return {
        "name": volume.name,
        "pool": volume.pool,
        "path": volume.path,
        "format": volume.format,
        "capacity_bytes": volume.capacity_bytes,
        "allocated_bytes": volume.allocated_bytes,
    }


def blueprint_view(blueprint: Blueprint) -> View:
    """A named size."""
    return {
        "name": blueprint.name,
        "description": blueprint.description,
        "vcpus": blueprint.vcpus,
        "memory_bytes": blueprint.memory_bytes,
        "disk_bytes": blueprint.disk_bytes,
    }


def task_view(task: Task) -> View:
    """A journalled task."""
    return {
        "id": str(task.id),
        "kind": str(task.kind),
        "status": str(task.status),
        "title": task.title,
        "step": None if task.step is None else str(task.step),
        "steps_done": [str(step) for step in task.steps_done],
        "error": task.error or None,
        "host_id": str(task.host_id),
        "machine_id": str(task.machine_id),
        "started_at": task.started_at,
        "ended_at": task.ended_at,
    }


def person_view(person: Person) -> View:
    """A person. Holds no secret."""
    return {
        "id": str(person.id),
        "email": person.email,
        "name": person.name,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "role": str(person.role),
        "language": person.language or None,
        "disabled": person.disabled,
        "must_change_password": person.must_change_password,
        "locked_until": person.locked_until,
        "created_at": person.created_at,
        "deleted_at": person.deleted_at,
    }


def sign_in_view(sign_in: SignIn) -> View:
    """A sign-in. Holds no token."""
    return {
        "id": str(sign_in.id),
        "workstation": sign_in.workstation,
        "began_at": sign_in.began_at,
        "used_at": sign_in.used_at,
        "expires_at": sign_in.expires_at,
        "remembered": sign_in.remembered,
    }


def step_view(step: FollowUp) -> View:
    """A step that follows a change; what it says of the change is not for reading."""
    return {
        "id": str(step.id),
        "kind": step.kind,
        "attempts": step.attempts,
        "error": step.error or None,
        "created_at": step.created_at,
        "next_at": step.next_at,
    }
