"""The file that settings are kept in."""

import copy
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from infinibay_desktop.model.errors import ValidationError
from infinibay_desktop.model.settings import (
    SETTINGS,
    LoadedSettings,
    Settings,
    SettingsProblem,
    SettingsTrouble,
    SettingValue,
    parse_setting,
)
from infinibay_desktop.system.replacing import read_bounded, replace_file

FILE_NAME = "settings.json"
MAX_BYTES = 1024 * 1024
_LOCK_TRIES = 100
_LOCK_PAUSE_S = 0.02

Document = dict[str, object]
Migration = Callable[[Document], Document]


class Migrations:
    """Steps from one version of the file to the next, in order."""

    def __init__(self) -> None:
        self._steps: dict[int, Migration] = {}

    @property
    def newest(self) -> int:
        """The version that we read and write."""
        return max(self._steps, default=0) + 1

    def step(self, old: int, new: int) -> Callable[[Migration], Migration]:
        """Take a function over that turns a file of version `old` into one of `new`."""
        assert new == old + 1
        assert old == self.newest

        def keep(migration: Migration) -> Migration:
            self._steps[old] = migration
            return migration

        return keep

    def run(self, values: Document, version: int) -> Document:
        """The values as they are in the newest version; what was given stays as it is."""
        values = copy.deepcopy(values)
        for old in range(version, self.newest):
            values = self._steps[old](values)
        return values


MIGRATIONS = Migrations()


@dataclass(slots=True)
class _Content:
    """What the file holds; unknown names are a newer program's and stay."""

    values: Document = field(default_factory=dict)
    problem: SettingsProblem | None = None


class SettingsFile:
    """Settings as JSON. A file that cannot be used stays, and a change puts it aside.

    Two programs may write: the last one wins for each setting, not for the whole file.
    """

    def __init__(self, folder: Path, migrations: Migrations = MIGRATIONS) -> None:
        self._path = folder / FILE_NAME
        self._migrations = migrations

    def load(self) -> LoadedSettings:
        """The settings, with defaults where the file has none that can be used."""
        content = self._read()
        settings, problems = self._parse(content.values)
        if content.problem:
            problems.insert(0, content.problem)
        return LoadedSettings(settings=settings, problems=tuple(problems))

    def save(self, changes: Mapping[str, SettingValue | None]) -> Settings:
        """Write changed settings over those in the file; None takes one out of it."""
        with _locked(self._path):
            content = self._read()
            if content.problem:
                self._put_aside()
            for name, value in changes.items():
                if value is None:
                    content.values.pop(name, None)
                else:
                    content.values[name] = value
            document = {"version": self._migrations.newest, "settings": content.values}
            text = json.dumps(document, indent=2) + "\n"
            replace_file(self._path, [text.encode()])
        return self._parse(content.values)[0]

    def _parse(self, values: Document) -> tuple[Settings, list[SettingsProblem]]:
        taken: dict[str, Any] = {}
        problems: list[SettingsProblem] = []
        for name in SETTINGS:
            if name not in values:
                continue
            try:
                taken[name] = parse_setting(name, values[name])
            except ValidationError as error:
                problems.append(self._problem(SettingsTrouble.VALUE, error.message, field=name))
        return Settings(**taken), problems

    def _read(self) -> _Content:
        try:
            data = read_bounded(self._path, MAX_BYTES)
        except FileNotFoundError:
            return _Content()
        except OSError as error:
            return self._unusable(SettingsTrouble.UNREADABLE, error.strerror or str(error))
        if data is None:
            return self._unusable(SettingsTrouble.TOO_BIG)
        try:
            document = json.loads(data)
        except (ValueError, RecursionError) as error:
            return self._unusable(SettingsTrouble.NO_SETTINGS, str(error))
        return self._open(document)

    def _open(self, document: object) -> _Content:
        version = document.get("version") if isinstance(document, dict) else None
        values = document.get("settings") if isinstance(document, dict) else None
        if type(version) is not int or version < 1 or not isinstance(values, dict):
            return self._unusable(SettingsTrouble.NO_SETTINGS, "it has no version or no settings")
        if version > self._migrations.newest:
            return self._unusable(SettingsTrouble.TOO_NEW, f"version {version}"[:40])
        try:
            return _Content(self._migrations.run(values, version))
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            return self._unusable(SettingsTrouble.MIGRATION, f"{type(error).__name__}: {error}")

    def _put_aside(self) -> None:
        """Keep what cannot be used, for the person or a newer program to look at."""
        stem = self._path.stem
        places = [self._path.with_name(f"{stem}.unusable-{n}.json") for n in range(1, 100)]
        try:
            self._path.rename(next((p for p in places if not p.exists()), places[-1]))
        except OSError:  # replacing the file says why
            return

    def _unusable(self, trouble: SettingsTrouble, detail: str = "") -> _Content:
        return _Content(problem=self._problem(trouble, detail))

    def _problem(
        self, trouble: SettingsTrouble, detail: str, *, field: str = ""
    ) -> SettingsProblem:
        return SettingsProblem(
            trouble=trouble, path=str(self._path), field=field, detail=detail[:300]
        )


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Keep other programs of ours from writing between our reading and our writing.

    A program that was stopped with the lock in its hand is not waited for without end.
    """
    try:
        import fcntl
    except ImportError:  # not a POSIX system
        yield
        return
    pause = threading.Event()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = path.with_suffix(".lock").open("ab")
    except OSError:  # writing will say why
        yield
        return
    with lock:
        for _ in range(_LOCK_TRIES):
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError:
                pause.wait(_LOCK_PAUSE_S)
        yield
