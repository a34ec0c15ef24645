"""`infinibay storage …`"""

import click

from infinibay_desktop.cli.options import command_options
from infinibay_desktop.cli.output import print_json, print_line, print_table
from infinibay_desktop.cli.session import Session
from infinibay_desktop.cli.views import pool_view, volume_view
from infinibay_desktop.model.sizes import format_size


@click.group()
def storage() -> None:
    """Storage pools and volumes."""


@storage.command()
@command_options
def pools(session: Session) -> None:
    """Show a host's storage pools."""
    host = session.connected_host()
    found = session.work(lambda: session.core.storage.pools(host.id), host)
    if session.as_json:
        print_json([pool_view(pool) for pool in found])
        return
    print_table(
        ["NAME", "KIND", "STATE", "FREE", "SIZE", "PATH"],
        [
            [
                pool.name,
                pool.kind,
                "active" if pool.active else "inactive",
                format_size(pool.available_bytes),
                format_size(pool.capacity_bytes),
                pool.path,
            ]
            for pool in found
        ],
    )


@storage.command()
@click.argument("pool")
@command_options
def volumes(session: Session, pool: str) -> None:
    """Show what lies in a storage pool."""
    host = session.connected_host()
    found = session.work(lambda: session.core.storage.volumes(host.id, pool), host)
    if session.as_json:
        print_json([volume_view(volume) for volume in found])
        return
    print_table(
        ["NAME", "FORMAT", "SIZE", "USED", "PATH"],
        [
            [
                volume.name,
                volume.format,
                format_size(volume.capacity_bytes),
                format_size(volume.allocated_bytes),
                volume.path,
            ]
            for volume in found
        ],
    )


@storage.command("make-pool")
@click.argument("name")
@click.argument("path")
@command_options
def make_pool(session: Session, name: str, path: str) -> None:
    """Make a storage pool over a folder of the host."""
    host = session.connected_host()
    session.work(lambda: session.core.storage.make_pool(host.id, name, path), host)
    if not session.as_json:
        print_line(f"Made the storage pool '{name}'.")
