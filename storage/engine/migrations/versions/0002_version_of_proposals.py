"""A counter for each proposal, so that whoever saves an older one than is kept notices it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("proposals", sa.Column("version", sa.Integer(), server_default="0", nullable=False))
