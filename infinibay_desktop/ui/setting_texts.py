"""What settings are called and what they do, for people and for the translators."""

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.model.settings import Section, SettingsProblem, SettingsTrouble
from infinibay_desktop.ui.marking import QT_TRANSLATE_NOOP

CONTEXT = "Settings"


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingTexts:
    """The English source texts of one setting; `choices` by value."""

    label: str
    help: str
    choices: dict[str, str] = field(default_factory=dict)


SECTIONS: dict[Section, str] = {
    Section.APPEARANCE: QT_TRANSLATE_NOOP("Settings", "Appearance"),
    Section.LIST: QT_TRANSLATE_NOOP("Settings", "Machine list"),
    Section.CONSOLE: QT_TRANSLATE_NOOP("Settings", "Console"),
    Section.BEHAVIOUR: QT_TRANSLATE_NOOP("Settings", "Behaviour"),
    Section.GUESTS: QT_TRANSLATE_NOOP("Settings", "Guests and metrics"),
    Section.RECORD: QT_TRANSLATE_NOOP("Settings", "Record and logs"),
    Section.DATABASE: QT_TRANSLATE_NOOP("Settings", "Database"),
}

TEXTS: dict[str, SettingTexts] = {
    "theme": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Colours"),
        help=QT_TRANSLATE_NOOP("Settings", "Light or dark colours, or those of the desktop."),
        choices={
            "system": QT_TRANSLATE_NOOP("Settings", "As the desktop"),
            "light": QT_TRANSLATE_NOOP("Settings", "Light"),
            "dark": QT_TRANSLATE_NOOP("Settings", "Dark"),
        },
    ),
    "language": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Language"),
        help=QT_TRANSLATE_NOOP("Settings", "The language of the program, at once."),
        choices={
            "system": QT_TRANSLATE_NOOP("Settings", "As the desktop"),
            # Each language in its own words, so that everyone finds theirs again.
            "en": QT_TRANSLATE_NOOP("Settings", "English"),
            "es": QT_TRANSLATE_NOOP("Settings", "Español"),
            "de": QT_TRANSLATE_NOOP("Settings", "Deutsch"),
        },
    ),
    "wallpaper": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Picture behind the overview"),
        help=QT_TRANSLATE_NOOP("Settings", "It is drawn pale, so that all can be read."),
        choices={
            "none": QT_TRANSLATE_NOOP("Settings", "No picture"),
            "ridges": QT_TRANSLATE_NOOP("Settings", "Ridges"),
            "waves": QT_TRANSLATE_NOOP("Settings", "Waves"),
            "dunes": QT_TRANSLATE_NOOP("Settings", "Dunes"),
            "links": QT_TRANSLATE_NOOP("Settings", "Links"),
            "cells": QT_TRANSLATE_NOOP("Settings", "Cells"),
            "file": QT_TRANSLATE_NOOP("Settings", "My own picture"),
        },
    ),
    "wallpaper_file": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "My own picture"),
        help=QT_TRANSLATE_NOOP(
            "Settings",
            "A PNG, JPEG or WebP file of at most 20 MiB and 10,000 pixels a side. It is read "
            "where it lies, at each start.",
        ),
    ),
    "poll_figures": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Show live figures"),
        help=QT_TRANSLATE_NOOP(
            "Settings",
            "Ask the hosts for processor, memory, disk and network figures. States of machines "
            "are told by the hosts either way.",
        ),
    ),
    "poll_interval_s": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Time between figures"),
        help=QT_TRANSLATE_NOOP(
            "Settings", "How often the hosts are asked for figures. Longer is lighter on the hosts."
        ),
    ),
    "sparklines": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Draw small charts"),
        help=QT_TRANSLATE_NOOP(
            "Settings", "A line of the last minutes beside the figures in the list."
        ),
    ),
    "thumbnails": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Show pictures of screens"),
        help=QT_TRANSLATE_NOOP(
            "Settings", "Small pictures of running machines' screens, taken from time to time."
        ),
    ),
    "console_scaling": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Size of the screen"),
        help=QT_TRANSLATE_NOOP(
            "Settings",
            "How a console fills its window. Resizing the machine's screen needs a guest that "
            "can do it; otherwise the picture is fitted.",
        ),
        choices={
            "fit": QT_TRANSLATE_NOOP("Settings", "Fit the window"),
            "actual": QT_TRANSLATE_NOOP("Settings", "Actual size"),
            "resize-guest": QT_TRANSLATE_NOOP("Settings", "Resize the machine's screen"),
        },
    ),
    "release_keys": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Keys that release the console"),
        help=QT_TRANSLATE_NOOP(
            "Settings",
            "Pressed together, they give keyboard and pointer back to this computer. Two or "
            "more of Ctrl, Alt, Shift and Meta, or some of them and one letter, digit or "
            "function key: for example Ctrl+Alt.",
        ),
    ),
    "keep_console_s": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Keep hidden consoles connected"),
        help=QT_TRANSLATE_NOOP(
            "Settings",
            "How long a console that nobody sees stays connected, so that coming back to it "
            "shows it at once.",
        ),
    ),
    "paste_delay_ms": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Pause between pasted keys"),
        help=QT_TRANSLATE_NOOP(
            "Settings",
            "For text that is typed into a machine. Raise it where letters get lost.",
        ),
    ),
    "close_act": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Closing the window"),
        help=QT_TRANSLATE_NOOP(
            "Settings",
            "In the tray the program goes on to watch hosts. Machines run on either way.",
        ),
        choices={
            "ask": QT_TRANSLATE_NOOP("Settings", "Ask"),
            "quit": QT_TRANSLATE_NOOP("Settings", "Ends the program"),
            "tray": QT_TRANSLATE_NOOP("Settings", "Keeps it in the tray"),
        },
    ),
    "confirm_force_off": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Ask before forcing a machine off"),
        help=QT_TRANSLATE_NOOP(
            "Settings", "Forcing off or resetting cuts the power: unsaved work is lost."
        ),
    ),
    "confirm_shut_down": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Ask before shutting down"),
        help=QT_TRANSLATE_NOOP("Settings", "Shutting down lets the guest end its work first."),
    ),
    "confirm_reboot": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Ask before rebooting"),
        help=QT_TRANSLATE_NOOP("Settings", "Rebooting lets the guest end its work first."),
    ),
    "confirm_save": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Ask before saving"),
        help=QT_TRANSLATE_NOOP(
            "Settings", "Saving writes the machine's memory to the host's disk and stops it."
        ),
    ),
    "confirm_pause": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Ask before pausing"),
        help=QT_TRANSLATE_NOOP("Settings", "A paused machine keeps its memory and does nothing."),
    ),
    "desktop_notices": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Desktop notifications"),
        help=QT_TRANSLATE_NOOP(
            "Settings",
            "Tell through the desktop what ended or failed while the window is not in front.",
        ),
    ),
    "agent_period_s": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Time between readings of guests"),
        help=QT_TRANSLATE_NOOP(
            "Settings",
            "How often the agents inside machines send their figures. Longer is lighter on the "
            "machines and on the database.",
        ),
    ),
    "metric_raw_h": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Keep each reading"),
        help=QT_TRANSLATE_NOOP(
            "Settings",
            "How long every single reading is kept. Minutes, quarters of an hour and days are "
            "made of them before they go.",
        ),
    ),
    "metric_minute_days": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Keep history by the minute"),
        help=QT_TRANSLATE_NOOP(
            "Settings", "How long the least, mean and most of each minute are kept."
        ),
    ),
    "metric_quarter_days": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Keep history by the quarter of an hour"),
        help=QT_TRANSLATE_NOOP(
            "Settings", "How long the least, mean and most of each quarter of an hour are kept."
        ),
    ),
    "metric_day_years": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Keep history by the day"),
        help=QT_TRANSLATE_NOOP(
            "Settings", "How long the least, mean and most of each day are kept."
        ),
    ),
    "agent_server_address": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Hand out the agent at"),
        help=QT_TRANSLATE_NOOP(
            "Settings",
            "An address of this computer and a port, such as 192.168.122.1:8080. Guests can then "
            "fetch the agent over HTTP while the program runs. Everybody who reaches the address "
            "can, and nothing is encrypted. Empty is off. All networks: everywhere:0.0.0.0:8080.",
        ),
    ),
    "activity_days": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Keep the record of activity"),
        help=QT_TRANSLATE_NOOP(
            "Settings",
            "How long it is kept who did what. Older entries are removed for good. 0 keeps all. "
            "This is a setting of this computer. Every running program in which somebody is "
            "signed in who may change settings removes by its own: the shortest time counts.",
        ),
    ),
    "error_days": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Keep the record of errors"),
        help=QT_TRANSLATE_NOOP("Settings", "How long errors are kept. 0 keeps all."),
    ),
    "debug": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Log more about"),
        help=QT_TRANSLATE_NOOP(
            "Settings",
            "Parts of the program that write more into the log file, such as virt or "
            "services:connections, with commas between them; * is all, a minus before a name "
            "takes it out. Empty is the usual amount.",
        ),
    ),
    "database": SettingTexts(
        label=QT_TRANSLATE_NOOP("Settings", "Database"),
        help=QT_TRANSLATE_NOOP(
            "Settings",
            "The path of a SQLite file, or postgresql://USER@HOST/DATABASE. Empty means the "
            "program's own file. A password does not belong here: use PostgreSQL's password file.",
        ),
    ),
}

