"""`infinibay machine …`"""

import re
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import click

from infinibay_desktop.cli.creating import create
from infinibay_desktop.cli.history import history
from infinibay_desktop.cli.options import (
    MEMORY,
    command_options,
    find_department,
    machine_argument,
)
from infinibay_desktop.cli.output import (
    print_facts,
    print_json,
    print_json_line,
    print_line,
    print_note,
    print_table,
)
from infinibay_desktop.cli.placing import assign, grant, grants, move, revoke
from infinibay_desktop.cli.serial import follow_serial
from infinibay_desktop.cli.session import Session
from infinibay_desktop.cli.views import (
    department_name,
    details_view,
    disk_view,
    machine_view,
    owner_name,
)
from infinibay_desktop.cli.watching import watch_host_rates, watch_rates
from infinibay_desktop.model.errors import (
    Cancelled,
    InfinibayError,
    ShutdownTimeoutError,
    ValidationError,
)
from infinibay_desktop.model.hosts import Host
from infinibay_desktop.model.machines import Machine, MachineDisk, MachineKey, MachineState
from infinibay_desktop.model.sizes import format_size


@click.group()
def machine() -> None:
    """Virtual machines."""


for command in (create, move, assign, grants, grant, revoke, history):
    machine.add_command(command)


# Looking.


@machine.command("list")
@click.option("--state", "states", multiple=True, help="Only machines in this state.")
@click.option("--department", "department", default="", help="Only machines of this department.")
@command_options
def list_machines(session: Session, *, states: tuple[str, ...], department: str) -> int:
    """Show the machines. Those of a host that does not answer are shown as last seen."""
    wanted = find_department(session, department) if department else None
    hosts = session.wanted_hosts()
    failures = session.connect_all(hosts)
    by_id = {host.id: host for host in hosts}
    found = [m for m in session.core.inventory.snapshot() if m.host_id in by_id]
    found = [m for m in found if not states or str(m.state) in states]
    found = [m for m in found if wanted is None or m.department_id == wanted.id]
    found.sort(key=lambda m: (_natural(m.name), by_id[m.host_id].name))
    names = session.work(session.core.placements.names)
    if session.as_json:
        print_json([machine_view(each, by_id, names) for each in found])
    else:
        print_table(
            ["NAME", "STATE", "CPUS", "MEMORY", "HOST", "DEPARTMENT", "OWNER"],
            [[m.name, _state_text(m), m.vcpus, format_size(m.memory_bytes), by_id[m.host_id].name,
              department_name(m, names), owner_name(m, names)]
             for m in found],
        )  # fmt: skip
    _tell_failures(failures)
    return 5 if failures and len(failures) == len(hosts) else 0


@machine.command()
@machine_argument
@command_options
def show(session: Session, name: str) -> None:
    """Show a machine's definition."""
    found, host = session.machine(name)
    details = session.work(lambda: session.core.machines.details(found.key), host)
    names = session.work(session.core.placements.names)
    if session.as_json:
        print_json(machine_view(found, {host.id: host}, names) | details_view(details))
        return
    print_facts(
        [
            ("Name", found.name),
            ("State", _state_text(found)),
            ("Description", details.description),
            ("Department", department_name(found, names)),
            ("Owner", owner_name(found, names)),
            ("Host", host.name),
            ("Id", found.id),
            ("Processors", found.vcpus),
            ("Memory", format_size(found.memory_bytes)),
            ("Autostart", "yes" if found.autostart else "no"),
            ("Firmware", details.firmware),
            ("Platform", f"{details.domain_type} {details.arch} {details.machine_type}"),
            *((f"Disk {d.target}", f"{d.path or 'empty'} ({d.device})") for d in details.disks),
            *(("Network", f"{n.kind} {n.source} {n.model} {n.mac}") for n in details.nics),
            *(("Screen", graphics) for graphics in details.graphics),
        ]
    )


