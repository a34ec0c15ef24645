"""Changing what a person set."""

import threading
from collections.abc import Mapping
from typing import Protocol

from infinibay_desktop.model.events import SettingsChanged
from infinibay_desktop.model.settings import SETTINGS, Settings, SettingValue, parse_setting
from infinibay_desktop.services.ports import Publisher


class SettingsStore(Protocol):
    """Where settings are kept. None puts a setting back to its default."""

    def save(self, changes: Mapping[str, SettingValue | None]) -> Settings: ...


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
    def settings(self) -> Settings:
        """As they are now."""
        return self._settings

    def change(self, **values: object) -> Settings:
        """Store new values. Raises ValidationError or StorageError, and changes nothing then."""
        return self._save({name: parse_setting(name, value) for name, value in values.items()})

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
        changed = tuple(n for n in SETTINGS if getattr(before, n) != getattr(now, n))
        if changed:
            self._publisher.publish(SettingsChanged(settings=now, names=changed))
        return now
