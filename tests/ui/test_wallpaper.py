"""A picture behind the overview: ours, or a person's own within bounds; never in the way."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from infinibay_desktop.model.errors import ValidationError
from infinibay_desktop.model.wallpapers import (
    MAX_PICTURE_BYTES,
    MAX_PICTURE_SIDE_PX,
    Wallpaper,
    normal_picture,
)
from infinibay_desktop.ui.overview.backdrop import KEPT, load_wallpapers, read_wallpaper
from infinibay_desktop.ui.overview.page import OverviewPage

FOLDER = Path(__file__).parents[2] / "resources" / "wallpapers"
OURS = [one for one in Wallpaper if one not in (Wallpaper.NONE, Wallpaper.FILE)]

pytestmark = [pytest.mark.usefixtures("looks"), pytest.mark.qt_log_ignore("propagateSizeHints")]


@pytest.fixture(autouse=True)
def _folder() -> None:
    load_wallpapers(FOLDER)


def picture(path: Path, color: str = "#ff0000", size: tuple[int, int] = (40, 30)) -> Path:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    assert image.save(str(path))
    return path


def test_the_names_are_those_of_the_files():
    drawn = {
        Wallpaper.RIDGES, Wallpaper.WAVES, Wallpaper.DUNES, Wallpaper.LINKS, Wallpaper.CELLS
    }  # fmt: skip
    assert {file.stem for file in FOLDER.glob("*.svg")} == drawn == set(OURS)


@pytest.mark.parametrize("wallpaper", OURS)
def test_each_of_ours_is_there_and_large_enough(wallpaper):
    image = read_wallpaper(wallpaper, "")
    assert image is not None
    assert image.width() >= KEPT.width()


def test_a_persons_own_file_is_read(tmp_path):
    image = read_wallpaper(Wallpaper.FILE, str(picture(tmp_path / "sea.png")))
    assert (image.width(), image.height()) == (40, 30)
    large = picture(tmp_path / "large.jpg", size=(6000, 4000))
    assert read_wallpaper(Wallpaper.FILE, str(large)).width() < 6000


def test_what_is_missing_damaged_or_too_large_is_refused_in_words(tmp_path):
    (tmp_path / "fake.png").write_bytes(b"<svg/>" * 50)
    (tmp_path / "cut.png").write_bytes(picture(tmp_path / "whole.png").read_bytes()[:60])
    with (tmp_path / "big.png").open("wb") as file:
        file.truncate(MAX_PICTURE_BYTES + 1)
    picture(tmp_path / "wide.png", size=(MAX_PICTURE_SIDE_PX + 1, 1))
    (tmp_path / "folder.png").mkdir()
    for name in ("gone.png", "fake.png", "cut.png", "big.png", "wide.png", "folder.png"):
        with pytest.raises(ValidationError, match=name):
            read_wallpaper(Wallpaper.FILE, str(tmp_path / name))


def test_a_path_is_absolute_and_ends_like_a_picture():
    assert normal_picture(" /a/b.PNG ") == "/a/b.PNG"
    assert [normal_picture(x) for x in ("b.png", "/a/b.svg", "/a/b", "")] == [""] * 4


@pytest.fixture
def page(quick_desk, qtbot) -> OverviewPage:
    page = OverviewPage()
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    page.attach(quick_desk)
    return page


def corner(page: OverviewPage) -> QColor:
    return page.grab().toImage().pixelColor(595, 395)


def test_it_is_drawn_pale_and_goes_when_it_is_switched_off(page, quick_desk, tmp_path):
    bare = corner(page)
    change = quick_desk.core.settings.change
    change(wallpaper="file", wallpaper_file=str(picture(tmp_path / "red.png")))
    shown = corner(page)
    assert shown != bare
    assert shown.lightness() > bare.lightness() * 0.7
    change(wallpaper="none")
    assert corner(page) == bare


def test_a_picture_that_cannot_be_used_is_told_and_none_is_shown(page, quick_desk, tmp_path):
    bare = corner(page)
    gone = str(tmp_path / "gone.png")
    quick_desk.core.settings.change(wallpaper="file", wallpaper_file=gone)
    assert quick_desk.notices.errors[-1][0] == "Could not show your picture"
    assert corner(page) == bare
