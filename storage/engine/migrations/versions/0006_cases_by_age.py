"""All cases of a municipality by their age, open and ended, for whoever looks for one of them."""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_index("ix_cases_municipality_opened_at", "cases", ["municipality", "opened_at"])
