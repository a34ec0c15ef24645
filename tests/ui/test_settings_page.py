"""The settings' page is made from what is declared, stores at once, and explains refusals."""

from dataclasses import replace
from types import SimpleNamespace
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox

from infinibay_desktop.model.errors import StorageError
from infinibay_desktop.model.events import ActorChanged
from infinibay_desktop.model.people import Person, PersonId
from infinibay_desktop.model.rights import Actor
from infinibay_desktop.model.settings import SETTINGS, Section, Settings, Theme
from infinibay_desktop.model.wallpapers import Wallpaper
from infinibay_desktop.ui.shell.settings_page import SettingsPage

pytestmark = [pytest.mark.usefixtures("looks"), pytest.mark.qt_log_ignore("propagateSizeHints")]


@pytest.fixture
def page(qtbot, quick_desk) -> SettingsPage:
    page = SettingsPage()
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.attach(quick_desk)
    return page


def shown(page) -> set[str]:
    return {name for name, row in page.rows.items() if row.isVisible()}


def now(desk) -> Settings:
    return desk.core.settings.settings


def test_every_declared_setting_is_there_and_no_hidden_one(page) -> None:
    assert set(page.rows) == {name for name, about in SETTINGS.items() if not about.hidden}
    for row in page.rows.values():
        editor = getattr(row.editor, "field", row.editor)
        assert editor.accessibleName()
        assert editor.accessibleDescription()


def test_a_switch_a_choice_and_a_number_are_stored_at_once(page, quick_desk, qtbot) -> None:
    switch, box = page.rows["sparklines"].editor, page.rows["theme"].editor
    number = page.rows["poll_interval_s"].editor
    assert isinstance(switch, QCheckBox)
    assert isinstance(box, QComboBox)
    assert isinstance(number, QSpinBox)
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    box.setCurrentIndex(box.findData(Theme.DARK))
    number.setValue(9)
    assert now(quick_desk) == replace(
        Settings(), sparklines=False, theme=Theme.DARK, poll_interval_s=9
    )


def test_numbers_keep_to_their_bounds_and_name_their_unit(page) -> None:
    number = page.rows["poll_interval_s"].editor
    assert (number.minimum(), number.maximum(), number.suffix()) == (1, 60, " s")


def test_a_refused_value_is_explained_beside_its_field(page, quick_desk) -> None:
    row = page.rows["release_keys"]
    row.editor.field.setText("x")
    row.editor.field.editingFinished.emit()
    assert "release the console" in row._problem.text()
    assert row._problem.isVisible()
    assert now(quick_desk).release_keys == "ctrl+alt"
    assert quick_desk.notices.errors == []
    row.editor.field.setText("Ctrl + Shift")
    row.editor.field.editingFinished.emit()
    assert not row._problem.isVisible()
    assert row.editor.text() == now(quick_desk).release_keys == "ctrl+shift"


def test_a_password_in_the_databases_url_is_refused_beside_its_field(page, quick_desk) -> None:
    row = page.rows["database"]
    row.editor.setText("postgresql://me:hunter2@host/infinibay")
    row.editor.editingFinished.emit()
    assert "read by others" in row._problem.text()
    assert "~/.pgpass" in row._problem.text()
    assert now(quick_desk).database == ""


def test_a_file_that_cannot_be_written_is_told_as_such(page, quick_desk) -> None:
    quick_desk.store.refuse = StorageError("The disk is full.")
    page.rows["poll_interval_s"].editor.setValue(9)
    assert [message for _title, message in quick_desk.notices.errors] == ["The disk is full."]


def test_what_differs_from_its_default_can_be_put_back(page, quick_desk, qtbot) -> None:
    row = page.rows["poll_interval_s"]
    assert not row.reset_button.isVisible()
    row.editor.setValue(9)
    assert row.reset_button.isVisible()
    qtbot.mouseClick(row.reset_button, Qt.MouseButton.LeftButton)
    assert now(quick_desk) == Settings()
    assert row.editor.value() == 2
    assert not row.reset_button.isVisible()


def test_everything_can_be_put_back(page, quick_desk) -> None:
    page.rows["poll_interval_s"].editor.setValue(9)
    page.rows["sparklines"].editor.setChecked(False)
    page.page_actions()[0].trigger()
    assert now(quick_desk) == Settings()
    assert page.rows["sparklines"].editor.isChecked()


def test_changes_from_elsewhere_show(page, quick_desk) -> None:
    quick_desk.core.settings.change(console_scaling="actual", keep_console_s=5)
    assert page.rows["console_scaling"].editor.currentData() == "actual"
    assert page.rows["keep_console_s"].editor.value() == 5


