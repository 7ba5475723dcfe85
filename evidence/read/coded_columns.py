"""The columns of a coding sheet: what each holds, and where in a record it goes."""

from typing import NamedTuple

__all__ = ["COLUMNS", "EXAMPLES", "Column"]


class Column(NamedTuple):
    """One column of the sheet. `goes` is the field it fills, after what it describes: `path.beta`, `study.n`."""

    name: str
    holds: str
    required: bool
    goes: str


COLUMNS: tuple[Column, ...] = (
    Column("study", "a short name of the study; rows with the same name are one study", True, "study"),
    Column("title", "title of the paper, in any one row of the study", False, "document.title"),
    Column("authors", "authors, separated by semicolons", False, "document.authors"),
    Column("year", "year of publication", False, "document.year"),
    Column("venue", "journal, proceedings or publisher", False, "document.venue"),
    Column("doi", "DOI, without https://doi.org/", False, "document.doi"),
    Column("file", "file name of the paper that was coded", False, "document.file"),
    Column("sha256", "SHA-256 of that file: sha256sum paper.pdf", False, "document.sha256"),
    Column("coder", "who coded the study", False, "reader.coder"),
    Column("country", "where the respondents are", False, "sample.country"),
    Column("population", "who they are", False, "sample.population"),
    Column("n", "respondents analysed in the study, or in the group when one is named", False, "number"),
    Column("n_page", "page on which n is printed; needed with n", False, "place"),
    Column("group", "the group or sub-sample of this effect", False, "effect.group"),
    Column("model", "the model of this effect, when the paper has several", False, "effect.model"),
    Column("from", "the construct that acts, or one of the two that correlate", True, "effect.from"),
    Column("to", "the construct that is acted on, or the other of the two", True, "effect.to"),
    Column("effect", "direct, indirect, total, interaction or covariance; direct when empty", False, "path.effect"),
    Column("via", "the mediator of an indirect effect", False, "path.via"),
    Column("hypothesis", "its label, as H3b", False, "path.hypothesis"),
    Column("sign", "+ or -, as hypothesised", False, "path.sign"),
    Column("verdict", "supported, not supported or partially supported", False, "path.verdict"),
    Column("beta", "standardized or PLS path coefficient, as printed; beta, b or r is needed", False, "path.beta"),
    Column("printed", "the digits on paper where beta was rescaled, as 31 for .31", False, "path.printed"),
    Column("b", "unstandardized coefficient, as printed", False, "path.b"),
    Column("r", "correlation, as printed", False, "matrix.r"),
    Column("se", "standard error, as printed", False, "path.se"),
    Column("se_of", "b, beta or unknown: what the standard error belongs to", False, "path.se_of"),
    Column("stat_kind", "t, z, F or chi2", False, "path.stat_kind"),
    Column("stat", "the test statistic, as printed", False, "path.stat"),
    Column("df", "its degrees of freedom", False, "path.df"),
    Column("p", "p, as printed: .003 or <.001", False, "path.p"),
    Column("stars", "the stars, as printed", False, "path.stars"),
    Column("ci_lo", "lower end of the confidence interval", False, "path.ci_lo"),
    Column("ci_hi", "upper end of the confidence interval", False, "path.ci_hi"),
    Column("ci_level", "its level, as 95%", False, "path.ci_level"),
    Column("primary", "no for a second report of the same effect; yes when empty", False, "path.primary"),
    Column("from_alpha", "alpha of the first construct", False, "alpha"),
    Column("to_alpha", "alpha of the second construct", False, "alpha"),
    Column("alpha_page", "page on which the alphas are printed; needed with them", False, "place"),
    Column("page", "page of the effect; page, table with row, or start with end is needed", False, "place"),
    Column("table", "label of the table, as Table 4", False, "place"),
    Column("row", "row of the table, counted from 1 below the header", False, "place"),
    Column("column", "column of the coefficient, counted from 1; 0 or empty for the whole row", False, "place"),
    Column("start", "first character in the text of the document, counted from 0", False, "place"),
    Column("end", "character after the last", False, "place"),
)

_STUDY = {
    "study": "invented-2024",
    "title": "An invented study of trust and loyalty",
    "authors": "A. Example; B. Sample",
    "year": "2024",
    "venue": "Journal of Examples",
    "doi": "10.5555/example.2024",
    "file": "invented-2024.pdf",
    "coder": "AE",
    "country": "Norway",
    "population": "users of an online shop",
    "n": "412",
    "n_page": "5",
}
EXAMPLES: tuple[dict[str, str], ...] = (
    {
        **_STUDY,
        "from": "trust",
        "to": "loyalty",
        "effect": "direct",
        "hypothesis": "H1",
        "sign": "+",
        "verdict": "supported",
        "beta": ".31",
        "stat_kind": "t",
        "stat": "4.90",
        "p": "<.001",
        "stars": "***",
        "from_alpha": ".88",
        "to_alpha": ".91",
        "alpha_page": "6",
        "page": "8",
        "table": "Table 4",
        "row": "1",
    },
    {
        "study": "invented-2024",
        "from": "risk",
        "to": "loyalty",
        "hypothesis": "H2",
        "sign": "-",
        "verdict": "not supported",
        "beta": "-.04",
        "stat_kind": "t",
        "stat": "-0.71",
        "p": ".478",
        "page": "8",
        "table": "Table 4",
        "row": "2",
    },
    {"study": "invented-2024", "from": "trust", "to": "risk", "r": "-.42", "page": "7", "table": "Table 3"},
)
