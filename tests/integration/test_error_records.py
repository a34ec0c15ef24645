"""The record of errors on both databases, and the report made of it."""

import threading
from datetime import timedelta
from uuid import UUID

import pytest

from infinibay_desktop.database import opening
from infinibay_desktop.model.activity import ErrorQuery, Severity
from infinibay_desktop.model.errors import (
    Cancelled,
    ConflictError,
    DatabaseError,
    HostUnreachableError,
    HypervisorError,
    InfinibayError,
    NotPermittedError,
    ValidationError,
)
from infinibay_desktop.model.events import ErrorRecorded
from infinibay_desktop.model.people import Person, PersonId, Role
from infinibay_desktop.model.redaction import HIDDEN
from infinibay_desktop.model.rights import NOBODY, PROGRAM, Actor
from infinibay_desktop.model.settings import Settings, Theme
from infinibay_desktop.services.error_records import FOLD_S, ErrorRecordService, severity_of
from infinibay_desktop.services.report import MOST_REPORT, ReportService
from infinibay_desktop.system.versions import read_versions
from tests.fakes.statements import count_statements


@pytest.fixture(params=["sqlite", "postgresql"])
def units(request, tmp_path):
    if request.param == "sqlite":
        units = opening.open_database(str(tmp_path / "test.sqlite"))
    else:
        units = opening.open_database(request.getfixturevalue("postgres_url"))
    yield units
    units.close()


class Acting:
    """Who acts, as a test says."""

    def __init__(self) -> None:
        self.actor = PROGRAM


@pytest.fixture
def acting() -> Acting:
    return Acting()


@pytest.fixture
def errors(units, clock, acting, recorder) -> ErrorRecordService:
    units.publish_to(recorder.publish)
    return ErrorRecordService(units, clock, "desk-1", current=acting)


def person(role: Role) -> Actor:
    return Actor(person=Person(id=PersonId(UUID(int=1)), email="ana@b", role=role))


def broken() -> BaseException:
    try:
        1 / 0  # noqa: B018 - the error is what is wanted
    except ZeroDivisionError as error:
        return error
    return AssertionError("nothing broke")


def test_an_error_is_kept_with_code_severity_and_facts_and_told(errors, acting, recorder) -> None:
    acting.actor = person(Role.ADMINISTRATOR)
    failure = HypervisorError("It failed.", act="start", password="hunter2", raw="token=hunter2")
    errors.record(failure, {"while": "starting"})
    errors.flush()
    [entry] = errors.find(ErrorQuery())
    assert (entry.code, entry.severity, entry.message) == (
        "hypervisor",
        Severity.HIGH,
        "It failed.",
    )
    assert entry.context == {
        "while": "starting", "act": "start", "password": HIDDEN, "raw": f"token={HIDDEN}",
    }  # fmt: skip
    assert (entry.actor_name, entry.workstation) == ("ana@b", "desk-1")
    assert recorder.of(ErrorRecorded) == [ErrorRecorded(code="hypervisor", message="It failed.")]


def test_a_bug_is_critical_and_says_where(errors) -> None:
    errors.record(broken())
    errors.flush()
    [entry] = errors.find(ErrorQuery())
    assert (entry.code, entry.severity) == ("unexpected", Severity.CRITICAL)
    assert entry.message == "ZeroDivisionError: division by zero"
    assert "broken (" in entry.context["where"]
    assert "/work" not in entry.context["where"]
    assert "/home" not in entry.context["where"]


@pytest.mark.parametrize(
    ("error", "severity"),
    [
        (ZeroDivisionError(), Severity.CRITICAL),
        (InfinibayError("x"), Severity.HIGH),
        (HypervisorError("x"), Severity.HIGH),
        (ValidationError("x", field="f"), Severity.MEDIUM),
        (Cancelled("x"), Severity.LOW),
    ],
)
def test_severity_follows_from_the_kind(error, severity) -> None:
    assert severity_of(error) is severity


def test_what_people_can_mend_or_stopped_is_no_error_of_the_programs(errors) -> None:
    for error in (ValidationError("x", field="f"), ConflictError("x"), Cancelled("x")):
        errors.record(error)
    errors.flush()
    assert errors.find(ErrorQuery()) == []


def test_the_same_error_again_and_again_is_counted_not_repeated(errors, clock) -> None:
    for _ in range(5):
        errors.record(HostUnreachableError("'far' does not answer."))
        clock.pass_time(10)
    clock.pass_time(FOLD_S)
    errors.record(HostUnreachableError("'far' does not answer."))
    errors.flush()
    later, first = errors.find(ErrorQuery())
    assert (first.context, later.context) == ({}, {"repeats": "4"})


