"""The first run: one click keeps "nobody signs in"; an administrator can be set up at once."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from infinibay_desktop.ui.people.own import SetPasswordDialog
from infinibay_desktop.ui.shell.first_run import FirstRunPage
from tests.fakes.people import PASSWORD

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def welcome(crowd, qtbot) -> FirstRunPage:
    crowd.core.make_doctor = lambda: SimpleNamespace(examine=lambda: iter(()))
    page = FirstRunPage()
    qtbot.addWidget(page)
    page.resize(800, 900)
    page.show()
    page.attach(crowd.desk)
    return page


def test_it_is_said_plainly_that_nobody_signs_in(welcome) -> None:
    assert "Nobody signs in on this computer" in welcome.who.text()
    assert welcome.password_button.isVisible()


def test_one_click_asks_for_no_password(crowd, welcome, qtbot) -> None:
    qtbot.mouseClick(welcome.start_button, Qt.MouseButton.LeftButton)
    assert crowd.desk.go.went == [("page", "machines", None)]
    assert not crowd.me.has_password


def test_an_administrator_is_set_up_with_name_address_and_password(crowd, welcome) -> None:
    welcome.password_button.click()
    (dialog,) = welcome.findChildren(SetPasswordDialog)
    form = dialog.form
    form.first_name.editor.setText("Ana")
    form.email.editor.setText("Ana@Example.org")
    for field in (form.password.first, form.password.again):
        field.setText(PASSWORD)
    dialog.store.click()
    assert crowd.core.sign_in.needs_sign_in()
    assert welcome.who.text() == "Ana signs in with Ana@Example.org."
    assert not welcome.password_button.isVisible()


def test_an_address_is_needed_to_sign_in_with(crowd, welcome) -> None:
    welcome.password_button.click()
    (dialog,) = welcome.findChildren(SetPasswordDialog)
    for field in (dialog.form.password.first, dialog.form.password.again):
        field.setText(PASSWORD)
    dialog.store.click()
    assert dialog.form.email._problem.isVisible()
    assert not crowd.me.has_password
