"""On whose clock a reminder was reckoned, and what became of it: said, or for which reason not."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.add_column("reminders", sa.Column("zone", sa.Text(), nullable=False, server_default=""))
    op.add_column("reminders", sa.Column("outcome", sa.Text(), nullable=False, server_default=""))
