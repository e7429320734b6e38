"""Alembic's entrance: it works on the connection that `storage/engine/schema.py` hands it, and on no other."""

from alembic import context

from storage.engine.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
