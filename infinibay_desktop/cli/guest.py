"""`infinibay guest …`: what runs inside machines, and acts there."""

import click

from infinibay_desktop.cli import guest_acts as acts
from infinibay_desktop.cli import guest_files as files
from infinibay_desktop.cli import guest_lists as lists


@click.group()
def guest() -> None:
    """What runs inside machines, and acts there."""


for command in (lists.processes, lists.services, lists.packages, lists.updates):
    guest.add_command(command)
for command in (lists.users, lists.disks, lists.system):
    guest.add_command(command)
for command in (acts.kill, acts.service, acts.log, acts.install, acts.remove, acts.update):
    guest.add_command(command)
for command in (acts.diagnostics, acts.set_password, acts.freeze, acts.thaw):
    guest.add_command(command)
for command in (files.run, files.read_file, files.write_file):
    guest.add_command(command)
