"""The settings' file: what survives in it, and what is refused."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infinibay_desktop.model.errors import StorageError
from infinibay_desktop.model.settings import Settings, SettingsTrouble, Theme
from infinibay_desktop.system.settings_file import Migrations, SettingsFile

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "settings"


@pytest.fixture
def path(folder):
    folder.mkdir()
    return folder / "settings.json"


def troubles(loaded):
    return [problem.trouble for problem in loaded.problems]


def test_without_a_file_there_are_defaults_and_no_trouble(folder) -> None:
    loaded = SettingsFile(folder).load()
    assert loaded.settings == Settings()
    assert loaded.problems == ()
    assert not folder.exists()


def test_what_is_saved_is_there_at_the_next_start_and_for_our_eyes_only(folder) -> None:
    saved = SettingsFile(folder).save({"theme": Theme.DARK, "poll_interval_s": 9})
    loaded = SettingsFile(folder).load()
    assert loaded.settings == saved == Settings(theme=Theme.DARK, poll_interval_s=9)
    assert loaded.problems == ()
    assert (folder / "settings.json").stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700
    assert sorted(p.name for p in folder.iterdir()) == ["settings.json", "settings.lock"]


def test_only_what_was_changed_is_in_the_file_and_a_reset_takes_it_out(folder) -> None:
    file = SettingsFile(folder)
    file.save({"theme": Theme.DARK, "sparklines": False})
    file.save({"theme": None})
    document = json.loads((folder / "settings.json").read_text())
    assert document == {"version": 1, "settings": {"sparklines": False}}


def test_each_of_two_programs_keeps_what_it_changed(folder) -> None:
    first, second = SettingsFile(folder), SettingsFile(folder)
    first.load(), second.load()
    first.save({"theme": Theme.DARK})
    assert second.save({"sparklines": False}) == Settings(theme=Theme.DARK, sparklines=False)


def test_many_programs_at_once_lose_nothing(folder) -> None:
    names = ["sparklines", "thumbnails", "poll_figures", "desktop_notices", "confirm_force_off"]
    script = (
        "import sys; from pathlib import Path;"
        "from infinibay_desktop.system.settings_file import SettingsFile;"
        "SettingsFile(Path(sys.argv[1])).save({sys.argv[2]: False})"
    )
    programs = [
        subprocess.Popen([sys.executable, "-c", script, str(folder), name], cwd=ROOT)
        for name in names
    ]
    assert [program.wait(30) for program in programs] == [0] * len(names)
    assert SettingsFile(folder).load().settings == Settings(**dict.fromkeys(names, False))


def test_names_that_we_do_not_know_survive(path) -> None:
    path.write_text('{"version": 1, "settings": {"of_tomorrow": [1, {"a": 2}], "theme": "dark"}}')
    file = SettingsFile(path.parent)
    assert file.load().settings == Settings(theme=Theme.DARK)
    file.save({"theme": Theme.LIGHT})
    assert json.loads(path.read_text())["settings"]["of_tomorrow"] == [1, {"a": 2}]


def test_one_bad_value_costs_only_itself(path) -> None:
    path.write_text('{"version": 1, "settings": {"theme": "dark", "poll_interval_s": -3}}')
    loaded = SettingsFile(path.parent).load()
    assert loaded.settings == Settings(theme=Theme.DARK)
    assert [(p.trouble, p.field) for p in loaded.problems] == [
        (SettingsTrouble.VALUE, "poll_interval_s")
    ]


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"", SettingsTrouble.NO_SETTINGS),
        (b"\xff\xfe\x00", SettingsTrouble.NO_SETTINGS),
        (b"[" * 200_000, SettingsTrouble.NO_SETTINGS),
        (b"[]", SettingsTrouble.NO_SETTINGS),
        (b'{"version": true, "settings": {}}', SettingsTrouble.NO_SETTINGS),
        (b'{"version": 1e400, "settings": {}}', SettingsTrouble.NO_SETTINGS),
        (b'{"version": 1, "settings": []}', SettingsTrouble.NO_SETTINGS),
        (b'{"version": 0, "settings": {}}', SettingsTrouble.NO_SETTINGS),
        (b'{"version": 2, "settings": {"theme": "dark"}}', SettingsTrouble.TOO_NEW),
        (b'{"version": ' + b"9" * 5000 + b', "settings": {}}', SettingsTrouble.NO_SETTINGS),
        (b" " * (1024 * 1024 + 1), SettingsTrouble.TOO_BIG),
    ],
)
def test_a_file_that_cannot_be_used_stays_and_a_change_puts_it_aside(path, content, trouble):
    path.write_bytes(content)
    file = SettingsFile(path.parent)
    loaded = file.load()
    assert loaded.settings == Settings()
    assert troubles(loaded) == [trouble]
    assert path.read_bytes() == content
    assert len(loaded.problems[0].detail) <= 300
    assert file.save({"theme": Theme.DARK}) == Settings(theme=Theme.DARK)
    assert file.load().problems == ()
    assert path.with_name("settings.unusable-1.json").read_bytes() == content


def test_a_pipe_in_the_files_place_does_not_hang_the_start(path) -> None:
    os.mkfifo(path)
    assert troubles(SettingsFile(path.parent).load()) == [SettingsTrouble.UNREADABLE]


def test_a_folder_in_the_files_place_is_told(path) -> None:
    path.mkdir()
    assert troubles(SettingsFile(path.parent).load()) == [SettingsTrouble.UNREADABLE]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=8,
    )
)
def test_any_value_in_the_file_leaves_us_with_settings(tmp_path_factory, value) -> None:
    folder = tmp_path_factory.mktemp("any")
    values = dict.fromkeys(("theme", "poll_interval_s", "sparklines", "release_keys"), value)
    (folder / "settings.json").write_text(json.dumps({"version": 1, "settings": values}))
    loaded = SettingsFile(folder).load()
    assert isinstance(loaded.settings, Settings)
    assert isinstance(loaded.settings.theme, Theme)


def test_a_link_keeps_pointing_where_it_did(path, tmp_path) -> None:
    real = tmp_path / "dotfiles.json"
    path.symlink_to(real)
    SettingsFile(path.parent).save({"theme": Theme.DARK})
    assert path.is_symlink()
    assert json.loads(real.read_text())["settings"] == {"theme": "dark"}


def test_a_folder_that_cannot_be_made_is_a_storage_error(tmp_path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError) as caught:
        SettingsFile(tmp_path / "file").save({"theme": Theme.DARK})
    assert caught.value.remedy


def test_a_full_disk_leaves_the_old_file(folder, monkeypatch) -> None:
    file = SettingsFile(folder)
    file.save({"theme": Theme.DARK})
    monkeypatch.setattr(os, "fsync", _full)
    with pytest.raises(StorageError, match="No space"):
        file.save({"theme": Theme.LIGHT})
    monkeypatch.undo()
    assert file.load().settings.theme is Theme.DARK
    assert sorted(p.name for p in folder.iterdir()) == ["settings.json", "settings.lock"]


def _full(_descriptor: int) -> None:
    raise OSError(28, "No space left on device")


# Older files.


def older() -> Migrations:
    migrations = Migrations()

    @migrations.step(1, 2)
    def upgrade(values):
        values["theme"] = values.pop("colours")
        return values

    @migrations.step(2, 3)
    def upgrade(values):  # noqa: F811 - each is a step of its own
        return values | {"theme": {"black": "dark"}[values["theme"]]}

    return migrations


def test_older_files_go_through_each_step_in_order(path) -> None:
    path.write_text('{"version": 1, "settings": {"colours": "black", "other": 1}}')
    file = SettingsFile(path.parent, older())
    assert file.load().settings.theme is Theme.DARK
    assert json.loads(path.read_text())["version"] == 1  # reading changes nothing
    file.save({"sparklines": False})
    assert json.loads(path.read_text()) == {
        "version": 3,
        "settings": {"theme": "dark", "other": 1, "sparklines": False},
    }


def test_a_step_that_fails_leaves_the_old_file(path) -> None:
    content = '{"version": 1, "settings": {"colours": "green"}}'
    path.write_text(content)
    loaded = SettingsFile(path.parent, older()).load()
    assert loaded.settings == Settings()
    assert troubles(loaded) == [SettingsTrouble.MIGRATION]
    assert path.read_text() == content


def test_steps_come_in_order() -> None:
    with pytest.raises(AssertionError):
        Migrations().step(7, 8)
