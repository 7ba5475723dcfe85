"""Numbers that were read wrongly at first and repaired by a second reading.

Revision 0006, after 0005.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reread",
        sa.Column("study_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("pointer", sa.String(), nullable=False),
        sa.Column("first_reading", sa.String(), nullable=False),
        sa.Column("second_reading", sa.String(), nullable=False),
        sa.Column("route", sa.String(), nullable=False),
        sa.Column("cleared", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["study_id"], ["document.id"], name=op.f("fk_reread_study_id_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("study_id", "no", name=op.f("pk_reread")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("reread")
