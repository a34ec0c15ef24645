"""Settings: what they may be, how they are changed, what they are called."""

import subprocess
import sys
import threading
from dataclasses import fields, replace
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infinibay_desktop.model.errors import StorageError, ValidationError
from infinibay_desktop.model.events import SettingsChanged
from infinibay_desktop.model.settings import (
    SETTINGS,
    Language,
    Scaling,
    Settings,
    SettingsProblem,
    SettingsTrouble,
    Theme,
    normal_keys,
    parse_setting,
)
from infinibay_desktop.services.settings import SettingsService
from infinibay_desktop.ui.setting_texts import SECTIONS, TEXTS, problem_text

ROOT = Path(__file__).parents[2]


class FakeStore:
    """A file in memory that another program may have written to."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.broken = False

    def save(self, changes):
        if self.broken:
            raise StorageError("The disk is full.")
        values = {n: SETTINGS[n].default if v is None else v for n, v in changes.items()}
        self.settings = replace(self.settings, **values)
        return self.settings


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


@pytest.fixture
def service(store, recorder) -> SettingsService:
    return SettingsService(store, recorder, Settings())


def test_every_default_is_a_value_that_the_setting_takes() -> None:
    for name, about in SETTINGS.items():
        assert parse_setting(name, about.default) == about.default
        assert getattr(Settings(), name) == about.default


def test_every_setting_says_its_bounds() -> None:
    for about in SETTINGS.values():
        if type(about.default) in (int, str):
            assert about.high > about.low, about.name


@pytest.mark.parametrize(
    "location",
    [
        "postgresql://me:hunter2@host/infinibay",
        " postgresql+psycopg://me:hunter2@host:5432/infinibay ",
        "postgresql://:hunter2@host/infinibay",
        "postgresql://me:hun/ter2@host/infinibay",
        "postgresql://me@host/infinibay?sslmode=require&password=hunter2",
        "postgresql://me@host/infinibay?pass%77ord=hunter2",
        "postgresql://me:hunter2@host/" + "x" * 2000,
    ],
)
def test_a_password_in_the_databases_url_is_stored_nowhere(
    service, store, recorder, location
) -> None:
    with pytest.raises(ValidationError, match="could be read by others") as caught:
        service.change(thumbnails=False, database=location)
    assert "~/.pgpass" in caught.value.remedy
    assert "hunter2" not in f"{caught.value!r} {caught.value.message} {caught.value.details}"
    assert store.settings == service.settings == Settings()
    assert recorder.events == []


@pytest.mark.parametrize(
    "location",
    ["", "~/a:b@c.sqlite", "sqlite:////srv/a.sqlite", "postgresql://me@host:5432/infinibay"],
)
def test_a_database_without_a_password_is_taken(service, location) -> None:
    assert service.change(database=location).database == location


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("poll_interval_s", 0),
        ("poll_interval_s", 61),
        ("poll_interval_s", 2.0),
        ("poll_interval_s", "2"),
        ("poll_interval_s", True),
        ("poll_interval_s", 10**400),
        ("sparklines", 1),
        ("sparklines", "yes"),
        ("theme", "pink"),
        ("theme", None),
        ("theme", ["dark"]),
        ("database", "x" * 2000),
        ("database", "a\nb"),
        ("database", "\ud800"),
        ("database", 5),
        ("release_keys", "ctrl"),
        ("release_keys", "a+b"),
        ("nothing", 1),
    ],
)
def test_a_value_that_cannot_be_used_is_refused_by_name(service, store, recorder, name, value):
    with pytest.raises(ValidationError) as caught:
        service.change(thumbnails=False, **{name: value})
    assert caught.value.details["field"] == name
    assert len(caught.value.message) < 300
    assert store.settings == service.settings == Settings()
    assert recorder.events == []


@given(st.sampled_from(sorted(SETTINGS)), st.none() | st.booleans() | st.integers() | st.text())
def test_a_value_is_taken_in_its_own_type_or_refused(name, value) -> None:
    try:
        taken = parse_setting(name, value)
    except ValidationError as error:
        taken, named = SETTINGS[name].default, error.details["field"]
        assert named == name
    assert type(taken) is type(SETTINGS[name].default)
    assert parse_setting(name, taken) == taken


def test_a_change_is_stored_and_told(service, store, recorder) -> None:
    now = service.change(theme="dark", poll_interval_s=5)
    assert (now.theme, now.poll_interval_s) == (Theme.DARK, 5)
    assert service.settings == store.settings == now
    assert recorder.events == [SettingsChanged(settings=now, names=("theme", "poll_interval_s"))]


def test_what_is_already_so_is_not_told_again(service, recorder) -> None:
    service.change(theme="system")
    service.change()
    assert recorder.events == []


def test_what_another_program_changed_comes_along(service, store, recorder) -> None:
    store.settings = replace(store.settings, thumbnails=False)
    service.change(console_scaling="actual")
    assert service.settings.thumbnails is False
    assert service.settings.console_scaling is Scaling.ACTUAL
    assert recorder.events[0].names == ("thumbnails", "console_scaling")


def test_a_change_that_cannot_be_stored_did_not_happen(service, store, recorder) -> None:
    store.broken = True
    with pytest.raises(StorageError):
        service.change(theme="dark")
    assert service.settings == Settings()
    assert recorder.events == []


def test_settings_go_back_to_their_defaults_one_by_one_or_together(service, recorder) -> None:
    service.change(theme="dark", sparklines=False, first_run_done=True)
    assert service.reset("theme").theme is Theme.SYSTEM
    assert service.settings.sparklines is False
    assert service.reset("sparklines", "language") == Settings(first_run_done=True)
    with pytest.raises(ValidationError):
        service.reset("nothing")
    assert [event.names for event in recorder.events] == [
        ("theme", "sparklines", "first_run_done"),
        ("theme",),
        ("sparklines",),
    ]


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("ctrl+alt", "ctrl+alt"),
        (" Alt + Control ", "ctrl+alt"),
        ("shift+F12+ctrl", "ctrl+shift+f12"),
        ("super+q", "meta+q"),
        ("ctrl+ctrl", ""),
        ("ctrl+control", ""),
        ("ctrl+a+b", ""),
        ("ctrl+", ""),
        ("", ""),
    ],
)
def test_keys_have_one_spelling(text, normal) -> None:
    assert normal_keys(text) == normal


def test_every_setting_that_people_see_has_texts() -> None:
    shown = {name for name, about in SETTINGS.items() if not about.hidden}
    assert shown == TEXTS.keys()
    for name, texts in TEXTS.items():
        assert texts.label
        assert texts.help.endswith(".")
        assert set(texts.choices) == {str(choice) for choice in SETTINGS[name].choices}
    assert {SETTINGS[name].section for name in shown} <= SECTIONS.keys()
    labels = [texts.label for texts in TEXTS.values() if texts is not TEXTS["database"]]
    assert len(labels) == len(set(labels))


def test_there_are_three_languages_each_named_in_its_own_words() -> None:
    names = TEXTS["language"].choices
    spoken = (Language.ENGLISH, Language.SPANISH, Language.GERMAN)
    assert [names[language] for language in spoken] == ["English", "Español", "Deutsch"]


def test_every_trouble_with_the_file_has_a_sentence() -> None:
    for trouble in SettingsTrouble:
        problem = SettingsProblem(trouble=trouble, path="/a/settings.json", field="theme")
        assert "/a/settings.json" in problem_text(problem)
        assert "%" not in problem_text(problem)
    assert "Colours" in problem_text(problem)


def test_the_event_holds_the_fields_by_their_names() -> None:
    assert [about.name for about in fields(Settings)] == list(SETTINGS)
    assert all(isinstance(choice, StrEnum) for s in SETTINGS.values() for choice in s.choices)


def test_reading_settings_imports_little(tmp_path) -> None:
    script = (
        "import sys; from pathlib import Path;"
        "from infinibay_desktop.system.settings_file import SettingsFile;"
        f"SettingsFile(Path({str(tmp_path)!r})).load();"
        "print([m for m in sys.modules if m.split('.')[0] in"
        " ('PySide6', 'msgspec', 'sqlalchemy', 'platformdirs', 'asyncio', 'tempfile', 'logging')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_changes_from_two_threads_both_count(service) -> None:
    threads = [
        threading.Thread(target=lambda n=n, v=v: service.change(**{n: v}))
        for n, v in (("theme", "dark"), ("sparklines", False), ("keep_console_s", 7))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert service.settings == Settings(theme=Theme.DARK, sparklines=False, keep_console_s=7)
