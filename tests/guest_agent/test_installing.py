"""The installer for Linux, into systems that are only folders."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.guest_agent.agent_host import AGENT

SHELLS = [shell for shell in ("dash", "bash", "busybox") if shutil.which(shell)]


def install(root: Path, *options: str, shell: str = "sh", source: Path = AGENT.parent):
    words = [shell, "sh"] if shell == "busybox" else [shell]
    return subprocess.run(
        [*words, str(source / "install.sh"), "--root", str(root), *options],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def system(tmp_path):
    """A system with Python and nothing else."""
    root = tmp_path / "a system"
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/python3").touch()
    return root


def files(root: Path) -> set[str]:
    found = (path for path in root.rglob("*") if path.is_file() or path.is_symlink())
    return {str(path.relative_to(root)) for path in found}


@pytest.mark.parametrize("shell", SHELLS)
def test_with_systemd_it_is_started_with_the_system(system, shell) -> None:
    (system / "usr/lib/systemd/system").mkdir(parents=True)
    for _ in range(2):
        said = install(system, shell=shell)
        assert said.returncode == 0, said.stderr
    assert files(system) == {
        "usr/bin/python3",
        "opt/infinibay-agent/infinibay-agent",
        "opt/infinibay-agent/infinibay-agent.openrc",
        "opt/infinibay-agent/infinibay-agent.service",
        "opt/infinibay-agent/install.sh",
        "etc/systemd/system/infinibay-agent.service",
        "etc/systemd/system/multi-user.target.wants/infinibay-agent.service",
    }
    agent = system / "opt/infinibay-agent/infinibay-agent"
    assert agent.read_bytes() == AGENT.read_bytes()
    assert agent.stat().st_mode & 0o777 == 0o755
    unit = (system / "etc/systemd/system/infinibay-agent.service").read_text()
    assert "ExecStart=/usr/bin/python3 /opt/infinibay-agent/infinibay-agent\n" in unit
    assert "Restart=always\nRestartSec=5\n" in unit
    assert "Protect" not in unit


def test_it_uses_the_python_that_is_there(system) -> None:
    (system / "usr/bin/python3").rename(system / "usr/bin/python3.9")
    (system / "lib/systemd/system").mkdir(parents=True)
    install(system)
    unit = (system / "etc/systemd/system/infinibay-agent.service").read_text()
    assert "ExecStart=/usr/bin/python3.9 /opt/infinibay-agent/infinibay-agent\n" in unit


def test_with_openrc_it_is_started_with_the_system(system) -> None:
    (system / "sbin").mkdir()
    (system / "sbin/openrc-run").touch(mode=0o755)
    (system / "usr/bin/python3").rename(system / "usr/bin/python3.12")
    assert install(system).returncode == 0
    script = system / "etc/init.d/infinibay-agent"
    assert script.stat().st_mode & 0o777 == 0o755
    assert "command=/usr/bin/python3.12\n" in script.read_text()
    assert (system / "etc/runlevels/default/infinibay-agent").is_symlink()


def test_elsewhere_it_says_how_to_run_it(system) -> None:
    said = install(system)
    assert said.returncode == 0
    assert "while :; do /usr/bin/python3 /opt/infinibay-agent/infinibay-agent;" in said.stdout


@pytest.mark.parametrize(
    ("release", "advice"),
    [
        ("ID=ubuntu\nID_LIKE=debian\n", "apt-get install python3"),
        ('ID="rocky"\nID_LIKE="rhel centos fedora"\n', "dnf install python3"),
        ('ID="opensuse-leap"\nID_LIKE="suse opensuse"\n', "zypper install python3"),
        ("ID=arch\n", "pacman -S python"),
        ("ID=alpine\n", "apk add python3"),
        ("ID=other\n", "the package python3"),
    ],
)
def test_it_says_how_to_get_python(system, release, advice) -> None:
    (system / "usr/bin/python3").unlink()
    (system / "etc").mkdir()
    (system / "etc/os-release").write_text(release)
    said = install(system)
    assert said.returncode == 1
    assert advice in said.stderr
    assert not (system / "opt").exists()


@pytest.mark.parametrize("kind", ["usr/lib/systemd/system", "sbin"])
def test_uninstalling_leaves_nothing_and_may_be_repeated(system, kind) -> None:
    (system / kind).mkdir(parents=True)
    if kind == "sbin":
        (system / "sbin/openrc-run").touch(mode=0o755)
    before = files(system)
    install(system)
    for _ in range(2):
        assert install(system, "--uninstall").returncode == 0
    assert files(system) == before


def test_a_copy_that_is_not_executable_installs_too(system, tmp_path) -> None:
    copy = tmp_path / "cd drive"
    copy.mkdir()
    for file in AGENT.parent.iterdir():
        (copy / file.name.lower()).write_bytes(file.read_bytes())
    assert install(system, source=copy).returncode == 0
    assert (system / "opt/infinibay-agent/infinibay-agent").stat().st_mode & 0o111


def test_an_unknown_option_changes_nothing(system) -> None:
    assert install(system, "--purge").returncode == 64
    assert files(system) == {"usr/bin/python3"}
