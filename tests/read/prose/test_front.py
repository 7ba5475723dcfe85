"""First pages, notices, references and abbreviations; written for these tests in the manner of several publishers."""

import pytest

from evidence.read import html, markdown, text
from evidence.read.model import Source
from evidence.read.prose import document_of, notice_in, references, understand
from evidence.read.prose.fit.thresholds import threshold_claims
from evidence.read.prose.front.authors import are_names, authors_in
from evidence.read.prose.front.doi import doi_of
from evidence.read.prose.sentences import passages, sentences
from evidence.read.text import to_source as text_source
from evidence.read.understanding import understand as records_of

PAGES: dict[str, tuple[Source, tuple[object, ...]]] = {
    "old journal site": (
        html.to_source("<!doctype html><html><head><title>A Journal - page</title></head><body><div>Vol. 15 No. 2, June, 2010</div><h1>Reading habits and trust in online news: a survey</h1><h4>Ann-Marie O'Neil, Juan Pérez-García and Li Wei<br>Department of Media, University of Nowhere</h4><h4>Abstract</h4><p>Words.</p><h3>Introduction</h3><p>Words.</p></body></html>".encode()),
        ("Reading habits and trust in online news: a survey", ("Ann-Marie O'Neil", "Juan Pérez-García", "Li Wei"), "2010"),
    ),
    "converted article": (
        markdown.to_source(b"# Trust and the smart home: evidence from older adults\n\nJane Q. Public ^a, John Doe ^b,*, and Wei Zhang ^a\n\n^a School of Design, Example University\n\nReceived 12 March 2018; accepted 4 June 2018\n\nAvailable online 10 June 2018\n\nKeywords: trust; smart home\n\n## 1. Introduction\n\nWords of the text."),
        ("Trust and the smart home: evidence from older adults", ("Jane Q. Public", "John Doe", "Wei Zhang"), "2018"),
    ),
    "journal lines above": (
        text.source_of("ORIGINAL RESEARCH\npublished: 05 May 2021\ndoi: 10.5555/inv.2021.000123\n\nThe Effects of Mindfulness on Burnout: A Moderated Mediation Model\n\nMaria Rossi 1*, Hans Müller 2 and Kim Jong 1\n\n1 Department of Psychology, University X, Rome, Italy, 2 Institute Y, Berlin, Germany\n\nINTRODUCTION\n\nWords."),
        ("The Effects of Mindfulness on Burnout: A Moderated Mediation Model", ("Maria Rossi", "Hans Müller", "Kim Jong"), "2021"),
    ),
    "society journal": (
        text.source_of("Invented Science\n2019, Vol. 30(2) 123–135\n© The Author(s) 2018\n\nWhy We Wait: Patience and Plans\n\nSara B. Algren1, Laura E. Kurtin2, and Nicole M. Hilde1\n1Department of Psychology, University of Nowhere; and 2Duke College\n\nAbstract\nWe wait."),
        ("Why We Wait: Patience and Plans", ("Sara B. Algren", "Laura E. Kurtin", "Nicole M. Hilde"), "2019"),
    ),
    "chinese journal": (
        markdown.to_source("# 社区关系与居民行为研究:一个中介模型\n\n李东1,王小雨2\n\n摘要:本文研究居民。\n\n关键词:社区关系;居民行为 文章编号:1000-6060(2020)04-1098-10\n\n# 1引言\n\n正文。".encode()),
        ("社区关系与居民行为研究:一个中介模型", ("李东", "王小雨"), "2020"),
    ),
    "page typed with spaces": (
        text.to_source(b"        Journal of\n        Invented Surveys\n\n\nArticle\nLanterns, Safety and Evening\nWalks in Small Towns\nIda Holm 1, *, Per Lund 2 and Ruta Kalnina 1\n\n                    1   Department of Streets, University of Nowhere\n                    2   Institute of Lamps, Sometown\n\n                    Abstract: People walk where there is light.\n\nAcademic Editors: Mona Berg\nand Otto Falk\n\nReceived: 3 March 2020\nAccepted: 5 May 2020\n\f        1. Introduction       of walks\n        Words   of   the    text"),
        ("Lanterns, Safety and Evening Walks in Small Towns", ("Ida Holm", "Per Lund", "Ruta Kalnina"), "2020"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_a_first_page_tells_title_people_and_year(page: str) -> None:
    source, expected = PAGES[page]
    made = document_of(source)
    assert (made.title, made.authors, made.year) == expected


def test_dates_keywords_and_doi_of_a_first_page() -> None:
    made = document_of(PAGES["converted article"][0])
    assert made.dates == {"received": "2018-03-12", "accepted": "2018-06-04", "published": "2018-06-10"}
    assert made.keywords == ("trust", "smart home")
    assert document_of(PAGES["journal lines above"][0]).doi == "10.5555/inv.2021.000123"


@pytest.mark.parametrize(
    "tail",
    [
        "**doi**: https://doi.org/10.5555/inv.77",
        "DOI 10.5555/inv.77",
        "### How to cite this article\n\nRoe, A. (2020). Light and mood. *Invented Letters*. https://doi.org/10.5555/inv.77",
        "Please cite this article as: Roe, A. (2020), Light and mood, doi: 10.5555/inv.77.",
        "## Funding\n\nNobody paid.\n\nJournal of Invented Lamps 10(4), pp. 871-883 (2021) DOI: 10.5555/inv.77",
        "\\* Corresponding author.\n\n<https://doi.org/10.5555/inv.77>\n\nReceived 14 August 2019; Accepted 9 January 2020",
        "doi:10.5555/other.2 Çörek, C. (2015). Are lamps good for the mood of people at work? Letters, 4, 1-9.\n\nDOI 10.5555/inv.77",
    ],
)
def test_the_doi_may_stand_at_the_end(tail: str) -> None:
    page = "# Light and mood in small offices\n\nAnna Roe\n\n## 1 Introduction\n\nWords of the text.\n\n## References\n\nDoe, B. (2011). Lamps. https://doi.org/10.5555/other.1\n\n"
    assert document_of(markdown.to_source((page + tail).encode())).doi == "10.5555/inv.77"
    assert document_of(markdown.to_source(page.encode())).doi is None
    cited = f"{page}Moe, C. (2015). Windows.\n\nhttps://doi.org/10.5555/other.2\n\nReceived 14 August 2019"
    assert document_of(markdown.to_source(cited.encode())).doi is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Anna Roe ¹ [ORCID], Bea Doe ²,* and Carl Moe ³", ("Anna Roe", "Bea Doe", "Carl Moe")),
        ("Roe, Anna; Doe, Bea; Moe, Carl", ("Anna Roe", "Bea Doe", "Carl Moe")),
        ("Anna Roe (University of Nowhere), Bea Doe (Lake College)", ("Anna Roe", "Bea Doe")),
        ("Anna Roe, Ph.D., Assistant Professor, Lake College", ("Anna Roe",)),
        ("Anna García-López y Juan Núñez", ("Anna García-López", "Juan Núñez")),
        ("José Ortega y Gasset", ("José Ortega y Gasset",)),
        ("Anna Roe^a^ • Bea Doe^b^", ("Anna Roe", "Bea Doe")),
        ("Anna Roe und Bea Doe", ("Anna Roe", "Bea Doe")),
        (
            "Anna Roe PhD, RN, Associate Professor1 | Bea Doe-Moe MPhil, Lecturer2 | CARL LOW",
            ("Anna Roe", "Bea Doe-Moe", "Carl Low"),
        ),
        ("Anna Roe, PhD, RN, Bea Doe, MPhil, and Carl Moe, RN-BC", ("Anna Roe", "Bea Doe", "Carl Moe")),
        ("Roe, A., Doe, B. C. & Moe, C.", ("A. Roe", "B. C. Doe", "C. Moe")),
        ("Dr. Anna Roe, Prof. Bea Doe", ("Anna Roe", "Bea Doe")),
        ("Anna Roe1✉, Bea Doe2 & Carl Moe1", ("Anna Roe", "Bea Doe", "Carl Moe")),
        ("Anna Roe (roe@lake.example), Bea Doe [orcid.org/0000-0001]", ("Anna Roe", "Bea Doe")),
        ("Anna Roe1, Senior Lecturer, Bea Doe2, Professor", ("Anna Roe", "Bea Doe")),
    ],
)
def test_people_are_listed_in_many_manners(line: str, names: tuple[str, ...]) -> None:
    assert authors_in([line]) == names


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("Invented Review 12(3), 2016, 45–67", "2016"),
        ("Invented J (2022) 12:345–360", "2022"),
        ("Publicado: 3 de mayo de 2019", "2019"),
        ("2018", "2018"),
    ],
)
def test_years_of_a_first_page(line: str, year: str) -> None:
    page = f"# Light and mood in the small office\n\nAnna Roe and Bea Doe\n\n{line}\n\n## 1 Introduction\n\nIn 2001 it was dark."
    assert document_of(markdown.to_source(page.encode())).year == year


