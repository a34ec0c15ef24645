"""Changing what a person set."""

import threading
from collections.abc import Iterable, Mapping
from typing import Protocol

from infinibay_desktop.model.databases import check_no_password
from infinibay_desktop.model.events import SettingsChanged
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.model.settings import (
    SETTINGS,
    Section,
    Settings,
    SettingValue,
    parse_setting,
)
from infinibay_desktop.services.acts import changed
from infinibay_desktop.services.declarations import Values, free, needs
from infinibay_desktop.services.ports import Publisher


class SettingsStore(Protocol):
    """Where settings are kept. None puts a setting back to its default."""

    def save(self, changes: Mapping[str, SettingValue | None]) -> Settings: ...


# How the program looks, shows screens and asks back: kept for each account on its computer, and
# changed in passing ("do not ask again"). The rest is the super administrators'.
_OWN = frozenset({Section.APPEARANCE, Section.CONSOLE, Section.BEHAVIOUR})


def permission_for(names: Iterable[str]) -> Permission:
    """What changing these settings needs: how the program looks and asks is everybody's own."""
    for name in names:
        about = SETTINGS.get(name)
        if about and not about.hidden and about.section not in _OWN:
            return Permission.SETTINGS_MANAGE
    return Permission.APPEARANCE_CHANGE


def _permission_to_change(values: Values) -> Permission:
    return permission_for(values["values"])


def _permission_to_reset(values: Values) -> Permission:
    return permission_for(values["names"])


class SettingsService:
    """The settings as they are now, and the one way to change them.

    `settings` is for any thread; changes write a file and belong on a worker.
    """

    def __init__(self, store: SettingsStore, publisher: Publisher, settings: Settings) -> None:
        self._store = store
        self._publisher = publisher
        self._settings = settings
        self._writing = threading.Lock()

    @property
    @free("everybody needs them, and they hold no secret", signed_out=True)
    def settings(self) -> Settings:
        """As they are now."""
        return self._settings

    @needs(_permission_to_change, name="values", act="settings.change")
    def change(self, **values: object) -> Settings:
        """Store new values. Raises ValidationError or StorageError, and changes nothing then."""
        # Not where the file is read: a URL that works there goes on to work.
        check_no_password(str(values.get("database", "")))
        return self._save({name: parse_setting(name, value) for name, value in values.items()})

    @needs(_permission_to_reset, name="names", act="settings.reset")
    def reset(self, *names: str) -> Settings:
        """Put settings back to their defaults; those that a person never sees stay."""
        for name in names:
            parse_setting(name, SETTINGS[name].default if name in SETTINGS else None)
        return self._save(dict.fromkeys(names))

    def _save(self, changes: Mapping[str, SettingValue | None]) -> Settings:
        if not changes:
            return self._settings
        with self._writing:
            before = self._settings
            # What another program of ours changed meanwhile comes along.
            now = self._settings = self._store.save(changes)
        names = tuple(n for n in SETTINGS if getattr(before, n) != getattr(now, n))
        if names:
            changed(
                before={name: getattr(before, name) for name in names},
                after={name: getattr(now, name) for name in names},
            )
            self._publisher.publish(SettingsChanged(settings=now, names=names))
        return now
