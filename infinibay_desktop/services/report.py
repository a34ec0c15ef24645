"""What a report of a problem needs: versions, settings, the last errors. No secrets."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields

from infinibay_desktop.model.activity import ErrorEntry, ErrorQuery
from infinibay_desktop.model.errors import InfinibayError, NotPermittedError
from infinibay_desktop.model.redaction import bounded_text, redacted_fields
from infinibay_desktop.model.settings import Settings
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.services.declarations import free
from infinibay_desktop.services.error_records import ErrorRecordService

MOST_REPORT = 40_000
_LAST_ERRORS = 20
_DEFAULTS = Settings()


class ReportService:
    """Makes the text that 'Copy report' copies. Runs on a worker."""

    def __init__(
        self,
        errors: ErrorRecordService,
        settings: Callable[[], Settings],
        facts: Callable[[], Mapping[str, str]],
        clock: Clock,
    ) -> None:
        self._errors = errors
        self._settings = settings
        self._facts = facts
        self._clock = clock

    @free("says nothing of others: errors only to who may read them")
    def make_report(self) -> str:
        """Versions, settings that differ from the defaults, the last errors; bounded."""
        parts = [
            f"Infinibay Desktop, {self._clock.now().isoformat(timespec='seconds')}",
            _section("Versions", redacted_fields(self._facts())),
            _section("Settings that were changed", redacted_fields(self._changed())),
            "Last errors\n" + self._last_errors(),
        ]
        return bounded_text("\n\n".join(parts) + "\n", MOST_REPORT)

    def _changed(self) -> dict[str, object]:
        settings = self._settings()
        names = [field.name for field in fields(settings)]
        return {
            name: getattr(settings, name)
            for name in names
            if getattr(settings, name) != getattr(_DEFAULTS, name)
        }

    def _last_errors(self) -> str:
        try:
            found = self._errors.find(ErrorQuery(limit=_LAST_ERRORS))
        except NotPermittedError:
            return "  (only administrators may read them)"
        except InfinibayError as error:
            return f"  (cannot be read: {error.message})"
        return "\n".join(_error_lines(found)) or "  none"


def _section(title: str, values: Mapping[str, str]) -> str:
    lines = [f"  {name}: {value}" for name, value in values.items()]
    return "\n".join([title, *(lines or ["  none"])])


def _error_lines(errors: Sequence[ErrorEntry]) -> list[str]:
    lines = []
    for error in errors:
        moment = error.at.isoformat(timespec="seconds")
        lines.append(f"  {moment} {error.severity} {error.code}: {error.message}")
        lines += [f"    {name}: {value}" for name, value in error.context.items()]
    return lines