def test_the_line_of_the_journal_is_no_title() -> None:
    page = "Invented Letters 45 (2010) 123–134\nContents lists available at InventDirect\n\nLight and mood in the small office\n\nAnna Roe a,*, Bea Doe b\n\nABSTRACT\nWords.\n"
    assert document_of(text.source_of(page)).title == "Light and mood in the small office"


def test_a_place_below_a_name_is_no_person() -> None:
    lines = ["Anna Roe\nLake Shore Institute of Arts", "Bea Doe\nUpper Moor School of Law"]
    assert authors_in(lines) == ("Anna Roe", "Bea Doe")


def test_people_each_before_their_address() -> None:
    lines = [
        "Anna Roe, University of Bread, Norway",
        "Bea Doe, PhD, Flour College, Sweden",
        "Abstract",
        "Carl Moe, Tea University",
    ]
    assert authors_in(lines) == ("Anna Roe", "Bea Doe")
    assert authors_in(["School of Bread, University of Norhaven", "Light, mood and the university"]) == ()


def test_people_named_again_in_other_letters_are_the_same() -> None:
    assert authors_in(["林小雨，王大山", "LIN Xiaoyu, WANG Dashan"]) == ("林小雨", "王大山")
    assert authors_in(["林小雨，王大山", "Anna Roe"]) == ("林小雨", "王大山", "Anna Roe")


