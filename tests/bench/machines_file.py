"""Machines for libvirt's test driver, in a file that any program may open."""

from pathlib import Path
from uuid import UUID

_HEAD = """<node>
  <cpu><mhz>3000</mhz><model>x86_64</model><active>16</active><nodes>1</nodes>
    <sockets>1</sockets><cores>16</cores><threads>1</threads></cpu>
  <memory>268435456</memory>
  <network type='bridge'><name>default</name><uuid>{network}</uuid>
    <bridge name='virbr0'/><ip address='192.168.122.1' netmask='255.255.255.0'/></network>
"""
# As an installer writes them: a disk, a card, a console.
_MACHINE = """  <domain type='test' xmlns:test='http://libvirt.org/schemas/domain/test/1.0'>
    <test:runstate>{state}</test:runstate>
    <name>machine-{number:05}</name>
    <uuid>{uuid}</uuid>
    <memory unit='MiB'>{memory_mib}</memory>
    <vcpu>{vcpus}</vcpu>
    <os><type arch='x86_64'>hvm</type><boot dev='hd'/></os>
    <features><acpi/><apic/></features>
    <clock offset='utc'/>
    <devices>
      <disk type='file' device='disk'>
        <source file='/guest/machine-{number:05}.qcow2'/><target dev='vda' bus='virtio'/></disk>
      <interface type='network'>
        <mac address='{mac}'/><source network='default'/><model type='virtio'/></interface>
      <graphics type='vnc' port='-1' autoport='yes'/>
      <video><model type='virtio'/></video>
    </devices>
  </domain>
"""
_RUNNING, _SHUT_OFF = 1, 5  # virDomainState


def write_machines(path: Path, count: int) -> str:
    """Write `count` machines, every third shut off; return the URI under which they are found."""
    parts = [_HEAD.format(network=UUID(int=1))]
    parts += [_machine(number) for number in range(count)]
    path.write_text("".join([*parts, "</node>\n"]), encoding="utf-8")
    return f"test://{path}"


def _machine(number: int) -> str:
    low = f"{number:06x}"
    return _MACHINE.format(
        number=number,
        state=_SHUT_OFF if number % 3 == 2 else _RUNNING,
        uuid=UUID(int=0x1F000000_0000_4000_8000_000000000000 + number),
        memory_mib=512 << number % 5,
        vcpus=1 + number % 4,
        mac=f"52:54:00:{low[:2]}:{low[2:4]}:{low[4:]}",
    )
