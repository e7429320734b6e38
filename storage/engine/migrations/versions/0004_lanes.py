"""What is said together leaves in its order: each message has the lane of its case, whatever it is about itself."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

IN_GROUP = sa.text("chat < 0 AND state IN ('pending', 'sending')")


def upgrade() -> None:
    op.add_column("outbox", sa.Column("lane", sa.Text, nullable=False, server_default=""))
    op.execute("UPDATE outbox SET lane = about WHERE state <> 'sent'")
    op.drop_index("ix_outbox_group", "outbox")
    op.create_index(
        "ix_outbox_group", "outbox", ["chat", "lane", "rank"], sqlite_where=IN_GROUP, postgresql_where=IN_GROUP
    )
