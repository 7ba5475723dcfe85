"""Names of constructs that ran into the codes of their first items."""

from tests.read.tables.invented import loadings, read

TABLE = (
    "Item|Wording|λ\nSalty crust SC1|It is salt|.72\nSC2|I taste salt|.79\nSC3|Salt it is|.78\n"
    "Dark rye RY1|It is rye|.73\nRY2|I taste rye|.81\nRY3|Rye it is|.66\n"
)


def test_each_name_heads_its_items() -> None:
    found = loadings(read(TABLE, "Items and standardized factor loadings"))
    assert ("Salty crust", "SC1", ".72") in found
    assert ("Dark rye", "RY3", ".66") in found
    assert len(found) == 6


def test_a_name_beside_the_second_of_its_items_heads_none() -> None:
    table = "|SC|RY\nSC1|.72|.11\nSalt SC2|.79|.12\nSC3|.78|.13\nRY1|.14|.73\nRye RY2|.21|.81\nRY3|.16|.66\n"
    found = {(item, loading) for _, item, loading in loadings(read(table, "Loadings and cross-loadings"))}
    assert {("SC3", ".78"), ("RY3", ".66")} <= found
