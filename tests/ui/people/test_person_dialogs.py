"""Dialogs about people: refusals beside their fields, passwords shown once and never kept."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLineEdit

from infinibay_desktop.model.people import Role
from infinibay_desktop.ui.people.acts import PeopleActs
from infinibay_desktop.ui.people.dialogs import (
    DeletePersonDialog,
    OneTimePasswordDialog,
    PersonDialog,
    ResetPasswordDialog,
)
from infinibay_desktop.ui.people.own import SetPasswordDialog
from infinibay_desktop.ui.widgets.layout import Card

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def show(qtbot):
    def showing(dialog: QDialog) -> QDialog:
        qtbot.addWidget(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.fit()
        dialog.open()
        return dialog

    return showing


def type_into(dialog, **words: str) -> None:
    for name, text in words.items():
        dialog.fields[name].editor.setText(text)


def problem_of(field) -> str:
    return field._problem.text() if field._problem.isVisibleTo(field) else ""


def test_a_person_is_added_and_gets_a_one_time_password(crowd, show) -> None:
    crowd.with_password()
    dialog = show(PersonDialog(crowd.desk, None, None))
    added = []
    dialog.added.connect(added.append)
    type_into(dialog, email="Bert@Example.org", first_name="Bert", last_name="Müller")
    dialog.role.setCurrentIndex(dialog.role.findData(Role.ADMINISTRATOR))
    dialog.store.click()
    assert dialog.result() == 1
    (found,) = crowd.core.people.search("bert")
    assert (found.name, found.role) == ("Bert Müller", Role.ADMINISTRATOR)
    assert found.must_change_password
    assert added[0].person == found
    assert added[0].one_time_password


@pytest.mark.parametrize("taken", ["ana@example.org", "ANA@EXAMPLE.ORG", "not an address"])
def test_an_address_that_cannot_be_taken_is_refused_beside_it(crowd, show, taken) -> None:
    crowd.with_password()
    dialog = show(PersonDialog(crowd.desk, None, None))
    type_into(dialog, email=taken)
    dialog.store.click()
    assert problem_of(dialog.fields["email"])
    assert dialog.store.isEnabled()
    assert dialog.isVisible()


def test_a_name_of_ten_thousand_characters_breaks_nothing(crowd, show) -> None:
    crowd.with_password()
    dialog = show(PersonDialog(crowd.desk, None, None))
    type_into(dialog, email="b@example.org", first_name="x" * 10_000)
    dialog.store.click()
    assert problem_of(dialog.fields["first_name"])
    assert dialog.width() < 700


def test_a_person_is_edited_and_disabled(crowd, show) -> None:
    crowd.with_password()
    bert = crowd.add("Bert")
    dialog = show(PersonDialog(crowd.desk, bert, None))
    type_into(dialog, last_name="<b>M</b>")
    dialog.disabled.setChecked(True)
    dialog.picture._group.button(3).setChecked(True)
    dialog.store.click()
    found = crowd.core.people.find(bert.id)
    assert (found.last_name, found.disabled, found.avatar) == ("<b>M</b>", True, "cat")


def test_ones_own_role_is_others_to_change(crowd, show) -> None:
    ana = crowd.with_password()
    dialog = show(PersonDialog(crowd.desk, ana, None, is_own=True))
    assert not dialog.role.isEnabled()
    assert not dialog.disabled.isEnabled()


def test_a_one_time_password_is_shown_once_and_copied(crowd, show) -> None:
    ana = crowd.with_password()
    dialog = show(OneTimePasswordDialog(ana, "abcde-fghij", None))
    assert dialog.password.text() == "abcde-fghij"
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "abcde-fghij"
    dialog.accept()
    assert dialog.password.text() == ""


def test_a_reset_password_is_handed_on_and_opens_the_door_once(crowd, show) -> None:
    crowd.with_password()
    bert = crowd.add("Bert")
    dialog = show(ResetPasswordDialog(crowd.desk, bert, None))
    made = []
    dialog.made.connect(made.append)
    dialog.store.click()
    assert crowd.core.people.find(bert.id).must_change_password
    assert crowd.core.sign_in.sign_in(bert.email, made[0], stay=False).id == bert.id


def test_deleting_needs_a_second_click_and_says_what_stays(crowd, show) -> None:
    crowd.with_password()
    bert = crowd.add("Bert")
    dialog = show(DeletePersonDialog(crowd.desk, bert, None))
    assert not dialog.store.isDefault()
    assert crowd.core.people.count() == 2
    dialog.store.click()
    assert crowd.core.people.count() == 1


def test_the_last_super_administrator_cannot_be_taken_away(crowd, show) -> None:
    ana = crowd.with_password()
    crowd.sign_in(crowd.add("Bert", Role.SUPER_ADMINISTRATOR))
    crowd.core.people.edit(replace(crowd.core.people.find(ana.id), role=Role.USER))
    dialog = show(DeletePersonDialog(crowd.desk, crowd.me, None))
    dialog.store.click()
    assert dialog.problem.text()
    assert crowd.core.people.find(ana.id).role is Role.USER


def test_who_has_no_password_sets_one_before_adding_others(crowd, qtbot) -> None:
    owner = Card()
    qtbot.addWidget(owner)
    owner.show()
    acts = PeopleActs(owner, lambda: None)
    acts.attach(crowd.desk)
    acts.add.trigger()
    (dialog,) = owner.findChildren(SetPasswordDialog)
    form = dialog.form
    assert form.email.editor.text() == ""
    form.email.editor.setText("ana@example.org")
    for field in (form.password.first, form.password.again):
        field.setText("seven purple lamps sing")
    dialog.store.click()
    assert crowd.me.has_password
    assert crowd.me.email == "ana@example.org"
    assert owner.findChildren(PersonDialog)


def test_no_password_stays_in_a_field_after_use(crowd, show) -> None:
    dialog = show(SetPasswordDialog(crowd.desk, crowd.me, None))
    dialog.form.email.editor.setText("ana@example.org")
    for field in (dialog.form.password.first, dialog.form.password.again):
        field.setText("seven purple lamps sing")
    dialog.store.click()
    texts = [field.text() for field in dialog.findChildren(QLineEdit)]
    assert "seven purple lamps sing" not in texts


def test_a_weak_password_is_refused_beside_it(crowd, show, qtbot) -> None:
    dialog = show(SetPasswordDialog(crowd.desk, crowd.me, None))
    form = dialog.form
    form.email.editor.setText("ana@example.org")
    form.password.first.setText("password1234")
    qtbot.waitUntil(lambda: form.password.field._hint.text() == "It is common.")
    dialog.store.click()
    assert problem_of(form.password.field_again) == "The two passwords differ."
    form.password.again.setText("password1234")
    dialog.store.click()
    assert "common" in problem_of(form.password.field)
    assert not crowd.me.has_password
