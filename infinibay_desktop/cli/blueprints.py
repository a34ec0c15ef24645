"""`infinibay blueprint …`"""

import click

from infinibay_desktop.cli.options import DISK, MEMORY, command_options
from infinibay_desktop.cli.output import print_json, print_line, print_table
from infinibay_desktop.cli.session import Session
from infinibay_desktop.cli.views import blueprint_view
from infinibay_desktop.model.blueprints import Blueprint
from infinibay_desktop.model.sizes import format_size


@click.group()
def blueprint() -> None:
    """Named sizes that machines are made in."""


@blueprint.command("list")
@command_options
def list_blueprints(session: Session) -> None:
    """Show the blueprints."""
    found = session.work(session.core.blueprints.all)
    if session.as_json:
        print_json([blueprint_view(each) for each in found])
        return
    print_table(
        ["NAME", "CPUS", "MEMORY", "DISK", "DESCRIPTION"],
        [
            [b.name, b.vcpus, format_size(b.memory_bytes), format_size(b.disk_bytes), b.description]
            for b in found
        ],
    )


@blueprint.command()
@click.argument("name")
@click.option("--vcpus", type=int, required=True)
@click.option("--memory", type=MEMORY, required=True, help="A bare number is in MiB.")
@click.option("--disk", type=DISK, required=True, help="A bare number is in GiB.")
@click.option("--description", default="")
@command_options
def save(
    session: Session, name: str, *, vcpus: int, memory: int, disk: int, description: str
) -> None:
    """Keep a blueprint, in place of an equally named one."""
    kept = Blueprint(
        name=name, vcpus=vcpus, memory_bytes=memory, disk_bytes=disk, description=description
    )
    session.work(lambda: session.core.blueprints.save(kept))
    if session.as_json:
        print_json(blueprint_view(kept))
    else:
        print_line(f"Kept '{name}'.")


@blueprint.command()
@click.argument("name")
@command_options
def remove(session: Session, name: str) -> None:
    """Forget a blueprint; machines made from it stay."""
    session.work(lambda: session.core.blueprints.remove(name))
    if not session.as_json:
        print_line(f"Removed '{name}'.")