@machine.command()
@machine_argument
@command_options
def xml(session: Session, name: str) -> None:
    """Print the definition as libvirt's XML, without passwords."""
    found, host = session.machine(name)
    text = session.work(lambda: session.core.machines.definition_xml(found.key), host)
    if session.as_json:
        print_json({"xml": text})
    else:
        for line in text.splitlines():
            print_line(line)


@machine.command()
@machine_argument
@click.option("--output", "-o", type=click.Path(path_type=Path), help="The file; '-' is stdout.")
@command_options
def screenshot(session: Session, name: str, *, output: Path | None) -> None:
    """Save the screen as a PNG file."""
    found, host = session.machine(name)
    png = session.work(lambda: session.core.machines.screenshot(found.key), host)
    if str(output) == "-":
        sys.stdout.buffer.write(png)
        return
    path = output or Path(f"{_file_stem(found.name)}.png")
    try:
        path.write_bytes(png)
    except OSError as error:
        raise ValidationError(
            f"'{path}' cannot be written: {error.strerror}.", field="output"
        ) from error
    if session.as_json:
        print_json({"path": str(path.absolute()), "bytes": len(png)})
    else:
        print_line(f"Saved {path}.")


@machine.command()
@machine_argument
@click.option("--until", default="", help="End once this text was written.")
@click.option("--timeout", type=float, default=None, help="Give up after this many seconds.")
@click.option("--force", is_flag=True, help="Take the console over from another program.")
@command_options
def console(session: Session, name: str, *, until: str, timeout: float | None, force: bool) -> int:
    """Work on the serial console. Ctrl+] leaves it."""
    found, host = session.machine(name)
    return follow_serial(session, found, host, until=until, timeout_s=timeout, force=force)


@machine.command()
@machine_argument
@click.option("--count", type=click.IntRange(1), default=1, show_default=True, help="Readings.")
@command_options
def stats(session: Session, name: str, *, count: int) -> None:
    """Show what a running machine uses."""
    found, host = session.machine(name)
    for rates in watch_rates(session, found, host, count):
        if session.as_json:
            print_json_line(asdict(rates))
            continue
        used = rates.memory_used_bytes
        print_facts(
            [
                ("CPU", f"{rates.cpu_percent:.1f} %" if rates.cpu_percent is not None else None),
                ("Memory used", format_size(used) if used is not None else None),
                ("Disk read", _rate(rates.disk_read_bps)),
                ("Disk written", _rate(rates.disk_written_bps)),
                ("Received", _rate(rates.received_bps)),
                ("Sent", _rate(rates.sent_bps)),
            ]
        )


@machine.command()
@click.option("--count", type=click.IntRange(1), default=1, show_default=True, help="Readings.")
@command_options
def top(session: Session, *, count: int) -> None:
    """Show what all running machines of a host use, the busiest first."""
    host = session.connected_host()
    names = {m.id: m.name for m in session.core.inventory.of_host(host.id)}
    for readings in watch_host_rates(session, host, count):
        busiest = sorted(readings, key=lambda r: r.cpu_percent or 0.0, reverse=True)
        if session.as_json:
            print_json_line([asdict(r) | {"name": names.get(r.machine_id)} for r in busiest])
            continue
        print_table(
            ["NAME", "CPU %", "RECEIVED", "SENT"],
            [
                [
                    names.get(r.machine_id, r.machine_id),
                    "-" if r.cpu_percent is None else f"{r.cpu_percent:.1f}",
                    _rate(r.received_bps) or "-",
                    _rate(r.sent_bps) or "-",
                ]
                for r in busiest
            ],
        )


@machine.command()
@machine_argument
@click.option("--state", type=click.Choice([str(s) for s in MachineState]), required=True)
@click.option("--timeout", type=float, default=60.0, show_default=True, help="Seconds.")
@command_options
def wait(session: Session, name: str, *, state: str, timeout: float) -> int:
    """Wait until a machine is in a state. The exit status is 6 when the time is over."""
    found, host = session.machine(name)
    wanted = MachineState(state)
    reached = session.work(
        lambda: session.core.machines.wait_for_state(found.key, wanted, timeout), host
    )
    if not reached:
        print_note(f"'{found.name}' is not {state} after {timeout:g} s.")
    return 0 if reached else 6