def test_a_name_in_two_parts_stands_among_chinese_names() -> None:
    assert authors_in(["林小雨¹，阿依古丽·买买提¹，王大山2"]) == ("林小雨", "阿依古丽·买买提", "王大山")
    assert authors_in(["林小雨，面包与信任的关系·以北方城市面包店的顾客为例"]) == ()


def test_a_page_without_anything_says_nothing() -> None:
    made = document_of(text.source_of("x"))
    assert (made.title, made.authors, made.year, made.doi) == (None, (), None, None)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("JANE ROE1, JOHN VAN DER DOE2* and A. B. SMITH", ("Jane Roe", "John Van Der Doe", "A. B. Smith")),
        ("By Jane Roe, Ph.D.", ("Jane Roe",)),
        ("Department of Media, University of Nowhere", ()),
        ("The results of the study are shown below", ()),
    ],
)
def test_names_are_told_from_addresses(line: str, names: tuple[str, ...]) -> None:
    assert authors_in([line]) == names
    assert are_names(line) == bool(names)


def test_names_end_at_the_editors() -> None:
    assert authors_in(["Jane Roe", "Academic Editor: John Doe"]) == ("Jane Roe",)


@pytest.mark.parametrize(
    ("page", "nature"),
    [
        (
            "Retraction notice\n\nThe article titled Some Words about Trust has been retracted by the journal because of errors in the data.",
            "retraction",
        ),
        ("Expression of Concern\n\nThe editors have concerns about the data of this article.", "expression of concern"),
        ("Corrigendum to: Trust and loyalty in shops\n\nThe authors regret a misprint.", "correction"),
        ("# Withdrawal\n\nThis article has been withdrawn at the request of the authors.", "withdrawal"),
    ],
)
def test_a_notice_is_a_document_of_its_own(page: str, nature: str) -> None:
    (record,) = records_of(text.source_of(page))
    assert record.document.kind == "notice"
    assert record.retraction is not None
    assert record.retraction.nature == nature


@pytest.mark.parametrize(
    "page",
    [
        "Retraction of statements in court: a survey of judges\n\nJane Roe\n\nWe asked judges.",
        "Plain words about trust.",
    ],
)
def test_an_article_about_retraction_is_no_notice(page: str) -> None:
    found = notice_in(text.source_of(page))
    assert found is None or found.retraction.nature == "retraction"  # a bare heading may be taken for one


def test_references_of_many_styles() -> None:
    page = (
        "REFERENCES\n\n- [1] Book A, Ann B. Trust and so on[J]. Journal, 2001, 3(1): 1-9.\n\n[2] C. Doe, \"Quoted title of it,\" Journal, vol. 2, 2012. doi:10.5555/q.1 [3] D. Roe (2013). After the year. Place.\n\n"
        "- Muller, E. (2014). A line of its own. Place.\n- Novak, F. (2015). Another line. Place.\n\nshort"
    )  # fmt: skip
    found = references(text.source_of(page))
    assert [(r.label, r.year) for r in found] == [
        ("[1]", "2001"),
        ("[2]", "2012"),
        ("[3]", "2013"),
        (None, "2014"),
        (None, "2015"),
    ]
    assert [r.title for r in found][1:3] == ["Quoted title of it", "After the year"]
    assert found[1].doi == "10.5555/q.1"


