"""Machines as tiles: places, keys, pictures, and the selection that is the table's too."""

from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage

from infinibay_desktop.model.departments import DepartmentId
from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.ui.machines.filters import parse_filter
from infinibay_desktop.ui.machines.grid import MachineGrid
from infinibay_desktop.ui.machines.pictures import DUE_S
from infinibay_desktop.ui.machines.tiling import Tiling
from tests.ui.fleet import HOST, NOW, Shown, fleet, key, machine, rates


class Tiles(Shown):
    """A grid in sight; the table over the same model is hidden."""

    def __init__(self, qtbot, machines, size=(900, 500)) -> None:
        super().__init__(qtbot, machines, size)
        self.table.hide()
        self.grid = MachineGrid(self.model, self.selection, clock=self.clock)
        self.wanted = []
        self.grid.thumbnails_wanted.connect(self.wanted.append)
        qtbot.addWidget(self.grid)
        self.grid.resize(*size)
        self.grid.show()

    def click(self, number, modifiers=Qt.KeyboardModifier.NoModifier) -> QPoint:
        index = self.model.index(self.model.position_of(key(number)), 0)
        place = self.grid.visualRect(index).center()
        self.qtbot.mouseClick(self.grid.viewport(), Qt.MouseButton.LeftButton, modifiers, place)
        return place


@pytest.fixture
def tiles(qtbot) -> Tiles:
    return Tiles(qtbot, fleet(40))


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("width", [10, 250, 900, 2000])
def test_every_tile_is_found_where_it_stands(width, mirrored) -> None:
    tiling = Tiling(count=50, tile_width=200, tile_height=150, width=width, mirrored=mirrored)
    for position in range(50):
        rect = tiling.rect(position)
        assert tiling.position_at(rect.topLeft()) == position
        assert tiling.position_at(rect.bottomRight()) == position
        assert position in tiling.between(rect.top(), rect.bottom())
        assert rect.bottom() < tiling.height
    assert tiling.position_at(QPoint(5, 5)) == -1
    assert not tiling.rect(0).intersects(tiling.rect(1))


def test_ten_thousand_tiles_are_scrolled_through(qtbot) -> None:
    tiles = Tiles(qtbot, fleet(10_000))
    tiles.grid.scrollTo(tiles.model.index(9_999, 0))
    assert 9_999 in tiles.grid.visible_rows()
    assert len(tiles.grid.visible_rows()) < 40
    tiles.grid.grab()


def test_table_and_grid_share_the_selection(tiles) -> None:
    tiles.click(3)
    assert tiles.selected() == ["vm-3"]
    tiles.click(5, Qt.KeyboardModifier.ControlModifier)
    assert tiles.selected() == ["vm-3", "vm-5"]
    assert tiles.grid.selectionModel() is tiles.table.selectionModel()
    assert tiles.selection.current_key() == key(5)
    tiles.selection.select_keys([key(1)])
    assert tiles.selected() == ["vm-1"]


def test_shift_selects_all_tiles_between_both_ways(tiles) -> None:
    tiles.click(2)
    tiles.click(6, Qt.KeyboardModifier.ShiftModifier)
    assert tiles.selected() == [f"vm-{n}" for n in range(2, 7)]
    tiles.click(8)
    tiles.click(3, Qt.KeyboardModifier.ShiftModifier)
    assert tiles.selected() == [f"vm-{n}" for n in range(3, 9)]
    tiles.click(4)
    tiles.click(5, Qt.KeyboardModifier.ShiftModifier)
    assert tiles.selected() == ["vm-4", "vm-5"]


def test_arrows_lead_through_the_tiles(tiles) -> None:
    tiles.click(1)
    columns = tiles.grid._tiling().columns
    assert columns > 2
    for press, number in (
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Down, 2 + columns),
        (Qt.Key.Key_Left, 1 + columns),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_End, 40),
        (Qt.Key.Key_Down, 40),
        (Qt.Key.Key_Home, 1),
        (Qt.Key.Key_PageDown, 1 + columns * 2),
        (Qt.Key.Key_PageUp, 1),
    ):
        tiles.qtbot.keyClick(tiles.grid, press)
        assert tiles.selection.current_key() == key(number), press
    assert tiles.selected() == ["vm-1"]


