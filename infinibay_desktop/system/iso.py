"""Makes small CD images that Linux and Windows read alike: ISO 9660, Joliet and Rock Ridge.

Kept libraries stamp the time of making into an image. Here equal files make equal images, so
that one image on a host serves all its machines and is known again by what it holds.
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

SECTOR_BYTES = 2048
MAX_NAME = 60
# Descriptors, and then two path tables for each of the two trees.
_FIRST_DESCRIPTOR, _FIRST_TABLE = 16, 19
# Every file is as old as this: 2026-01-01 00:00 UTC.
_RECORD_DATE = bytes((126, 1, 1, 0, 0, 0, 0))
_VOLUME_DATE = b"2026010100000000\0"
_NO_DATE = b"0" * 16 + b"\0"
_DIRECTORY = 2
_MODE_DIRECTORY, _MODE_FILE, _MODE_PROGRAM = 0o040555, 0o100444, 0o100555
_ISO_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
_EXTENSION = b"RRIP_1991A"
# What a folder's first two records are called.
_SELF, _PARENT = b"\0", b"\1"


class IsoFile(NamedTuple):
    """One file of an image; with `program` Linux may run it from there."""

    data: bytes
    program: bool = False


class _Extent(NamedTuple):
    """Consecutive sectors."""

    place: int
    size: int


@dataclass(slots=True)
class _Entry:
    """A folder or file, and where it lies: in the tree for Linux, and in that for Windows."""

    name: str
    parent: "_Entry | None" = None
    file: IsoFile | None = None
    children: list["_Entry"] = field(default_factory=list)
    # Where it begins and how long it is, once that is given out.
    extents: dict["_Tree", "_Extent"] = field(default_factory=dict)
    iso_name: str = ""

    @property
    def mode(self) -> int:
        """Kind and rights, as Linux has them."""
        if self.file is None:
            return _MODE_DIRECTORY
        return _MODE_PROGRAM if self.file.program else _MODE_FILE


class _Tree(NamedTuple):
    """One of the two catalogues of an image."""

    identify: Callable[[_Entry], bytes]
    extend: Callable[[_Entry, bytes], bytes]
    kind: int
    escape: bytes
    encoding: str

    def children(self, folder: _Entry) -> list[_Entry]:
        """In the order that the standard wants."""
        return sorted(folder.children, key=self.identify)


def build_iso(files: Mapping[str, IsoFile], label: str) -> bytes:
    """An image of these files by path ('linux/install.sh'), called `label` (upper case)."""
    root = _gather(files)
    folders = _folders(root)
    place = _FIRST_TABLE + 2 * len(_TREES)
    for tree in _TREES:
        for folder in folders:
            size = len(_directory(tree, folder))
            folder.extents[tree] = _Extent(place, size)
            place += _sectors(size)
    for entry, file in _all_files(root):
        for tree in _TREES:
            entry.extents[tree] = _Extent(place, len(file.data))
        place += _sectors(len(file.data))
    return b"".join(_image(root, folders, label, place))


def _image(root: _Entry, folders: list[_Entry], label: str, size: int) -> Iterator[bytes]:
    yield bytes(_FIRST_DESCRIPTOR * SECTOR_BYTES)
    for number, tree in enumerate(_TREES):
        table = _Extent(_FIRST_TABLE + 2 * number, len(_path_table(tree, folders, "<")))
        yield _descriptor(tree, root, label, size, table)
    yield _padded(b"\xffCD001\x01")
    for tree in _TREES:
        for order in "<>":
            table_bytes = _padded(_path_table(tree, folders, order))
            if len(table_bytes) > SECTOR_BYTES:
                raise ValueError("an image cannot hold so many folders")
            yield table_bytes
    for tree in _TREES:
        for folder in folders:
            yield _directory(tree, folder)
    for _entry, file in _all_files(root):
        yield _padded(file.data)


# The tree of files.


def _gather(files: Mapping[str, IsoFile]) -> _Entry:
    root = _Entry("")
    for path in sorted(files):
        folder = root
        *parents, name = path.split("/")
        for word in parents:
            known = next((one for one in folder.children if one.name == word), None)
            folder = known or _add(folder, word, None)
        _add(folder, name, files[path])
    return root


def _add(folder: _Entry, name: str, file: IsoFile | None) -> _Entry:
    if not name or len(name) > MAX_NAME or not name.isascii() or not name.isprintable():
        raise ValueError(f"an image cannot hold a file named {name!r}")
    entry = _Entry(name, folder, file)
    entry.iso_name = _iso_name(entry)
    if any(other.iso_name == entry.iso_name for other in folder.children):
        raise ValueError(f"an image cannot hold two files that are both {entry.iso_name}")
    folder.children.append(entry)
    return entry


def _folders(root: _Entry) -> list[_Entry]:
    """Parents before children, level by level, as path tables want them."""
    found = [root]
    for folder in found:
        found += [one for one in _ROCK_RIDGE.children(folder) if one.file is None]
    return found


def _all_files(folder: _Entry) -> Iterator[tuple[_Entry, IsoFile]]:
    for entry in _ROCK_RIDGE.children(folder):
        if entry.file is None:
            yield from _all_files(entry)
        else:
            yield entry, entry.file


def _iso_name(entry: _Entry) -> str:
    """The name in the standard's few letters: INFINIBAY_AGENT.SERVICE;1."""
    stem, _, ending = entry.name.upper().rpartition(".")
    if entry.file is None or not stem:
        stem, ending = entry.name.upper(), ""
    clean = ["".join(c if c in _ISO_LETTERS else "_" for c in part) for part in (stem, ending)]
    if entry.file is None:
        return clean[0][:30]
    return f"{clean[0][:20]}.{clean[1][:9]};1"


