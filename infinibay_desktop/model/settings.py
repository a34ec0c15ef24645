"""What a person can set, declared once: type, default, bounds and section of each."""

# ruff: noqa: RUF009 - `declared` makes a field, as dataclasses.field does

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import TypeVar

from infinibay_desktop.model.agent_addresses import normal_agent_address
from infinibay_desktop.model.debugging import MAX_DEBUG, normal_debug
from infinibay_desktop.model.errors import ValidationError
from infinibay_desktop.model.wallpapers import Wallpaper, normal_picture

SettingValue = bool | int | str
V = TypeVar("V", bound=SettingValue)


class Theme(StrEnum):
    """Light or dark colours."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Language(StrEnum):
    """The language of the window."""

    SYSTEM = "system"
    ENGLISH = "en"
    SPANISH = "es"
    GERMAN = "de"


class Scaling(StrEnum):
    """How a machine's screen fills the room that it has."""

    FIT = "fit"
    ACTUAL = "actual"
    RESIZE_GUEST = "resize-guest"


class CloseAct(StrEnum):
    """What closing the main window does."""

    ASK = "ask"
    QUIT = "quit"
    TRAY = "tray"


class Section(StrEnum):
    """Groups of settings, in the order in which they are shown."""

    APPEARANCE = "appearance"
    LIST = "list"
    CONSOLE = "console"
    BEHAVIOUR = "behaviour"
    GUESTS = "guests"
    RECORD = "record"
    DATABASE = "database"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is declared about one field of Settings. A `hidden` one is on no page."""

    name: str = ""
    default: SettingValue
    section: Section
    low: int = 0
    high: int = 0
    unit: str = ""
    hidden: bool = False
    at_next_start: bool = False
    normal: Callable[[str], str] | None = None

    @property
    def choices(self) -> tuple[StrEnum, ...]:
        """The values to choose from; empty where any value of the type within bounds goes."""
        return tuple(type(self.default)) if isinstance(self.default, StrEnum) else ()

    def parse(self, value: object) -> SettingValue:
        """The value in its own type. Raises ValidationError that names the field."""
        if isinstance(self.default, StrEnum):
            return self._parse_choice(value)
        if isinstance(self.default, bool):
            return self._parse_switch(value)
        if isinstance(self.default, int):
            return self._parse_number(value)
        return self._parse_text(value)

    def _parse_choice(self, value: object) -> SettingValue:
        for choice in self.choices:
            if value == choice.value:
                return choice
        raise self._refused("it is none of " + ", ".join(self.choices), value)

    def _parse_switch(self, value: object) -> bool:
        if isinstance(value, bool):
            return value
        raise self._refused("it is neither on nor off", value)

    def _parse_number(self, value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool):
            if self.low <= value <= self.high:
                return value
            raise self._refused(f"it is not from {self.low} to {self.high}", value)
        raise self._refused("it is no whole number", value)

    def _parse_text(self, value: object) -> str:
        if not isinstance(value, str):
            raise self._refused("it is no text", value)
        if len(value) > self.high or not value.isprintable():
            raise self._refused(f"it is longer than {self.high} visible characters", value)
        normal = self.normal(value) if self.normal else value.strip()
        if value.strip() and not normal:
            raise self._refused("it is not of the right form", value)
        return normal or str(self.default)

    def _refused(self, why: str, value: object) -> ValidationError:
        shown = repr(value if not isinstance(value, str) else value[:60])[:80]
        return ValidationError(
            f"The setting '{self.name}' cannot be {shown}: {why}.", field=self.name
        )


MODIFIERS = ("ctrl", "alt", "shift", "meta")
_KEYS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789") | {f"f{n}" for n in range(1, 13)}
_ALIASES = {"control": "ctrl", "super": "meta", "win": "meta", "strg": "ctrl"}


def normal_keys(text: str) -> str:
    """A combination such as 'ctrl+alt' or 'ctrl+shift+f12' in one spelling; '' if it is none.

    Two modifiers, or one and a key: less would take a key from the machine that it needs.
    """
    parts = [part.strip().lower() for part in text.split("+")]
    names = [_ALIASES.get(part, part) for part in parts]
    modifiers = [name for name in MODIFIERS if name in names]
    keys = [name for name in names if name in _KEYS]
    if len(set(names)) != len(names) or len(names) != len(modifiers) + len(keys):
        return ""
    if len(names) < 2 or not modifiers or len(keys) > 1:
        return ""
    return "+".join((*modifiers, *keys))


def declared(
    default: V,
    section: Section,
    *,
    low: int = 0,
    high: int = 0,
    unit: str = "",
    hidden: bool = False,
    at_next_start: bool = False,
    normal: Callable[[str], str] | None = None,
) -> V:
    """A field of Settings: for numbers `low` and `high` are bounds, for texts `high` a length."""
    about = Setting(
        default=default,
        section=section,
        low=low,
        high=high,
        unit=unit,
        hidden=hidden,
        at_next_start=at_next_start,
        normal=normal,
    )
    return field(default=default, metadata={"declared": about})


# The ring of tables that readings are written to holds this many hours, and some to spare.
MAX_RAW_H = 36


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings as they are now. Holds no secret."""

    theme: Theme = declared(Theme.SYSTEM, Section.APPEARANCE)
    language: Language = declared(Language.SYSTEM, Section.APPEARANCE)
    wallpaper: Wallpaper = declared(Wallpaper.NONE, Section.APPEARANCE)
    wallpaper_file: str = declared("", Section.APPEARANCE, high=1024, normal=normal_picture)

    poll_figures: bool = declared(True, Section.LIST)
    poll_interval_s: int = declared(2, Section.LIST, low=1, high=60, unit="s")
    sparklines: bool = declared(True, Section.LIST)
    thumbnails: bool = declared(True, Section.LIST)

    console_scaling: Scaling = declared(Scaling.FIT, Section.CONSOLE)
    release_keys: str = declared("ctrl+alt", Section.CONSOLE, high=60, normal=normal_keys)
    keep_console_s: int = declared(30, Section.CONSOLE, high=3600, unit="s")
    paste_delay_ms: int = declared(10, Section.CONSOLE, high=1000, unit="ms")

    close_act: CloseAct = declared(CloseAct.ASK, Section.BEHAVIOUR)
    confirm_force_off: bool = declared(True, Section.BEHAVIOUR)
    confirm_shut_down: bool = declared(False, Section.BEHAVIOUR)
    confirm_reboot: bool = declared(False, Section.BEHAVIOUR)
    confirm_save: bool = declared(False, Section.BEHAVIOUR)
    confirm_pause: bool = declared(False, Section.BEHAVIOUR)
    desktop_notices: bool = declared(True, Section.BEHAVIOUR)

    agent_period_s: int = declared(5, Section.GUESTS, low=1, high=300, unit="s")
    metric_raw_h: int = declared(24, Section.GUESTS, low=12, high=MAX_RAW_H, unit="h")
    metric_minute_days: int = declared(7, Section.GUESTS, low=1, high=366, unit="days")
    metric_quarter_days: int = declared(90, Section.GUESTS, low=7, high=3660, unit="days")
    metric_day_years: int = declared(2, Section.GUESTS, low=1, high=50, unit="years")

    agent_server_address: str = declared("", Section.GUESTS, high=80, normal=normal_agent_address)

    # 0 keeps all, for ever.
    activity_days: int = declared(730, Section.RECORD, high=36_500, unit="days")
    error_days: int = declared(90, Section.RECORD, high=36_500, unit="days")
    debug: str = declared("", Section.RECORD, high=MAX_DEBUG, normal=normal_debug)

    database: str = declared("", Section.DATABASE, high=1024, at_next_start=True)
    first_run_done: bool = declared(False, Section.BEHAVIOUR, hidden=True)
    # Names of timers, with commas between: of those that each program has for itself.
    paused_timers: str = declared("", Section.BEHAVIOUR, high=1000, hidden=True)


SETTINGS: Mapping[str, Setting] = {
    about.name: replace(about.metadata["declared"], name=about.name) for about in fields(Settings)
}


def parse_setting(name: str, value: object) -> SettingValue:
    """The value that a setting takes. Raises ValidationError with the field's name."""
    if name not in SETTINGS:
        raise ValidationError(f"There is no setting '{name[:60]}'.", field=name[:60])
    return SETTINGS[name].parse(value)


class SettingsTrouble(StrEnum):
    """Why stored settings were not taken over."""

    UNREADABLE = "unreadable"
    NO_SETTINGS = "no-settings"
    TOO_BIG = "too-big"
    TOO_NEW = "too-new"
    MIGRATION = "migration"
    VALUE = "value"


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsProblem:
    """Something in the settings' file that was left alone; `field` where one value is bad."""

    trouble: SettingsTrouble
    path: str
    field: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedSettings:
    """Settings as stored, with defaults in place of what could not be used."""

    settings: Settings
    problems: tuple[SettingsProblem, ...] = ()
