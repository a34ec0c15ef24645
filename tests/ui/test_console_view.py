"""The screen's widget: what it paints, and what keys and mouse it brings to the guest."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from infinibay_desktop.model.consoles import CursorShape, Rect
from infinibay_desktop.model.settings import Scaling
from infinibay_desktop.ui.console import scancodes
from infinibay_desktop.ui.console.doorbell import Doorbell
from infinibay_desktop.ui.console.pointer import Strides, Wheel
from infinibay_desktop.ui.console.scaling import Canvas, actual, fitted
from infinibay_desktop.ui.console.screen_view import ScreenView
from tests.fakes.screens import BLUE, RED, WHITE, FakeDesktop, FakeScreen

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

KEYS = {Qt.Key.Key_A: 38, Qt.Key.Key_Control: 37, Qt.Key.Key_Alt: 64, Qt.Key.Key_Tab: 23}
A, CTRL, ALT = 0x1E, scancodes.LEFT_CTRL, scancodes.LEFT_ALT
SIZES = st.integers(1, 5000)
RATIOS = st.sampled_from([1.0, 1.25, 1.5, 1.75, 2.0, 2.5])


def canvas(width, height, ratio=1.0, x=0, y=0):
    return Canvas(QSizeF(width, height), ratio, QPointF(x, y))


class WatchedView(ScreenView):
    """Remembers what was painted."""

    def __init__(self, **how) -> None:
        self.painted = []
        super().__init__(**how)

    def paintEvent(self, event) -> None:  # noqa: N802
        self.painted.append(event.region().boundingRect())
        super().paintEvent(event)


class Stage:
    """A window with a field and the view, connected to a fake screen."""

    def __init__(self, qtbot, width, height) -> None:
        self.window = QWidget()
        self.field = QLineEdit()
        self.desktop = FakeDesktop()
        self.view = WatchedView(desktop=self.desktop, platform="xcb")
        self.view.setFixedSize(width, height)
        box = QVBoxLayout(self.window)
        box.addWidget(self.field)
        box.addWidget(self.view)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.screen = FakeScreen(self.tell)
        self.view.set_screen(self.screen)

    def tell(self) -> None:
        self.view.show_news(self.screen.take_news())

    def key(self, key, *, down=True, text="", repeats=False, locks=0) -> None:
        kind = QEvent.Type.KeyPress if down else QEvent.Type.KeyRelease
        none = Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(kind, int(key), none, KEYS[key], 0, locks, text, repeats)
        QGuiApplication.sendEvent(self.view, event)

    def mouse(self, kind, x, y, button=Qt.MouseButton.LeftButton, held=None) -> None:
        place = QPointF(x, y)
        view = self.view.viewport()
        where = QPointF(view.mapToGlobal(place.toPoint()))
        held = button if held is None else held
        event = QMouseEvent(kind, place, where, button, held, Qt.KeyboardModifier.NoModifier)
        QGuiApplication.sendEvent(view, event)

    def press(self, x, y, button=Qt.MouseButton.LeftButton) -> None:
        self.mouse(QEvent.Type.MouseButtonPress, x, y, button)

    def lift(self, x, y, button=Qt.MouseButton.LeftButton) -> None:
        self.mouse(QEvent.Type.MouseButtonRelease, x, y, button, Qt.MouseButton.NoButton)

    def move(self, x, y) -> None:
        self.mouse(QEvent.Type.MouseMove, x, y, Qt.MouseButton.NoButton)

    def grabbed(self):
        return self.view.viewport().grab().toImage()


@pytest.fixture
def stage(qtbot):
    stage = Stage(qtbot, 200, 100)
    stage.screen.connect(100, 50)
    stage.view.setFocus()
    qtbot.waitUntil(lambda: stage.view.captured)
    return stage


# Arithmetic


@given(SIZES, SIZES, SIZES, SIZES, RATIOS)
def test_a_fitted_screen_is_inside_of_its_view_and_keeps_its_shape(w, h, width, height, ratio):
    place = fitted(w, h, canvas(width, height, ratio))
    target = place.target()
    assert target.width() <= max(width * ratio, w / max(w, h)) + 1
    assert target.height() <= max(height * ratio, h / max(w, h)) + 1
    assert target.width() / w == pytest.approx(target.height() / h)


@given(SIZES, SIZES, RATIOS, st.floats(0, 1), st.floats(0, 1))
def test_the_mouse_points_at_the_pixel_that_is_painted_there(w, h, ratio, right, down):
    place = fitted(w, h, canvas(1280, 800, ratio))
    x, y = min(int(w * right), w - 1), min(int(h * down), h - 1)
    middle = QPointF((x + 0.5) * place.scale + place.left, (y + 0.5) * place.scale + place.top)
    assert place.to_guest(middle.x() / ratio, middle.y() / ratio) == (x, y)


@given(SIZES, SIZES, RATIOS)
def test_a_place_outside_is_the_nearest_pixel(w, h, ratio):
    place = fitted(w, h, canvas(640, 480, ratio))
    assert place.to_guest(-1e6, -1e6) == (0, 0)
    assert place.to_guest(1e6, 1e6) == (w - 1, h - 1)


@given(RATIOS, st.integers(0, 500), st.integers(0, 500))
def test_actual_size_begins_at_a_whole_device_pixel_of_the_window(ratio, x, y):
    place = actual(300, 200, canvas(801, 603, ratio, x, y), (0, 0))
    assert place.scale == 1.0
    assert not place.smooth
    for origin, start in ((x, place.left), (y, place.top)):
        whole = origin * ratio + start
        assert whole == pytest.approx(round(whole), abs=1e-6)


@given(RATIOS, st.integers(0, 90), st.integers(0, 40))
def test_damage_covers_what_it_tints(ratio, x, y):
    place = fitted(100, 50, canvas(333, 177, ratio))
    shown = place.to_view(Rect(x, y, 10, 10))
    left = (place.left + x * place.scale) / ratio
    assert shown.left() <= left
    assert shown.right() + 1 >= left + 10 * place.scale / ratio


@given(SIZES, SIZES, RATIOS)
def test_what_is_not_painted_black_is_all_picture(w, h, ratio):
    place = fitted(w, h, canvas(900, 507, ratio))
    inside, target = place.inside(), place.target()
    if not inside.isEmpty():
        assert inside.left() * ratio >= target.left()
        assert inside.top() * ratio >= target.top()
        assert (inside.right() + 1) * ratio <= target.right()
        assert (inside.bottom() + 1) * ratio <= target.bottom()


def test_a_view_without_room_divides_by_nothing():
    place = fitted(1024, 768, canvas(0, 0))
    assert place.to_guest(5, 5) == (1023, 767)


def test_half_a_turn_of_the_wheel_waits_for_the_other_half():
    wheel = Wheel()
    assert list(wheel.turn(QPoint(0, 60))) == []
    assert list(wheel.turn(QPoint(0, 60))) == [8]
    assert list(wheel.turn(QPoint(120, -240))) == [16, 16, 32]
    assert len(list(wheel.turn(QPoint(0, 120 * 500)))) == 10


def test_putting_the_pointer_back_moves_nothing_in_the_guest():
    strides = Strides()
    assert strides.moved(QPointF(50, 50), 1.0) == (0, 0)
    assert strides.moved(QPointF(90, 50), 1.0) == (40, 0)
    strides.sent_back(QPointF(50, 50))
    assert strides.moved(QPointF(95, 50), 1.0) == (5, 0), "this one was on its way before"
    assert strides.moved(QPointF(50, 50), 1.0) == (0, 0)
    assert strides.moved(QPointF(48, 53), 2.0) == (-4, 6)


# Painting


def test_the_picture_is_what_the_guest_shows(stage):
    stage.screen.paint(Rect(0, 0, 50, 50), RED)
    image = stage.grabbed()
    assert QColor(image.pixel(20, 50)) == QColor(RED)
    assert QColor(image.pixel(180, 50)) == QColor(0x204060)


def test_only_what_changed_is_painted(stage, qtbot):
    qtbot.waitUntil(lambda: bool(stage.view.painted))
    stage.view.painted.clear()
    stage.screen.paint(Rect(10, 10, 5, 5), WHITE)
    qtbot.waitUntil(lambda: bool(stage.view.painted))
    assert stage.view.painted == [QRect(20, 20, 10, 10)]


def test_many_parts_are_painted_as_one(stage, qtbot):
    parts = tuple(Rect(x, 0, 1, 1) for x in range(99))
    stage.screen.tell(damage=parts)
    region = stage.view._region_of(parts)
    assert region.rectCount() == 1
    assert region.boundingRect().width() >= 198


def test_beside_the_picture_it_is_black(stage):
    stage.screen.show(50, 50, WHITE)
    image = stage.grabbed()
    assert [QColor(image.pixel(x, 50)).name() for x in (5, 100, 195)] == [
        "#000000",
        "#ffffff",
        "#000000",
    ]


def test_every_pixel_of_the_view_is_painted(stage):
    stage.view.setFixedSize(211, 117)
    stage.screen.show(72, 40, WHITE)
    image = stage.grabbed()
    painted = {QColor(image.pixel(x, y)).name() for x in (0, 105, 210) for y in range(117)}
    assert painted <= {"#000000", "#ffffff"}


def test_a_new_size_of_the_guests_screen_is_shown(stage, qtbot):
    with qtbot.waitSignal(stage.view.frame_changed) as told:
        stage.screen.show(400, 300, BLUE)
    assert told.args[0].width() == 400
    assert QColor(stage.grabbed().pixel(100, 50)) == QColor(BLUE)
    assert stage.view.picture().width() == 400


def test_a_picture_taken_is_a_copy(stage):
    taken = stage.view.picture()
    stage.screen.paint(Rect(0, 0, 100, 50), WHITE)
    assert QColor(taken.pixel(5, 5)) == QColor(0x204060)


def test_actual_size_scrolls_to_every_pixel(stage):
    stage.screen.show(500, 400, BLUE)
    stage.screen.paint(Rect(499, 399, 1, 1), WHITE)
    stage.view.set_mode(Scaling.ACTUAL)
    across, down = stage.view.horizontalScrollBar(), stage.view.verticalScrollBar()
    viewport = stage.view.viewport()
    assert across.maximum() == 500 - viewport.width()
    across.setValue(across.maximum())
    down.setValue(down.maximum())
    image = stage.grabbed()
    assert QColor(image.pixel(viewport.width() - 1, viewport.height() - 1)) == QColor(WHITE)
    stage.move(viewport.width() - 0.5, viewport.height() - 0.5)
    assert stage.screen.points[-1] == (499, 399, 0)


def test_a_small_screen_at_actual_size_has_no_bars(stage):
    stage.view.set_mode(Scaling.ACTUAL)
    assert stage.view.horizontalScrollBar().maximum() == 0
    assert QColor(stage.grabbed().pixel(51, 26)) == QColor(0x204060)
    assert QColor(stage.grabbed().pixel(48, 26)) == QColor(0)


def test_the_guest_is_asked_once_for_the_views_size(stage, qtbot):
    stage.view.set_mode(Scaling.RESIZE_GUEST)
    stage.view.show_news(stage.screen.take_news())
    assert not stage.screen.sizes, "one that cannot is not asked"
    stage.screen.tell(resizable=True)
    qtbot.waitUntil(lambda: stage.screen.sizes == [(200, 100)])
    stage.screen.show(192, 96)
    stage.view._resize_timer.timeout.emit()
    assert stage.screen.sizes == [(200, 100)], "it gave what it can"


def test_the_guests_pointer_has_its_own_shape(stage):
    stage.screen.show_cursor()
    assert stage.view.viewport().cursor().shape() is Qt.CursorShape.BitmapCursor
    nothing = CursorShape(width=0, height=0, hot_x=0, hot_y=0, pixels=b"")
    stage.screen.tell(cursor=nothing)
    assert stage.view.viewport().cursor().shape() is Qt.CursorShape.BlankCursor


@pytest.mark.parametrize(
    ("width", "height", "size"), [(5000, 5000, 16), (8, 8, 8), (-4, 4, 64), (257, 1, 1028)]
)
def test_pointers_that_cannot_be_are_blank(stage, width, height, size):
    shape = CursorShape(width=width, height=height, hot_x=900, hot_y=-5, pixels=b"x" * size)
    stage.screen.tell(cursor=shape)
    assert stage.view.viewport().cursor().shape() is Qt.CursorShape.BlankCursor


# Keyboard


def test_keys_are_scancodes(stage):
    stage.key(Qt.Key.Key_A, text="a")
    stage.key(Qt.Key.Key_A, down=False)
    assert stage.screen.keys == [(A, True), (A, False)]
    assert stage.screen.keysyms[0] == ord("a")


def test_a_held_key_repeats_and_goes_up_once(stage):
    for _ in range(3):
        stage.key(Qt.Key.Key_A, text="a", repeats=True)
        stage.key(Qt.Key.Key_A, down=False, repeats=True)
    stage.key(Qt.Key.Key_A, down=False)
    assert stage.screen.keys == [(A, True), (A, True), (A, True), (A, False)]


def test_tab_is_the_guests(stage):
    QTest.keyClick(stage.view, Qt.Key.Key_Tab)
    QTest.keyClick(stage.view, Qt.Key.Key_Backtab)
    assert stage.screen.pressed() == [scancodes.TAB, scancodes.TAB]
    assert stage.view.hasFocus()


def test_nothing_stays_down_when_the_focus_goes(stage):
    stage.key(Qt.Key.Key_Control)
    stage.key(Qt.Key.Key_A)
    stage.press(10, 10)
    stage.field.setFocus()
    assert stage.screen.held() == set()
    assert stage.screen.points[-1][2] == 0
    assert not stage.view.captured


def test_ctrl_alt_lets_the_keyboard_go_and_tab_then_walks_on(stage):
    for key in (Qt.Key.Key_Control, Qt.Key.Key_Alt):
        stage.key(key)
    stage.key(Qt.Key.Key_Alt, down=False)
    stage.key(Qt.Key.Key_Control, down=False)
    assert not stage.view.captured
    assert stage.screen.held() == set()
    before = len(stage.screen.keys)
    QTest.keyClick(stage.view, Qt.Key.Key_X)
    QTest.keyClick(stage.view, Qt.Key.Key_Tab)
    assert len(stage.screen.keys) == before
    assert stage.field.hasFocus()


def test_enter_takes_the_keyboard_back_to_the_guest_and_is_not_typed(stage):
    stage.view.release()
    QTest.keyClick(stage.view, Qt.Key.Key_Return)
    assert stage.view.captured
    assert stage.screen.pressed() == []


def test_the_windows_shortcuts_wait_while_the_guest_has_the_keyboard(stage, qtbot):
    taken, kept = [], []
    QShortcut(QKeySequence("Ctrl+F"), stage.window, lambda: taken.append(1))
    QShortcut(QKeySequence("F11"), stage.window, lambda: kept.append(1))
    stage.view.set_host_shortcuts([QKeySequence("F11")])
    QTest.keyClick(stage.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(stage.view, Qt.Key.Key_F11)
    assert (taken, kept) == ([], [1])
    assert 0x21 in stage.screen.pressed()
    stage.view.release()
    QTest.keyClick(stage.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert taken == [1]


def test_caps_lock_follows_ours(stage):
    stage.screen.tell(leds=0)
    stage.key(Qt.Key.Key_A, text="A", locks=0x02)
    assert stage.screen.pressed() == [scancodes.CAPS_LOCK, A]


def test_the_hint_says_how_the_keyboard_comes_and_goes(stage):
    assert stage.view.hint == "Press Ctrl+Alt to release the keyboard"
    stage.view.release()
    assert stage.view.hint == "Click or press Enter to type into the machine"
    stage.view.set_screen(None)
    assert stage.view.hint == ""


def test_a_screen_reader_is_told_what_it_is_and_how_to_leave(stage):
    stage.view.describe("Screen of 'web'")
    assert stage.view.accessibleName() == "Screen of 'web'"
    assert "Press Ctrl+Alt" in stage.view.accessibleDescription()


def test_the_desktops_own_keys_are_taken_only_while_the_pointer_is_inside(stage):
    place = QPointF(5, 5)
    QGuiApplication.sendEvent(stage.view.viewport(), QEnterEvent(place, place, place))
    assert stage.desktop.keyboard_held
    QGuiApplication.sendEvent(stage.view.viewport(), QEvent(QEvent.Type.Leave))
    assert not stage.desktop.keyboard_held
    assert stage.view.captured


def test_without_a_screen_nothing_is_captured_and_nothing_breaks(stage):
    stage.view.set_screen(None)
    stage.key(Qt.Key.Key_A)
    stage.press(10, 10)
    stage.view.capture()
    QGuiApplication.sendEvent(stage.view, QFocusEvent(QEvent.Type.FocusIn))
    assert not stage.view.captured
    assert QColor(stage.grabbed().pixel(5, 5)) == QColor(0)


# Pointer


def test_the_pointer_is_where_the_mouse_is(stage):
    stage.move(101, 51)
    stage.press(101, 51)
    stage.move(110, 60)
    stage.lift(110, 60)
    assert stage.screen.points == [(50, 25, 0), (50, 25, 1), (55, 30, 1), (55, 30, 0)]


def test_each_button_has_its_bit(stage):
    stage.move(0, 0)
    stage.press(0, 0, Qt.MouseButton.RightButton)
    stage.press(0, 0, Qt.MouseButton.MiddleButton)
    stage.lift(0, 0, Qt.MouseButton.RightButton)
    assert [buttons for _, _, buttons in stage.screen.points] == [4, 6, 2]


def test_a_click_beside_the_picture_is_none(stage):
    stage.screen.show(50, 50)
    stage.press(5, 50)
    assert not stage.screen.points


def test_a_double_click_is_two(stage):
    stage.press(10, 10)
    stage.lift(10, 10)
    stage.mouse(QEvent.Type.MouseButtonDblClick, 10, 10)
    stage.lift(10, 10)
    assert [buttons for _, _, buttons in stage.screen.points[1:]] == [1, 0, 1, 0]


def test_the_wheel_is_buttons_that_go_down_and_up(stage):
    place = QPointF(10, 10)
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(place, place, QPoint(), QPoint(0, -120), *none, phase, False)
    QGuiApplication.sendEvent(stage.view.viewport(), event)
    assert [buttons for _, _, buttons in stage.screen.points] == [16, 0]


def test_a_relative_mouse_is_taken_by_a_click_and_kept_in_the_middle(stage):
    stage.screen.tell(absolute_pointer=False)
    stage.move(50, 50)
    assert not stage.screen.points
    stage.press(100, 50)
    stage.lift(100, 50)
    assert stage.desktop.pointer_held
    assert stage.screen.moves == [], "the click that takes it is only that"
    assert stage.view.viewport().cursor().shape() is Qt.CursorShape.BlankCursor
    stage.move(100, 50)
    stage.move(107, 45)
    assert stage.screen.moves == [(7, -5, 0)]
    stage.move(160, 45)
    middle = stage.view.viewport().mapToGlobal(stage.view.viewport().rect().center())
    assert stage.desktop.placed == [(middle.x(), middle.y())]
    stage.move(99, 49)
    stage.press(99, 49)
    assert stage.screen.moves[1:] == [(53, 0, 0), (0, 0, 1)]
    assert "pointer" in stage.view.hint
    stage.view.release()
    assert not stage.desktop.pointer_held
    assert stage.screen.moves[-1] == (0, 0, 0)


def test_coming_back_to_the_window_does_not_take_the_pointer(stage):
    stage.screen.tell(absolute_pointer=False)
    stage.view.release()
    reason = Qt.FocusReason.ActiveWindowFocusReason
    QGuiApplication.sendEvent(stage.view, QFocusEvent(QEvent.Type.FocusIn, reason))
    assert stage.view.captured
    assert not stage.desktop.pointer_held


def test_a_guest_that_learns_absolute_places_gives_the_pointer_back(stage):
    stage.screen.tell(absolute_pointer=False)
    stage.press(100, 50)
    stage.screen.tell(absolute_pointer=True)
    assert not stage.desktop.pointer_held


def test_the_pointer_at_the_top_edge_is_told(stage, qtbot):
    with qtbot.waitSignal(stage.view.top_touched):
        stage.move(50, 0)


# The bell


def test_however_often_it_is_rung_one_signal_is_on_its_way(qtbot):
    bell = Doorbell()
    heard, threads = [], []
    bell.rung.connect(lambda: heard.append(threading.current_thread()))
    for _ in range(4):
        thread = threading.Thread(target=lambda: [bell.ring() for _ in range(500)])
        threads.append(thread)
        thread.start()
    for thread in threads:
        thread.join(5)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [threading.main_thread()]
    bell.ring()
    qtbot.waitUntil(lambda: len(heard) == 2)


def test_a_closed_bell_is_silent_even_if_it_was_rung_before(qtbot):
    bell, other = Doorbell(), Doorbell()
    heard = []
    bell.rung.connect(lambda: heard.append("closed"))
    other.rung.connect(lambda: heard.append("open"))
    bell.ring()
    bell.close()
    bell.ring()
    other.ring()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["open"]


def test_a_closed_bell_may_be_rung_and_dropped_by_another_thread(qtbot):
    bell = Doorbell()
    dropped = []
    bell.destroyed.connect(lambda: dropped.append(threading.current_thread()))
    bell.ring()
    bell.close()
    bell.close()
    qtbot.waitUntil(lambda: bool(dropped))
    last = [bell]
    del bell
    thread = threading.Thread(target=lambda: last.pop().ring())
    thread.start()
    thread.join(5)
    assert dropped == [threading.main_thread()]