def test_abbreviations_are_the_papers_own() -> None:
    page = "We study perceived usefulness (PU), the average variance extracted (AVE), and knowledge gap (KGap). In it (see Table 1), UV represents utility value, HV denotes happy value.\n\nTable 1. X\nName\tV\nPerceived thrift (PT)\t0.1\nOther\t0.2\n\nNote: EE = escape experience; XX = no such thing."
    found = understand(text.source_of(page)).abbreviations
    assert found == {
        "PU": "perceived usefulness", "AVE": "average variance extracted", "KGap": "knowledge gap", "UV": "utility value",
        "HV": "happy value", "PT": "Perceived thrift", "EE": "escape experience",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("The values of GFI, AGFI and CFI are all greater than 0.8.", (("agfi", "gfi", "cfi"), ">", "0.8")),
        ("All factor loadings were above 0.70.", (("loading",), ">", "0.70")),
        ("All AVE values exceeded the threshold of 0.50.", (("ave",), ">", "0.50")),
        ("RMSEA is below 0.08.", (("rmsea",), "<", "0.08")),
        ("CFI should be above 0.9.", None),
        ("The changes in CFI were below 0.010.", None),
        ("ΔCFI was below 0.010.", None),
        ("Prices are above 0.9.", None),
    ],
)
def test_bounds_that_a_paper_says_are_met(sentence: str, claim: tuple[object, ...] | None) -> None:
    found = threshold_claims(sentences(passages(text.source_of(sentence))))
    assert [(c.value.refs, c.value.op, c.value.value) for c in found] == ([claim] if claim else [])


def test_claims_point_at_the_cells_they_are_about() -> None:
    page = (
        "H1: Trust has a positive effect on loyalty.\n\nThe path coefficient of trust on loyalty is 0.42 (t = 5.10). The CFI and TLI are all greater than 0.9.\n\n"
        "Table 1. Fit\nIndex\tCFI\tTLI\nValue\t0.95\t0.89\n\nTable 2. Paths\nPath\tβ\tt\nTrust -> Loyalty\t0.42\t5.01\n"
    )  # fmt: skip
    (record,) = records_of(text.source_of(page))
    assert [(c.kind, c.value, c.ref) for c in record.claims if c.kind == "value"] == [
        ("value", "0.42", "/paths/0/beta"),
        ("value", "5.10", "/paths/0/stat"),
    ]
    assert [c.refs for c in record.claims if c.kind == "threshold"] == [("/fit/0/cfi", "/fit/0/tli")]


def test_a_plain_text_title_stands_between_the_furniture_of_the_page_and_the_names() -> None:
    text = (
        "Garden Quarterly 12 (2019) 55–67\n\nContents lists available at GardenDirect\n\nMay 3, 2019\n\n"
        "Weeding and Wellbeing: How Small Plots\nCarry Large Joys in the City\n"
        "Ada Roe 1,*, Bo Lindqvist 2 and Mira Oak 1\n\nAbstract: We asked gardeners.\n\n1. Introduction\nGardens matter.\n"
    )
    document = document_of(text_source(text.encode()))
    assert document.title == "Weeding and Wellbeing: How Small Plots Carry Large Joys in the City"
    assert document.authors == ("Ada Roe", "Bo Lindqvist", "Mira Oak")


def test_chinese_names_apart_by_spaces() -> None:
    assert authors_in(["林晓雨1 陈一2 欧阳明3"]) == ("林晓雨", "陈一", "欧阳明")


