"""The lab's own parts do what other tests rely on."""

import os
import pwd
import subprocess
from pathlib import Path

import psycopg
import pytest

from tests.lab import processes
from tests.lab.guest import start_guest
from tests.lab.waiting import wait_for

ENTER = Path(__file__).with_name("enter")
SHUTDOWN_WITHIN_S = 15.0
TINY = (
    "<domain type='qemu'><name>{}</name><memory unit='MiB'>32</memory>"
    "<os><type arch='x86_64'>hvm</type></os></domain>"
)
FILTER = "<filter name='{}'>{}</filter>"
POOL = "<pool type='dir'><name>left</name><target><path>{}</path></target></pool>"
NETWORK = "<network><name>left</name></network>"


def ssh(server, command: str, *options: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["ssh", "-F", "none", "-o", "BatchMode=yes", "-o", f"UserKnownHostsFile={server.known_hosts}",
         "-i", str(server.key_file), "-p", str(server.port), *options,
         f"{server.user}@{server.host}", command],
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )  # fmt: skip


def virsh_through(server, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["virsh", "-q", "-c", server.uri, *words],
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )


def test_libvirt_is_the_labs_own(lab_host) -> None:
    assert "QEMU" in lab_host.virsh("version")
    assert lab_host.leftovers() == {}
    assert lab_host.virsh("net-list", "--all", "--name").split() == ["default"]


def test_only_the_loopback_is_there() -> None:
    links = subprocess.run(["ip", "-o", "link"], capture_output=True, text=True, check=True)
    assert [line.split(": ")[1] for line in links.stdout.splitlines()] == ["lo"]


def test_entering_twice_is_being_inside() -> None:
    namespace = Path("/proc/self/ns/mnt").readlink()
    again = subprocess.run(
        [str(ENTER), "readlink", "/proc/self/ns/mnt"], capture_output=True, text=True, check=True
    )
    assert Path(again.stdout.strip()) == namespace


def test_a_guest_reaches_user_space_and_obeys_the_power_button(lab_guest) -> None:
    assert lab_guest.state() == "running"
    assert processes.of_user(pwd.getpwnam("libvirt-qemu").pw_uid), "QEMU runs without rights"
    lab_guest.virsh("shutdown", lab_guest.uuid)
    lab_guest.wait_for_state("shut off", SHUTDOWN_WITHIN_S)


def test_a_guest_powers_itself_off_when_told_so(lab_guests) -> None:
    tired = lab_guests("tired", words="poweroff_after=1")
    tired.wait_for_state("shut off")


def test_a_guest_shows_its_shell_and_listens_to_its_keyboard(lab_guest, tmp_path) -> None:
    from PIL import Image

    def lit_pixels() -> int:
        lab_guest.virsh("screenshot", lab_guest.uuid, str(tmp_path / "screen"))
        with Image.open(tmp_path / "screen") as picture:
            return sum(picture.convert("L").histogram()[64:])

    wait_for(lambda: lit_pixels() > 2000, "text on the screen")
    for key in (*"POWEROFF", "SPACE", "MINUS", "F", "ENTER"):
        lab_guest.virsh("send-key", lab_guest.uuid, f"KEY_{key}")
    lab_guest.wait_for_state("shut off")


def test_a_guest_listens_to_its_serial_port_as_soon_as_it_is_ready(lab_guest) -> None:
    terminal = Path(lab_guest.virsh("ttyconsole", lab_guest.uuid).strip())
    with terminal.open("r+b", buffering=0) as port:  # QEMU reads while somebody has it open
        port.write(b"echo two$((1+1))words; poweroff -f\r")
        lab_guest.wait_for_state("shut off")
    assert "two2words" in lab_guest.said()


def test_a_guest_outlives_libvirtd(lab_guest, lab_host) -> None:
    first = lab_host.libvirtd_pid()
    lab_host.kill_libvirtd()
    assert not lab_host.answers()
    lab_host.start_libvirtd()
    assert lab_host.libvirtd_pid() != first
    assert lab_guest.state() == "running"
    lab_host.restart_libvirtd()
    assert lab_guest.state() == "running"
    lab_guest.virsh("shutdown", lab_guest.uuid)
    lab_guest.wait_for_state("shut off", SHUTDOWN_WITHIN_S)


