"""The trust boundary in plain words: what rights protect against, what not, and what to do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from infinibay_desktop.ui.widgets.dialogs import Dialog
from infinibay_desktop.ui.widgets.figures import Sign
from infinibay_desktop.ui.widgets.layout import Card
from infinibay_desktop.ui.widgets.text import wrapped


class RightsHelp(Dialog):
    """Read by administrators before they give the program to others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What the rights protect"), parent, width=680)
        self.body.addWidget(wrapped(self._introduction()))
        self._add(self.tr("They protect against"), "shield-check", "running", self._protected())
        self._add(
            self.tr("They cannot protect against"), "shield-alert", "danger", self._unprotected()
        )
        self._add(self.tr("What you can do"), "check", "accent", self._advice())
        self.body.addStretch(1)
        close = self.add_button(self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        close.setFocus()

    def _add(self, title: str, symbol: str, tone: str, sentences: Sequence[str]) -> None:
        card = Card(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for line, sentence in enumerate(sentences):
            grid.addWidget(Sign(symbol, tone, size=16), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(wrapped(sentence), line, 1)
        card.body.addLayout(grid)
        self.body.addWidget(card)

    def _introduction(self) -> str:
        return self.tr(
            "Before each act the program looks up who is signed in, and whether that person may "
            "do this to that machine, department or person. It does so where the act is done, "
            "not only where buttons are shown, and records what was done and what was refused. "
            "But it runs on the computer of the person who acts."
        )

    def _protected(self) -> Sequence[str]:
        return (
            self.tr(
                "Mistakes: nobody deletes, stops or changes what is not theirs by taking one "
                "machine for another."
            ),
            self.tr(
                "Curiosity: users of this program see their own machines and their department's, "
                "and nothing of others in lists, search, exports or messages."
            ),
            self.tr(
                "Forgetting: the activity says who did what and when, and checking the record "
                "shows entries that were changed or taken out later."
            ),
        )

    def _unprotected(self) -> Sequence[str]:
        return (
            self.tr(
                "Somebody who has the database's password, or may write its file: with other "
                "programs they can read and change everything in it, the rights and the record "
                "too. The program itself has that password, on every computer where it runs."
            ),
            self.tr(
                "Somebody with root on a host, or an account there that may use libvirt: they "
                "drive and read its machines without this program."
            ),
            self.tr(
                "Somebody who may change this program's files, or use the account of a person "
                "who stays signed in."
            ),
            self.tr(
                "With no sign-in on this computer, everybody who uses this account: each of them "
                "is the administrator."
            ),
        )

    def _advice(self) -> Sequence[str]:
        return (
            self.tr(
                "Give the program, with the database's password, only to people whom you would "
                "trust with the database. Others can use their machines over remote desktop."
            ),
            self.tr(
                "Use PostgreSQL on a computer of its own, with TLS and a password that is used "
                "for nothing else; change it when somebody leaves, as well as deleting the person."
            ),
            self.tr(
                "On hosts, let only administrators' own SSH keys use libvirt, and take a key out "
                "when its owner leaves."
            ),
            self.tr(
                "Export the activity from time to time and keep the file elsewhere. Whoever "
                "rewrites the whole record cannot rewrite that one."
            ),
            self.tr(
                "Set a password before others use this computer, let the desktop lock its screen, "
                "and sign out everywhere when a computer is lost."
            ),
        )
