"""The cases of a group take turns: an index that finds where a case stands, and bulk behind everything."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

IN_GROUP = sa.text("chat < 0 AND state IN ('pending', 'sending')")


def upgrade() -> None:
    op.execute("UPDATE outbox SET rank = 32767 WHERE state <> 'sent' AND rank = 1")
    op.create_index(
        "ix_outbox_group", "outbox", ["chat", "about", "rank"], sqlite_where=IN_GROUP, postgresql_where=IN_GROUP
    )
