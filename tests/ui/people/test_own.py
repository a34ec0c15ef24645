"""What people do for themselves: profile, picture, password."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from infinibay_desktop.services.acting import CurrentActor
from infinibay_desktop.services.sign_in import SignInService
from infinibay_desktop.ui.people.avatar_choice import AvatarChoice
from infinibay_desktop.ui.people.own import (
    ChangePasswordDialog,
    ProfileDialog,
    RemovePasswordDialog,
)
from infinibay_desktop.ui.widgets.avatars import avatar_names, face, initials
from infinibay_desktop.ui.widgets.passwords import NewPassword, PasswordField, password_field
from tests.fakes import FakeSecretStore
from tests.fakes.people import PASSWORD, FakeHasher

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NEW = "nine green chairs whistle"


@pytest.fixture
def show(qtbot):
    def showing(dialog):
        qtbot.addWidget(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.fit()
        dialog.open()
        return dialog

    return showing


def test_a_profile_is_stored(crowd, show) -> None:
    dialog = show(ProfileDialog(crowd.desk, crowd.with_password(), None))
    dialog.fields["first_name"].editor.setText("Añà 🦊")
    dialog.fields["language"].editor.setCurrentIndex(2)
    dialog.picture._group.button(4).setChecked(True)
    dialog.store.click()
    assert (crowd.me.first_name, crowd.me.language, crowd.me.avatar) == ("Añà 🦊", "es", "fox")


def test_a_profile_lists_the_sign_ins_and_ends_them_one_by_one(crowd, show, qtbot) -> None:
    ana = crowd.with_password()
    current = CurrentActor()
    other = SignInService(
        crowd.units, FakeHasher(), FakeSecretStore(), current, "<b>laptop</b>", "'here'"
    )
    other.sign_in(ana.email, PASSWORD, stay=True)
    dialog = show(ProfileDialog(crowd.desk, ana, None))
    card = dialog.sign_ins
    ends = {b.accessibleName(): b for b in card.findChildren(QPushButton) if b.text() == "End"}
    words = [label.text() for label in card.findChildren(QLabel)]
    assert list(ends) == ["End the sign-in at desk", "End the sign-in at <b>laptop</b>"]
    assert words.index("desk") < words.index("This program") < words.index("<b>laptop</b>")
    assert any("Last seen just now" in one for one in words)
    ends["End the sign-in at <b>laptop</b>"].click()
    assert not other.refresh()
    assert crowd.core.sign_in.refresh()
    assert card.rows.count() == 1
    with qtbot.waitSignal(card.sign_out_wanted):
        ends["End the sign-in at desk"].click()
    with qtbot.waitSignal(card.everywhere_wanted):
        card.everywhere.click()


def test_who_needs_no_sign_in_has_none_to_end(crowd, show) -> None:
    assert show(ProfileDialog(crowd.desk, crowd.first, None)).sign_ins is None


def test_a_password_is_changed_and_asked_for_before(crowd, show) -> None:
    ana = crowd.with_password()
    dialog = show(ChangePasswordDialog(crowd.desk, ana, None))
    dialog.store.click()
    assert dialog.fields["current"]._problem.text()
    dialog.present.setText("not this one")
    for field in (dialog.new.first, dialog.new.again):
        field.setText(NEW)
    dialog.store.click()
    assert dialog.isVisible()
    assert "not your present" in dialog.fields["current"]._problem.text()
    dialog.present.setText(PASSWORD)
    dialog.store.click()
    assert not dialog.isVisible()
    assert crowd.core.sign_in.sign_in(ana.email, NEW, stay=False)
    assert {field.text() for field in dialog.findChildren(QLineEdit)} == {""}


def test_a_closed_dialog_keeps_no_password(crowd, show) -> None:
    dialog = show(ChangePasswordDialog(crowd.desk, crowd.with_password(), None))
    dialog.present.setText(PASSWORD)
    dialog.new.first.setText(NEW)
    dialog.reject()
    assert {field.text() for field in dialog.findChildren(QLineEdit)} == {""}


def test_who_is_alone_can_go_without_a_password_again(crowd, show) -> None:
    dialog = show(RemovePasswordDialog(crowd.desk, crowd.with_password(), None))
    dialog.present.setText("not this one")
    dialog.store.click()
    assert "not your present" in dialog.fields["current"]._problem.text()
    dialog.present.setText(PASSWORD)
    dialog.store.click()
    assert not dialog.isVisible()
    assert not crowd.core.sign_in.needs_sign_in()


def test_with_others_everybody_signs_in(crowd, show) -> None:
    ana = crowd.with_password()
    crowd.add("Bert")
    dialog = show(RemovePasswordDialog(crowd.desk, ana, None))
    dialog.present.setText(PASSWORD)
    dialog.store.click()
    assert "other people" in dialog.problem.text()
    assert crowd.core.sign_in.needs_sign_in()


def test_pictures_are_chosen_with_the_keyboard(crowd, qtbot) -> None:
    choice = AvatarChoice("fox", "Ana")
    qtbot.addWidget(choice)
    choice.show()
    assert choice.chosen() == "fox"
    names = ["", *avatar_names()]
    button = choice._group.checkedButton()
    qtbot.keyClick(button, Qt.Key.Key_Right)
    assert choice.chosen() == names[names.index("fox") + 1]
    stops = [one for one in choice._group.buttons() if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [choice._group.checkedButton()]
    assert all(one.accessibleName() for one in choice._group.buttons())


def test_there_are_enough_pictures_and_each_can_be_drawn(crowd) -> None:
    assert len(avatar_names()) >= 12
    for name in avatar_names():
        image = face(name, "", 32).toImage()
        assert image.pixelColor(16, 16).alpha() == 255
        assert image.pixelColor(0, 0).alpha() == 0


def test_an_unknown_picture_becomes_initials(crowd) -> None:
    shown = face("../../etc/passwd", "Ana Díaz", 32).toImage()
    assert shown == face("", "Ana Díaz", 32).toImage()


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ana Díaz", "AD"),
        ("bob@example.org", "B"),
        ("ana.lopez@example.org", "AL"),
        ("👩‍🚀 Moon", "👩‍🚀M"),
        ("مرحبا", "م"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_initials_are_whole_letters(name, letters) -> None:
    assert initials(name) == letters


def test_the_eye_shows_a_password_and_using_it_hides_it(looks, qtbot) -> None:
    field = PasswordField()
    qtbot.addWidget(field)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    field.setText("secret")
    assert field._eye.shortcut().toString() == "Alt+F8"
    field._eye.trigger()
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    assert field.take() == "secret"
    assert field.text() == ""
    assert field.echoMode() is QLineEdit.EchoMode.Password


def test_caps_lock_is_told_of(looks, qtbot) -> None:
    field = password_field("Password")
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClick(field.editor, "A")
    assert "Caps Lock" in field._hint.text()
    qtbot.keyClick(field.editor, "b")
    assert "Caps Lock" not in field._hint.text()
    qtbot.keyClick(field.editor, "C", Qt.KeyboardModifier.ShiftModifier)
    assert "Caps Lock" not in field._hint.text()


def test_strength_is_asked_for_once_typing_rests(looks, qtbot) -> None:
    fields = NewPassword()
    qtbot.addWidget(fields)
    asked = []
    fields.weigh_with(asked.append)
    for text in ("a", "ab", "abc"):
        fields.first.setText(text)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == ["abc"]
    fields.show_weakness("abc", "Too short.")
    assert fields.field._hint.text() == "Too short."
    fields.show_weakness("older", "Not about this one.")
    assert fields.field._hint.text() == "Too short."
    fields.first.setText("something else")
    assert "Too short" not in fields.field._hint.text()
