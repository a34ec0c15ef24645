"""What the command line shows of each thing. Names of JSON fields are stable."""

from collections.abc import Mapping

from infinibay_desktop.model.blueprints import Blueprint
from infinibay_desktop.model.hosts import Host, HostId, HostStatus
from infinibay_desktop.model.machines import Machine, MachineDetails, MachineDisk
from infinibay_desktop.model.storage import Pool, Volume
from infinibay_desktop.model.tasks import Task

View = dict[str, object]


def machine_view(machine: Machine, hosts: Mapping[HostId, Host]) -> View:
    """A machine of the list. Departments and owners come with people."""
    host = hosts.get(machine.host_id)
    return {
        "id": str(machine.id),
        "name": machine.name,
        "state": str(machine.state),
        "vcpus": machine.vcpus,
        "memory_bytes": machine.memory_bytes,
        "host": host.name if host else None,
        "host_id": str(machine.host_id),
        "host_uri": host.uri if host else None,
        "department": None,
        "owner": None,
        "autostart": machine.autostart,
        "persistent": machine.persistent,
        "stale_since": machine.stale_since,
    }


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
