"""CD images: read back by programs that are not ours, and equal for equal files."""

import io
import shutil
import subprocess

import pycdlib
import pytest

from infinibay_desktop.system.iso import SECTOR_BYTES, IsoFile, build_iso

FILES = {
    "README.TXT": IsoFile(b"read me\r\n"),
    "install.sh": IsoFile(b"#!/bin/sh\n", program=True),
    "linux/infinibay-agent": IsoFile(bytes(range(256)) * 40, program=True),
    "linux/infinibay-agent.service": IsoFile(b""),
    "windows/deep/er/file": IsoFile(b"x" * SECTOR_BYTES),
    **{f"many/a-rather-long-{n:02}": IsoFile(b"%d" % n) for n in range(70)},
}


@pytest.fixture(scope="module")
def image() -> bytes:
    return build_iso(FILES, "INFINIBAY")


def read_all(image: bytes, **tree: str) -> dict[str, bytes]:
    """Every file by path, as pycdlib finds it by the names for Linux or for Windows."""
    [kind] = tree
    disc = pycdlib.PyCdlib()
    disc.open_fp(io.BytesIO(image))
    found = {}
    for folder, _folders, names in disc.walk(**{kind: "/"}):
        for name in names:
            out = io.BytesIO()
            path = f"{folder.rstrip('/')}/{name}"
            record = disc.get_record(**{kind: path})
            if record.get_data_length():
                disc.get_file_from_iso_fp(out, **{kind: path})
            found[path[1:].removesuffix(";1")] = out.getvalue()
    disc.close()
    return found


@pytest.mark.parametrize("tree", ["rr_path", "joliet_path"])
def test_every_file_is_read_back_under_its_name(image, tree) -> None:
    assert read_all(image, **{tree: "/"}) == {path: file.data for path, file in FILES.items()}


def test_names_that_old_readers_know_are_told_apart(image) -> None:
    found = read_all(image, iso_path="/")
    assert len(found) == len(FILES)
    assert found["LINUX/INFINIBAY_AGENT.SERVICE"] == b""


def test_equal_files_make_equal_images_whatever_their_order_and_the_time(image, freeze) -> None:
    freeze(2_000_000_000)
    assert build_iso(dict(reversed(FILES.items())), "INFINIBAY") == image
    assert build_iso(FILES | {"more": IsoFile(b"")}, "INFINIBAY") != image


@pytest.fixture
def freeze(monkeypatch):
    return lambda moment: monkeypatch.setattr("time.time", lambda: moment)


def test_an_image_is_small_and_whole_sectors(image) -> None:
    assert len(image) % SECTOR_BYTES == 0
    assert len(build_iso({"a": IsoFile(b"a")}, "A")) == 26 * SECTOR_BYTES


def test_linux_may_run_programs_from_it_and_change_nothing(image) -> None:
    disc = pycdlib.PyCdlib()
    disc.open_fp(io.BytesIO(image))
    modes = {
        path: disc.get_record(rr_path=path).rock_ridge.get_file_mode()
        for path in ("/install.sh", "/README.TXT", "/linux")
    }
    disc.close()
    assert modes == {"/install.sh": 0o100555, "/README.TXT": 0o100444, "/linux": 0o040555}


@pytest.mark.parametrize("name", ["", "a\n", "é", "x" * 61, "a//b"])
def test_names_that_could_not_be_read_everywhere_are_refused(name) -> None:
    with pytest.raises(ValueError, match="cannot hold"):
        build_iso({name: IsoFile(b"")}, "A")


def test_names_that_old_readers_could_not_tell_apart_are_refused() -> None:
    with pytest.raises(ValueError, match="both A_B"):
        build_iso({"a-b": IsoFile(b""), "a+b": IsoFile(b"")}, "A")


@pytest.mark.skipif(not shutil.which("isoinfo"), reason="isoinfo is not there")
@pytest.mark.parametrize("tree", ["-R", "-J"])
def test_isoinfo_reads_it(image, tmp_path, tree) -> None:
    path = tmp_path / "image.iso"
    path.write_bytes(image)
    listed = subprocess.run(
        ["isoinfo", "-i", path, tree, "-f"], capture_output=True, text=True, check=True
    )
    names = {line.strip().removesuffix(";1")[1:] for line in listed.stdout.splitlines()}
    assert names >= set(FILES)
    about = subprocess.run(
        ["isoinfo", "-i", path, "-d"], capture_output=True, text=True, check=True
    ).stdout
    assert "Volume id: INFINIBAY\n" in about
    assert "Joliet with UCS level 3 found" in about
    assert "Rock Ridge signatures version 1 found" in about
