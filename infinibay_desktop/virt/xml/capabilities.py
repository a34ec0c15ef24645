"""What a host offers, read from libvirt's two capability documents."""

from lxml import etree

from infinibay_desktop.model.capabilities import DomainCapabilities
from infinibay_desktop.virt.xml.parsing import attribute_at, parse_xml, text_at, whole_number


def parse_host_arch(xml: str) -> str:
    """The host's own processor architecture."""
    return text_at(parse_xml(xml), "./host/cpu/arch")


def offers_domain_type(xml: str, arch: str, domain_type: str) -> bool:
    """Whether the host lists `domain_type` for guests of `arch`."""
    for guest in parse_xml(xml).findall("./guest/arch"):
        types = [domain.get("type") for domain in guest.findall("./domain")]
        if guest.get("name") == arch and domain_type in types:
            return True
    return False


def parse_domain_capabilities(xml: str) -> DomainCapabilities:
    """One way of running machines. What a host does not mention, it does not offer."""
    root = parse_xml(xml)
    return DomainCapabilities(
        domain_type=text_at(root, "./domain"),
        arch=text_at(root, "./arch"),
        machine_type=text_at(root, "./machine"),
        emulator=text_at(root, "./path"),
        max_vcpus=_vcpu_limit(root),
        efi="efi" in _enum(root, "./os", "firmware"),
        secure_boot="yes" in _enum(root, "./os/loader", "secure"),
        cpu_modes=frozenset(
            str(mode.get("name"))
            for mode in root.findall("./cpu/mode")
            if mode.get("supported") == "yes"
        ),
        disk_buses=_enum(root, "./devices/disk", "bus"),
        graphics=_enum(root, "./devices/graphics", "type"),
        video_models=_enum(root, "./devices/video", "modelType"),
        tpm_models=_enum(root, "./devices/tpm", "model"),
        tpm_backends=_enum(root, "./devices/tpm", "backendModel"),
        rng_models=_enum(root, "./devices/rng", "model"),
    )


def _vcpu_limit(root: etree._Element) -> int:
    return whole_number(attribute_at(root, "./vcpu", "max"), 1)


def _enum(root: etree._Element, path: str, name: str) -> frozenset[str]:
    parent = root.find(path)
    if parent is None or parent.get("supported") == "no":
        return frozenset()
    values = parent.findall(f"./enum[@name='{name}']/value")
    return frozenset(value.text for value in values if value.text)


def parse_host_secmodel_user(xml: str) -> int | None:
    """The numeric user that QEMU runs as, from the host's DAC security label ('+64055:+64055')."""
    for model in parse_xml(xml).findall("./host/secmodel"):
        if text_at(model, "./model") == "dac":
            user = text_at(model, "./baselabel").partition(":")[0].lstrip("+")
            return whole_number(user, None)
    return None
