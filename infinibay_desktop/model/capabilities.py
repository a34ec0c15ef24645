"""What a host can give to a machine, in our words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainCapabilities:
    """One way of running machines (KVM or emulation), as libvirt describes it."""

    domain_type: str
    arch: str
    machine_type: str
    emulator: str
    max_vcpus: int
    efi: bool
    secure_boot: bool
    cpu_modes: frozenset[str]
    disk_buses: frozenset[str]
    graphics: frozenset[str]
    video_models: frozenset[str]
    tpm_models: frozenset[str]
    tpm_backends: frozenset[str]
    rng_models: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class HostCapabilities:
    """What a host is and offers; `kvm` or `emulation` is None where it is not offered."""

    driver: str
    arch: str
    cpus: int
    memory_bytes: int
    kvm: DomainCapabilities | None
    emulation: DomainCapabilities | None
    session: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HostFacts:
    """What `host show` tells of a connected host."""

    hostname: str
    driver: str
    arch: str
    cpus: int
    memory_bytes: int
    libvirt_version: str
    hypervisor_version: str
    kvm: bool
    efi: bool
    secure_boot: bool
    tpm: bool
    nwfilter: bool
