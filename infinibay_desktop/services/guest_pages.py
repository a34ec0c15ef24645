"""Lists that come in pages, put together."""

from collections.abc import Callable
from dataclasses import replace

from infinibay_desktop.model.guest_parts import MAX_ROWS, GuestPage, Row

# Agents cut a page at 64 KiB, which is far more rows: one that gives fewer, and says that there
# are more, is not asked again.
LEAST_ROWS = 10


def everything(page_at: Callable[[int], GuestPage[Row]], *, most: int = MAX_ROWS) -> GuestPage[Row]:
    """All rows of a list as one page; `page_at` gives the page from an offset on.

    `cut` says that there are more than these.
    """
    page = page_at(0)
    rows = list(page.rows)
    # A guest that promises more than it gives must not keep anybody asking.
    while len(page.rows) >= LEAST_ROWS and len(rows) < min(page.total, most):
        page = page_at(len(rows))
        rows.extend(page.rows)
    total = max(page.total, len(rows))
    return replace(
        page, rows=tuple(rows[:most]), offset=0, total=total, cut=total > len(rows[:most])
    )