def test_all_that_a_test_left_is_cleaned(lab_host, tmp_path) -> None:
    def define(command: str, xml: str) -> None:
        (tmp_path / "left.xml").write_text(xml)
        lab_host.virsh(command, str(tmp_path / "left.xml"))

    define("define", TINY.format("left"))
    define("create", TINY.format("running"))
    define("nwfilter-define", FILTER.format("low", ""))
    define("nwfilter-define", FILTER.format("high", "<filterref filter='low'/>"))
    define("pool-define", POOL.format(tmp_path))
    define("net-define", NETWORK)
    lab_host.virsh("net-start", "default")
    assert len(lab_host.leftovers()) == 5
    lab_host.kill_libvirtd()
    lab_host.clean()
    assert lab_host.leftovers() == {}


def test_libvirt_is_reached_through_ssh(lab_sshd, clean_host, tmp_path) -> None:
    (tmp_path / "far.xml").write_text(TINY.format("far"))
    clean_host.virsh("define", str(tmp_path / "far.xml"))
    listed = virsh_through(lab_sshd, "list", "--all", "--name")
    assert (listed.stdout.split(), listed.stderr) == (["far"], "")


def test_sshd_takes_its_key_only(lab_sshd) -> None:
    taken = ssh(lab_sshd, "id -u", "-v")
    assert taken.stdout == "0\n"
    assert lab_sshd.host_key_fingerprint in taken.stderr
    refused = ssh(lab_sshd, "id -u", "-o", "PubkeyAuthentication=no")
    assert "Permission denied (publickey)" in refused.stderr


def test_a_changed_host_key_is_refused(lab_sshd) -> None:
    before = lab_sshd.host_key_fingerprint
    lab_sshd.change_host_key()
    assert lab_sshd.host_key_fingerprint != before
    refused = ssh(lab_sshd, "true")
    assert refused.returncode == 255
    assert "REMOTE HOST IDENTIFICATION HAS CHANGED" in refused.stderr
    assert virsh_through(lab_sshd, "list").returncode != 0


def test_sshd_is_itself_again_and_can_be_gone(lab_sshd) -> None:
    assert ssh(lab_sshd, "true").returncode == 0
    lab_sshd.stop()
    assert "Connection refused" in ssh(lab_sshd, "true").stderr
    lab_sshd.start()
    assert ssh(lab_sshd, "true").returncode == 0


def test_sshd_is_a_jump_host_too(lab_sshd) -> None:
    jump = (
        f"ProxyCommand=ssh -F none -o BatchMode=yes -o UserKnownHostsFile={lab_sshd.known_hosts} "
        f"-i {lab_sshd.key_file} -p {lab_sshd.port} -W %h:%p {lab_sshd.user}@{lab_sshd.host}"
    )
    assert ssh(lab_sshd, "echo through", "-o", jump).stdout == "through\n"


def test_postgresql_gives_each_test_an_empty_database(postgres_url) -> None:
    assert postgres_url.startswith("postgresql+psycopg://postgres@/")
    with psycopg.connect(postgres_url.replace("+psycopg", "")) as connection:
        connection.execute("CREATE TABLE seen (word text)")
        tables = connection.execute(
            "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"
        ).fetchone()
    assert tables == (1,)


def test_an_ordinary_user_has_no_rights(ordinary_user, tmp_path) -> None:
    assert ordinary_user.run(["id", "-un"]).stdout == "ordinary\n"
    secret = tmp_path / "secret"
    secret.write_text("no")
    assert ordinary_user.run(["cat", str(secret)]).returncode != 0
    refused = ordinary_user.run(["virsh", "-c", "qemu:///system", "list"])
    assert "Permission denied" in refused.stderr


def test_an_ordinary_user_runs_this_repositorys_code(ordinary_user) -> None:
    imported = ordinary_user.run(
        [
            str(ordinary_user.python),
            "-c",
            "import infinibay_desktop, os; print(os.environ['WORD'])",
        ],
        WORD="given",
    )
    assert (imported.stdout, imported.stderr) == ("given\n", "")


def test_an_ordinary_users_own_libvirt_runs_a_guest(ordinary_user, guest_image) -> None:
    assert "QEMU" in ordinary_user.virsh("version")
    ordinary_user.home.joinpath("files").mkdir()
    os.chown(ordinary_user.home / "files", ordinary_user.uid, ordinary_user.uid)
    guest = start_guest(ordinary_user.virsh, guest_image, ordinary_user.home / "files")
    guest.wait_until_ready()
    guest.virsh("shutdown", guest.uuid)
    guest.wait_for_state("shut off", SHUTDOWN_WITHIN_S)


@pytest.fixture
def after_the_user(_ordinary_user):
    yield
    assert processes.of_user(_ordinary_user.uid) == []


@pytest.mark.usefixtures("after_the_user")
def test_what_an_ordinary_user_started_ends(ordinary_user) -> None:
    ordinary_user.virsh("list")
    assert processes.of_user(ordinary_user.uid)
