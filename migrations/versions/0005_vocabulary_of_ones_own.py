"""A vocabulary of one's own: constructs and aliases that a user loads, beside those of the program.

Revision 0005, after 0004.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("construct", sa.Column("source", sa.String(), nullable=True))
    op.create_table(
        "construct_alias",
        sa.Column("alias", sa.String(), nullable=False),
        sa.Column("construct_id", sa.String(), nullable=False),
        sa.Column("polarity", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["construct_id"],
            ["construct.id"],
            name=op.f("fk_construct_alias_construct_id_construct"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("alias", "construct_id", name=op.f("pk_construct_alias")),
    )
    op.create_index(op.f("ix_construct_alias_construct_id"), "construct_alias", ["construct_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_construct_alias_construct_id"), table_name="construct_alias")
    op.drop_table("construct_alias")
    op.drop_column("construct", "source")
