"""The settings, made from what is declared about them."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedLayout, QVBoxLayout, QWidget

from infinibay_desktop.model.errors import ValidationError
from infinibay_desktop.model.events import ActorChanged, SettingsChanged
from infinibay_desktop.model.settings import SETTINGS, Section, Settings, SettingValue
from infinibay_desktop.model.wallpapers import Wallpaper
from infinibay_desktop.services.settings import permission_for
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.page import Page
from infinibay_desktop.ui.rights import actor
from infinibay_desktop.ui.setting_texts import SECTIONS, label_of, translated
from infinibay_desktop.ui.shell.setting_rows import SettingRow
from infinibay_desktop.ui.widgets.buttons import action
from infinibay_desktop.ui.widgets.layout import Card, EmptyPage, ScrollPage, line, row

TYPE_CHECKING = False
if TYPE_CHECKING:  # the desk imports every service, which the first paint does not wait for
    from infinibay_desktop.ui.desk import Desk

SECTIONS_WIDTH = 180
# Below this width only the settings show.
NARROW = 720
WIDEST = 860


class SettingsPage(Page):
    """Every change is stored at once; one that is refused says why beside its field."""

    name = "settings"
    symbol = "settings"
    filterable = True
    has_main_act = False
    retranslates = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self.rows: dict[str, SettingRow] = {}
        self._cards: dict[Section, Card] = {}
        self._lines: dict[str, QWidget] = {}
        self._filter = ""
        self._reset = action(self, "", self._reset_all, symbol="rotate-ccw")
        self._build()
        self._retranslate()
        self.setEnabled(False)

    def title(self) -> str:
        """The page's name for people."""
        return self.tr("Settings")

    def page_actions(self) -> list[QAction]:
        """Putting everything back."""
        return [self._reset]

    def filter_hint(self) -> str:
        """What the empty search field says."""
        return self.tr("Search settings")

    def set_filter(self, text: str) -> None:
        """Show only settings that have all words in their name, help or choices."""
        self._filter = text
        words = text.casefold().split()
        for section, card in self._cards.items():
            heading = translated(SECTIONS[section]).casefold()
            first = True
            for name, shown in self._rows_of(section):
                found = all(word in shown.search or word in heading for word in words)
                fits = found and self._may_change(name)
                shown.setVisible(fits)
                self._lines[name].setVisible(fits and not first)
                first = first and not fits
            card.setVisible(not first)
        found = any(card.isVisibleTo(self._scroll) for card in self._cards.values())
        self._stack.setCurrentIndex(0 if found else 1)

    def attach(self, desk: "Desk") -> None:
        """Settings can be changed now."""
        self._desk = desk
        desk.bridge.on(SettingsChanged, self._on_settings_changed, owner=self)
        desk.bridge.on(ActorChanged, lambda _event: self._offer(), owner=self)
        self._offer()
        self._show(desk.core.settings.settings)
        self.setEnabled(True)

    def retint(self) -> None:
        """The theme changed."""
        self._nothing.retint()

    def changeEvent(self, event: QEvent) -> None:
        """Take all texts anew when the language changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the sections out where there is no room for them."""
        super().resizeEvent(event)
        self._sections.setVisible(event.size().width() >= NARROW)

    # Making.

    def _build(self) -> None:
        self._sections = QListWidget()
        self._sections.setObjectName("sections")
        self._sections.setFixedWidth(SECTIONS_WIDTH)
        self._sections.hide()
        self._sections.currentRowChanged.connect(self._on_sections_row_changed)
        self._scroll = ScrollPage()
        self._scroll.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        middle = QWidget()
        middle.setMaximumWidth(WIDEST)
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        for section in Section:
            self._sections.addItem("")
            self._column.addWidget(self._make_card(section))
        around = row(middle, 1)
        around.setStretch(0, 1000)
        self._scroll.body.addLayout(around)
        self._scroll.body.addStretch(1)
        self._nothing = EmptyPage("search", "", "")
        self._stack = QStackedLayout()
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._nothing)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._sections)
        outer.addLayout(self._stack, 1)

    def _make_card(self, section: Section) -> Card:
        card = Card(" ")
        for name, about in SETTINGS.items():
            if about.section is section and not about.hidden:
                made = SettingRow(about, self._change, self._reset_one)
                self.rows[name] = made
                self._lines[name] = line()
                card.body.addWidget(self._lines[name])
                card.body.addWidget(made)
        self._cards[section] = card
        return card

    def _rows_of(self, section: Section) -> list[tuple[str, SettingRow]]:
        return [item for item in self.rows.items() if item[1].about.section is section]

    def _retranslate(self) -> None:
        self._reset.setText(self.tr("Reset all"))
        self._sections.setAccessibleName(self.tr("Sections"))
        self._nothing.tell(
            self.tr("No setting has these words"), self.tr("Search for another word.")
        )
        for index, section in enumerate(Section):
            words = translated(SECTIONS[section])
            item = self._sections.item(index)
            item.setText(words)
            item.setSizeHint(QSize(0, self.fontMetrics().height() + 16))
            self._cards[section].heading.setText(words)
            self._cards[section].setAccessibleName(words)
        for shown in self.rows.values():
            shown.retranslate()
        self.set_filter(self._filter)

    # Rights.

    def _may_change(self, name: str) -> bool:
        return self._desk is None or actor(self._desk).may(permission_for((name,)))

    def _offer(self) -> None:
        """Leave out what only others may change."""
        for index, section in enumerate(Section):
            rows = self._rows_of(section)
            allowed = any(self._may_change(name) for name, _row in rows)
            self._sections.item(index).setHidden(not allowed)
        self.set_filter(self._filter)

    # Sections.

    def _on_sections_row_changed(self, index: int) -> None:
        if self._sections.hasFocus() or self._sections.underMouse():
            card = list(self._cards.values())[max(0, index)]
            self._scroll.verticalScrollBar().setValue(card.y())

    def _on_scrolled(self, top: int) -> None:
        """Mark the section that is read now, without moving to it."""
        shown = [i for i, card in enumerate(self._cards.values()) if card.y() <= top + 40]
        if not (self._sections.hasFocus() or self._sections.underMouse()):
            self._sections.setCurrentRow(max(shown, default=0))

    # Changing.

    def _show(self, settings: Settings) -> None:
        for name, shown in self.rows.items():
            shown.show_value(getattr(settings, name))

    def _on_settings_changed(self, event: SettingsChanged) -> None:
        for name in event.names:
            if name in self.rows:
                self.rows[name].blame("")
                self.rows[name].show_value(getattr(event.settings, name))

    def _change(self, name: str, value: SettingValue) -> None:
        if desk := self._desk:
            if value == getattr(desk.core.settings.settings, name):
                self.rows[name].blame("")
                return
            title = self.tr("Could not store the setting")
            desk.operations.spawn(self, self._store(desk, name, value), title=title)

    async def _store(self, desk: "Desk", name: str, value: SettingValue) -> None:
        settings = desk.core.settings
        values: dict[str, SettingValue] = {name: value}
        if name == "wallpaper_file" and value:
            values["wallpaper"] = Wallpaper.FILE  # who chooses a picture wants to see it
        try:
            await desk.operations.run(lambda: settings.change(**values), key="settings")
        except ValidationError as error:
            self.rows[name].blame(complaint(error).replace(f"'{name}'", f"“{label_of(name)}”"))
            return
        self.rows[name].blame("")
        self.rows[name].show_value(getattr(settings.settings, name))

    def _reset_one(self, name: str) -> None:
        self._put_back(name)

    def _reset_all(self) -> None:
        self._put_back(*[name for name in self.rows if self._may_change(name)])

    def _put_back(self, *names: str) -> None:
        if desk := self._desk:
            title = self.tr("Could not reset the settings")
            desk.operations.spawn(self, self._forget(desk, names), title=title)

    async def _forget(self, desk: "Desk", names: tuple[str, ...]) -> None:
        await desk.operations.run(lambda: desk.core.settings.reset(*names), key="settings")
        for name in names:
            self.rows[name].blame("")
        self._show(desk.core.settings.settings)
