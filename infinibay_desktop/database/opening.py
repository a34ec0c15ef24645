"""Opening the database: refuse what is newer, copy aside, bring up to date."""

import logging
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError

from infinibay_desktop.database.errors import translated
from infinibay_desktop.database.unit_of_work import UnitsOfWork
from infinibay_desktop.model.databases import SECRET_PARTS
from infinibay_desktop.model.errors import DatabaseError, DatabaseTooNewError, ValidationError

logger = logging.getLogger(__name__)

# The newest migration. Reading it costs nothing; Alembic is imported only to migrate.
HEAD = "0003"
BUSY_TIMEOUT_MS = 10_000
KEPT_BACKUPS = 5
# Any number, the same in every copy of this program: one migrates, the others wait.
_MIGRATION_LOCK = 0x1B4A1
_DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg"}


def open_database(location: str) -> UnitsOfWork:
    """Open a SQLite file by path or `sqlite:///` URL, or PostgreSQL by URL.

    Raises ValidationError for a URL that is none, DatabaseTooNewError, and DatabaseError's
    other kinds. The schema is brought up to date; a SQLite file is copied aside before.
    """
    url = parse_location(location)
    where = describe(url)
    with translated(where):
        engine = _engine(url)
        try:
            _bring_up_to_date(engine, url)
        except BaseException:
            engine.dispose()
            raise
    return UnitsOfWork(engine, where)


def parse_location(location: str) -> URL:
    """A database URL from a URL or a path."""
    if "://" not in location:
        return URL.create("sqlite", database=str(Path(location).expanduser().absolute()))
    try:
        url = make_url(location)
        backend = url.get_backend_name()
    except (ArgumentError, ValueError) as error:
        raise _bad_location(location) from error
    # SQLite's own URIs ('file:…?mode=ro') would be taken for the name of a new file.
    odd_file = backend == "sqlite" and (url.query or (url.database or "").startswith("file:"))
    if backend not in _DRIVERS or odd_file:
        raise _bad_location(location)
    return url.set(drivername=_DRIVERS[backend])


def describe(url: URL) -> str:
    """The database's name for messages, without passwords."""
    if url.get_backend_name() == "sqlite":
        return f"'{url.database}'"
    shown = url.difference_update_query(SECRET_PARTS)
    return f"'{shown.render_as_string(hide_password=True)}'"


def _bad_location(location: str) -> ValidationError:
    scheme = location.partition("://")[0][:30]
    return ValidationError(
        f"'{scheme}://…' is not a database that can be used.",
        field="database",
        remedy="Give the path of a SQLite file, or postgresql://USER@HOST/DATABASE.",
    )


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "sqlite":
        return _sqlite_engine(url)
    return create_engine(
        url,
        pool_pre_ping=True,
        pool_size=8,
        connect_args={"connect_timeout": 10},
        hide_parameters=True,  # hashes of passwords, in errors that may be logged
    )


def _sqlite_engine(url: URL) -> Engine:
    if url.database and url.database != ":memory:":
        _make_private_file(Path(url.database))
    engine = create_engine(
        url, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000}, hide_parameters=True
    )

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: Any) -> None:
        # Transactions begin where SQLAlchemy begins them, not where Python's driver guesses.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # At once with the right to write: a reader that turns writer is refused, not queued.
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _make_private_file(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            path.touch(mode=0o600)
    except OSError as error:
        raise DatabaseError(
            f"The database '{path}' cannot be opened or made: {error.strerror}.",
            remedy="Check that its folder exists and can be written.",
        ) from error


def _bring_up_to_date(engine: Engine, url: URL) -> None:
    with engine.begin() as connection:
        found = checked_version(connection, describe(url))
    if found == HEAD:
        return
    if found is not None:
        _copy_aside(url, found)
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _MIGRATION_LOCK})
        if _version_of(connection) != HEAD:  # another program may have been faster
            _migrate(connection)


def checked_version(connection: Connection, where: str) -> str | None:
    """The schema's version; None: there is none yet. Raises DatabaseTooNewError."""
    found = _version_of(connection)
    if found in (None, HEAD) or found in _known_versions():
        return found
    raise DatabaseTooNewError(
        f"The database {where} was written by a newer version of this program "
        f"(schema {found}, this version knows {HEAD}).",
        remedy="Update this program, or use another database.",
        found=found,
    )


def _version_of(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def _known_versions() -> set[str]:
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}


def _migrate(connection: Connection) -> None:
    from alembic import command

    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _config() -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "infinibay_desktop.database:migrations")
    config.set_main_option("path_separator", "os")
    return config


def _copy_aside(url: URL, version: str) -> None:
    """A copy of the SQLite file as it is, in the folder 'backups' beside it."""
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        return
    source = Path(url.database)
    folder = source.parent / "backups"
    folder.mkdir(exist_ok=True, mode=0o700)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    target = folder / f"{source.stem}-{version}-{stamp}{source.suffix}"
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as copy:
        old.backup(copy)
    target.chmod(0o600)
    logger.info("the database was copied to %s before its schema changes", target)
    for outdated in sorted(folder.glob(f"{source.stem}-*{source.suffix}"))[:-KEPT_BACKUPS]:
        outdated.unlink()
