"""Pools and volumes as libvirt describes them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.model.storage import Pool, Volume, VolumePlan
from infinibay_desktop.virt.xml.storage import (
    parse_pool,
    parse_volume,
    render_directory_pool,
    render_volume,
)

SCHEMAS = Path("/usr/share/libvirt/schemas")
POOL = """<pool type='dir'><name>default</name><uuid>00000000-0000-4000-8000-000000000001</uuid>
  <capacity unit='bytes'>63278391296</capacity><allocation unit='bytes'>20474511360</allocation>
  <available unit='bytes'>42803879936</available><source></source>
  <target><path>/var/lib/libvirt/images</path><permissions><mode>0711</mode></permissions></target>
</pool>"""
VOLUME = """<volume type='file'><name>web.qcow2</name><key>/p/web.qcow2</key>
  <capacity unit='GiB'>20</capacity><allocation unit='bytes'>200704</allocation>
  <target><path>/p/web.qcow2</path><format type='qcow2'/>
    <permissions><mode>0600</mode><owner>64055</owner><group>64055</group></permissions></target>
</volume>"""
text = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=30)


def test_a_pool_is_read() -> None:
    assert parse_pool(POOL, active=True, autostart=False) == Pool(
        name="default",
        kind="dir",
        path="/var/lib/libvirt/images",
        active=True,
        autostart=False,
        capacity_bytes=63278391296,
        allocated_bytes=20474511360,
        available_bytes=42803879936,
    )


def test_a_volume_is_read_in_whatever_unit_it_is_told() -> None:
    assert parse_volume(VOLUME, "default") == Volume(
        name="web.qcow2",
        pool="default",
        path="/p/web.qcow2",
        format="qcow2",
        capacity_bytes=20 * GIB,
        allocated_bytes=200704,
        mode=0o600,
        owner=64055,
    )


def test_a_volume_without_a_file_has_no_owner() -> None:
    bare = parse_volume("<volume><name>lun</name></volume>", "target")
    assert (bare.format, bare.mode, bare.owner, bare.capacity_bytes) == ("raw", None, None, 0)


@pytest.mark.parametrize("mode", ["9", "²", "rw-", "7" * 5000])
def test_odd_rights_are_not_known(mode) -> None:
    odd = VOLUME.replace("0600", mode).replace("<owner>64055", f"<owner>{mode}x")
    volume = parse_volume(odd, "default")
    assert (volume.mode, volume.owner) == (None, None)


@given(name=text, pool=text, size=st.integers(1, 2**62))
def test_a_rendered_volume_says_what_was_planned(name: str, pool: str, size: int) -> None:
    plan = VolumePlan(name=name, pool=pool, format="qcow2", capacity_bytes=size)
    told = parse_volume(render_volume(plan), pool)
    assert (told.name, told.format, told.capacity_bytes) == (name, "qcow2", size)
    assert told.allocated_bytes == 0  # it takes room as it fills


@given(name=text, path=text)
def test_a_rendered_pool_says_what_was_asked(name: str, path: str) -> None:
    told = parse_pool(render_directory_pool(name, f"/{path}"), active=False, autostart=False)
    assert (told.name, told.kind, told.path) == (name, "dir", f"/{path}")


def test_both_satisfy_libvirts_own_schemas() -> None:
    if not SCHEMAS.exists():
        pytest.skip("libvirt's schemas are not installed")
    plan = VolumePlan(name="a & b", pool="p", format="qcow2", capacity_bytes=GIB)
    for schema, xml in (
        ("storagevol.rng", render_volume(plan)),
        ("storagepool.rng", render_directory_pool("fast", "/srv/fast & furious")),
    ):
        etree.RelaxNG(etree.parse(SCHEMAS / schema)).assertValid(etree.fromstring(xml))
