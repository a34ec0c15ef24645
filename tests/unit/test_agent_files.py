"""The agent's own files: their version, the CD that holds them, and what is downloaded."""

import hashlib
import io
import json
import re
import shutil
import subprocess

import pycdlib
import pytest

from infinibay_desktop.model.agent_delivery import is_agent_image, is_older
from infinibay_desktop.model.errors import NotFoundError, StorageError
from infinibay_desktop.system.agent_downloads import make_downloads
from infinibay_desktop.system.agent_files import AgentFiles
from infinibay_desktop.system.resources import resource_path

SCRIPTS = resource_path("guest-agent", "http")


@pytest.fixture
def ours(tmp_path) -> AgentFiles:
    """The agent that the program really brings."""
    return AgentFiles(resource_path("guest-agent"), tmp_path / "images")


@pytest.fixture
def made(tmp_path) -> AgentFiles:
    """An agent made up for both systems."""
    folder = tmp_path / "agent"
    for system, name, text in (
        ("linux", "infinibay-agent", '# 3.1.1\nVERSION = "2.3.4"\n'),
        ("linux", "install.sh", "echo installed $(ls $(dirname $0))"),
        ("windows", "infinibay-agent.ps1", "$AgentVersion = '2.3.5'\n"),
        ("windows", "install.ps1", "'installed'"),
    ):
        (folder / system).mkdir(parents=True, exist_ok=True)
        (folder / system / name).write_text(text, encoding="utf-8")
    shutil.copytree(SCRIPTS, folder / "http")
    (folder / "linux" / ".install.sh.swp").write_text("an editor's", encoding="utf-8")
    return AgentFiles(folder, tmp_path / "images")


def names_on(image: bytes) -> set[str]:
    disc = pycdlib.PyCdlib()
    disc.open_fp(io.BytesIO(image))
    found = {
        f"{folder.rstrip('/')}/{name}"
        for folder, _folders, names in disc.walk(rr_path="/")
        for name in names
    }
    disc.close()
    return found


def test_the_cd_holds_the_agent_and_one_installer_at_its_top(ours) -> None:
    image = ours.image()
    assert {"/install.sh", "/README.TXT", "/linux/install.sh", "/linux/infinibay-agent"} <= (
        names_on(image.data)
    )
    assert re.fullmatch(r"infinibay-agent-\d+\.\d+\.\d+-[0-9a-f]{12}\.iso", image.name)
    assert is_agent_image(f"/var/lib/libvirt/images/{image.name}")
    assert len(image.data) < 1024 * 1024
    for system in ("linux", "windows"):
        assert re.fullmatch(r"\d+\.\d+\.\d+", ours.version(system))


def test_the_installer_at_the_top_runs_the_one_for_linux(ours, tmp_path) -> None:
    top = tmp_path / "cd"
    shutil.copytree(resource_path("guest-agent", "cd"), top)
    (top / "linux").mkdir()
    (top / "linux" / "install.sh").write_text('echo "$0" "$@"', encoding="utf-8")
    said = subprocess.run(
        ["sh", top / "install.sh", "--uninstall"], capture_output=True, text=True, check=True
    )
    assert said.stdout == f"{top}/linux/install.sh --uninstall\n"


def test_versions_are_those_that_the_agents_name(made) -> None:
    assert made.version() == "2.3.4"
    assert made.version("windows") == "2.3.5"
    assert made.image().name.startswith("infinibay-agent-2.3.4-")
    assert "/linux/.install.sh.swp" not in names_on(made.image().data)


def test_a_system_without_an_agent_is_said_plainly(made) -> None:
    assert made.files("plan9") == {}
    with pytest.raises(NotFoundError, match="'plan9'"):
        made.program("plan9")


def test_the_cd_is_kept_as_a_file_and_removed_again(made, tmp_path) -> None:
    path = made.keep_image()
    kept = tmp_path / "images" / made.image().name
    assert str(kept) == path
    kept.write_bytes(b"half")
    assert made.keep_image() == path
    assert kept.read_bytes() == made.image().data
    assert not made.drop_image(f"/elsewhere/{kept.name}")
    assert not made.drop_image(str(tmp_path / "images" / "debian.iso"))
    assert made.drop_image(path)
    assert not kept.exists()
    assert made.drop_image(path)


def test_a_folder_that_cannot_be_written_is_said(made, tmp_path) -> None:
    (tmp_path / "images").write_text("no folder", encoding="utf-8")
    with pytest.raises(StorageError):
        made.keep_image()


def test_versions_are_compared_as_numbers_and_a_guests_nonsense_counts_as_old() -> None:
    assert is_older("1.9.0", "1.10.0")
    assert not is_older("1.10.0", "1.10.0")
    assert not is_older("2.0.0", "1.10.0")
    assert is_older("<b>9.9.9</b>", "1.0.0")
    assert is_older("1" * 400, "1.0.0")


def test_what_is_downloaded_names_the_sum_of_every_file(made) -> None:
    served = make_downloads(made, "http://10.0.0.1:8080/infiniservice")
    about = json.loads(served["metadata"].content)
    assert about["versions"] == {"linux": "2.3.4", "windows": "2.3.5"}
    assert set(about["files"]) == set(served) - {"metadata"}
    for path, facts in about["files"].items():
        content = served[path].content
        assert facts == {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    script = served["windows/install.ps1"].content.decode()
    assert "@" not in script.replace("@{", "")
    assert f"Get-AgentFile 'install.ps1' '{about['files']['windows/files/install.ps1']['sha256']}'"


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not there")
@pytest.mark.parametrize("whole", [True, False])
def test_the_downloaded_script_installs_only_what_arrived_whole(made, tmp_path, whole) -> None:
    folder = tmp_path / "served" / "linux" / "files"
    folder.mkdir(parents=True)
    served = make_downloads(made, f"file://{tmp_path}/served")
    for name, data in made.files("linux").items():
        (folder / name).write_bytes(data if whole else data[:-1])
    script = tmp_path / "script.sh"
    script.write_bytes(served["linux/install.sh"].content)
    said = subprocess.run(["sh", script], capture_output=True, text=True, check=False)
    if whole:
        assert said.stdout == "installed infinibay-agent install.sh\n"
    else:
        assert (said.returncode, said.stdout) == (1, "")
        assert "did not arrive whole" in said.stderr


@pytest.mark.parametrize("shell", ["dash", "bash"])
def test_the_scripts_parse_in_every_shell(shell) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not there")
    for script in (SCRIPTS / "install.sh", SCRIPTS.parent / "cd" / "install.sh"):
        subprocess.run([shell, "-n", script], check=True)
