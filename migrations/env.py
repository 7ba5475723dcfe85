"""Alembic's environment: the program hands over its connection; there is no ini file."""

from alembic import context
from sqlmodel.sql.sqltypes import AutoString

from evidence.store.tables import metadata


def plain_text(kind, thing, _autogenerate):
    """SQLModel's own string type is written down as the plain one, so that a revision needs SQLAlchemy only."""
    return "sa.String()" if kind == "type" and isinstance(thing, AutoString) else False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    render_item=plain_text,
)
with context.begin_transaction():
    context.run_migrations()
