"""Lists that come in pages, put together."""

import time
from collections.abc import Callable
from dataclasses import replace

from infinibay_desktop.model.guest_parts import MAX_ROWS, GuestPage, Row

# Agents cut a page at 64 KiB, which is far more rows: one that gives fewer, and says that there
# are more, is not asked again.
LEAST_ROWS = 10
# One that takes its time over each page must not keep a worker: no further page after this.
WHOLE_S = 60.0


def everything(
    page_at: Callable[[int], GuestPage[Row]],
    *,
    most: int = MAX_ROWS,
    now_s: Callable[[], float] = time.monotonic,
) -> GuestPage[Row]:
    """All rows of a list as one page; `page_at` gives the page from an offset on.

    `cut` says that there are more than these, or that they did not come in time.
    """
    end_s = now_s() + WHOLE_S
    page = page_at(0)
    rows = list(page.rows)
    # A guest that promises more than it gives must not keep anybody asking.
    while len(page.rows) >= LEAST_ROWS and len(rows) < min(page.total, most) and now_s() < end_s:
        page = page_at(len(rows))
        rows.extend(page.rows)
    total = max(page.total, len(rows))
    return replace(
        page, rows=tuple(rows[:most]), offset=0, total=total, cut=total > len(rows[:most])
    )
