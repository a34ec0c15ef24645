"""Colours, distances and the style sheet, in a light and a dark form."""

from dataclasses import dataclass, fields

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from infinibay_desktop.model.settings import Theme


@dataclass(frozen=True, slots=True)
class Tones:
    """The colours of one scheme, by what they mean. Text on its ground has 4.5:1 or more."""

    name: str
    window: str
    surface: str
    sunken: str
    raised: str
    border: str
    strong_border: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    hover: str
    running: str
    running_soft: str
    paused: str
    paused_soft: str
    danger: str
    danger_soft: str
    off: str
    shadow: str

    def color(self, tone: str) -> QColor:
        """The colour called `tone`."""
        return QColor(getattr(self, tone))


LIGHT = Tones(
    name="light",
    window="#f4f6f9",
    surface="#ffffff",
    sunken="#eef1f5",
    raised="#ffffff",
    border="#e0e4eb",
    strong_border="#c3cad6",
    text="#18202c",
    muted="#566173",
    faint="#98a2b3",
    accent="#1f6bb8",
    accent_hover="#185a9d",
    on_accent="#ffffff",
    accent_soft="#e2eefa",
    hover="#eceff4",
    running="#157347",
    running_soft="#def3e7",
    paused="#8a5a00",
    paused_soft="#fdf0d2",
    danger="#b42318",
    danger_soft="#fde7e5",
    off="#5f697d",
    shadow="#26101828",
)
DARK = Tones(
    name="dark",
    window="#14181f",
    surface="#1b2029",
    sunken="#11151b",
    raised="#232a35",
    border="#2c3441",
    strong_border="#445063",
    text="#e8ecf2",
    muted="#a2adbd",
    faint="#667386",
    accent="#6cb2f5",
    accent_hover="#8cc4fa",
    on_accent="#0c1a2a",
    accent_soft="#1d3350",
    hover="#262e3a",
    running="#5fd39a",
    running_soft="#173626",
    paused="#f0bf5c",
    paused_soft="#3a2e14",
    danger="#ff8a80",
    danger_soft="#43201e",
    off="#93a0b4",
    shadow="#80000000",
)


def tones() -> Tones:
    """The colours in force, by the application's own property."""
    application = QGuiApplication.instance()
    name = application.property("scheme") if application else None
    return DARK if name == "dark" else LIGHT


def apply_theme(application: QApplication, theme: Theme) -> Tones:
    """Put a scheme in force for every window, now and later."""
    found = DARK if _is_dark(theme) else LIGHT
    application.setProperty("scheme", found.name)
    application.setPalette(_palette(found))
    application.setStyleSheet(_style_sheet(found))
    return found


def _is_dark(theme: Theme) -> bool:
    if theme is Theme.SYSTEM:
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return theme is Theme.DARK


def _palette(found: Tones) -> QPalette:
    role = QPalette.ColorRole
    wanted = {
        role.Window: found.window,
        role.WindowText: found.text,
        role.Base: found.surface,
        role.AlternateBase: found.sunken,
        role.Text: found.text,
        role.Button: found.surface,
        role.ButtonText: found.text,
        role.BrightText: found.danger,
        role.Highlight: found.accent,
        role.HighlightedText: found.on_accent,
        role.Link: found.accent,
        role.LinkVisited: found.accent,
        role.PlaceholderText: found.muted,
        role.ToolTipBase: found.raised,
        role.ToolTipText: found.text,
        role.Mid: found.border,
        role.Midlight: found.hover,
        role.Dark: found.strong_border,
        role.Light: found.raised,
        role.Shadow: found.faint,
        role.Accent: found.accent,
    }
    palette = QPalette()
    for where, color in wanted.items():
        palette.setColor(where, QColor(color))
    for where in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(found.faint))
    return palette


def _style_sheet(found: Tones) -> str:
    text = _SHEET
    for field in fields(found):
        text = text.replace(f"@{field.name};", f"{getattr(found, field.name)};")
    return text


