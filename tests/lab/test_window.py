"""A machine's whole life through the real window, by real clicks and keys."""



from tests.lab.guest import READY, GuestImage
from tests.lab.host import IMAGES, LabHost
from tests.lab.person import Person
from tests.lab.serial_line import SerialLine, terminal_of


def fill_in(person: Person, name: str, guest_image: GuestImage) -> None:
    """The form of a new machine, for the lab's guest and a disk."""
    person.write("Name", name)
    person.choose("Begin with", "A kernel, without a boot loader")
    person.write("Kernel", str(guest_image.kernel))
    person.write("Initial RAM disk (if it needs one)", str(guest_image.initrd))
    person.write("Command line", "quiet")
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
    person.wait_until(lambda: person.all(kind="ScreenView"), "the console")
    person.keep_picture("console")
    person.type_into_guest("echo infinibay-$((6*7)) > /dev/ttyS0\n")
    person.wait_until(lambda: "infinibay-42" in serial.said(), "infinibay-42")
    person.keep_picture("typed")


def shut_down(person: Person, host: LabHost) -> None:
    person.press("ctrl+shift+w")
    person.wait_until(lambda: not person.all(kind="ScreenView"), "the console's end")
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


def test_a_machine_lives_and_dies_in_the_window(person, clean_host, guest_image) -> None:
    person.start()
    person.click("Start with defaults")
    person.wait_to_see("No machines yet")
    live_a_life(person, clean_host, guest_image)
    person.quit()
