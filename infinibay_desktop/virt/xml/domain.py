"""A machine's definition as libvirt domain XML."""

from lxml import etree

from infinibay_desktop.model.definition import DiskDevice, MachineDefinition, NicDevice
from infinibay_desktop.model.specs import NetworkKind, OsFamily
from infinibay_desktop.virt.xml.parsing import to_text

# Marks definitions that this program made; libvirt keeps it and gives it no meaning.
METADATA_NAMESPACE = "urn:infinibay:machine:1"
AGENT_CHANNELS = ("org.infinibay.agent", "org.qemu.guest_agent.0")
_NIC_TAGS = {
    NetworkKind.NETWORK: ("network", "network"),
    NetworkKind.BRIDGE: ("bridge", "bridge"),
    NetworkKind.USER: ("user", ""),
}


def render_machine(definition: MachineDefinition, *, vnc_password: str = "") -> str:
    """Domain XML, the same text for the same definition. Every disk must have its path."""
    root = etree.Element("domain", type=definition.domain_type)
    _add(root, "name", definition.name)
    _add(root, "uuid", str(definition.id))
    if definition.description:
        _add(root, "description", definition.description)
    _add_metadata(root, definition)
    _add(root, "memory", str(definition.memory_bytes // 1024), unit="KiB")
    _add(root, "vcpu", str(definition.vcpus))
    _add_os(root, definition)
    if definition.domain_type != "test":
        _add_platform(root, definition)
        _add_devices(root, definition, vnc_password)
    return to_text(root)


def _add(
    parent: etree._Element, tag: str, text: str | None = None, /, **attributes: str
) -> etree._Element:
    element = etree.SubElement(parent, tag, attributes)
    element.text = text
    return element


def _add_metadata(root: etree._Element, definition: MachineDefinition) -> None:
    name = etree.QName(METADATA_NAMESPACE, "machine")
    nsmap = {"infinibay": METADATA_NAMESPACE}
    mark = etree.SubElement(_add(root, "metadata"), name, nsmap=nsmap)
    mark.set("os", definition.os)


def _add_os(root: etree._Element, definition: MachineDefinition) -> None:
    os = _add(root, "os")
    if definition.efi:
        os.set("firmware", "efi")
    kind = _add(os, "type", "hvm", arch=definition.arch)
    if definition.machine_type:
        kind.set("machine", definition.machine_type)
    if definition.efi:
        _add_efi(os, secure=definition.secure_boot)
    if boot := definition.direct_boot:
        _add(os, "kernel", boot.kernel)
        if boot.initrd:
            _add(os, "initrd", boot.initrd)
        if boot.command_line:
            _add(os, "cmdline", boot.command_line)


def _add_efi(os: etree._Element, *, secure: bool) -> None:
    enabled = "yes" if secure else "no"
    firmware = _add(os, "firmware")
    _add(firmware, "feature", enabled=enabled, name="enrolled-keys")
    _add(firmware, "feature", enabled=enabled, name="secure-boot")


def _add_platform(root: etree._Element, definition: MachineDefinition) -> None:
    features = _add(root, "features")
    _add(features, "acpi")
    if definition.arch == "x86_64":
        _add(features, "apic")
    if definition.hyperv:
        _add_hyperv(features)
    if definition.secure_boot:
        _add(features, "smm", state="on")
    if definition.cpu_mode:
        cpu = _add(root, "cpu", mode=definition.cpu_mode)
        if definition.cpu_mode == "host-passthrough":
            cpu.set("migratable", "on")
    _add_clock(root, definition)
    _add(root, "on_poweroff", "destroy")
    _add(root, "on_reboot", "restart")
    _add(root, "on_crash", "destroy")


def _add_hyperv(features: etree._Element) -> None:
    # https://www.qemu.org/docs/master/system/i386/hyperv.html: what Windows uses of it.
    hyperv = _add(features, "hyperv", mode="custom")
    for name in ("relaxed", "vapic"):
        _add(hyperv, name, state="on")
    _add(hyperv, "spinlocks", state="on", retries="8191")
    for name in ("vpindex", "runtime", "synic"):
        _add(hyperv, name, state="on")
    _add(_add(hyperv, "stimer", state="on"), "direct", state="on")
    for name in ("reset", "frequencies", "tlbflush", "ipi"):
        _add(hyperv, name, state="on")


def _add_clock(root: etree._Element, definition: MachineDefinition) -> None:
    windows = definition.os in (OsFamily.WINDOWS_10, OsFamily.WINDOWS_11)
    clock = _add(root, "clock", offset="localtime" if windows else "utc")
    if definition.arch != "x86_64":
        return
    _add(clock, "timer", name="rtc", tickpolicy="catchup")
    _add(clock, "timer", name="pit", tickpolicy="delay")
    _add(clock, "timer", name="hpet", present="no")
    if definition.hyperv:
        _add(clock, "timer", name="hypervclock", present="yes")


def _add_devices(root: etree._Element, definition: MachineDefinition, vnc_password: str) -> None:
    devices = _add(root, "devices")
    if definition.emulator:
        _add(devices, "emulator", definition.emulator)
    for disk in definition.disks:
        _add_disk(devices, disk)
    for nic in definition.nics:
        _add_nic(devices, nic)
    _add(devices, "controller", type="usb", model="qemu-xhci", ports="15")
    _add(devices, "controller", type="virtio-serial")
    _add(_add(devices, "serial", type="pty"), "target", port="0")
    _add(_add(devices, "console", type="pty"), "target", type="serial", port="0")
    if definition.guest_channels:
        for name in AGENT_CHANNELS:
            _add(_add(devices, "channel", type="unix"), "target", type="virtio", name=name)
    _add(devices, "input", type="tablet", bus="usb")
    if definition.tpm_model:
        tpm = _add(devices, "tpm", model=definition.tpm_model)
        _add(tpm, "backend", type="emulator", version="2.0")
    if definition.vnc:
        _add_vnc(devices, vnc_password)
    if definition.video_model:
        _add(_add(devices, "video"), "model", type=definition.video_model)
    _add(_add(devices, "memballoon", model="virtio"), "stats", period="5")
    if definition.rng:
        rng = _add(devices, "rng", model="virtio")
        _add(rng, "backend", "/dev/urandom", model="random")


def _add_disk(devices: etree._Element, disk: DiskDevice) -> None:
    if not disk.path:
        raise ValueError(f"disk {disk.target} has no path yet")
    # A path under /dev is a block device: logical, iSCSI and disk pools hand those out.
    block = disk.path.startswith("/dev/")
    element = _add(devices, "disk", type="block" if block else "file", device=disk.device)
    driver = _add(element, "driver", name="qemu", type=disk.format)
    if disk.device == "disk":
        driver.set("discard", "unmap")
    _add(element, "source", **{"dev" if block else "file": disk.path})
    _add(element, "target", dev=disk.target, bus=disk.bus)
    if disk.device == "cdrom":
        _add(element, "readonly")
    if disk.boot_order is not None:
        _add(element, "boot", order=str(disk.boot_order))


def _add_nic(devices: etree._Element, nic: NicDevice) -> None:
    kind, attribute = _NIC_TAGS[nic.kind]
    element = _add(devices, "interface", type=kind)
    if attribute:
        _add(element, "source", **{attribute: nic.source})
    _add(element, "model", type=nic.model)


def _add_vnc(devices: etree._Element, password: str) -> None:
    graphics = _add(devices, "graphics", type="vnc", autoport="yes")
    if password:
        graphics.set("passwd", password)
    _add(graphics, "listen", type="address", address="127.0.0.1")
