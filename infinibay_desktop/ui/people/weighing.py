"""Asks the service how strong a password is, while it is typed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.widgets.passwords import NewPassword


def weigh_by_service(
    desk: Desk, fields: NewPassword, words: Callable[[], Sequence[str]] = tuple
) -> None:
    """Show beside the fields what the service says; `words` are known of the person."""

    async def weigh(typed: str) -> None:
        known = [word for word in words() if word]
        said = await desk.operations.run(lambda: desk.core.people.weakness(typed, *known))
        # The service's sentences are those of the errors; ours has a translation of each.
        fields.show_weakness(typed, said and QCoreApplication.translate("Errors", said))

    fields.weigh_with(lambda typed: desk.operations.spawn(fields, weigh(typed)))