# Power: each of these is one word, one service call.


def _act(name: str, done: str, summary: str, act: Callable[[Session, MachineKey], None]) -> None:
    @machine.command(name, help=summary)
    @machine_argument
    @command_options
    def run(session: Session, name: str) -> None:
        _drive(session, name, done, lambda key: act(session, key))


_act("reboot", "Asked to reboot", "Ask the guest to restart.",
     lambda s, key: s.core.machines.reboot(key))  # fmt: skip
_act("reset", "Reset", "Restart it at once, as a reset button does.",
     lambda s, key: s.core.machines.reset(key))  # fmt: skip
_act("force-off", "Forced off", "Cut its power; what the guest had not written is lost.",
     lambda s, key: s.core.machines.force_off(key))  # fmt: skip
_act("pause", "Paused", "Stop its processors; memory stays.",
     lambda s, key: s.core.machines.pause(key))  # fmt: skip
_act("resume", "Resumed", "Let a paused or sleeping machine go on.",
     lambda s, key: s.core.machines.resume(key))  # fmt: skip
_act("save", "Saved", "Write its memory to the host's disk and stop it.",
     lambda s, key: s.core.machines.save(key))  # fmt: skip
_act("restore", "Restored", "Go on from the saved state.",
     lambda s, key: s.core.machines.restore(key))  # fmt: skip


@machine.command()
@machine_argument
@click.option("--discard-saved", is_flag=True, help="Boot afresh; the saved state is lost.")
@command_options
def start(session: Session, name: str, *, discard_saved: bool) -> None:
    """Start a machine."""
    machines = session.core.machines
    _drive(session, name, "Started", lambda key: machines.start(key, discard_saved=discard_saved))


@machine.command()
@machine_argument
@click.option("--timeout", type=float, default=60.0, show_default=True, help="Seconds to wait.")
@click.option("--no-wait", is_flag=True, help="Ask and return at once.")
@click.option("--force", is_flag=True, help="Force it off when it did not shut down in time.")
@command_options
def shutdown(session: Session, name: str, *, timeout: float, no_wait: bool, force: bool) -> None:
    """Ask the guest to shut down, and wait for it."""
    found, host = session.machine(name)
    machines = session.core.machines
    try:
        seconds = 0.0 if no_wait else timeout
        session.work(lambda: machines.shut_down(found.key, timeout_s=seconds), host)
    except ShutdownTimeoutError as error:
        if not force and not _offer_force(session, error):
            raise
        session.work(lambda: machines.force_off(found.key), host)
    _done(session, found, host, "Asked to shut down" if no_wait else "Shut down")


@machine.command()
@machine_argument
@click.argument("enabled", type=click.Choice(["on", "off"]))
@command_options
def autostart(session: Session, name: str, enabled: str) -> None:
    """Start a machine with its host, or not."""
    on = enabled == "on"
    machines = session.core.machines
    done = f"Autostart is {enabled} for"
    _drive(session, name, done, lambda key: machines.set_autostart(key, enabled=on))


@machine.command()
@machine_argument
@click.argument("new_name")
@command_options
def rename(session: Session, name: str, new_name: str) -> None:
    """Give a stopped machine another name."""
    _drive(session, name, "Renamed", lambda key: session.core.machines.rename(key, new_name))


@machine.command("set")
@machine_argument
@click.option("--vcpus", type=int, default=None)
@click.option("--memory", type=MEMORY, default=None, help="A bare number is in MiB.")
@click.option("--description", default=None)
@command_options
def set_(
    session: Session,
    name: str,
    *,
    vcpus: int | None,
    memory: int | None,
    description: str | None,
) -> None:
    """Change size or description; a running machine has its new size at the next start."""
    machines = session.core.machines

    def change(key: MachineKey) -> None:
        if vcpus is not None or memory is not None:
            machines.set_size(key, vcpus=vcpus, memory_bytes=memory)
        if description is not None:
            machines.set_description(key, description)

    if vcpus is None and memory is None and description is None:
        raise ValidationError("Nothing to change was given.", field="options")
    _drive(session, name, "Changed", change)