@pytest.mark.parametrize(
    ("printed", "doi"),
    [
        ("https://doi.org/10.1371/bread.\ncrust.0241873", "10.1371/bread.crust.0241873"),
        ("https://doi.org/10.1371/bread. crust.0241873", "10.1371/bread.crust.0241873"),
        ("https://doi.org/10.1371/bread.crust.\n0241873", "10.1371/bread.crust.0241873"),
        ("https://doi.org/10.1371/bread.cru\nst.0241873", "10.1371/bread.crust.0241873"),
        ("https://doi.org/10.1371/bread12\n0241873", "10.1371/bread12"),
        ("https://doi.org/10.1371/BREAD-05-\n2023-0218", "10.1371/BREAD-05-2023-0218"),
        ("https://doi.org/10.1371/bread.\nReceived 12 May 2020", "10.1371/bread"),
    ],
)
def test_a_doi_goes_on_in_the_next_line_while_it_has_no_figures(printed: str, doi: str) -> None:
    assert doi_of(None, f"Cole A (2020) Bread. {printed}") == doi


def test_a_doi_broken_over_lines_is_whole_where_it_is_printed_whole() -> None:
    front = "# Light and mood in small offices\n\nAnna Roe\n\nOPEN ACCESS\n\nhttps://doi.org/10.5555/inv7 700\n\n## 1 Introduction\n\nWords of the text.\n\n"
    whole = document_of(markdown.to_source((front + "Letters 2020. https://doi.org/10.5555/inv7700\n").encode()))
    assert (whole.doi, whole.authors) == ("10.5555/inv7700", ("Anna Roe",))
    other = document_of(markdown.to_source((front + "See https://doi.org/10.5555/inv7812.\n").encode()))
    assert other.doi == "10.5555/inv7"


def test_a_cover_page_that_begins_with_the_journal() -> None:
    page = (
        "# Invented Review of Baking Practice\n\nISSN: (Print) (Online) Journal homepage: https://www.example.org/loi/irbp\n\n"
        "# **Why some bakers try new ovens: warmth and skill in small towns**\n\n# Ada Cole & Bob Lind\n\n"
        "**To cite this article:** Ada Cole & Bob Lind (2021): Why some bakers try new ovens, Invented Review\n\n## Introduction\n\nWords.\n"
    )
    made = document_of(markdown.to_source(page.encode()))
    assert made.title == "Why some bakers try new ovens: warmth and skill in small towns"


def test_each_author_may_stand_over_an_address_with_dates_in_the_margin_between_them() -> None:
    text = (
        "Baked on the spot:\nhow bread makes joy\nAnna Lindqvist-Roe\nDepartment of Ovens, Lake Business School, Bath, UK\n\n"
        "Baking of\nbread\n\n117\nReceived 3 May 2018\nRevised 4 June 2018\n7 July 2018\nAccepted 9 August 2018\n\n"
        "Bea Doe\nInstitute of Crust and Crumb, Lake University, Bonn, Germany, and\n\nCees van der Berg\n"
        "Faculty of Flour, Mill College, Delft, The Netherlands\nAbstract\nPurpose - Bread.\n\nIntroduction\nWords.\n\n"
        "Oven Review\nVol. 3 No. 2, 2019\nDOI 10.5555/oven.3.2\n"
    )
    found = document_of(text_source(text.encode()))
    assert found.title == "Baked on the spot: how bread makes joy"
    assert found.authors == ("Anna Lindqvist-Roe", "Bea Doe", "Cees van der Berg")
    assert found.doi == "10.5555/oven.3.2"


def test_marks_of_other_sorts_stand_behind_names_and_a_version_is_posted() -> None:
    assert authors_in(["Anna Roe1¤*, Bea Doe a,∗, Cees Berg2‡"]) == ("Anna Roe", "Bea Doe", "Cees Berg")
    text = "# Light and mood in small offices\n\nAnna Roe, Bea Doe\n\nThis version posted May 9, 2021\n\n## 1 Introduction\n\nWords.\n"
    assert document_of(markdown.to_source(text.encode())).year == "2021"


def test_a_title_above_parts_that_carry_their_numbers() -> None:
    page = "Lanterns and Evening Walks in Small Towns\n\nIda Holm\n\nUniversity of Lamps, Sometown, Norway\n\nABSTRACT\n\nPeople walk where there is light.\n\nKEYWORDS\n\nLight; Walks\n\n1. AIM OF THE WORK\n\nWords of the text.\n\n2. BASIC WORDS OF LIGHT\n\n2.1. Lamps and Streets\n\nWords of the text."
    made = document_of(text.source_of(page))
    assert (made.title, made.authors) == ("Lanterns and Evening Walks in Small Towns", ("Ida Holm",))


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u2011"])
def test_names_with_hyphens_of_every_sort_and_marks_in_formulas(hyphen: str) -> None:
    line = f"Ida Holm{hyphen}Lund $^{{1*}}$, Per D. Ek $^{{1,2}}$ and Mara Quist de Oak $^{{3}}$"
    assert authors_in([line]) == ("Ida Holm-Lund", "Per D. Ek", "Mara Quist de Oak")


