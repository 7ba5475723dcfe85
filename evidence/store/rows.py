"""One record as rows: the only place that knows which part of a record goes into which table."""

import hashlib
import json
import re
import unicodedata
from typing import Any

from evidence.records import Effect, Matrix, Path, Printed, Record
from evidence.store.measurement_rows import add_measurement
from evidence.store.study_rows import StudyRows

__all__ = ["Rows", "document_id", "rows_of", "study_label", "title_key"]

Rows = dict[str, list[tuple[Any, ...]]]

_PATH_NUMBERS = ("beta", "b", "stat", "p", "se", "ci_lo", "ci_hi")
_EFFECT_NUMBERS = ("indirect", "total", "direct", "a", "b", "vaf", "se", "stat", "p", "sobel_z", "ci_lo", "ci_hi")


def document_id(sha256: str, part: int) -> int:
    """The key of a document: 62 bits of a hash over its content and its place in the file."""
    digest = hashlib.sha256(f"{sha256}/{part}".encode()).digest()
    return int.from_bytes(digest[:8], "big") >> 2


def title_key(title: str | None) -> str | None:
    """A title as two spellings of it are compared; too short ones ("Editorial") identify nothing."""
    if not title:
        return None
    key = "".join(c for c in unicodedata.normalize("NFKD", title).casefold() if c.isalnum())
    return key if len(key) >= 20 else None


def study_label(record: Record) -> str:
    """A short name a person can type: first author's family name, year, and four digits of the document's hash.

    >>> from evidence.records import Document
    >>> study_label(Record(document=Document(sha256="47d9" + 60 * "0", authors=("Ann B. Cole",), year="2022")))
    'cole-2022-47d9'
    """
    document = record.document
    author = document.authors[0] if document.authors else ""
    family = author.partition(",")[0] if "," in author else author.rpartition(" ")[2]
    plain = unicodedata.normalize("NFKD", family).encode("ascii", "ignore").decode().lower()
    word = re.sub(r"[^a-z0-9]+", "", plain) or "anonymous"
    return "-".join(filter(None, [word, document.year, document.sha256[:4]]))


def rows_of(record: Record, part: int, text: str) -> Rows:
    """Every row of a record by table, in the order the references between them ask for."""
    document = record.document
    rows = StudyRows(record, document_id(document.sha256, part))
    rows.tables["document"].append(_document(record, rows.study_id, part, text))
    for reference in record.references:
        at = reference.text_at or (None, None)
        rows.add("citation", reference.label, reference.title, reference.year, _doi(reference.doi), *at)
    for item in record.unread:
        rows.add("unread", item.what, item.why, *(item.at or (None, None)), item.page)
    for again in record.reread:
        rows.add("reread", again.at, again.first, again.second, again.route, ", ".join(again.cleared))
    if document.kind != "notice":
        _add_study(rows)
    _add_coded_findings(rows)
    return rows.tables


def _document(record: Record, key: int, part: int, text: str) -> tuple[Any, ...]:
    d, dates = record.document, record.document.dates
    year = int(d.year[:4]) if d.year and d.year[:4].isdigit() else None
    return (
        key, d.sha256, part, d.file, d.media_type, d.kind, d.title, title_key(d.title), "; ".join(d.authors) or None,
        year, d.venue, _doi(d.doi), d.pmid, d.article_id, d.language, "; ".join(d.keywords) or None,
        dates.get("received"), dates.get("accepted"), dates.get("published"),
        record.reader.name, record.reader.version, record.reader.coder, text,
    )  # fmt: skip


def _doi(doi: str | None) -> str | None:
    return doi.lower() if doi else None


def _add_study(rows: StudyRows) -> None:
    record = rows.record
    s, c = record.sample, record.conventions
    legend = json.dumps(c.star_legend, ensure_ascii=False) if c.star_legend else None
    rows.tables["study"].append((
        rows.study_id, study_label(record), record.document.kind, s.design, s.population, s.country, s.sampling,
        s.field_period, c.software, c.estimator, c.alpha, c.tails, legend,
    ))  # fmt: skip
    rows.sample(None)
    for i, group in enumerate(s.subsamples):
        rows.sample(group.label, group.n, f"/sample/subsamples/{i}/n")
    rows.model(None)
    for construct in record.constructs:
        rows.report(construct)
    labels = _add_hypotheses(rows)
    for i, path in enumerate(record.paths):
        _add_path(rows, f"/paths/{i}", path, labels)
    for i, effect in enumerate(record.effects):
        _add_effect(rows, f"/effects/{i}", effect, labels)
    for i, matrix in enumerate(record.correlations):
        _add_matrix(rows, f"/correlations/{i}", i, matrix, matrix.kind)
    if record.htmt is not None:
        _add_matrix(rows, "/htmt", len(record.correlations), record.htmt, "htmt")
    add_measurement(rows)