@machine.command()
@machine_argument
@click.option("--disk", "disks", multiple=True, metavar="TARGET", help="Delete this disk too.")
@click.option("--all-disks", is_flag=True, help="Delete every disk that is the machine's alone.")
@click.option("--force-off", is_flag=True, help="Force it off if it runs.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@command_options
def delete(
    session: Session,
    name: str,
    *,
    disks: tuple[str, ...],
    all_disks: bool,
    force_off: bool,
    yes: bool,
) -> None:
    """Delete a machine. Disks stay unless they are named."""
    found, host = session.machine(name)
    present = session.work(lambda: session.core.deletion.disks(found.key), host)
    targets = [d.target for d in present if d.deletable] if all_disks else list(disks)
    if not yes:
        _confirm_delete(found, [d for d in present if d.target in targets])
    deletion = session.core.deletion
    session.work(lambda: deletion.delete(found.key, disks=targets, force_off=force_off), host)
    if session.as_json:
        gone = [disk_view(disk) for disk in present if disk.target in targets]
        print_json({"id": str(found.id), "name": found.name, "deleted_disks": gone})
        return
    print_line(f"Deleted '{found.name}'.")
    for disk in present:
        if disk.device == "disk" and disk.target not in targets:
            print_line(f"Its disk {disk.target} stays: {disk.path}")


def _drive(session: Session, name: str, done: str, act: Callable[[MachineKey], None]) -> None:
    found, host = session.machine(name)
    session.work(lambda: act(found.key), host)
    _done(session, found, host, done)


def _done(session: Session, found: Machine, host: Host, done: str) -> None:
    if session.as_json:
        now = session.work(lambda: session.core.machines.look(found.key), host)
        print_json(session.view_of(now, host))
    else:
        print_line(f"{done} '{found.name}'.")


def _offer_force(session: Session, error: ShutdownTimeoutError) -> bool:
    if session.as_json or not sys.stdin.isatty():
        error.remedy = "Force it off: infinibay machine force-off, or shutdown --force."
        return False
    print_note(error.message)
    return click.confirm("Force it off? What the guest had not written is lost.", err=True)


def _confirm_delete(found: Machine, disks: list[MachineDisk]) -> None:
    if not sys.stdin.isatty():
        raise ValidationError(
            "Deleting asks for the machine's name, and nobody is there to type it.",
            field="yes",
            remedy="Say --yes to delete without being asked.",
        )
    print_note(f"This deletes '{found.name}' for good.")
    for disk in disks:
        print_note(f"  its disk {disk.target}: {disk.path} ({format_size(disk.capacity_bytes)})")
    if click.prompt("Type its name to delete it", err=True) != found.name:
        raise Cancelled("That is not its name; nothing was deleted.")


def _tell_failures(failures: dict[str, InfinibayError]) -> None:
    for name, error in failures.items():
        print_note(f"{name}: {error.message}")
        if error.remedy:
            print_note(f"  What to do: {error.remedy}")


def _state_text(found: Machine) -> str:
    return f"{found.state} (as last seen)" if found.stale_since else str(found.state)


def _rate(bytes_per_second: float | None) -> str | None:
    return None if bytes_per_second is None else f"{format_size(round(bytes_per_second))}/s"


def _file_stem(name: str) -> str:
    return "".join(c if c.isalnum() or c in "-_. " else "-" for c in name)


def _natural(name: str) -> list[tuple[int, str]]:
    """A key that puts 'vm-2' before 'vm-10'."""
    words = re.split(r"(\d+)", name.casefold())
    return [(int(word), "") if word.isdecimal() else (-1, word) for word in words]
