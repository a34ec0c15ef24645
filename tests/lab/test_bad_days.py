"""Bad input is refused with a sentence and changes nothing; bad days are survived."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.lab.test_journeys import ROOT, CommandLine, guest_options, locally


@pytest.fixture
def command(tmp_path, clean_host) -> CommandLine:
    return locally(tmp_path / "home", "--connect", "qemu:///system")


REFUSED = {
    "an empty name": (["", "--disk", "1G"], 2, "it is empty"),
    "a name with a slash": (["a/b", "--disk", "1G"], 2, "it contains '/'"),
    "a name with a control character": (["a\x1b[31m", "--disk", "1G"], 2, "it contains"),
    "a name that is an option's": (["--", "-rf", "--disk", "1G"], 2, ""),
    "a name that is too long": (["n" * 200, "--disk", "1G"], 2, "longer than"),
    "too much memory": (["x", "--disk", "1G", "--memory", "900T"], 2, "more than the host has"),
    "too little memory": (["x", "--disk", "1G", "--memory", "1"], 2, "too little"),
    "too many CPUs": (["x", "--disk", "1G", "--vcpus", "999"], 2, "more than the host can give"),
    "no CPU": (["x", "--disk", "1G", "--vcpus", "0"], 2, "between 1 and"),
    "a disk beyond the pool": (["x", "--disk", "500T"], 9, "do not fit"),
    "a disk of nothing": (["x", "--disk", "0"], 2, "too small"),
    "a disk that is no size": (["x", "--disk", "large"], 2, "is not a size"),
    "an ISO that is not there": (["x", "--iso", "/nowhere/at/all.iso"], 3, "There is no file"),
    "an ISO without a path": (["x", "--iso", "some.iso"], 2, "not an absolute path"),
    "an ISO in no pool": (["x", "--iso", "nowhere/some.iso"], 3, "There is no volume"),
    "a kernel that is not there": (["x", "--kernel", "/nowhere/vmlinuz"], 3, "There is no file"),
    "an initrd without a kernel": (["x", "--initrd", "/initrd"], 2, "need --kernel"),
    "nothing to boot from": (["x"], 2, "nothing to boot from"),
    "a network that is not there": (
        ["x", "--disk", "1G", "--network", "network:nowhere"], 2, "no active network"),
    "a network that is none": (["x", "--disk", "1G", "--network", "cable"], 2, "not a network"),
    "a pool that is not there": (["x", "--disk", "1G,pool=nowhere"], 3, "nowhere"),
    "an unknown blueprint": (["x", "--blueprint", "huge"], 3, "no blueprint"),
}  # fmt: skip


def test_bad_input_changes_nothing(command, lab_host) -> None:
    for case, (words, status, sentence) in REFUSED.items():
        told = command.refused("machine", "create", *words, status=status)
        assert sentence in told, case
        assert "Traceback" not in told, case
    assert lab_host.virsh("list", "--all", "--name").split() == []
    assert command.json("machine", "list") == []
    assert command.json("task", "list") == []


def test_a_name_in_use_is_refused(command) -> None:
    command("machine", "create", "twin", "--disk", "1M")
    assert "already" in command.refused("machine", "create", "twin", "--disk", "1M", status=2)
    command("machine", "create", "other", "--disk", "1M")
    assert "already" in command.refused("machine", "rename", "other", "twin", status=2)
    assert len(command.json("storage", "volumes", "default")) == 2


def test_a_sparse_disk_may_outgrow_the_pool(command) -> None:
    command("machine", "create", "large", "--disk", "100T,sparse")
    command("machine", "delete", "large", "--all-disks", "--yes")


def test_an_iso_that_qemu_cannot_read_is_refused(command, tmp_path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    (closed / "installer.iso").write_bytes(b"\0" * 4096)
    told = command.refused("machine", "create", "x", "--iso", f"{closed}/installer.iso", status=9)
    assert "QEMU cannot read" in told
    assert "What to do" in told
    assert command.json("machine", "list") == []


def test_an_iso_is_found_by_its_volume(command, tmp_path) -> None:
    images = Path("/var/lib/libvirt/images")
    command("machine", "create", "first", "--disk", "1M")  # makes the default pool
    (images / "installer.iso").write_bytes(b"\0" * 4096)
    command("storage", "volumes", "default")
    command("machine", "create", "second", "--iso", "default/installer.iso", "--disk", "1M")
    disks = command.json("machine", "show", "second")["disks"]
    assert [disk["path"] for disk in disks if disk["device"] == "cdrom"] == [
        str(images / "installer.iso")
    ]


def test_odd_names_live(command) -> None:
    for name in ("<b>bold", "машина", "🐧 penguin", "a'b\"c"):
        command("machine", "create", name, "--disk", "1M")
        assert name in {machine["name"] for machine in command.json("machine", "list")}
        command("machine", "delete", name, "--all-disks", "--yes")
    assert command.json("storage", "volumes", "default") == []


def test_a_failing_start_leaves_nothing(command, lab_host, tmp_path) -> None:
    """The kernel is there when it is looked for, and is no kernel when QEMU loads it."""
    kernel = Path("/var/lib/libvirt/images/no-kernel")
    kernel.write_bytes(b"this is no kernel")
    told = command.refused(
        "machine", "create", "x", "--kernel", str(kernel), "--disk", "1M", "--start", status=1
    )
    assert "Could not start" in told
    assert lab_host.virsh("list", "--all", "--name").split() == []
    assert command.json("machine", "list") == []
    volumes = [volume["name"] for volume in command.json("storage", "volumes", "default")]
    assert volumes == ["no-kernel"]
    [task] = command.json("task", "list")
    assert task["status"] == "undone"


def test_the_guest_powers_itself_off(command, guest_image) -> None:
    options = guest_options(guest_image)
    options[options.index("--cmdline") + 1] += " poweroff_after=1"
    command("machine", "create", "tired", "--start", *options)
    command("machine", "wait", "tired", "--state", "shut off", "--timeout", "60")


def test_a_guest_that_does_not_listen_is_not_waited_for_forever(command) -> None:
    command("machine", "create", "deaf", "--disk", "1M", "--memory", "64", "--network", "none",
            "--start")  # fmt: skip
    told = command.refused("machine", "shutdown", "deaf", "--timeout", "2", status=6)
    assert "still runs after 2 s" in told
    command("machine", "shutdown", "deaf", "--timeout", "1", "--force")
    assert command.json("machine", "list")[0]["state"] == "shut off"


def test_a_machine_deleted_behind_our_back_is_gone(command, lab_host) -> None:
    command("machine", "create", "lost", "--disk", "1M")
    lab_host.virsh("undefine", "lost")
    assert command.json("machine", "list") == []
    assert "There is no machine" in command.refused("machine", "start", "lost", status=3)


def test_two_programs_share_one_database(command, tmp_path) -> None:
    words = ["machine", "create", "--disk", "1M", "--memory", "64", "--network", "none"]
    command("machine", "list")
    running = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "infinibay_desktop.app.terminal",
                "--connect",
                "qemu:///system",
                *words,
                f"at-once-{number}",
            ],
            env=os.environ | {"INFINIBAY_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)},
        )
        for number in range(6)
    ]
    assert [process.wait(60) for process in running] == [0] * 6
    assert len(command.json("machine", "list")) == 6
    assert {task["status"] for task in command.json("task", "list")} == {"done"}


def test_a_running_machine_is_not_deleted_by_mistake(command) -> None:
    command("machine", "create", "busy", "--disk", "1M", "--memory", "64", "--network", "none",
            "--start")  # fmt: skip
    assert "it is running" in command.refused("machine", "delete", "busy", "--yes", status=4)
    assert "nobody is there" in command.refused("machine", "delete", "busy", status=2)
    assert "no disk" in command.refused(
        "machine", "delete", "busy", "--disk", "vdz", "--force-off", "--yes", status=2
    )
    assert command.json("machine", "list")[0]["state"] == "running"


def test_a_changed_host_key_is_refused(tmp_path, clean_host, lab_sshd) -> None:
    uri = (
        f"qemu+ssh://{lab_sshd.user}@{lab_sshd.host}:{lab_sshd.port}/system"
        f"?keyfile={lab_sshd.key_file}"
    )
    infinibay = locally(tmp_path / "home")
    unknown = infinibay.refused("host", "add", uri, "--name", "far", status=5)
    assert "nobody has accepted" in unknown
    assert infinibay.json("host", "list") == []
    told = infinibay("host", "add", uri, "--name", "far", "--accept-key")
    assert "Added" in told
    lab_sshd.change_host_key()
    changed = infinibay.refused("--host", "far", "machine", "start", "x", status=5)
    assert "another key than the one that is known" in changed
    assert "--replace-key" in changed
    stages = infinibay._run(["host", "test", "far"])
    assert stages.returncode == 5
    assert "FAILED  host-key" in stages.stdout
    assert "another key" in infinibay.refused("host", "trust", "far", "--yes", status=5)
    infinibay("host", "trust", "far", "--yes", "--replace-key")
    infinibay("host", "show", "far")


def test_each_stage_of_connecting_says_what_is_wrong(tmp_path, lab_sshd, clean_host) -> None:
    infinibay = locally(tmp_path / "home")
    base = f"@{lab_sshd.host}:{lab_sshd.port}/system"
    good = f"?keyfile={lab_sshd.key_file}&known_hosts={lab_sshd.known_hosts}"
    other_key = tmp_path / "other"
    subprocess.run(
        ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(other_key)], check=True
    )
    wrong = f"?keyfile={other_key}&known_hosts={lab_sshd.known_hosts}"
    cases = {
        f"qemu+ssh://{lab_sshd.user}@127.0.0.1:1/system": "FAILED  reach",
        "qemu+ssh://root@no-such-host.invalid/system": "FAILED  reach",
        f"qemu+ssh://{lab_sshd.user}{base}?keyfile={lab_sshd.key_file}": "FAILED  host-key",
        f"qemu+ssh://{lab_sshd.user}{base}{wrong}": "FAILED  sign-in",
        f"qemu+ssh://{lab_sshd.user}{base}{good}&socket=/nowhere": "FAILED  socket",
        "qemu+tls://127.0.0.1:1/system": "FAILED  reach",
    }
    for uri, expected in cases.items():
        done = infinibay._run(["host", "test", uri])
        assert expected in done.stdout, (uri, done.stdout, done.stderr)
        assert done.returncode == 5
        assert "What to do" in done.stdout
    passed = infinibay("host", "test", f"qemu+ssh://{lab_sshd.user}{base}{good}")
    assert passed.count("ok ") == 6


def test_a_jump_host_is_gone_through(tmp_path, lab_sshd, clean_host) -> None:
    """The same server by another name: ssh refuses to jump over a host to itself."""
    infinibay = locally(tmp_path / "home")
    known = tmp_path / "known_hosts"
    by_address = lab_sshd.known_hosts.read_text()
    known.write_text(by_address + by_address.replace(lab_sshd.host, "localhost"))
    infinibay(
        "host", "add",
        f"qemu+ssh://{lab_sshd.user}@{lab_sshd.host}:{lab_sshd.port}/system",
        "--name", "behind", "--key-file", str(lab_sshd.key_file),
        "--known-hosts", str(known),
        "--jump", f"{lab_sshd.user}@localhost:{lab_sshd.port}",
    )  # fmt: skip
    assert infinibay.json("host", "show", "behind")["jump"]
    infinibay("--host", "behind", "machine", "list")


def test_a_database_of_somebody_else_is_refused(ordinary_user, lab_folder) -> None:
    folder = lab_folder / "others"
    folder.mkdir(mode=0o755)
    root = locally(folder / "home")
    root("--database", str(folder / "theirs.sqlite"), "blueprint", "list")
    (folder / "theirs.sqlite").chmod(0o644)
    done = ordinary_user.run(
        [str(ordinary_user.python), "-m", "infinibay_desktop.app.terminal",
         "--database", str(folder / "theirs.sqlite"), "blueprint", "list"],
        INFINIBAY_HOME=f"{ordinary_user.home}/infinibay",
    )  # fmt: skip
    assert done.returncode == 8, (done.stdout, done.stderr)
    assert "What to do" in done.stderr
    assert "Traceback" not in done.stderr
