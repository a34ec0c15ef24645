"""`infinibay machine create`"""

import click

from infinibay_desktop.cli.options import (
    MEMORY,
    command_options,
    find_department,
    find_person,
)
from infinibay_desktop.cli.output import print_json, print_line
from infinibay_desktop.cli.session import Session
from infinibay_desktop.model.blueprints import Blueprint
from infinibay_desktop.model.departments import Department
from infinibay_desktop.model.errors import NotFoundError, ValidationError
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.sizes import GIB, parse_size
from infinibay_desktop.model.specs import (
    DirectBoot,
    DiskOrigin,
    DiskSpec,
    Firmware,
    MachineSpec,
    NetworkKind,
    NetworkSpec,
    OsFamily,
)

_DISK_HELP = (
    "A new disk: SIZE[,pool=NAME][,sparse]. A copy: copy=PATH[,size=SIZE][,pool=NAME]. "
    "An image as it is: use=PATH. May be given several times."
)


@click.command()
@click.argument("name")
@click.option("--os", "os_name", type=click.Choice([str(o) for o in OsFamily]), default="linux",
              show_default=True, help="What will run inside.")  # fmt: skip
@click.option("--blueprint", default="", help="Take size and disk from this blueprint.")
@click.option("--vcpus", type=int, default=None, help="Virtual CPUs.  [default: 2]")
@click.option("--memory", type=MEMORY, default=None, help="A bare number is in MiB.  [default: 2G]")
@click.option("--disk", "disks", multiple=True, metavar="DISK", help=_DISK_HELP)
@click.option("--iso", "isos", multiple=True, metavar="PATH",
              help="An installer on the host, or POOL/VOLUME.")  # fmt: skip
@click.option("--kernel", default="", metavar="PATH", help="Start this kernel of the host.")
@click.option("--initrd", default="", metavar="PATH", help="Its initial RAM disk.")
@click.option("--cmdline", default="", help="Its command line.")
@click.option("--firmware", type=click.Choice([str(f) for f in Firmware]), default="auto",
              show_default=True)  # fmt: skip
@click.option("--network", default="auto", show_default=True,
              help="auto, none, user, network:NAME or bridge:NAME.")  # fmt: skip
@click.option(
    "--department", "department_name", default="", help="Whose it is and whose quota it counts for."
)
@click.option("--owner", "email", default="", metavar="EMAIL", help="The person who owns it.")
@click.option("--description", default="")
@click.option("--autostart", is_flag=True, help="Start it with its host.")
@click.option("--start", is_flag=True, help="Start it now.")
@command_options
def create(
    session: Session,
    name: str,
    *,
    os_name: str,
    blueprint: str,
    vcpus: int | None,
    memory: int | None,
    disks: tuple[str, ...],
    isos: tuple[str, ...],
    kernel: str,
    initrd: str,
    cmdline: str,
    firmware: str,
    network: str,
    department_name: str,
    email: str,
    description: str,
    autostart: bool,
    start: bool,
) -> None:
    """Make a machine from an installer, a disk image, a kernel, or an empty disk.

    Every choice that is not made here is made from what the host offers. If any step
    fails, nothing stays behind.
    """
    if (initrd or cmdline) and not kernel:
        raise ValidationError("--initrd and --cmdline need --kernel.", field="kernel")
    department = _department(session, department_name)
    owner = find_person(session, email) if email else None
    size = _size(session, blueprint, department)
    spec = MachineSpec(
        name=name,
        os=OsFamily(os_name),
        vcpus=vcpus if vcpus is not None else size.vcpus if size else 2,
        memory_bytes=memory if memory is not None else size.memory_bytes if size else 2 * GIB,
        disks=_disks(disks, size),
        isos=isos,
        direct_boot=DirectBoot(kernel=kernel, initrd=initrd, command_line=cmdline)
        if kernel
        else None,
        firmware=Firmware(firmware),
        network=parse_network(network),
        description=description,
        autostart=autostart,
        start=start,
        department_id=department.id if department else None,
        owner_id=owner.id if owner else None,
    )
    host = session.connected_host()
    machine_id = session.work(lambda: session.core.creation.create(host.id, spec), host)
    if session.as_json:
        key = MachineKey(host.id, machine_id)
        made = session.work(lambda: session.core.machines.look(key), host)
        print_json(session.view_of(made, host))
    else:
        print_line(f"Made '{name}'{' and started it' if start else ''}.")


def _department(session: Session, name: str) -> Department | None:
    """The department that was said, else the default one, where there is one."""
    if name:
        return find_department(session, name)
    return session.work(session.core.departments.default)


def _size(session: Session, name: str, department: Department | None) -> Blueprint | None:
    """The blueprint that was said, else the department's own, as long as that is there."""
    blueprints = session.core.blueprints
    if name:
        return session.work(lambda: blueprints.find(name))
    wanted = department.default_blueprint if department else ""
    try:
        return session.work(lambda: blueprints.find(wanted)) if wanted else None
    except NotFoundError:
        return None


def _disks(texts: tuple[str, ...], size: Blueprint | None) -> tuple[DiskSpec, ...]:
    if not texts and size:
        return (DiskSpec(size_bytes=size.disk_bytes),)
    return tuple(parse_disk(text) for text in texts)


def parse_disk(text: str) -> DiskSpec:
    """A disk from `SIZE,pool=NAME,sparse`, `copy=PATH,size=SIZE` or `use=PATH`."""
    fields: dict[str, str] = {}
    for number, part in enumerate(text.split(",")):
        key, separator, value = part.partition("=")
        if not separator:
            key, value = ("size", part) if number == 0 else (part, "yes")
        if key not in ("size", "pool", "sparse", "copy", "use") or key in fields:
            raise ValidationError(
                f"'{text[:100]}' does not describe a disk.", field="disk", remedy=_DISK_HELP
            )
        fields[key] = value
    if "copy" in fields and "use" in fields:
        raise ValidationError("A disk is a copy or an image in use, not both.", field="disk")
    origin = DiskOrigin.EMPTY
    origin = DiskOrigin.COPY if "copy" in fields else origin
    origin = DiskOrigin.USE if "use" in fields else origin
    size = fields.get("size", "0")
    return DiskSpec(
        origin=origin,
        size_bytes=parse_size(size, field="disk", default_unit="G"),
        path=fields.get("copy") or fields.get("use") or "",
        pool=fields.get("pool", ""),
        sparse=fields.get("sparse", "no") != "no",
    )


def parse_network(text: str) -> NetworkSpec:
    """A network from `auto`, `none`, `user`, `network:NAME` or `bridge:NAME`."""
    kind, _, name = text.partition(":")
    try:
        return NetworkSpec(kind=NetworkKind(kind), name=name)
    except ValueError as error:
        raise ValidationError(
            f"'{text[:60]}' is not a network.",
            field="network",
            remedy="Use auto, none, user, network:NAME or bridge:NAME.",
        ) from error