def test_shift_and_arrows_extend(tiles) -> None:
    tiles.click(1)
    for _ in range(2):
        tiles.qtbot.keyClick(tiles.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert tiles.selected() == ["vm-1", "vm-2", "vm-3"]


def test_a_frame_selects_what_it_touches(tiles) -> None:
    first, second = (tiles.grid._rect(position) for position in (0, 1))
    tiles.grid.setState(MachineGrid.State.DragSelectingState)
    command = tiles.grid.selectionCommand(tiles.model.index(0, 0), None)
    tiles.grid.setSelection(QRect(first.center(), second.center()), command)
    tiles.grid.setState(MachineGrid.State.NoState)
    assert tiles.selected() == ["vm-1", "vm-2"]


def test_enter_and_double_click_activate(tiles) -> None:
    activated = []
    tiles.grid.machine_activated.connect(activated.append)
    place = tiles.click(3)
    tiles.qtbot.keyClick(tiles.grid, Qt.Key.Key_Enter)
    tiles.qtbot.mouseDClick(tiles.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert activated == [key(3), key(3)]


def test_pictures_are_asked_for_in_sight_and_not_too_often(tiles) -> None:
    tiles.qtbot.waitUntil(lambda: bool(tiles.wanted))
    seen = [row.key for row in tiles.model.rows[: len(tiles.grid.visible_rows())]]
    assert tiles.wanted == [seen]
    tiles.grid._on_asking_timeout()
    assert len(tiles.wanted) == 1
    tiles.clock.now += DUE_S
    tiles.grid._on_asking_timeout()
    assert tiles.wanted == [seen, seen]


def test_no_picture_is_asked_of_machines_that_are_off_or_out_of_reach(qtbot) -> None:
    off, lost = machine(1, state=MachineState.SHUT_OFF), machine(2, stale_since=NOW)
    tiles = Tiles(qtbot, [off, lost, machine(3)])
    tiles.qtbot.waitUntil(lambda: bool(tiles.wanted))
    assert tiles.wanted == [[key(3)]]
    tiles.grid.hide()
    assert not tiles.grid._asking.isActive()


@pytest.mark.parametrize("size", [(1, 1), (64, 48), (4000, 3000), (10, 3000), (0, 0)])
def test_pictures_of_any_size_fit_their_tile(tiles, size) -> None:
    image = QImage(*size, QImage.Format.Format_RGB32)
    if not image.isNull():
        image.fill(QColor("red"))
    before = tiles.grid.grab().toImage()
    tiles.grid.set_thumbnail(key(1), image)
    tiles.grid.set_thumbnail(key(999), image)
    kept = tiles.grid._pictures.of(tiles.model.rows[0])
    if image.isNull():
        assert kept is None
        return
    room = tiles.grid.thumbnail_size()
    assert kept.width() <= room.width()
    assert kept.height() <= room.height()
    assert tiles.grid.grab().toImage() != before


def test_a_machine_that_stops_shows_its_state_and_no_old_picture(tiles) -> None:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    tiles.grid.set_thumbnail(key(1), image)
    assert tiles.grid._pictures.of(tiles.model.rows[0]) is not None
    tiles.model.put(machine(1, state=MachineState.SHUT_OFF))
    assert tiles.grid._pictures.of(tiles.model.rows[0]) is None


def test_the_selection_follows_a_filter_and_an_order(tiles) -> None:
    tiles.selection.select_keys([key(7)])
    tiles.model.set_filter(parse_filter("7"))
    assert tiles.selected() == ["vm-7"]
    assert tiles.model.shown_count() == 4
    tiles.model.sort(1, Qt.SortOrder.DescendingOrder)
    assert tiles.selection.current_key() == key(7)
    tiles.grid.grab()


def test_a_tile_names_its_department_beside_its_colour(qtbot) -> None:
    sales, long_one = DepartmentId(uuid4()), DepartmentId(uuid4())
    machines = [
        machine(1, department_id=sales),
        machine(2, department_id=long_one),
        machine(3),
    ]
    tiles = Tiles(qtbot, machines)
    before = tiles.grid.grab().toImage()
    names = {sales: ("Sales", "#1f6bb8"), long_one: ("<b>" + "x" * 200, "#b81f6b")}
    tiles.model.name_places(names, {}, None)
    qtbot.waitUntil(lambda: tiles.model.rows[1].department != "")
    assert tiles.grid.grab().toImage() != before
    painter = tiles.grid._tile_painter()
    first, second, third = (painter._tile(row) for row in tiles.model.rows)
    assert (first.department.text(), first.colour) == ("Sales", "#1f6bb8")
    assert "…" in second.department.text()
    assert painter.texts.width_of(second.department.text()) <= painter.picture_width
    assert third.department is None


def test_pictures_are_forgotten_until_they_are_asked_for_anew(tiles) -> None:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    tiles.grid.set_thumbnail(key(1), image)
    tiles.grid.forget_thumbnails()
    assert tiles.grid._pictures.of(tiles.model.rows[0]) is None


def test_every_state_is_drawn_at_any_size_and_direction(qtbot) -> None:
    machines = [machine(n, "<b>" + "x" * 200, state) for n, state in enumerate(MachineState, 1)]
    tiles = Tiles(qtbot, [*machines, machine(50, "🚀 مكتب", stale_since=NOW)])
    tiles.model.put_rates(HOST, [rates(n, 50.0) for n in range(1, 51)])
    for width in (100, 400, 1920):
        tiles.grid.resize(width, 300)
        tiles.grid.grab()
    tiles.grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    tiles.grid.grab()
