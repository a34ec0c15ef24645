"""The real window on bad days: it says what is so, keeps what was begun, and goes on."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.lab.host import LabHost
from tests.lab.person import Person

HERE = ("--connect", "qemu:///system")
CONNECTED = "this computer: connected"
ODD_NAMES = (
    "<b>bold<img src=x>",
    "🐧 penguin 👩‍💻",
    "مرحبا بالعالم",
    "&amp; %n %1 {name}",
    "ü" * 100,
    "n" * 200,
)


def define(host: LabHost, folder: Path, *names: str) -> None:
    """Machines without disk and system."""
    for number, name in enumerate(names):
        file = folder / f"{number}.xml"
        told = name.replace("&", "&amp;").replace("<", "&lt;")
        file.write_text(
            f"<domain type='qemu'><name>{told}</name><memory unit='MiB'>16</memory><vcpu>1</vcpu>"
            "<os><type arch='x86_64'>hvm</type></os></domain>",
            encoding="utf-8",
        )
        host.virsh("define", str(file))


def quit_calmly(person: Person) -> None:
    """Quit; no error was ever told that nobody foresaw."""
    person.quit()
    assert "Traceback" not in person.said, person.said


def start_again(person: Person, *options: str) -> "subprocess.CompletedProcess[bytes]":
    """What becomes of a second start beside the first."""
    return subprocess.run(
        [sys.executable, "-m", "infinibay_desktop", *options],
        env=person.environment(),
        timeout=20,
        check=False,
    )


def test_a_database_that_nobody_mends_keeps_no_one_from_leaving(person) -> None:
    database = person.home / "data" / "infinibay.sqlite"
    database.parent.mkdir(parents=True)
    database.write_bytes(b"no database at all" * 1000)
    person.start()
    person.wait_to_see("Infinibay Desktop could not open its database")
    person.quit()
    assert database.read_bytes() == b"no database at all" * 1000


def test_a_lost_host_goes_grey_and_its_consoles_stay(person, clean_host, lab_guest) -> None:
    person.start(*HERE, "--show-console", lab_guest.name)
    person.wait_until(lambda: person.all(kind="ScreenView"), "the console")
    clean_host.kill_libvirtd()
    person.wait_until(lambda: not person.sees(CONNECTED), "the loss")
    person.keep_picture("lost")
    person.type_into_guest("echo still-$((40+2)) > /dev/ttyS0\n")
    person.wait_until(lambda: "still-42" in lab_guest.said(), "still-42")
    clean_host.start_libvirtd()
    person.wait_to_see(CONNECTED)
    person.type_into_guest("echo again-$((40+2)) > /dev/ttyS0\n")
    person.wait_until(lambda: "again-42" in lab_guest.said(), "again-42")
    person.keep_picture("back")
    person.press("ctrl+shift+w")
    person.wait_until(lambda: "Running" in person.state_of(lab_guest.name), "'Running'")
    assert not person.all(kinds="Dialog")
    quit_calmly(person)


def test_a_console_over_ssh_comes_back_with_its_host(person, lab_sshd, lab_guest) -> None:
    far = (
        f"qemu+ssh://{lab_sshd.user}@{lab_sshd.host}:{lab_sshd.port}/system"
        f"?keyfile={lab_sshd.key_file}&known_hosts={lab_sshd.known_hosts}"
    )
    person.start("--connect", far, "--show-console", lab_guest.name)
    person.wait_until(lambda: person.all(kind="ScreenView"), "the console")
    lab_sshd.stop()
    person.wait_until(lambda: not person.all(kind="ScreenView"), "the loss")
    person.keep_picture("lost")
    lab_sshd.start()
    person.wait_until(lambda: person.all(kind="ScreenView"), "the console again", 60)
    person.type_into_guest("echo again-$((40+2)) > /dev/ttyS0\n")
    person.wait_until(lambda: "again-42" in lab_guest.said(), "again-42")
    assert not person.all(kinds="Dialog")
    person.press("ctrl+shift+w")
    person.wait_until(lambda: not person.all(kind="ScreenView"), "the console's end")
    quit_calmly(person)


def test_a_machine_that_is_switched_off_can_be_started_in_its_console(
    person, clean_host, lab_guest
) -> None:
    person.start(*HERE, "--show-console", lab_guest.name)
    person.wait_until(lambda: person.all(kind="ScreenView"), "the console")
    clean_host.virsh("destroy", lab_guest.name)
    person.wait_until(lambda: not person.all(kind="ScreenView"), "the page instead")
    person.keep_picture("off")
    person.click("Start", kind="QPushButton", window=f"\u2068{lab_guest.name}\u2069")
    person.wait_until(lambda: person.all(kind="ScreenView"), "the console again")
    assert lab_guest.state() == "running"


def test_what_was_filled_in_outlives_the_host(person, clean_host, guest_image) -> None:
    person.start(*HERE)
    person.wait_to_see(CONNECTED)
    person.click("New machine", kinds="QPushButton")
    person.write("Name", "patient")
    person.choose("Begin with", "A kernel, without a boot loader")
    clean_host.kill_libvirtd()
    person.wait_to_see("'this computer' is not connected.")
    person.write("Kernel", str(guest_image.kernel))
    assert person.all("Create", enabled=False)
    person.keep_picture("half filled in")
    clean_host.start_libvirtd()
    person.wait_until(lambda: person.all("Create", enabled=True), "Create")
    assert person.all("Kernel", kinds="QLineEdit")[0]["text"] == str(guest_image.kernel)
    person.click("Start it when it is made")
    person.click("Create")
    person.wait_until(lambda: "Shut off" in person.state_of("patient"), "the new machine")
    assert clean_host.virsh("domstate", "patient").strip() == "shut off"
    quit_calmly(person)


def test_many_starts_that_lose_their_host_can_be_tried_again(person, clean_host, tmp_path) -> None:
    names = [f"many{number:02}" for number in range(20)]
    define(clean_host, tmp_path, *names)
    person.start(*HERE)
    person.wait_until(
        lambda: len(person.all(kind="item", name="Machines", column=0)) == 20, "20 machines"
    )
    person.click("many00", kind="item", name="Machines")
    person.press("ctrl+a")
    person.click("Start", kinds="QPushButton", window="Infinibay Desktop")
    person.click("Start (20)", kinds="QPushButton")
    person.wait_until(lambda: clean_host.ask("list", "--name").split(), "the first that runs")
    clean_host.kill_libvirtd()
    person.wait_until(lambda: person.all("Retry failed", whole_text=False), "the failures", 60)
    person.keep_picture("failed")
    clean_host.start_libvirtd()
    person.wait_to_see(CONNECTED)
    person.click("Retry failed", whole_text=False, kinds="QPushButton")
    person.wait_until(
        lambda: len(clean_host.virsh("list", "--name").split()) == 20, "20 that run", 60
    )
    person.wait_to_see("No tasks running")
    person.keep_picture("retried")
    quit_calmly(person)


def test_what_happens_behind_its_back_is_followed(person, clean_host, tmp_path) -> None:
    define(clean_host, tmp_path, "before", "doomed")
    person.start(*HERE)
    person.click("before", kind="item", name="Machines")
    person.wait_until(lambda: person.all("before", kinds="QLabel"), "its details")
    clean_host.virsh("domrename", "before", "after")
    person.wait_until(lambda: person.all("after", kinds="QLabel"), "its new name")
    person.click("doomed", kind="item", name="Machines")
    person.wait_until(lambda: person.all("doomed", kinds="QLabel"), "its details")
    clean_host.virsh("undefine", "doomed")
    person.wait_until(lambda: not person.sees("doomed"), "its end")
    person.keep_picture("one left")
    person.click("after", kind="item", name="Machines")
    quit_calmly(person)


@pytest.mark.parametrize("kind", ["garbage", "folder", "link into nothing"])
def test_a_database_that_cannot_be_opened_is_told_and_can_be_mended(person, kind) -> None:
    database = person.home / "data" / "infinibay.sqlite"
    database.parent.mkdir(parents=True)
    if kind == "garbage":
        database.write_bytes(b"no database at all" * 1000)
    elif kind == "folder":
        database.mkdir()
    else:
        database.symlink_to(person.home / "gone" / "infinibay.sqlite")
    person.start()
    person.wait_to_see("Infinibay Desktop could not open its database")
    person.keep_picture("told")
    assert start_again(person).returncode == 0
    database.rename(person.home / "put away")
    person.click("Retry", kinds="QPushButton")
    person.wait_to_see("Start with defaults")
    quit_calmly(person)


def test_a_database_that_breaks_while_it_runs_is_told(person, clean_host, tmp_path) -> None:
    define(clean_host, tmp_path, "still-there")
    person.start()
    person.click("Start with defaults")
    person.wait_until(lambda: person.state_of("still-there"), "the machine")
    for file in (person.home / "data").glob("infinibay.sqlite*"):
        file.write_bytes(b"no database any more" * 1000)
    person.click("Hosts", kinds="QToolButton")
    person.click("Add host…", kinds="QPushButton")
    person.choose("Where it is", "Demonstration")
    person.click("Add host", kinds="QPushButton", window="Add host")
    person.wait_to_see("database")
    person.keep_picture("broken")
    person.click("Cancel", window="Add host")
    person.click("Machines", whole_text=False, kinds="QToolButton")
    person.click("still-there", kind="item", name="Machines")
    person.click("Start", kinds="QPushButton")
    person.wait_until(lambda: "Running" in person.state_of("still-there"), "'Running'")
    person.quit()


def test_a_folder_that_is_moved_away_stops_nothing(person, clean_host, tmp_path) -> None:
    define(clean_host, tmp_path, "still-there")
    person.start()
    person.click("Start with defaults")
    person.wait_until(lambda: person.state_of("still-there"), "the machine")
    (person.home / "data").rename(person.home / "put away")
    person.click("still-there", kind="item", name="Machines")
    person.click("Start", kinds="QPushButton")
    person.wait_until(lambda: "Running" in person.state_of("still-there"), "'Running'")
    person.keep_picture("taken away")
    quit_calmly(person)


def test_a_second_start_reaches_the_first_window(person, clean_host, lab_guest) -> None:
    person.start(*HERE)
    person.wait_until(lambda: person.state_of(lab_guest.name), "the machine")
    assert start_again(person, "--show-console", lab_guest.name).returncode == 0
    person.wait_until(lambda: person.all(kind="ScreenView"), "the console")
    person.press("ctrl+shift+w")
    person.wait_until(lambda: not person.all(kind="ScreenView"), "the console's end")
    quit_calmly(person)


def test_without_a_display_it_says_so_and_ends(person) -> None:
    environment = person.environment(QT_QPA_PLATFORM="")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environment.pop(name, None)
    done = subprocess.run(
        [sys.executable, "-m", "infinibay_desktop"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert "--platform offscreen --screenshot" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--connect", "bad://host"], "is not a host URI"),
        (["--host", "nobody"], "There is no host 'nobody'."),
        (["--database", "/proc/nowhere/infinibay.sqlite"], "cannot be opened or made"),
    ],
)
def test_a_picture_that_cannot_be_taken_ends_with_a_sentence(person, options, told) -> None:
    file = person.pictures / "wanted.png"
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "infinibay_desktop",
            "--screenshot",
            str(file),
            *options,
        ],
        env=person.environment(QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert done.returncode == 1
    assert told in done.stderr
    assert not file.exists()


def test_odd_names_are_only_text(person, clean_host, tmp_path) -> None:
    define(clean_host, tmp_path, *ODD_NAMES)
    person.start(*HERE)
    person.wait_until(
        lambda: len(person.all(kind="item", name="Machines", column=0)) == len(ODD_NAMES), "all"
    )
    assert {thing["text"] for thing in person.all(kind="item", name="Machines", column=1)} == set(
        ODD_NAMES
    )
    assert person.sees("6 machines")
    for name in ODD_NAMES:
        person.click(name, kind="item", name="Machines")
        person.wait_until(lambda name=name: len(person.all(name)) > 1, f"details of {name[:20]}")
        rich = [t for t in person.look() if t.get("format", "").endswith(("RichText", "AutoText"))]
        assert not [thing for thing in rich if name[:20] in thing["text"]]
    quit_calmly(person)


@pytest.mark.parametrize("scale", ["1", "1.25", "1.5", "2"])
def test_small_windows_and_odd_scales_work(person, clean_host, tmp_path, scale) -> None:
    define(clean_host, tmp_path, "alpha", "beta")
    person.start(*HERE, "--size", "400x300", QT_SCALE_FACTOR=scale)
    person.wait_until(lambda: person.state_of("alpha"), "the machine")
    person.keep_picture("small")
    person.click("alpha", kind="item", name="Machines")
    person.resize(640, 420)
    person.press("ctrl+n")
    person.wait_until(lambda: person.all("Create", enabled=True), "the form")
    person.keep_picture("form")
    person.click("Cancel", window="New machine")
    quit_calmly(person)


def test_a_kept_list_is_shown_while_the_host_is_away(person, clean_host, tmp_path) -> None:
    define(clean_host, tmp_path, "kept")
    person.start()
    person.click("Start with defaults")
    person.wait_until(lambda: person.state_of("kept"), "the machine")
    person.quit()
    clean_host.kill_libvirtd()
    person.start()
    person.wait_until(lambda: person.state_of("kept"), "the kept list")
    person.keep_picture("kept")
    clean_host.start_libvirtd()
    person.wait_to_see(CONNECTED)
    shutil.rmtree(person.home / "data", ignore_errors=True)
    person.quit()