_TROUBLES: dict[SettingsTrouble, str] = {
    SettingsTrouble.UNREADABLE: QT_TRANSLATE_NOOP(
        "Settings", "The settings cannot be read, so the defaults are used. File: %1"
    ),
    SettingsTrouble.NO_SETTINGS: QT_TRANSLATE_NOOP(
        "Settings", "The settings' file is damaged, so the defaults are used. File: %1"
    ),
    SettingsTrouble.TOO_BIG: QT_TRANSLATE_NOOP(
        "Settings", "The settings' file is far too big, so the defaults are used. File: %1"
    ),
    SettingsTrouble.TOO_NEW: QT_TRANSLATE_NOOP(
        "Settings",
        "A newer version of this program wrote the settings, so the defaults are used. File: %1",
    ),
    SettingsTrouble.MIGRATION: QT_TRANSLATE_NOOP(
        "Settings", "Older settings could not be taken over, so the defaults are used. File: %1"
    ),
    SettingsTrouble.VALUE: QT_TRANSLATE_NOOP(
        "Settings",
        "The setting “%2” has a value that cannot be used. Its default is used. File: %1",
    ),
}

# Units that are words; seconds and the like are the same in every language of ours.
UNITS: dict[str, str] = {
    "days": QT_TRANSLATE_NOOP("Settings", "days"),
    "years": QT_TRANSLATE_NOOP("Settings", "years"),
}
AT_NEXT_START = QT_TRANSLATE_NOOP("Settings", "Takes effect at the next start.")


def translated(source: str) -> str:
    """A source text of this module in the person's language."""
    return QCoreApplication.translate(CONTEXT, source)


def label_of(name: str) -> str:
    """What a setting is called."""
    return translated(TEXTS[name].label) if name in TEXTS else name


def problem_text(problem: SettingsProblem) -> str:
    """A sentence about stored settings that were left alone; the file stays as it is."""
    sentence = translated(_TROUBLES[problem.trouble])
    return sentence.replace("%1", problem.path).replace("%2", label_of(problem.field))
