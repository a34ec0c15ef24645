"""Alembic's environment and the versions of the schema. Released ones are never edited."""