def _add_hypotheses(rows: StudyRows) -> dict[str, int]:
    labels: dict[str, int] = {}
    for h in rows.record.hypotheses:
        if h.label not in labels:
            ends = (rows.construct(name) if name else None for name in (h.from_, h.to))
            row = (h.label, h.printed, *ends, h.via, h.moderator, h.sign, h.verdict, h.statement)
            labels[h.label] = rows.add("hypothesis", *row)
    return labels


def _value(printed: Printed | None) -> float | None:
    return None if printed is None else printed.value


def _add_path(rows: StudyRows, at: str, p: Path, labels: dict[str, int]) -> None:
    span = rows.main_place(at, p, _PATH_NUMBERS)
    rows.add(
        "path_coefficient", span, rows.construct(p.from_), rows.construct(p.to), rows.sample(p.group),
        rows.model(p.model), labels.get(p.hypothesis or ""), p.table, p.effect, p.via, p.beta, _value(p.beta), p.b,
        _value(p.b), p.printed, p.se, _value(p.se), p.se_of, p.stat_kind, p.stat, _value(p.stat), p.df, p.p,
        _value(p.p), p.stars, p.ci_lo, _value(p.ci_lo), p.ci_hi, _value(p.ci_hi), p.ci_of, p.ci_kind, p.ci_level,
        p.sign, p.verdict, p.tails, p.complete_equation, p.primary, rows.least_confidence(at, _PATH_NUMBERS),
    )  # fmt: skip


def _add_effect(rows: StudyRows, at: str, e: Effect, labels: dict[str, int]) -> None:
    span = rows.main_place(at, e, _EFFECT_NUMBERS)
    rows.add(
        "indirect_effect", span, rows.construct(e.from_), rows.construct(e.to), rows.sample(e.group),
        rows.model(e.model), labels.get(e.hypothesis or ""), e.via, e.metric, e.indirect, _value(e.indirect),
        e.direct, _value(e.direct), e.total, _value(e.total), e.vaf, e.sobel_z, e.se, _value(e.se), e.p, e.ci_lo,
        e.ci_hi, e.mediation, e.method, e.verdict, rows.least_confidence(at, _EFFECT_NUMBERS),
    )  # fmt: skip


def _add_matrix(rows: StudyRows, at: str, number: int, matrix: Matrix, kind: str | None) -> None:
    """The cells below the diagonal; what stands on it is a property of one construct, kept in the record."""
    ends = [rows.construct(name) for name in matrix.names]
    sample, model = rows.sample(matrix.group), rows.model(matrix.model)
    for i, line in enumerate(matrix.lower[: len(ends)]):  # a row without a name is in the record only
        for j, r in enumerate(line[:i]):
            if r is not None and ends[i] != ends[j]:
                pointer = f"{at}/lower/{i}/{j}"
                where = (rows.place(pointer, r), ends[i], ends[j], sample, model, number, matrix.table)
                cell = (*where, kind, r, r.value, rows.confidence(pointer))
                rows.add("correlation", *cell)
    rows.places(f"{at}/p", matrix.p)


def _add_coded_findings(rows: StudyRows) -> None:
    record = rows.record
    said: set[str] = set()
    for finding in record.findings:
        content = json.dumps([rows.study_id, finding.check, finding.at, finding.message], ensure_ascii=False)
        key = hashlib.sha256(content.encode()).hexdigest()[:20]
        if key in said:  # a coder who says the same twice has found one thing
            continue
        said.add(key)
        coder = finding.coder or record.reader.coder
        rows.tables["finding"].append((
            key, rows.study_id, finding.check, record.reader.version, "coded", finding.level, finding.message,
            None, None, None, None, json.dumps(finding.at), None, None, coder,
        ))  # fmt: skip
