"""Runs inside of the guest: draws one of a few scenes into the graphics card's memory.

Without a driver for it: the BIOS has set 1024 by 768 points of 32 bits (vga=0x344), and the
card's memory is a file of sysfs.
"""

import mmap
import os
import struct
import time
from pathlib import Path

WIDTH, HEIGHT = 1024, 768
ROW = WIDTH * 4
FRAME = ROW * HEIGHT
PAUSE_S = 0.03
EVENT = struct.Struct("llHHi")
KEY, PRESSED = 1, 1


def card_memory():
    for folder in Path("/sys/bus/pci/devices").iterdir():
        if (folder / "class").read_text().startswith("0x0300"):
            memory = os.open(folder / "resource0", os.O_RDWR)
            return mmap.mmap(memory, FRAME)
    raise SystemExit("no graphics card")


def dots(byte):
    ink, paper = b"\xd0\xd0\xd0\0", b"\x18\x18\x18\0"
    return b"".join(ink if byte >> bit & 1 else paper for bit in range(7, -1, -1))


def text_rows(lines):
    """Rows of points that look like text: letters of random dots, with blanks between."""
    octets = [dots(byte) for byte in range(256)]
    rows = []
    for _ in range(lines):
        letters = os.urandom(100)
        filled = 20 + letters[0] % 80
        for row in range(16):
            if row in (0, 1, 14, 15):
                rows.append(octets[0] * 128)
                continue
            mask = (0x7E, 0x3C, 0x66, 0x18)[row % 4]
            line = [octets[(byte * (row + 3)) & mask if byte & 7 else 0] for byte in letters]
            rows.append(b"".join(line[:filled]) + octets[0] * (128 - filled))
    return rows


def text(memory):
    rows = text_rows(96)
    picture = b"".join(rows + rows[:HEIGHT])
    step = 0
    while True:
        start = step * 16 % (len(rows)) * ROW
        memory[:] = picture[start : start + FRAME]
        step += 1
        time.sleep(PAUSE_S)


def photo_picture(turn):
    """Slow changes of colour with a little noise, as a camera makes them."""
    rows = []
    for y in range(HEIGHT):
        base = (y * (turn + 2)) // 4
        table = bytes((base + (byte & 15)) & 255 for byte in range(256))
        rows.append(os.urandom(ROW).translate(table))
    return b"".join(rows)


def photo(memory):
    pictures = [photo_picture(turn) for turn in range(3)]
    turn = 0
    while True:
        memory[:] = pictures[turn % 3]
        turn += 1
        time.sleep(PAUSE_S)


def drag(memory):
    """A window with text over a plain desktop, moved about."""
    desktop = b"\x60\x40\x20\0" * WIDTH
    width, height = 480, 320
    rows = [row[: width * 4] for row in text_rows(20)[:height]]
    for y in range(HEIGHT):
        memory[y * ROW : (y + 1) * ROW] = desktop
    x = y = 0
    step_x, step_y = 12, 8
    while True:
        for row in range(y, y + height):
            memory[row * ROW + x * 4 : row * ROW + (x + width) * 4] = desktop[: width * 4]
        x, y = x + step_x, y + step_y
        if not 0 <= x + step_x <= WIDTH - width:
            step_x = -step_x
        if not 0 <= y + step_y <= HEIGHT - height:
            step_y = -step_y
        for row, points in enumerate(rows):
            start = (y + row) * ROW + x * 4
            memory[start : start + width * 4] = points
        time.sleep(PAUSE_S)


def answer(memory):
    """A square that changes its colour with each key."""
    keyboard = os.open(first_keyboard(), os.O_RDONLY)
    memory[:] = b"\x40\x40\x40\0" * (WIDTH * HEIGHT)  # from now on keys are seen
    colours = [b"\xff\xff\xff\0" * 64, b"\0\0\0\0" * 64]
    turn = 0
    while True:
        _, _, kind, _, value = EVENT.unpack(os.read(keyboard, EVENT.size))
        if kind == KEY and value == PRESSED:
            for row in range(64):
                memory[row * ROW : row * ROW + 256] = colours[turn % 2]
            turn += 1


def first_keyboard():
    while True:
        for event in Path("/sys/class/input").glob("event*"):
            if "keyboard" in (event / "device" / "name").read_text().lower():
                return Path("/dev/input") / event.name
        time.sleep(0.1)


def main():
    words = dict(word.partition("=")[::2] for word in Path("/proc/cmdline").read_text().split())
    scene = {"text": text, "photo": photo, "drag": drag, "answer": answer}[words["scene"]]
    scene(card_memory())


main()
