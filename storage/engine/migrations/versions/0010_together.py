"""Who takes part in a proposal, who is invited to it, and what its answers were before."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _proposal(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["proposal"], ["proposals.id"], name=f"fk_{table}_proposal", ondelete="CASCADE")


def upgrade() -> None:
    op.create_table(
        "sharings",
        sa.Column("proposal", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("proposal", name="pk_sharings"),
        _proposal("sharings"),
    )
    op.create_table(
        "participants",
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("proposal", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("chat", "proposal", name="pk_participants"),
        _proposal("participants"),
    )
    op.create_index("ix_participants_proposal", "participants", ["proposal"])
    op.create_table(
        "invitations",
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("proposal", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_invitations"),
        _proposal("invitations"),
    )
    op.create_index("ix_invitations_proposal", "invitations", ["proposal"])
    op.create_table(
        "answer_changes",
        sa.Column("seq", _NUMBER, nullable=False),
        sa.Column("proposal", sa.Text(), nullable=False),
        sa.Column("user", sa.BigInteger(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_answer_changes"),
        _proposal("answer_changes"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_answer_changes_user", "answer_changes", ["user"])
    op.create_index("ix_answer_changes_proposal_seq", "answer_changes", ["proposal", "seq"])