# The two ways to name things, and what Rock Ridge adds for Linux.


def _joliet_identifier(entry: _Entry) -> bytes:
    return (entry.name if entry.file is None else f"{entry.name};1").encode("utf-16-be")


def _rock_ridge(entry: _Entry, special: bytes) -> bytes:
    links = 1 if entry.file else 2 + sum(1 for one in entry.children if one.file is None)
    rights = b"PX" + bytes((36, 1)) + b"".join(map(_both32, (entry.mode, links, 0, 0)))
    if special == _SELF and entry.parent is None:
        begin = b"SP" + bytes((7, 1, 0xBE, 0xEF, 0))
        used = b"ER" + bytes((8 + len(_EXTENSION), 1, len(_EXTENSION), 0, 0, 1)) + _EXTENSION
        return begin + rights + used
    if special:
        return rights
    name = entry.name.encode("ascii")
    return rights + b"NM" + bytes((5 + len(name), 1, 0)) + name


_ROCK_RIDGE = _Tree(lambda entry: entry.iso_name.encode("ascii"), _rock_ridge, 1, b"", "ascii")
_JOLIET = _Tree(_joliet_identifier, lambda _entry, _special: b"", 2, b"%/E", "utf-16-be")
_TREES = (_ROCK_RIDGE, _JOLIET)


# Records.


def _directory(tree: _Tree, folder: _Entry) -> bytes:
    """The records of a folder; their lengths do not depend on what is given out later."""
    records = [
        _record(tree, folder, _SELF),
        _record(tree, folder.parent or folder, _PARENT),
        *(_record(tree, child) for child in tree.children(folder)),
    ]
    written = bytearray()
    for record in records:
        room = SECTOR_BYTES - len(written) % SECTOR_BYTES
        if len(record) > room:  # none may lie in two sectors
            written += bytes(room)
        written += record
    return _padded(bytes(written))


def _record(tree: _Tree, entry: _Entry, special: bytes = b"") -> bytes:
    extension = tree.extend(entry, special)
    return _bare_record(tree, entry, special or tree.identify(entry), extension)


def _bare_record(tree: _Tree, entry: _Entry, identifier: bytes, extension: bytes = b"") -> bytes:
    place, size = entry.extents.get(tree, _Extent(0, 0))
    body = (
        b"\0"
        + _both32(place)
        + _both32(size)
        + _RECORD_DATE
        + bytes((0 if entry.file else _DIRECTORY, 0, 0))
        + _both16(1)
        + bytes((len(identifier),))
        + identifier
        + bytes(1 - len(identifier) % 2)
        + extension
        + bytes(len(extension) % 2)
    )
    return bytes((len(body) + 1,)) + body


def _path_table(tree: _Tree, folders: list[_Entry], order: str) -> bytes:
    numbers = {id(folder): number for number, folder in enumerate(folders, start=1)}
    table = b""
    for folder in folders:
        identifier = tree.identify(folder) if folder.parent else _SELF
        parent = numbers[id(folder.parent or folder)]
        table += bytes((len(identifier), 0))
        table += struct.pack(f"{order}IH", folder.extents[tree].place, parent)
        table += identifier + bytes(len(identifier) % 2)
    return table


def _descriptor(tree: _Tree, root: _Entry, label: str, size: int, table: _Extent) -> bytes:
    def text(said: str, length: int) -> bytes:
        encoded = said.encode(tree.encoding)
        room = length - len(encoded)
        return encoded + (" " * room).encode(tree.encoding)[: room // 2 * 2] + bytes(room % 2)

    return _padded(
        bytes((tree.kind,))
        + b"CD001\x01\0"
        + text("", 32)
        + text(label, 32)
        + bytes(8)
        + _both32(size)
        + tree.escape.ljust(32, b"\0")
        + _both16(1)
        + _both16(1)
        + _both16(SECTOR_BYTES)
        + _both32(table.size)
        + struct.pack("<II", table.place, 0)
        + struct.pack(">II", table.place + 1, 0)
        + _bare_record(tree, root, _SELF)
        + b"".join(text("", 128) for _ in range(4))
        + b"".join(text("", 37) for _ in range(3))
        + _VOLUME_DATE * 2
        + _NO_DATE * 2
        + b"\x01"
    )


def _both16(number: int) -> bytes:
    return struct.pack("<H", number) + struct.pack(">H", number)


def _both32(number: int) -> bytes:
    return struct.pack("<I", number) + struct.pack(">I", number)


def _sectors(size: int) -> int:
    return -(-size // SECTOR_BYTES)


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % SECTOR_BYTES)