class Unprintable(Exception):  # noqa: N818 - what somebody else may raise
    """An error that breaks whoever looks at it."""

    def __str__(self) -> str:
        raise ValueError("no")


@pytest.mark.expects_warnings
def test_an_error_that_cannot_be_told_fails_nothing(errors) -> None:
    errors.record(Unprintable())
    errors.flush()
    assert errors.find(ErrorQuery()) == []


@pytest.mark.expects_warnings
def test_while_the_database_is_away_errors_wait(errors, units, caplog) -> None:
    def away():
        raise DatabaseError("The database is away.")

    errors._units = away
    errors.record(DatabaseError("The database is away."))
    errors.flush()
    errors.flush()
    assert caplog.text.count("wait to be recorded") == 1
    errors._units = units
    errors.flush()
    assert len(errors.find(ErrorQuery())) == 1


@pytest.fixture
def many(errors, clock) -> ErrorRecordService:
    for number in range(60):
        clock.pass_time(10)
        kind = (HypervisorError, DatabaseError, RuntimeError)[number % 3]
        errors.record(kind(f"Number {number} 100% gone"))
        if number % 2:
            clock.pass_time(-10)
    errors.flush()
    return errors


def test_errors_are_found_newest_first_and_page_on(many, units) -> None:
    whole = many.find(ErrorQuery())
    assert [e.at for e in whole] == sorted((e.at for e in whole), reverse=True)
    paged, page = [], many.find(ErrorQuery(limit=7))
    while page:
        paged += page
        with count_statements(units) as asked:
            page = many.find(ErrorQuery(limit=7, after=page[-1]))
        assert asked.count == 1
    assert paged == whole
    assert len(whole) == 60


def test_filters_find_what_they_say(many, clock) -> None:
    def count(**query) -> int:
        found = many.find(ErrorQuery(**query))
        assert many.count(ErrorQuery(**query)).number == len(found)
        return len(found)

    assert count(code="database") == 20
    assert count(severity=Severity.CRITICAL) == 20
    assert count(severity=Severity.HIGH) == 40
    assert count(text="NUMBER 7 100%") == 1
    assert count(text="%") == 60
    assert count(text="_") == 0
    middle = many.find(ErrorQuery())[29].at
    assert count(since=middle) + count(until=middle) == 60


def test_only_administrators_read_errors(many, acting) -> None:
    for actor in (NOBODY, person(Role.USER)):
        acting.actor = actor
        for read in (many.find, many.count):
            with pytest.raises(NotPermittedError):
                read(ErrorQuery())
    acting.actor = person(Role.ADMINISTRATOR)
    assert many.find(ErrorQuery())


def test_old_errors_go(errors, clock) -> None:
    errors.record(HypervisorError("old"))
    errors.flush()
    clock.pass_time(timedelta(days=10).total_seconds())
    errors.record(HypervisorError("new"))
    errors.flush()
    assert errors.apply_retention(0) == 0
    assert errors.apply_retention(9) == 1
    assert [each.message for each in errors.find(ErrorQuery())] == ["new"]


def test_recording_from_many_threads_loses_nothing(errors) -> None:
    def record(name: int) -> None:
        for number in range(50):
            errors.record(HypervisorError(f"{name}-{number}"))

    threads = [threading.Thread(target=record, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    errors.flush()
    assert errors.count(ErrorQuery()).number == 200


def test_a_report_says_versions_settings_and_errors_without_secrets(errors, clock) -> None:
    errors.record(HypervisorError("It failed with password=hunter2", raw="libvirt: no"))
    errors.flush()
    settings = Settings(theme=Theme.DARK, database="postgresql://me:hunter2@db/x")
    report = ReportService(errors, lambda: settings, read_versions, clock).make_report()
    assert "hunter2" not in report
    for told in ("Infinibay Desktop: ", "Python: ", "SQLAlchemy: ", "theme: dark", "libvirt: no"):
        assert told in report
    assert "poll_interval_s" not in report


def test_a_report_is_bounded_and_bears_a_database_that_is_away(errors, clock) -> None:
    for number in range(40):
        errors.record(
            HypervisorError(f"{number} " + "x" * 900, **{f"f{n}": "y" * 300 for n in range(9)})
        )
    errors.flush()
    service = ReportService(errors, Settings, read_versions, clock)
    assert len(service.make_report()) <= MOST_REPORT

    def away():
        raise DatabaseError("The database is away.")

    errors._units = away
    assert "cannot be read: The database is away." in service.make_report()


def test_who_may_not_read_errors_gets_a_report_without_them(errors, acting, clock) -> None:
    errors.record(HypervisorError("It failed."))
    errors.flush()
    acting.actor = person(Role.USER)
    report = ReportService(errors, Settings, read_versions, clock).make_report()
    assert "It failed." not in report
    assert "only administrators" in report