# One property a line; "@tone;" is replaced. Kept short: Qt matches every rule for every widget.
_SHEET = """
QToolTip { color: @text; background-color: @raised; border: 1px solid @border; padding: 4px; }
QFrame#navigation { background-color: @surface; border: none; border-right: 1px solid @border; }
QFrame#topBar { background-color: @surface; border: none; border-bottom: 1px solid @border; }
QStatusBar { background-color: @surface; border-top: 1px solid @border; }
QStatusBar::item { border: none; }
QFrame#card {
  background-color: @surface; border: 1px solid @border; border-radius: 8px;
}
QFrame#notice { background-color: @raised; border: 1px solid @strong_border; border-radius: 8px; }
QLabel#title { font-size: 15pt; font-weight: 600; }
QLabel#heading { font-size: 11pt; font-weight: 600; }
QLabel#muted, QLabel#hint { color: @muted; }
QLabel#problem { color: @danger; }
QLabel#figure { font-size: 20pt; font-weight: 600; }
QLabel#code, QPlainTextEdit#code {
  background-color: @sunken; border: 1px solid @border; border-radius: 6px; padding: 8px;
  font-family: monospace;
}
QPushButton {
  background-color: @surface; color: @text; border: 1px solid @strong_border;
  border-radius: 6px; padding: 5px 14px; min-height: 20px;
}
QPushButton:hover { background-color: @hover; }
QPushButton:pressed { background-color: @sunken; }
QPushButton:focus { border: 2px solid @accent; padding: 4px 13px; }
QPushButton:disabled { color: @faint; border-color: @border; }
QPushButton[kind="primary"] {
  background-color: @accent; color: @on_accent; border-color: @accent; font-weight: 600;
}
QPushButton[kind="primary"]:hover { background-color: @accent_hover; border-color: @accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid @text; }
QPushButton[kind="primary"]:disabled {
  background-color: @sunken; color: @faint; border-color: @border;
}
QPushButton[kind="danger"] {
  background-color: @danger_soft; color: @danger; border-color: @danger; font-weight: 600;
}
QPushButton[kind="danger"]:hover { background-color: @danger; color: @surface; }
QPushButton[kind="danger"]:disabled {
  background-color: @sunken; color: @faint; border-color: @border;
}
QPushButton[kind="link"] {
  background: transparent; border: 1px solid transparent; color: @accent; padding: 2px 4px;
}
QPushButton[kind="link"]:focus { border: 1px solid @accent; }
QToolButton {
  background: transparent; color: @text; border: 1px solid transparent; border-radius: 6px;
  padding: 4px;
}
QToolButton:hover { background-color: @hover; }
QToolButton:pressed { background-color: @sunken; }
QToolButton:checked { background-color: @accent_soft; }
QToolButton:focus { border: 1px solid @accent; }
QToolButton:disabled { color: @faint; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[place="navigation"] {
  text-align: left; padding: 7px 10px; border-radius: 6px; color: @muted; font-weight: 500;
}
QToolButton[place="navigation-link"] {
  text-align: left; padding: 3px 8px; border-radius: 6px; color: @muted;
}
QToolButton[place="navigation-link"]:hover { color: @text; background-color: @hover; }
QToolButton[place="navigation-link"]:checked { color: @accent; background-color: @accent_soft; }
QToolButton[place="navigation"]:hover { color: @text; background-color: @hover; }
QToolButton[place="navigation"]:checked { color: @accent; background-color: @accent_soft; }
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox {
  background-color: @surface; color: @text; border: 1px solid @strong_border;
  border-radius: 6px; padding: 4px 8px; min-height: 20px;
  selection-background-color: @accent; selection-color: @on_accent;
}
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {
  border: 2px solid @accent; padding: 3px 7px;
}
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled {
  color: @faint; background-color: @sunken; border-color: @border;
}
QLineEdit[wrong="true"], QComboBox[wrong="true"], QSpinBox[wrong="true"] {
  border: 2px solid @danger; padding: 3px 7px;
}
QComboBox::drop-down { border: none; width: 24px; }
QSpinBox::up-button, QSpinBox::down-button,
QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {
  border: none; background: transparent; width: 24px; subcontrol-origin: border;
}
QSpinBox > QLineEdit, QDoubleSpinBox > QLineEdit {
  border: none; background: transparent; padding: 0 6px; min-height: 0;
}
QSpinBox::up-button, QDoubleSpinBox::up-button { subcontrol-position: top right; }
QSpinBox::down-button, QDoubleSpinBox::down-button { subcontrol-position: bottom right; }
QSpinBox::up-arrow, QSpinBox::down-arrow,
QDoubleSpinBox::up-arrow, QDoubleSpinBox::down-arrow { image: none; width: 0; height: 0; }
QListWidget#sections {
  background-color: transparent; border: none; border-radius: 0; padding: 12px 8px;
}
QListWidget#sections::item { padding: 7px 10px; border-radius: 6px; color: @muted; }
QListWidget#sections::item:hover { color: @text; background-color: @hover; }
QListWidget#sections::item:selected { color: @accent; background-color: @accent_soft; }
QComboBox QAbstractItemView {
  background-color: @raised; border: 1px solid @strong_border; padding: 4px;
  selection-background-color: @accent_soft; selection-color: @text;
}
QMenuBar { background-color: @surface; border-bottom: 1px solid @border; padding: 1px 4px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background-color: @hover; }
QMenu { background-color: @raised; border: 1px solid @strong_border; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background-color: @accent_soft; color: @text; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QTableView, QTreeView, QListView {
  background-color: @surface; border: 1px solid @border; border-radius: 6px;
  selection-background-color: @accent_soft; selection-color: @text; outline: none;
}
QTableView::item, QTreeView::item, QListView::item { padding: 3px 6px; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected {
  background-color: @accent_soft; color: @text;
}
QHeaderView { background-color: @surface; border: none; }
QHeaderView::section {
  background-color: @surface; color: @muted; border: none; border-bottom: 1px solid @border;
  padding: 6px 8px; font-weight: 600;
}
QHeaderView::section:hover { color: @text; }
QTabWidget::pane { border: none; border-top: 1px solid @border; }
QTabBar { background: transparent; }
QTabBar::tab {
  background: transparent; color: @muted; padding: 7px 12px; border: none;
  border-bottom: 2px solid transparent;
}
QTabBar[narrow="true"]::tab { padding: 7px 5px; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @accent; border-bottom: 2px solid @accent; }
QTabBar::tab:focus { color: @text; border-bottom: 2px solid @text; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @strong_border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar {
  background-color: @sunken; border: none; border-radius: 3px; max-height: 6px; min-height: 6px;
}
QProgressBar::chunk { background-color: @accent; border-radius: 3px; }
QProgressBar[level="high"]::chunk { background-color: @danger; }
QSlider::groove:horizontal { background-color: @strong_border; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background-color: @accent; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal {
  background-color: @accent; border: 2px solid @surface; width: 14px; height: 14px;
  margin: -7px 0; border-radius: 9px;
}
QSlider::handle:horizontal:hover { background-color: @accent_hover; }
QSlider::handle:horizontal:focus { border-color: @text; }
QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled {
  background-color: @faint;
}
QSplitter::handle { background-color: @border; }
QScrollArea, QScrollArea > QWidget > QWidget#canvas { background: transparent; border: none; }
QCheckBox, QRadioButton { spacing: 8px; }
QDialog { background-color: @window; }
QDockWidget { titlebar-close-icon: none; titlebar-normal-icon: none; }
"""
