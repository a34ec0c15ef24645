"""Hosts as a person sets them up."""

from dataclasses import replace

import pytest

from infinibay_desktop.model.errors import ConflictError, NotFoundError, ValidationError
from infinibay_desktop.model.events import HostRemoved, HostSaved
from infinibay_desktop.model.hosts import Acceleration, SshAccess
from infinibay_desktop.services.hosts import HostService, default_name, draft_host
from tests.fakes.hosts import Killed

FAR = "qemu+ssh://root@far:2222/system"


@pytest.fixture
def hosts(units, recorder) -> HostService:
    units.publish_to(recorder.publish)
    return HostService(units)


def test_an_added_host_is_found_by_whatever_it_is_called(hosts, recorder) -> None:
    added = hosts.add(FAR, name="Far away", acceleration=Acceleration.KVM)
    for word in ("Far away", FAR, str(added.id)):
        assert hosts.find(word) == added
    assert [event.host_id for event in recorder.of(HostSaved)] == [added.id]
    with pytest.raises(NotFoundError) as unknown:
        hosts.find("far away")
    assert "host list" in unknown.value.remedy


def test_hosts_are_listed_by_name(hosts) -> None:
    for name in ("b", "A", "c"):
        hosts.add(f"qemu+tls://{name}/system", name=name)
    assert [host.name for host in hosts.all()] == ["A", "b", "c"]


def test_a_hosts_ssh_is_taken_from_its_uri_or_given_beside_it(hosts) -> None:
    by_uri = hosts.add(FAR + "?keyfile=/k&jump=a@b", name="one")
    beside = hosts.add(FAR, name="two", ssh=SshAccess(key_file="/other"))
    both = draft_host(FAR + "?keyfile=/k&jump=a", ssh=SshAccess(key_file="/wins"))
    assert by_uri.uri == beside.uri == FAR
    assert by_uri.ssh == SshAccess(key_file="/k", jump="a@b")
    assert beside.ssh == SshAccess(key_file="/other")
    assert both.ssh == SshAccess(key_file="/wins", jump="a")


@pytest.mark.parametrize(
    ("uri", "ssh"),
    [
        ("qemu:///system", SshAccess(key_file="/k")),
        ("qemu+tls://far/system", SshAccess(jump="a")),
        (FAR, SshAccess(jump="-oProxyCommand=reboot")),
        (FAR, SshAccess(jump="a b")),
        (FAR, SshAccess(key_file="-F/etc/passwd")),
        (FAR, SshAccess(key_file="a\nProxyCommand reboot")),
        (FAR, SshAccess(known_hosts_file='a" b')),
        ("qemu+ssh://root:secret@far/system", SshAccess()),
    ],
)
def test_what_ssh_would_misread_is_never_stored(hosts, uri, ssh) -> None:
    with pytest.raises(ValidationError):
        hosts.add(uri, ssh=ssh)
    good = hosts.add(FAR, name="good")
    with pytest.raises(ValidationError):
        hosts.edit(replace(good, uri=uri, ssh=ssh))
    assert hosts.all() == [good]


@pytest.mark.parametrize("name", ["  ", "x" * 61, "a\nb", "a\x1bb", "\u202eevil"])
def test_a_name_that_cannot_be_shown_is_refused(hosts, name) -> None:
    with pytest.raises(ValidationError):
        hosts.add(FAR, name=name)
    good = hosts.add(FAR)
    with pytest.raises(ValidationError):
        hosts.edit(replace(good, name=name))


def test_a_host_is_stored_once(hosts) -> None:
    hosts.add(FAR, name="one")
    with pytest.raises(ConflictError, match="named 'one'"):
        hosts.add("qemu:///system", name="one")
    with pytest.raises(ConflictError, match="the same host"):
        hosts.add(FAR, name="two")
    hosts.add(FAR, name="three", ssh=SshAccess(jump="somewhere"))  # another way is another host


def test_an_edited_host_keeps_its_id(hosts, recorder) -> None:
    added = hosts.add(FAR)
    changed = hosts.edit(replace(added, name="near", uri="qemu+ssh://me@near/system?keyfile=/k"))
    assert (changed.id, changed.ssh.key_file) == (added.id, "/k")
    assert changed.uri == "qemu+ssh://me@near/system"
    assert hosts.find("near") == changed
    assert len(recorder.of(HostSaved)) == 2


def test_a_host_that_was_removed_meanwhile_does_not_come_back(hosts) -> None:
    added = hosts.add(FAR)
    hosts.remove(added)
    with pytest.raises(NotFoundError):
        hosts.edit(replace(added, name="ghost"))
    assert hosts.all() == []


def test_a_removed_host_takes_what_is_known_of_its_machines_along(world, recorder) -> None:
    world.create()
    hosts = HostService(world.units)
    hosts.remove(world.link.host)
    assert world.recorded() == []
    assert [event.host_id for event in recorder.of(HostRemoved)] == [world.link.host.id]
    assert world.domains  # nothing on the host changes


def test_a_host_with_unfinished_work_stays(world, recorder) -> None:
    world.link.failures.fail_at["start"] = Killed()
    with pytest.raises(Killed):
        world.create()
    hosts = HostService(world.units)
    with pytest.raises(ConflictError, match="1 unfinished") as refused:
        hosts.remove(world.link.host)
    assert refused.value.remedy
    assert hosts.all() == [world.link.host]


def test_a_uri_that_is_stored_is_the_stored_host(hosts) -> None:
    stored = hosts.add(FAR, name="mine", ssh=SshAccess(key_file="/k"))
    assert hosts.known_or_draft(FAR) == (stored, False)
    assert hosts.known_or_draft(FAR + "?keyfile=/k") == (stored, False)
    other, is_new = hosts.known_or_draft(FAR + "?keyfile=/other")
    assert (is_new, other.ssh.key_file, other.autoconnect) == (True, "/other", False)
    assert hosts.all() == [stored]


def test_a_drafted_name_is_free(hosts) -> None:
    hosts.add("test:////srv/a/lab.xml")
    draft, is_new = hosts.known_or_draft("test:////srv/b/lab.xml")
    assert (draft.name, is_new) == ("lab (2)", True)


@pytest.mark.parametrize(
    ("uri", "name"),
    [
        ("qemu:///system", "this computer"),
        ("qemu:///session", "this computer (session)"),
        ("test:///default", "demonstration"),
        ("test:////srv/Lab-1.xml", "Lab-1"),
        ("qemu+ssh://root@[fe80::1]/system", "fe80::1"),
        (f"qemu+tls://{'x' * 63}.example/system", "x" * 60),
    ],
)
def test_a_host_without_a_name_gets_one(uri, name) -> None:
    assert default_name(uri) == name
    assert draft_host(uri).name == name
