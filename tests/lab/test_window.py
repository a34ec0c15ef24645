"""A machine's whole life through the real window, by real clicks and keys."""

import contextlib
import sqlite3

from tests.lab import processes
from tests.lab.guest import READY, GuestImage
from tests.lab.host import IMAGES, LabHost
from tests.lab.person import Person
from tests.lab.serial_line import SerialLine, terminal_of
from tests.lab.sshd import LabSshd
from tests.lab.waiting import wait_for

LEAST_LIT_POINTS = 2000


def fill_in(person: Person, name: str, guest_image: GuestImage) -> None:
    """The form of a new machine, for the lab's guest and a disk."""
    person.write("Name", name)
    person.choose("Begin with", "A kernel, without a boot loader")
    person.write("Kernel", str(guest_image.kernel))
    person.write("Initial RAM disk (if it needs one)", str(guest_image.initrd))
    # Without this the kernel may take a slow emulated timer for a broken one, and stop.
    person.write("Command line", "quiet no_timer_check")
    person.click("With a disk")
    person.write("Disk", "1", kinds="QAbstractSpinBox")


def live_a_life(person: Person, host: LabHost, guest_image: GuestImage) -> None:
    person.click("New machine", kinds="QPushButton")
    fill_in(person, "alpha", guest_image)
    person.keep_picture("filled in")
    person.click("Create")
    terminal = person.wait_until(lambda: terminal_of(host, "alpha"), "a serial line of alpha")
    serial = SerialLine(terminal)
    person.wait_until(lambda: READY in serial.said(), READY, 90)
    work_in_the_console(person, serial)
    shut_down(person, host)
    serial.close()
    delete_with_disks(person, host)


def work_in_the_console(person: Person, serial: SerialLine) -> None:
    """In the one that opened by itself, and in one that is asked for."""
    before = person.lit_points()
    assert before > LEAST_LIT_POINTS
    person.type_into_guest("echo infinibay-$((6*7)) > /dev/ttyS0\n")
    person.wait_until(lambda: "infinibay-42" in serial.said(), "infinibay-42")
    person.wait_until(lambda: person.lit_points() > before, "what was typed, on the screen")
    close_console(person)
    person.click("alpha", kind="item", name="Machines", times=2)
    person.type_into_guest("echo infinibay-$((6*8)) > /dev/ttyS0\n")
    person.wait_until(lambda: "infinibay-48" in serial.said(), "infinibay-48")
    close_console(person)


def close_console(person: Person) -> None:
    person.press("ctrl+shift+w")
    person.wait_until(lambda: not person.all(kind="ScreenView"), "the console's end")
    person.wait_until(
        lambda: not any(name.startswith("console") for name in person.threads()),
        "the end of the console's threads",
    )


def shut_down(person: Person, host: LabHost) -> None:
    person.click("alpha", kind="item", name="Machines")
    person.click("Shut down", kinds="QToolButton")
    if person.all(kind="ConfirmDialog"):
        person.click("Shut down", window=person.all(kind="ConfirmDialog")[0]["window"])
    person.wait_until(lambda: "Shut off" in person.state_of("alpha"), "'Shut off'", 40)
    assert host.virsh("domstate", "alpha").strip() == "shut off"


def delete_with_disks(person: Person, host: LabHost) -> None:
    assert len(list(IMAGES.iterdir())) == 1
    person.click("alpha", kind="item", name="Machines", button=3)
    person.click("Delete…", kind="entry")
    person.click("Delete disk", whole_text=False, kinds="QCheckBox")
    person.write("Type 'alpha' to delete the disks too", "alpha")
    person.keep_picture("about to delete")
    person.click("Delete with disks (1)")
    person.wait_to_see("No machines yet")
    assert host.virsh("list", "--all", "--name").split() == []
    assert list(IMAGES.iterdir()) == []


def end_well(person: Person, host: LabHost) -> None:
    """Quit; nothing may be left on the host, in the database, in memory or in our folders."""
    children = processes.descendants(person.pid)
    person.quit()
    wait_for(lambda: not any(map(processes.is_alive, children)), "the end of all children")
    # The pool is the host's from now on, as after `virsh pool-define`.
    assert set(host.leftovers()) <= {"pools"}
    assert list(IMAGES.iterdir()) == []
    assert not list((person.home / "run").glob("ssh-*"))
    [database] = (person.home / "data").glob("*.sqlite")
    with contextlib.closing(sqlite3.connect(database)) as connection:
        assert connection.execute("SELECT name FROM machines").fetchall() == []
        assert set(connection.execute("SELECT kind, status FROM tasks")) == {
            ("create-machine", "done"),
            ("delete-machine", "done"),
        }
    assert "Traceback" not in person.said, person.said


def test_a_machine_lives_and_dies_in_the_window(person, clean_host, guest_image) -> None:
    person.start()
    person.click("Start with defaults")
    person.wait_to_see("No machines yet")
    live_a_life(person, clean_host, guest_image)
    end_well(person, clean_host)


def connect_over_ssh(person: Person, sshd: LabSshd) -> None:
    person.click("Connect to another computer…")
    person.choose("Where it is", "Another computer over SSH")
    person.write("Host name or address", sshd.host)
    person.write("Port", str(sshd.port))
    person.write("User", sshd.user)
    person.write("Key file", str(sshd.key_file))
    person.write("Known hosts file", str(person.home / "known_hosts"))
    person.write("Name", "far away")
    person.click("Test connection")
    person.wait_to_see(sshd.host_key_fingerprint)
    person.keep_picture("unknown key")
    person.click("Trust this key")
    person.wait_until(lambda: person.all("Add host", kinds="QPushButton", enabled=True), "a yes")
    person.keep_picture("trusted")
    person.click("Add host", kinds="QPushButton", window="Add host")


def test_a_machine_lives_and_dies_over_ssh(person, clean_host, guest_image, lab_sshd) -> None:
    person.start()
    connect_over_ssh(person, lab_sshd)
    person.wait_to_see("far away: connected")
    person.click("Machines", kinds="QToolButton")
    live_a_life(person, clean_host, guest_image)
    end_well(person, clean_host)
