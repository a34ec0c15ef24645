"""What lab tests are given: a real libvirt, a real guest, a real sshd, a real person."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.lab.agents import build_agent_guest
from tests.lab.desktop import Desktop
from tests.lab.guest import Guest, GuestImage, start_guest
from tests.lab.host import LabHost
from tests.lab.person import Person
from tests.lab.postgres import unavailable
from tests.lab.sshd import LabSshd, free_port
from tests.lab.user import OrdinaryUser, make_ordinary_user

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker("lab")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    if "INFINIBAY_LAB" not in os.environ:
        unavailable("needs root and namespaces: run packaging/test as root")


@pytest.fixture(scope="session")
def lab_folder() -> Path:
    """A folder in memory that everybody may pass through; gone with the lab."""
    return Path(os.environ["INFINIBAY_LAB_FOLDER"])


@pytest.fixture(scope="session")
def lab_host() -> LabHost:
    """The lab's libvirt; a test that changes anything there asks for `clean_host`."""
    host = LabHost()
    host.start_libvirtd()
    return host


@pytest.fixture
def clean_host(lab_host: LabHost) -> Iterator[LabHost]:
    """The lab's libvirt, cleaned after the test of all that it defined."""
    yield lab_host
    lab_host.clean()


@pytest.fixture(scope="session")
def guest_image(lab_folder: Path) -> GuestImage:
    """The tiny guest's kernel and root, where every QEMU may read them."""
    folder = lab_folder / "guest"
    subprocess.run([str(HERE / "build-guest"), str(folder)], check=True)
    return GuestImage(folder / "vmlinuz", folder / "initrd.img")


@pytest.fixture(scope="session")
def agent_image(lab_folder: Path) -> GuestImage:
    """The tiny guest with the agent inside; start it with `start_agent_guest`."""
    return build_agent_guest(lab_folder / "agent-guest")


@pytest.fixture(scope="session")
def desktop(lab_folder: Path) -> Iterator[Desktop]:
    """An X server of the lab's own, with a keyboard and a mouse."""
    folder = lab_folder / "desktop"
    folder.mkdir(mode=0o700)
    server = Desktop(folder)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def person(desktop: Desktop, tmp_path: Path) -> Iterator[Person]:
    """Somebody who has never used the program; what they start ends with the test."""
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    someone = Person(desktop, tmp_path / "home", pictures)
    yield someone
    someone.end()


@pytest.fixture
def lab_guests(
    clean_host: LabHost, guest_image: GuestImage, tmp_path: Path
) -> Callable[..., Guest]:
    """Start guests: `lab_guests("name", words="poweroff_after=1", devices="<…/>")`."""

    def start(name: str = "guest", *, words: str = "", devices: str = "") -> Guest:
        guest = start_guest(
            clean_host.virsh, guest_image, tmp_path, name, words=words, devices=devices
        )
        guest.wait_until_ready()
        return guest

    return start


@pytest.fixture
def lab_guest(lab_guests: Callable[..., Guest]) -> Guest:
    """A machine whose guest reached user space; gone after the test."""
    return lab_guests()


@pytest.fixture(scope="session")
def _sshd(lab_folder: Path) -> Iterator[LabSshd]:
    folder = lab_folder / "sshd"
    folder.mkdir()
    server = LabSshd(folder, free_port())
    server.prepare()
    yield server
    server.stop()


@pytest.fixture
def lab_sshd(_sshd: LabSshd) -> LabSshd:
    """A running sshd with its first host key, whatever the last test did to it."""
    _sshd.restore()
    return _sshd


@pytest.fixture(scope="session")
def _ordinary_user(lab_folder: Path) -> OrdinaryUser:
    return make_ordinary_user(lab_folder, int(os.environ["INFINIBAY_LAB_USER"]))


@pytest.fixture
def ordinary_user(_ordinary_user: OrdinaryUser) -> Iterator[OrdinaryUser]:
    """Somebody without rights, with an empty home; all that they run ends with the test."""
    _ordinary_user.forget()
    yield _ordinary_user
    _ordinary_user.forget()
