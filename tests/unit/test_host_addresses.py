"""Host URIs: what is taken means the same after storing, what is dangerous never gets in."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infinibay_desktop.model.errors import ValidationError
from infinibay_desktop.model.hosts import HostAddress, check_jump, parse_host, parse_host_uri

letters = string.ascii_letters + string.digits
labels = st.text(letters.lower() + "-_", min_size=1, max_size=10).map(lambda t: f"h{t}h")
host_names = st.one_of(
    st.lists(labels, min_size=1, max_size=3).map(".".join),
    st.ip_addresses(v=4).map(str),
    st.ip_addresses(v=6).map(str),
)
user_names = st.one_of(
    st.just(""),
    st.tuples(
        st.sampled_from(letters + "_"),
        st.text(letters + "_.@-", max_size=10),
        st.sampled_from(["", "$"]),
    ).map("".join),
)
remote_addresses = st.builds(
    HostAddress,
    driver=st.just("qemu"),
    transport=st.sampled_from(["ssh", "tls"]),
    user=user_names,
    host=host_names,
    port=st.none() | st.integers(1, 65535),
    path=st.sampled_from(["/system", "/session"]),
    parameters=st.sampled_from([(), (("socket", "/run/a b&c=d#e%f"),), (("mode", "direct"),)]),
)


@given(remote_addresses)
def test_an_address_survives_being_written_and_read(address: HostAddress) -> None:
    assert parse_host_uri(address.to_uri()) == address


@given(remote_addresses)
def test_what_is_added_for_libvirt_alone_changes_nothing_else(address: HostAddress) -> None:
    uri = address.to_uri(command="/run/a b", no_tty="1")
    with pytest.raises(ValidationError):
        parse_host_uri(uri)
    assert uri.startswith(address.to_uri().partition("?")[0])


@pytest.mark.parametrize(
    ("user", "written"),
    [("svc$", "svc%24"), ("me@corp.example", "me%40corp.example"), ("a.b-c", "a.b-c")],
)
def test_odd_user_names_stay_what_they_are(user: str, written: str) -> None:
    for typed in (user, written):
        address = parse_host_uri(f"qemu+ssh://{typed}@far/system")
        assert address.user == user
        assert address.to_uri() == f"qemu+ssh://{written}@far/system"


DANGEROUS = (
    "command", "netcat", "no_verify", "no_sanity", "no_tty", "sshauth", "authfile", "proxy",
    "tls_priority", "name", "libssh", "known_hosts_verify", "auth", "COMMAND", "mode[]", "",
)  # fmt: skip


@pytest.mark.parametrize("name", DANGEROUS)
@pytest.mark.parametrize("before", ["", "socket=/run/x&"])
def test_parameters_that_run_or_unlock_something_are_refused(name: str, before: str) -> None:
    for uri in ("qemu+ssh://far/system", "qemu+tls://far/system", "qemu:///system"):
        with pytest.raises(ValidationError) as refused:
            parse_host_uri(f"{uri}?{before}{name}=x")
        assert "not supported" in refused.value.message


@pytest.mark.parametrize("name", ["keyfile", "known_hosts", "jump"])
def test_sshs_parameters_mean_nothing_elsewhere(name: str) -> None:
    for uri in ("qemu+tls://far/system", "qemu:///system", "test:///default"):
        with pytest.raises(ValidationError):
            parse_host_uri(f"{uri}?{name}=x")


@pytest.mark.parametrize(
    "uri",
    [
        "qemu+ssh://-oProxyCommand=reboot/system",
        "qemu+ssh://-oProxyCommand%3Dreboot/system",
        "qemu+ssh://%2doX/system",
        "qemu+ssh://-x@far/system",
        "qemu+ssh://%2dx@far/system",
        "qemu+ssh://a%0ab@far/system",
        "qemu+ssh://a;reboot@far/system",
        "qemu+ssh://a%20b@far/system",
        "qemu+ssh://far;reboot/system",
        "qemu+ssh://$(reboot)/system",
        "qemu+ssh://far\\evil/system",
        "qemu+ssh://far%00/system",
        "qemu+ssh://[::1/system",
        "qemu+ssh://[::1]x/system",
        "qemu+ssh://[not:an:address]/system",
        "qemu+ssh://far:0x16/system",
        "qemu+ssh://far:-1/system",
        "qemu+ssh://far:65536/system",
        "qemu+ssh://far/system/../etc",
        "qemu+ssh://far/%73ystem",
        "qemu+ssh://far",
        "qemu+ssh://@/system",
        "QEMU+SSH://far/embed",
        "qemu+ext://far/system",
        "qemu+libssh2://far/system",
        "qemu+tcp://far/system",
        "file:///etc/passwd",
        "javascript:alert(1)",
    ],
)
def test_what_ssh_or_a_shell_could_misread_is_refused(uri: str) -> None:
    with pytest.raises(ValidationError) as refused:
        parse_host_uri(uri)
    assert refused.value.details["field"] == "uri"
    assert refused.value.remedy


@pytest.mark.parametrize(
    "uri",
    [
        "qemu+ssh://root:hunter2@far/system",
        "qemu+ssh://:hunter2@far/system",
        "qemu+tls://root:hunter2@far/system",
        "http://root:hunter2@far/system",
        "qemu+ssh://root:hunter2@far/nowhere",
        "qemu+ssh://root:hunter2@far:99999/system",
    ],
)
def test_a_password_is_refused_and_not_repeated(uri: str) -> None:
    with pytest.raises(ValidationError) as refused:
        parse_host_uri(uri)
    told = f"{refused.value.message} {refused.value.details} {refused.value.remedy}"
    assert "hunter2" not in told


def test_port_zero_is_no_port() -> None:
    with pytest.raises(ValidationError):
        parse_host_uri("qemu+ssh://far:0/system")


@pytest.mark.parametrize(
    "jump", ["", "a", "me@a", "me@a:22", "me@a.b,c:2222", "[fe80::1]:22", "a,b,c"]
)
def test_a_jump_list_is_taken(jump: str) -> None:
    check_jump(jump)
    assert parse_host(f"qemu+ssh://far/system?jump={jump}")[1].jump == jump


@pytest.mark.parametrize(
    "jump",
    [
        "-oProxyCommand=x", "-W", "a,-oProxyCommand=x", "me@-oX", "a b", "a;b", "a\n", "a,,b", ",a",
        "a,", "$(x)", "`x`", "a:port", "a:123456", "a@b@c", "@a", "%h", "a/b", "[::1", "ssh://a",
    ],
)  # fmt: skip
def test_a_jump_list_can_be_no_option_and_no_command(jump: str) -> None:
    with pytest.raises(ValidationError):
        check_jump(jump)


def test_a_parameter_given_twice_means_its_last() -> None:
    address, ssh = parse_host("qemu+ssh://far/system?keyfile=/a&socket=/s&keyfile=/b&socket=/t")
    assert ssh.key_file == "/b"
    assert dict(address.parameters) == {"socket": "/t"}


@given(st.text(max_size=60))
def test_any_list_of_parameters_is_taken_or_refused(text: str) -> None:
    try:
        address, _ = parse_host(f"qemu+ssh://far/system?{text}")
    except ValidationError:
        return
    assert set(dict(address.parameters)) <= {"socket", "mode", "pkipath"}
    assert parse_host_uri(address.to_uri()) == address


def test_a_path_with_letters_beyond_ascii_survives_being_normalized_twice() -> None:
    once = parse_host_uri("test:///tmp/h\u00f6st.xml").to_uri()
    assert parse_host_uri(once).to_uri() == once
    assert parse_host_uri(once).path == "/tmp/h\u00f6st.xml"  # noqa: S108 - no file is made