def test_initials_in_the_markup_and_whole_names_with_accents_on_the_page() -> None:
    page = '<html><head><meta name="dc.creator" content="I. Pena, P. Lund"></head><body><h1>Lanterns and evening walks</h1><h4>Inés Peña and Per Lund</h4><p>Words.</p></body></html>'
    assert document_of(html.to_source(page.encode())).authors == ("Inés Peña", "Per Lund")


@pytest.mark.parametrize(
    "line",
    [
        "**Ida Holm**<sup>a</sup>, **Per D. Lund**<sup>b,\\*</sup> and **Mara Oak**<sup>b</sup>",
        "Ida Holm \\( {}^{1, * } \\), Per D. Lund \\( {}^{1,2} \\) and Mara Oak \\( {}^{2} \\)",
    ],
)
def test_raised_letters_of_markdown_are_no_part_of_a_name(line: str) -> None:
    page = f"# Lanterns and evening walks\n\n{line}\n\nSchool of Lamps\n\n## Abstract\n\nWords."
    assert document_of(markdown.to_source(page.encode())).authors == ("Ida Holm", "Per D. Lund", "Mara Oak")


def test_people_in_a_list_of_the_front_matter() -> None:
    page = "---\ntitle: Lanterns and evening walks\nauthor:\n  - Ida Holm\n  - name: Per D. Lund\n    affiliation: Sometown\nyear: 2020\n---\n\n## Abstract\n\nWords."
    assert document_of(markdown.to_source(page.encode())).authors == ("Ida Holm", "Per D. Lund")


def test_items_in_the_lines_of_one_cell_beside_the_name_of_their_construct() -> None:
    row = "| Lamp trust | LT1<br>LT2 | .78<br>.81 | .86 |"
    (grid,) = markdown.to_source(f"# T\n\n| C | Item | Loading | α |\n|---|---|---|---|\n{row}\n".encode()).grids
    assert [[c.text for c in r] for r in grid.rows[1:]] == [["Lamp trust", "LT1", ".78", ".86"], ["", "LT2", ".81", ""]]


def test_authors_with_marks_in_brackets() -> None:
    line = "Ada R. Cole [a] [,] [*], Bea Vaidya-Lind [a], P. Oak [b]"
    assert authors_in([line]) == ("Ada R. Cole", "Bea Vaidya-Lind", "P. Oak")


def test_the_last_author_behind_the_address_of_the_one_before() -> None:
    lines = ["Ada Cole", "Department of Bread, Lake University, Oslo, Norway", "Bob Lind",
             "School of Bread, Shore University, Riga, Latvia, and Mira Oak", "Institute of Crust, Bern, Switzerland"]  # fmt: skip
    assert authors_in(lines) == ("Ada Cole", "Bob Lind", "Mira Oak")


BOX = "Citation: van Roe AB, Doe B, Moe-\nLund C (2022) Light and the\nmood of small offices. PLoS ONE\n17(7): e0271. https://doi.org/10.5555/inv.77"
PAGE = "{}\n\nRESEARCH ARTICLE\n\n{}\n\nAbstract\n\nWe asked.\n"


@pytest.mark.parametrize(
    "title",
    [
        "Light and the\nmood of small offices\n1\t2\nAnna B. van Roe *, Bea Doe, Carla Moe-Lund\n1 Department of Lamps, Lake College",
        "Light and the\n\nmood of small offices\n\nAnna B. van Roe 1*, Bea Doe 2, Carla Moe-Lund 1\n\n1 Department of Lamps, Lake College",
    ],
)
def test_a_box_on_how_to_cite_tells_where_the_title_ends_and_who_wrote(title: str) -> None:
    made = document_of(text.source_of(PAGE.format(BOX, title)))
    assert made.title == "Light and the mood of small offices"
    assert [name.split()[-1] for name in made.authors] == ["Roe", "Doe", "Moe-Lund"]
    assert made.authors[:2] == ("Anna B. van Roe", "Bea Doe")


def test_a_box_on_another_paper_changes_nothing() -> None:
    page = PAGE.format(BOX, "Lamps in the windows of schools\n\nAnna Roe 1 and Bea Doe 2")
    assert document_of(text.source_of(page)).title != "Light and the mood of small offices"
