"""Sources that answer for single works, and which works they were asked about.

Revision 0004, after 0003.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "notice_asked",
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("work_doi", sa.String(), nullable=False),
        sa.Column("asked", sa.String(), nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("source", "work_doi", name=op.f("pk_notice_asked")),
    )


def downgrade() -> None:
    op.drop_table("notice_asked")
