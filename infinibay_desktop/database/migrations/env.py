"""Runs migrations on the connection it is handed, in that connection's transaction."""

from alembic import context

from infinibay_desktop.database import (  # noqa: F401 - known to the metadata
    metric_rows,
    people_rows,
    program_rows,
    record_rows,
)
from infinibay_desktop.database.rows import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()
