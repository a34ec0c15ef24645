"""Looking at a database that may be used later, without changing anything in it."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, NullPool, create_engine, inspect, text

from infinibay_desktop.database.errors import translated
from infinibay_desktop.database.opening import (
    HEAD,
    checked_version,
    describe,
    parse_location,
)
from infinibay_desktop.model.databases import (
    SECRET_PARTS,
    DatabaseLook,
    DatabaseShape,
    check_no_password,
)
from infinibay_desktop.model.errors import DatabaseError, DatabaseReadOnlyError, ValidationError

_TIMEOUT_S = 5


def look_at(location: str) -> DatabaseLook:
    """What is there, and whether it can be written.

    Raises ValidationError for a URL that is none or holds a password, DatabaseTooNewError, and
    DatabaseError's other kinds.
    """
    url = parse_location(location.strip())
    check_no_password(location.strip())
    with translated(describe(url)):
        if url.get_backend_name() == "sqlite":
            return _look_at_file(_path_of(url))
        return _look_at_server(url)


def name_of(location: str) -> str:
    """A database as people know it: an absolute path, or a URL. Without passwords."""
    return _name(parse_location(location))


def _name(url: URL) -> str:
    if url.get_backend_name() == "sqlite":
        return str(_path_of(url))
    shown = url.set(drivername="postgresql").difference_update_query(SECRET_PARTS)
    return shown.render_as_string(hide_password=True)


def _path_of(url: URL) -> Path:
    if not url.database or url.database == ":memory:":
        raise ValidationError(
            "That names no file.",
            field="database",
            remedy="Give the path of a SQLite file, or postgresql://USER@HOST/DATABASE.",
        )
    return Path(url.database).expanduser().absolute()


def _look_at_file(path: Path) -> DatabaseLook:
    shape = _shape_of_file(path) if _is_there(path) else DatabaseShape.NEW
    return DatabaseLook(location=str(path), server=f"SQLite {sqlite3.sqlite_version}", shape=shape)


def _is_there(path: Path) -> bool:
    """Whether the file is there; if not, it can be made."""
    try:
        if path.is_dir():
            raise ValidationError(
                f"'{path}' is a folder.",
                field="database",
                remedy=f"Give a file in it, such as {path / 'infinibay.sqlite'}.",
            )
        if path.exists() and not path.is_file():
            raise DatabaseError(f"'{path}' is no ordinary file.", remedy="Give another path.")
        if path.is_file():
            return True
        folder = next(parent for parent in path.parents if parent.exists())
    except OSError as error:
        raise DatabaseError(
            f"The database '{path}' cannot be opened or made: {error.strerror}.",
            remedy="Check that its folder exists and can be written.",
        ) from error
    if not (folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)):
        raise DatabaseReadOnlyError(
            f"The database '{path}' cannot be made: '{folder}' cannot be written.",
            remedy="Choose a folder that you may write.",
        )
    return False


def _shape_of_file(path: Path) -> DatabaseShape:
    def connect() -> sqlite3.Connection:
        # Never made here, unlike where the program opens it.
        return sqlite3.connect(
            f"file:{quote(str(path))}?mode=rw", uri=True, timeout=_TIMEOUT_S, isolation_level=None
        )

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    with engine.connect() as connection:
        shape = _shape(connection, f"'{path}'")
        # Says whether it can be written, and writes nothing.
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        connection.exec_driver_sql("ROLLBACK")
    return shape


def _look_at_server(url: URL) -> DatabaseLook:
    engine = create_engine(url, poolclass=NullPool, connect_args={"connect_timeout": _TIMEOUT_S})
    with engine.connect() as connection:
        version = str(connection.execute(text("SHOW server_version")).scalar()).split()[0]
        shape = _shape(connection, describe(url))
        if shape is not DatabaseShape.CURRENT:
            _check_may_make_tables(connection, url)
    return DatabaseLook(location=_name(url), server=f"PostgreSQL {version}", shape=shape)


def _shape(connection: Connection, where: str) -> DatabaseShape:
    found = checked_version(connection, where)
    if found is not None:
        return DatabaseShape.CURRENT if found == HEAD else DatabaseShape.OLDER
    if inspect(connection).get_table_names():
        raise DatabaseError(
            f"The database {where} holds tables of another program.",
            remedy="Use an empty database, or one of this program.",
        )
    return DatabaseShape.NEW


def _check_may_make_tables(connection: Connection, url: URL) -> None:
    asked = text("SELECT has_schema_privilege(current_schema(), 'CREATE')")
    if not connection.execute(asked).scalar():
        raise DatabaseReadOnlyError(
            f"The account may make no tables in the database {describe(url)}.",
            remedy="Let the account make tables there (GRANT CREATE ON SCHEMA public TO its name), "
            "or make it the database's owner.",
        )
