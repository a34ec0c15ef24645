"""What the operating system is asked, and what is made of its answers."""

import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PIL import Image

from infinibay_desktop.model.errors import HypervisorError
from infinibay_desktop.model.hosts import SshAccess
from infinibay_desktop.services.hosts import draft_host
from infinibay_desktop.system.files import LocalFiles
from infinibay_desktop.system.identity import ProcessIdentity
from infinibay_desktop.system.paths import _LONGEST_SOCKET_FOLDER, find_paths, socket_folder
from infinibay_desktop.system.pictures import PillowPictureEncoder
from infinibay_desktop.system.ssh import SystemSsh


def test_one_variable_moves_everything(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("INFINIBAY_HOME", str(tmp_path))
    paths = find_paths()
    for path in (paths.data, paths.settings, paths.logs, paths.runtime, paths.database):
        assert path.is_relative_to(tmp_path)


def test_without_a_session_nothing_lies_in_a_folder_of_everybody(monkeypatch, tmp_path) -> None:
    monkeypatch.delenv("INFINIBAY_HOME", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert find_paths().runtime.is_relative_to(tmp_path)


def test_sshs_sockets_find_room_wherever_our_folder_lies() -> None:
    host = draft_host("qemu+ssh://root@far/system")
    # ssh's name for a session, and what it adds while it makes the socket.
    name = f"{'c' * 40}.{'r' * 16}"
    with TemporaryDirectory(dir="/tmp") as around:
        for length in range(1, 90, 4):
            folder = socket_folder(Path(around) / ("x" * length))
            assert folder.stat().st_mode & 0o077 == 0
            ssh = SystemSsh(Path(around), folder)
            assert len(str(ssh.socket_folder(host) / name)) < 108
            ssh.close()


def test_the_usual_folder_of_a_session_is_short_enough() -> None:
    assert len("/run/user/60000/infinibay") <= _LONGEST_SOCKET_FOLDER


@pytest.fixture
def ssh(tmp_path):
    return SystemSsh(tmp_path / "settings", tmp_path / "sockets")


def test_sshs_own_words_come_first_and_odd_paths_stay_one_word(ssh) -> None:
    access = SshAccess(key_file="/k 100%/a\\b", known_hosts_file="/n", jump="a@b:3")
    host = replace(draft_host("qemu+ssh://root@far/system"), ssh=access)
    wrapper = Path(ssh.command(host))
    text = (wrapper.parent / "config").read_text()
    assert 'IdentityFile "/k 100%%/a\\\\b"' in text
    assert text.index("StrictHostKeyChecking yes") < text.index("Include")
    assert "BatchMode yes" in text
    assert "ProxyJump" not in text
    assert "-J a@b:3" in wrapper.read_text()
    assert wrapper.stat().st_mode & 0o077 == 0
    ssh.close()
    assert not wrapper.exists()


def test_a_program_is_dead_when_its_process_is(tmp_path) -> None:
    script = (
        "from infinibay_desktop.system.identity import ProcessIdentity;"
        "print(ProcessIdentity().text, flush=True); input()"
    )
    me = ProcessIdentity()
    with subprocess.Popen(
        [sys.executable, "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    ) as other:
        text = other.stdout.readline().strip()
        assert text != me.text
        assert not me.is_dead(text)
        other.communicate("\n")
    assert me.is_dead(text)
    assert not me.is_dead(me.text)
    place, number, start = me.text.rsplit("/", 2)
    assert me.is_dead(f"{place}/{number}/{int(start) + 1}")  # another process got the number
    assert not me.is_dead(f"other-boot/ns/{number}/{start}")
    assert not me.is_dead("")


def test_a_folder_that_qemu_may_not_enter_is_named(tmp_path) -> None:
    files, closed = LocalFiles(), tmp_path / "closed"
    closed.mkdir(mode=0o700)
    image = closed / "x.iso"
    image.touch()
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.geteuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o011)
    stranger = 61234
    assert str(closed) in files.why_qemu_cannot_read(str(image), stranger)
    closed.chmod(0o711)
    assert files.why_qemu_cannot_read(str(image), stranger) == ""
    assert files.why_qemu_cannot_read(str(image), 0) == ""
    assert files.why_qemu_cannot_read(str(image), None) == ""
    assert files.is_file(str(image))
    assert not files.is_file(str(closed))
    assert not files.is_file(str(closed / "nothing"))


def test_screenshots_become_png_and_nothing_else_does() -> None:
    encoder = PillowPictureEncoder()
    png = encoder.to_png(b"P6\n2 1\n255\n" + bytes(6))
    with Image.open(io.BytesIO(png)) as image:
        assert (image.format, image.size) == ("PNG", (2, 1))
    assert encoder.to_png(png)[:4] == b"\x89PNG"
    for hostile in (b"", b"GIF89a" + bytes(50), b"P6\n99999 99999\n255\n", b"P6\n5 5\n255\nshort"):
        with pytest.raises(HypervisorError):
            encoder.to_png(hostile)
