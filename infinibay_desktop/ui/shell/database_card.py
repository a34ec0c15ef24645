"""Where data is kept, and another database: tested first, used from the next start."""

from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.databases import DatabaseLook, DatabaseShape
from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import ActorChanged, SettingsChanged
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.formats import plain_text
from infinibay_desktop.ui.rights import actor
from infinibay_desktop.ui.widgets.buttons import button
from infinibay_desktop.ui.widgets.forms import Field, text_field
from infinibay_desktop.ui.widgets.layout import Card, row
from infinibay_desktop.ui.widgets.text import ElidedLabel, wrapped

MAX_LOCATION = 1024
_LANE = "database-look"


class DatabaseCard(Card):
    """Shown to those alone who may choose the database."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk: Desk | None = None
        self._found: DatabaseLook | None = None
        self._now = ""
        self._looking = self._storing = False
        self.heading.setText(self.tr("Database"))
        self.heading.show()
        self.setAccessibleName(self.tr("Database"))
        self._kept = wrapped(
            self.tr("Hosts, people, departments and all that is done are kept in:")
        )
        self.place = ElidedLabel(name="code", middle=True)
        self.later = wrapped()
        self._make_choice()
        self._show_later("")
        self._show()
        self.hide()

    def attach(self, desk: Desk) -> None:
        """Another database can be looked at now."""
        self._desk = desk
        desk.bridge.on(ActorChanged, lambda _event: self.read(), owner=self)
        desk.bridge.on(SettingsChanged, self._on_settings_changed, owner=self)

    def read(self) -> None:
        """Show where data is kept now, to whom that concerns."""
        desk = self._desk
        self.setVisible(desk is not None and _may_choose(desk))
        if desk and _may_choose(desk):
            desk.operations.spawn(self, self._read(desk))

    def _make_choice(self) -> None:
        self.editor = text_field(placeholder="postgresql://USER@HOST/DATABASE")
        self.editor.setMaxLength(MAX_LOCATION)
        self.field = Field(
            self.tr("Another database"),
            self.editor,
            name="database",
            hint=self.tr(
                "The path of a SQLite file for one person, or the URL of a PostgreSQL database "
                "for several. Nothing is copied there. No password belongs here: use "
                "PostgreSQL's password file, ~/.pgpass."
            ),
        )
        self.test_button = button(self.tr("Test"), self._test, symbol="check")
        self.result = wrapped()
        self.use_button = button(
            self.tr("Use from the next start"), self._use, kind="primary", symbol="database"
        )
        self.editor.textChanged.connect(self._on_editor_text_changed)
        self.editor.returnPressed.connect(self._test)
        for part in (self._kept, self.place, self.later, self.field):
            self.body.addWidget(part)
        self.body.addLayout(row(self.test_button, 1))
        self.body.addWidget(self.result)
        self.body.addLayout(row(self.use_button, 1))

    # Where data is kept.

    def _on_settings_changed(self, event: SettingsChanged) -> None:
        if "database" in event.names:
            self.read()

    async def _read(self, desk: Desk) -> None:
        places = await desk.operations.run(desk.core.databases.places, lane=_LANE)
        self._now = places.now
        self.place.show_text(places.now)
        self._show_later("" if places.later == places.now else places.later)

    def _show_later(self, later: str) -> None:
        words = self.tr(
            "The next start uses %1, unless another database is named on the command line. To "
            "use it now, quit the program and start it again."
        )
        self.later.setText(words.replace("%1", plain_text(later, MAX_LOCATION)))
        self.later.setVisible(bool(later))

    # Another one.

    def _on_editor_text_changed(self) -> None:
        self._found = None
        self.field.blame("")
        self._show()

    def _test(self) -> None:
        location = self.editor.text().strip()
        if self._desk and location and not self._looking:
            self._looking = True
            self._found = None
            self.field.blame("")
            self._show()
            self._desk.operations.spawn(self, self._look(self._desk, location))

    async def _look(self, desk: Desk, location: str) -> None:
        found: DatabaseLook | None = None
        problem = ""
        try:
            found = await desk.operations.run(
                lambda: desk.core.databases.look_at(location), lane=_LANE
            )
        except InfinibayError as error:
            problem = complaint(error)
        finally:
            self._looking = False
            # What was typed meanwhile was not looked at.
            if location == self.editor.text().strip():
                self._found = found
                self.field.blame(problem)
            self._show()

    def _use(self) -> None:
        if self._desk and self._found and not self._storing:
            self._storing = True
            self._desk.operations.spawn(self, self._store(self._desk, self._found))

    async def _store(self, desk: Desk, found: DatabaseLook) -> None:
        try:
            await desk.operations.run(
                lambda: desk.core.settings.change(database=found.location), key="settings"
            )
        except InfinibayError as error:
            self.field.blame(complaint(error))
            return
        finally:
            self._storing = False
        if self.use_button.hasFocus():
            self.editor.setFocus()
        if found is self._found:
            self.editor.clear()

    def _show(self) -> None:
        found = self._found
        is_used = found is not None and found.location == self._now
        self.test_button.setEnabled(bool(self.editor.text().strip()))
        self.use_button.setVisible(found is not None and not is_used)
        words = ""
        if self._looking:
            words = self.tr("Looking at the database…")
        elif found:
            words = self.tr("This database is in use already.") if is_used else self._words(found)
        self.result.setText(words)
        self.result.setVisible(bool(words))

    def _words(self, found: DatabaseLook) -> str:
        if found.shape is DatabaseShape.CURRENT:
            words = self.tr("It can be used (%1). It is a database of this program.")
        elif found.shape is DatabaseShape.OLDER:
            words = self.tr(
                "It can be used (%1). An older version of this program made it; the next start "
                "brings it up to date, and older versions cannot use it then."
            )
        elif found.is_file:
            words = self.tr("It can be used (%1). Nothing is there yet; the next start makes it.")
        else:
            words = self.tr("It can be used (%1). It is empty; the next start fills it.")
        return words.replace("%1", plain_text(found.server, 60))


def _may_choose(desk: Desk) -> bool:
    who = actor(desk)
    return who.may(Permission.DATABASE_MANAGE) and who.may(Permission.SETTINGS_MANAGE)
