"""The generated pages are what would be generated now."""

import pytest

from evidence import assets
from evidence.store.pages import pages
from evidence.store.tables import metadata
from evidence.store.views import view_files


@pytest.mark.parametrize("name", sorted(pages()))
def test_the_page_is_current(name):
    stale = "run python -m evidence.store.pages"
    assert assets.schema(name).read_text(encoding="utf-8") == pages()[name], stale


def test_every_table_and_view_is_described():
    text = pages()["dictionary.md"]
    for name in (*metadata.tables, *(view.name for view in view_files())):
        section = text.partition(f"### {name}\n")[2].partition("\n### ")[0]
        assert len(section.strip().splitlines()[0].split()) > 3, name
