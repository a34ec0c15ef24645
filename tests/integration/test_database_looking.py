"""Looking at a database before it is used: what is there is told, and nothing changes."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from infinibay_desktop.database import opening
from infinibay_desktop.database.looking import look_at, name_of
from infinibay_desktop.model.databases import DatabaseShape
from infinibay_desktop.model.errors import DatabaseError, DatabaseTooNewError, ValidationError


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "x.sqlite")
    return request.getfixturevalue("postgres_url")


def test_an_empty_one_is_new_and_stays_empty(location, tmp_path) -> None:
    assert look_at(location).shape is DatabaseShape.NEW
    assert look_at(location).shape is DatabaseShape.NEW
    assert not (tmp_path / "x.sqlite").exists()


def test_one_of_this_program_is_current_even_while_it_is_used(location) -> None:
    units = opening.open_database(location)
    found = look_at(location)
    units.close()
    assert found.shape is DatabaseShape.CURRENT
    assert found.server.startswith(("SQLite 3", "PostgreSQL 1"))
    assert found.location == name_of(location) == name_of(found.location)


def test_what_was_found_can_be_opened(location) -> None:
    opening.open_database(look_at(location).location).close()
    assert look_at(location).shape is DatabaseShape.CURRENT


def test_an_older_one_is_not_brought_up_to_date(location, monkeypatch) -> None:
    set_version(location, "0000")
    monkeypatch.setattr(opening, "_known_versions", lambda: {"0000", opening.HEAD})
    for _ in range(2):
        assert look_at(location).shape is DatabaseShape.OLDER


def test_a_newer_one_is_refused(location) -> None:
    set_version(location, "9999")
    with pytest.raises(DatabaseTooNewError):
        look_at(location)


def set_version(location: str, version: str) -> None:
    units = opening.open_database(location)
    with units() as unit:
        connection = unit._session.connection()
        connection.execute(text("UPDATE alembic_version SET version_num = :v"), {"v": version})
        unit.commit()
    units.close()


@pytest.mark.parametrize("content", [b"this is no database at all " * 50, b"SQLite format 3\0odd"])
def test_a_file_that_is_none_is_refused_and_left(tmp_path, content) -> None:
    path = tmp_path / "odd.sqlite"
    path.write_bytes(content)
    with pytest.raises(DatabaseError):
        look_at(str(path))
    assert path.read_bytes() == content


def test_a_file_that_is_written_right_now_is_said_to_be_held(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("infinibay_desktop.database.looking._TIMEOUT_S", 0.01)
    path = tmp_path / "held.sqlite"
    opening.open_database(str(path)).close()
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseError, match="another program holds it"):
        look_at(str(path))
    holder.close()


@pytest.mark.parametrize(
    "location",
    ["mysql://x/y", "sqlite://", "sqlite:///:memory:", "postgresql://h:x/y", "/tmp"],  # noqa: S108 - a folder
)
def test_what_names_no_database_is_refused_with_what_to_do(location) -> None:
    with pytest.raises(ValidationError) as refused:
        look_at(location)
    assert refused.value.details["field"] == "database"
    assert refused.value.remedy


def test_a_file_below_a_file_and_one_with_too_long_a_name_are_refused(tmp_path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "file" / "x.sqlite", tmp_path / ("x" * 300)):
        with pytest.raises(DatabaseError):
            look_at(str(path))


@pytest.mark.parametrize("name", ["a b?c#d%20.sqlite", "ñ <b> '\".sqlite"])
def test_names_may_have_any_letters(tmp_path, name) -> None:
    path = tmp_path / name
    opening.open_database(str(path)).close()
    assert look_at(str(path)).shape is DatabaseShape.CURRENT


def test_a_server_that_does_not_answer_is_said_to_be_so(tmp_path) -> None:
    with pytest.raises(DatabaseError, match="does not answer"):
        look_at(f"postgresql://me@/none?host={tmp_path}")


def test_what_a_server_refuses_is_said_with_what_to_do(postgres_url) -> None:
    url = make_url(postgres_url)
    for wrong, word in (
        (url.set(database="no-such"), "createdb"),
        (url.set(username="nobody-here"), "createuser"),
    ):
        with pytest.raises(DatabaseError) as refused:
            look_at(wrong.render_as_string())
        assert word in refused.value.remedy


def test_a_name_shows_no_password() -> None:
    for url in ("postgresql://me:hunter2@h/x", "postgresql://me@h/x?password=hunter2"):
        assert "hunter2" not in name_of(url)
        assert "hunter2" not in opening.describe(opening.parse_location(url))
        with pytest.raises(ValidationError) as refused:
            look_at(url)
        assert "hunter2" not in f"{refused.value} {refused.value.details}"