def test_search_finds_names_help_and_choices(page) -> None:
    page.set_filter("rebooting")
    assert shown(page) == {"confirm_reboot"}
    page.set_filter("deutsch")
    assert shown(page) == {"language"}
    page.set_filter("machine list")
    assert "thumbnails" in shown(page)
    page.set_filter("no such words")
    assert shown(page) == set()
    assert page._nothing.isVisible()
    page.set_filter("")
    assert shown(page) == set(page.rows)


def test_what_waits_for_the_next_start_says_so(page) -> None:
    assert page.rows["database"]._later.isVisible()
    assert not page.rows["language"]._later.isVisible()
    assert not page.rows["theme"]._later.isVisible()


def test_scrolling_over_a_field_changes_nothing(page, quick_desk) -> None:
    for name in ("poll_interval_s", "theme"):
        editor = page.rows[name].editor
        wheel = QWheelEvent(
            QPointF(5, 5), editor.mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QCoreApplication.sendEvent(editor, wheel)
    assert now(quick_desk) == Settings()


def test_keys_can_be_pressed_instead_of_typed(page, quick_desk, qtbot) -> None:
    chord = page.rows["release_keys"].editor
    qtbot.mouseClick(chord._button, Qt.MouseButton.LeftButton)
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.keyPress(chord._button, Qt.Key.Key_Shift)
    qtbot.keyPress(chord._button, Qt.Key.Key_F12, shift)
    assert chord.text() == "shift+f12"
    qtbot.keyRelease(chord._button, Qt.Key.Key_F12, shift)
    assert now(quick_desk).release_keys == "shift+f12"


def test_rows_stay_where_they_are_when_one_differs_from_its_default(page) -> None:
    rows = list(page.rows.values())
    places = [(row.y(), row.height()) for row in rows]
    page.rows["poll_interval_s"].editor.setValue(9)
    page.rows["language"].editor.setCurrentIndex(2)
    QCoreApplication.sendPostedEvents()
    assert page.rows["poll_interval_s"].reset_button.isVisible()
    assert [(row.y(), row.height()) for row in rows] == places


def test_keys_are_spelt_as_on_keyboards(page) -> None:
    assert page.rows["release_keys"].editor.field.text() == "Ctrl+Alt"
    assert "ctrl" not in page.rows["release_keys"]._help.text()


def test_days_are_said_in_words(page) -> None:
    assert page.rows["activity_days"].editor.suffix() == " days"


def test_a_picture_that_cannot_be_one_is_refused_beside_its_field(page, quick_desk) -> None:
    row = page.rows["wallpaper_file"]
    for path in ("relative.png", "/etc/passwd", "/a/b.svg"):
        row.editor.field.setText(path)
        row.editor.field.editingFinished.emit()
        assert row._problem.isVisible()
        assert now(quick_desk).wallpaper_file == ""
    row.editor.field.setText("/home/ana/sea.JPG")
    row.editor.field.editingFinished.emit()
    assert not row._problem.isVisible()
    assert now(quick_desk).wallpaper_file == "/home/ana/sea.JPG"
    assert now(quick_desk).wallpaper is Wallpaper.FILE


def test_who_may_only_change_how_it_looks_and_asks_sees_nothing_else(page, quick_desk) -> None:
    user = Actor(person=Person(id=PersonId(UUID(int=7)), email="u@example.org"))
    quick_desk.core.current = SimpleNamespace(actor=user, signed_in=user)
    quick_desk.bridge.publish(ActorChanged(person_id=user.person.id))
    own = (Section.APPEARANCE, Section.CONSOLE, Section.BEHAVIOUR)
    wanted = {n for n, about in SETTINGS.items() if about.section in own and not about.hidden}
    assert shown(page) == wanted
    page.rows["theme"].editor.setCurrentIndex(1)
    page.page_actions()[0].trigger()
    assert now(quick_desk).theme is Theme.SYSTEM


def test_who_gives_up_pressing_keys_keeps_the_old_ones(page, quick_desk, qtbot) -> None:
    chord = page.rows["release_keys"].editor
    qtbot.mouseClick(chord._button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(chord._button, Qt.Key.Key_Escape)
    assert chord.text() == "ctrl+alt"
    assert now(quick_desk).release_keys == "ctrl+alt"


def test_another_language_takes_all_texts_anew(page) -> None:
    page.rows["theme"]._label.setText("old words")
    QCoreApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert page.rows["theme"]._label.text() == "Colours"


def test_it_fits_a_small_window(page) -> None:
    for width in (700, 348):
        page.resize(width, 230)
        QCoreApplication.sendPostedEvents()
    assert page.width() == 348
