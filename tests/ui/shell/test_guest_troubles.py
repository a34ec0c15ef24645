"""What is told in the window of guests that have trouble."""

import pytest
from PySide6.QtCore import QObject

from infinibay_desktop.model.events import ErrorRecorded
from infinibay_desktop.ui.shell.guest_troubles import MOST_AT_ONCE, GuestTroubles


@pytest.fixture
def told(quick_desk):
    owner = QObject()
    troubles = GuestTroubles(quick_desk, owner)

    def tell(*events: ErrorRecorded) -> list[tuple[str, str]]:
        for event in events:
            quick_desk.bridge.publish(event)
        if troubles._due.isActive():
            troubles._due.stop()
            troubles._tell()
        return quick_desk.notices.errors

    yield tell
    owner.deleteLater()


def silent(name: str) -> ErrorRecorded:
    return ErrorRecorded(code="guest-silent", message=f"The agent of '{name}' says nothing.")


def test_a_silence_and_a_failed_service_are_told(told) -> None:
    failed = ErrorRecorded(code="guest-service-failed", message="'nginx' in 'web' has failed.")
    assert [message for _, message in told(silent("web"), failed)] == [
        "The agent of 'web' says nothing.",
        "'nginx' in 'web' has failed.",
    ]


def test_other_errors_are_not_told_here(told) -> None:
    assert told(ErrorRecorded(code="hypervisor", message="It is away.")) == []


def test_many_at_once_are_one_notice(told) -> None:
    [(title, message)] = told(*(silent(f"m{n}") for n in range(200)))
    assert title == "Several machines need a look"
    assert message.count("\n") < 10
    assert len(told(*(silent(f"n{n}") for n in range(MOST_AT_ONCE)))) == 1 + MOST_AT_ONCE
