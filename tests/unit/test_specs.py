"""Wishes that no host could grant are refused, each with its field."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infinibay_desktop.model.blueprints import Blueprint, check_blueprint
from infinibay_desktop.model.errors import ValidationError
from infinibay_desktop.model.sizes import GIB, MIB, TIB
from infinibay_desktop.model.specs import (
    MAX_DISKS,
    DirectBoot,
    DiskOrigin,
    DiskSpec,
    MachineSpec,
    NetworkKind,
    NetworkSpec,
    check_host_path,
    check_spec,
)

DISK = DiskSpec(size_bytes=GIB)
GOOD = MachineSpec(name="web", disks=(DISK,))


def used(path: str) -> DiskSpec:
    return DiskSpec(origin=DiskOrigin.USE, path=path)


@pytest.mark.parametrize(
    "wish",
    [
        {},
        {"vcpus": 1, "memory_bytes": 16 * MIB},
        {"vcpus": 1024, "memory_bytes": 64 * TIB},
        {"disks": (DISK,) * MAX_DISKS},
        {"disks": (DiskSpec(size_bytes=MIB), DiskSpec(size_bytes=512 * TIB))},
        {"disks": (), "isos": ("/a.iso",)},
        {"disks": (), "direct_boot": DirectBoot(kernel="/vmlinuz")},
        {"disks": (DiskSpec(origin=DiskOrigin.COPY, path="/a"),) * 2},
        {"disks": (used("/a"), used("/b"))},
        {"isos": ("/a b/ü/100%.iso", "/a..b/x")},
        {"network": NetworkSpec(kind=NetworkKind.BRIDGE, name="br0")},
        {"direct_boot": DirectBoot(kernel="/k", initrd="/i", command_line="quiet " * 300)},
    ],
)
def test_what_a_host_might_grant_is_taken(wish) -> None:
    check_spec(replace(GOOD, **wish))


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        ({"name": "a/b"}, "name"),
        ({"vcpus": 0}, "vcpus"),
        ({"vcpus": 1025}, "vcpus"),
        ({"memory_bytes": 16 * MIB - 1}, "memory"),
        ({"memory_bytes": -1}, "memory"),
        ({"disks": ()}, "disks"),
        ({"disks": (DISK,) * (MAX_DISKS + 1)}, "disks"),
        ({"disks": (DiskSpec(size_bytes=MIB - 1),)}, "disks"),
        ({"disks": (DiskSpec(size_bytes=-1),)}, "disks"),
        ({"disks": (DiskSpec(size_bytes=512 * TIB + 1),)}, "disks"),
        ({"disks": (DiskSpec(origin=DiskOrigin.COPY, path="/a", size_bytes=2**60),)}, "disks"),
        ({"disks": (used("a.qcow2"),)}, "disks"),
        ({"disks": (used("/a"), used("/a"))}, "disks"),
        ({"isos": ("a.iso",)}, "iso"),
        ({"isos": ("/a.iso", "/b\n.iso")}, "iso"),
        ({"direct_boot": DirectBoot(kernel="")}, "kernel"),
        ({"direct_boot": DirectBoot(kernel="/k", initrd="../i")}, "initrd"),
        ({"direct_boot": DirectBoot(kernel="/k", command_line="x" * 2049)}, "cmdline"),
        ({"direct_boot": DirectBoot(kernel="/k", command_line="a\nb")}, "cmdline"),
        ({"network": NetworkSpec(kind=NetworkKind.NETWORK)}, "network"),
        ({"network": NetworkSpec(kind=NetworkKind.BRIDGE)}, "network"),
        ({"network": NetworkSpec(kind=NetworkKind.BRIDGE, name="br\x1b0")}, "network"),
        ({"network": NetworkSpec(kind=NetworkKind.BRIDGE, name="br;0")}, "network"),
        ({"network": NetworkSpec(kind=NetworkKind.BRIDGE, name="b" * 16)}, "network"),
        ({"network": NetworkSpec(kind=NetworkKind.NETWORK, name="\ud800")}, "network"),
        ({"disks": (DiskSpec(size_bytes=GIB, pool="\ud800"),)}, "disks"),
        ({"disks": (DiskSpec(size_bytes=GIB, pool="a\x1b"),)}, "disks"),
        ({"description": "a\x1bb"}, "description"),
        ({"description": "x" * 4097}, "description"),
        ({"name": "\ud800"}, "name"),
    ],
)
def test_what_no_host_could_grant_is_refused(wish, field) -> None:
    with pytest.raises(ValidationError) as refused:
        check_spec(replace(GOOD, **wish))
    assert refused.value.details["field"] == field
    assert refused.value.message.endswith((".", "?"))


@pytest.mark.parametrize(
    "path",
    ["", "a", "./a", "~/a", "/a/", "/", "/a/../b", "/..", "/a\0b", "/" + "x" * 4096, "/\ud800"],
)
def test_what_names_no_file_on_a_host_is_refused(path) -> None:
    with pytest.raises(ValidationError) as refused:
        check_host_path(path, "iso")
    assert refused.value.details["field"] == "iso"
    assert len(refused.value.message) < 1000


@given(st.text(max_size=40))
def test_any_text_is_a_path_or_refused(text: str) -> None:
    try:
        check_host_path(text, "iso")
    except ValidationError:
        return
    assert text.startswith("/")
    assert text.isprintable()
    assert ".." not in text.split("/")


def test_a_blueprint_is_checked_like_a_machine() -> None:
    good = Blueprint(name="small", vcpus=1, memory_bytes=GIB, disk_bytes=GIB)
    check_blueprint(good)
    for wrong in ({"name": "-x"}, {"vcpus": 0}, {"memory_bytes": 0}, {"disk_bytes": 2**60}):
        with pytest.raises(ValidationError):
            check_blueprint(replace(good, **wrong))
