"""Notices: over an article printed whole, and where only the markup of the file calls them so."""

from pathlib import Path

import pytest

from evidence.read import read

FILLER = "Bread is baked in the morning and sold at noon. " * 80


@pytest.mark.parametrize("banner", ["RETRACTED ARTICLE: ", "Retracted: "])
def test_a_retracted_article_is_read_beside_its_notice(tmp_path: Path, banner: str) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        f"<html><body><h1>{banner}Humour and joy in bakeries</h1><p>A. Ost</p>"
        "<p>This article was retracted on 3 February 2024 because of errors in the data.</p>"
        f"<h2>Abstract</h2><p>{FILLER}</p><h2>Results</h2><p>The model fitted well, CFI = .95, RMSEA = .05.</p></body></html>",
        "utf-8",
    )
    article, notice = read(page)
    assert (article.document.kind, article.document.title) == ("empirical", "Humour and joy in bakeries")
    assert article.fit[0].cfi == ".95"
    assert notice.document.kind == "notice"
    assert notice.retraction is not None
    assert notice.retraction.nature == "retraction"


def test_a_correction_known_by_its_markup(tmp_path: Path) -> None:
    page = tmp_path / "correction.xml"
    page.write_text(
        '<article article-type="correction"><front><article-meta><title-group><article-title>Humour and joy</article-title>'
        "</title-group></article-meta></front><body><p>The coefficient was given as β = .41. It is β = .14.</p></body></article>",
        "utf-8",
    )
    (notice,) = read(page)
    assert notice.retraction is not None
    assert (notice.document.kind, notice.retraction.nature) == ("notice", "correction")
    assert not notice.paths


def test_a_short_page_with_a_banner_is_the_notice_alone(tmp_path: Path) -> None:
    page = tmp_path / "short.html"
    page.write_text(
        "<html><body><h1>RETRACTED: Humour and joy in bakeries</h1><p>This article has been retracted.</p></body></html>",
        "utf-8",
    )
    (notice,) = read(page)
    assert notice.document.kind == "notice"


@pytest.mark.parametrize(
    ("above", "doi"),
    [
        ("Volume 2019, Article ID 12345, 9 pages\nhttps://doi.org/10.5555/inv.77", "10.5555/inv.77"),
        ("Hindawi\nOven Letters\n\ndoi: 10.5555/inv.77", "10.5555/inv.77"),
        ("[1] A. Ost, Humour and joy in bakeries, Oven Letters, 2019.\ndoi: 10.5555/inv.77", None),
    ],
)
def test_the_line_of_the_journal_over_a_retracted_article_is_the_articles(
    tmp_path: Path, above: str, doi: str | None
) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# Retracted: Humour and joy in bakeries\n\nThis article was retracted on 3 February 2024.\n\n## References\n\n"
        f"[1] A. Ost, Humour and joy in bakeries, Oven Letters, 2019.\n\n{above}\n\nResearch Article\n\n"
        f"# Humour and joy in bakeries\n\nA. Ost\n\n## Abstract\n\n{FILLER}\n\n## Results\n\nThe model fitted well, CFI = .95.",
        "utf-8",
    )
    article, notice = read(page)
    assert (article.document.kind, article.document.title) == ("empirical", "Humour and joy in bakeries")
    assert article.document.doi == doi
    assert notice.document.kind == "notice"
