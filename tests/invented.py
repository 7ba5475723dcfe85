"""Invented studies with DOIs, and files of notices on them, for tests of what happens when a paper falls."""

from collections.abc import Sequence
from pathlib import Path as File

from sqlalchemy import Engine

from evidence.records import Construct, Document, Path, Printed, Record, Reference
from evidence.store.save import save

HEADER = (
    "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,"
    "RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,"
    "Paywalled,Notes,"
)


def study(
    letter: str, paths: Sequence[tuple[str, str, str, str]], *, doi: str | None = "", cites: Sequence[str] = ()
) -> Record:
    """A small study; `paths` are (from, to, beta, t); its DOI is 10.5555/LETTER unless another is given."""
    names = sorted({name for source, target, _, _ in paths for name in (source, target)})
    spans = {
        f"/paths/{i}/{part}": (10 * i + j, 10 * i + j + 3)
        for i in range(len(paths))
        for j, part in ((0, "beta"), (4, "stat"))
    }
    return Record(
        document=Document(
            file=f"{letter}.yaml",
            sha256=letter * 64,
            title=f"A survey of shoppers who trust their sellers, report {letter * 20}",
            authors=("Ann Anderson",),
            year="2020",
            doi=f"10.5555/{letter}" if doi == "" else doi,
        ),
        constructs=tuple(Construct(name) for name in names),
        paths=tuple(Path(a, b, beta=Printed(beta), stat=Printed(t)) for a, b, beta, t in paths),
        references=tuple(Reference(label=f"[{i + 1}]", title="A cited work", doi=doi) for i, doi in enumerate(cites)),
        spans=spans,
    )


def three_studies(engine: Engine) -> None:
    """Three studies; without the third one average changes its side, one its significance, and one is lost."""
    stored = [
        study("a", [("Trust", "Loyalty", "-.10", "-1.5"), ("Trust", "Satisfaction", ".25", "4.0"),
                    ("Risk", "Trust", ".20", "3.0")]),
        study("b", [("Trust", "Loyalty", "-.05", "-0.8"), ("Trust", "Satisfaction", ".40", "5.0")],
              cites=("10.5555/unrelated", "10.5555/C")),
        study("c", [("Trust", "Loyalty", ".60", "12.0"), ("Trust", "Satisfaction", ".32", "30.0"),
                    ("Risk", "Trust", ".30", "4.0")]),
    ]  # fmt: skip
    assert [s.outcome for s in save(engine, [(record, 0) for record in stored])] == ["stored"] * 3


def line(
    doi: str, nature: str = "Retraction", date: str = "3/4/2021 0:00", *, number: int = 1, title: str = "A work"
) -> str:
    """One row of the Retraction Watch file."""
    return (
        f'{number},"{title}",(BUS) Business;,"A university, a city",A Journal,A Publisher,Norway,Ann Anderson,,'
        f"Research Article;,{date},10.5555/notice.{number},0,1/1/2020 0:00,{doi},0,{nature},+Unreliable Data;,No,,"
    )


def retraction_watch(path: File, *lines: str) -> File:
    """A file in the published layout with these rows."""
    path.write_bytes(b"\xef\xbb\xbf" + "\r\n".join([HEADER, *lines, ""]).encode())
    return path
