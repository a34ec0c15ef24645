"""The host form: parts and URI say the same, and errors stand beside their fields."""

import pytest

from infinibay_desktop.model.errors import ConflictError, ValidationError
from infinibay_desktop.model.hosts import Acceleration, SshAccess
from infinibay_desktop.services.hosts import draft_host
from infinibay_desktop.ui.hosts.address import Entry, HostKind, entry_of, uri_of
from infinibay_desktop.ui.hosts.form import HostForm
from infinibay_desktop.ui.widgets.forms import choose

pytestmark = pytest.mark.usefixtures("looks")
URIS = [
    "qemu:///system",
    "qemu:///session",
    "qemu+ssh://root@far:2222/system",
    "qemu+ssh://far/session",
    "qemu+ssh://far/system?keyfile=/k&known_hosts=/h&jump=me@gate:22",
    "qemu+tls://[fe80::1]:16515/system",
    "qemu+tls://far/system?pkipath=/etc/pki",
    "test:///default",
    "test:///tmp/h%C3%B6st.xml",
]


@pytest.fixture
def form(qtbot) -> HostForm:
    made = HostForm()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("uri", URIS)
def test_a_uri_survives_being_taken_apart_and_put_together(uri) -> None:
    assert entry_of(uri_of(entry_of(uri))) == entry_of(uri)


@pytest.mark.parametrize("uri", URIS)
def test_a_typed_uri_fills_the_parts_and_becomes_that_host(form, uri) -> None:
    form.uri.setText(uri)
    assert form.entry() == entry_of(uri)
    drafted = form.draft()
    assert (drafted.uri, drafted.ssh) == (draft_host(uri).uri, draft_host(uri).ssh)


def test_parts_write_the_uri(form) -> None:
    choose(form.kind, HostKind.SSH)
    form.host.setText("far.example")
    form.user.setText("root")
    form.port.setText("2222")
    form.jump.setText("me@gate")
    assert form.uri.text() == "qemu+ssh://root@far.example:2222/system?jump=me%40gate"
    assert form.draft().ssh == SshAccess(jump="me@gate")


def test_a_key_path_with_a_blank_can_be_used_through_the_parts(form) -> None:
    choose(form.kind, HostKind.SSH)
    form.host.setText("far")
    form.key_file.setText("/home/me/my key")
    assert form.draft().ssh.key_file == "/home/me/my key"


def test_only_the_parts_of_the_kind_are_shown(form) -> None:
    shown = {name for name, field in form.fields.items() if not field.isHidden()}
    assert "host" not in shown
    choose(form.kind, HostKind.SSH)
    assert not form.fields["jump"].isHidden()
    choose(form.kind, HostKind.TLS)
    assert form.fields["jump"].isHidden()
    assert not form.fields["port"].isHidden()


def test_a_kind_that_is_left_takes_its_parts_out_of_the_host(form) -> None:
    form.uri.setText("qemu+ssh://root@far/system?keyfile=/k")
    choose(form.kind, HostKind.SYSTEM)
    assert form.draft().uri == "qemu:///system"
    assert form.draft().ssh == SshAccess()


@pytest.mark.parametrize(
    ("part", "text", "field"),
    [
        ("host", "", "host"),
        ("host", "-oProxyCommand=x", "host"),
        ("host", "two words", "host"),
        ("user", "-x", "user"),
        ("port", "99999", "port"),
        ("jump", "-oX", "jump"),
        ("key_file", '/a"b', "key_file"),
        ("name", "\u0007", "name"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(form, part, text, field) -> None:
    choose(form.kind, HostKind.SSH)
    form.host.setText("far")
    getattr(form, part).setText(text)
    with pytest.raises(ValidationError) as refused:
        form.draft()
    assert form.blame(refused.value)
    assert form.fields[field].editor.property("wrong")
    assert sum(bool(each.editor.property("wrong")) for each in form.fields.values()) == 1


def test_a_half_typed_uri_is_said_to_be_wrong_only_when_it_is_left(form, qtbot) -> None:
    form.uri.setText("qemu+ssh://")
    assert not form.fields["uri"].editor.property("wrong")
    form.uri.editingFinished.emit()
    assert form.fields["uri"].editor.property("wrong")
    with pytest.raises(ValidationError):
        form.draft()
    form.uri.setText("qemu+ssh://far/system")
    assert not form.fields["uri"].editor.property("wrong")
    assert form.host.text() == "far"


def test_a_password_in_a_uri_is_refused_and_not_repeated(form) -> None:
    form.uri.setText("qemu+ssh://me:geheim@far/system")
    with pytest.raises(ValidationError) as refused:
        form.draft()
    form.blame(refused.value)
    assert "geheim" not in form.fields["uri"].editor.accessibleDescription()


def test_a_conflict_stands_beside_the_name(form) -> None:
    assert form.blame(ConflictError("There is a host named 'x' already.", field="name"))
    assert form.fields["name"].editor.property("wrong")


def test_a_stored_host_comes_back_as_it_was(qtbot) -> None:
    host = draft_host(
        "qemu+ssh://root@far:22/system",
        name="<b>far</b> אבג " + "x" * 30,
        autoconnect=False,
        acceleration=Acceleration.EMULATION,
        ssh=SshAccess(key_file="/k", jump="gate"),
    )
    form = HostForm(host)
    qtbot.addWidget(form)
    again = form.draft()
    assert (again.uri, again.ssh, again.name) == (host.uri, host.ssh, host.name)
    assert (again.autoconnect, again.acceleration) == (False, Acceleration.EMULATION)


def test_every_editor_has_a_name_for_screen_readers(form) -> None:
    for field in form.fields.values():
        assert field.editor.accessibleName()


def test_the_name_is_suggested_by_the_address(form) -> None:
    form.uri.setText("qemu+ssh://far.example/system")
    assert form.name.placeholderText() == "far.example"
    assert form.draft().name == "far.example"


def test_an_empty_entry_is_this_computer() -> None:
    assert uri_of(Entry()) == "qemu:///system"
