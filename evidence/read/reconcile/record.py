"""The record of a document, put together from what its tables and its sentences say."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from evidence.read.model import Source
from evidence.read.partial import Findings, Found
from evidence.read.prose.front.abstract import abstract
from evidence.read.prose.labels import labels
from evidence.read.reconcile.claims import repeated, resolved
from evidence.read.reconcile.constructs import unite
from evidence.read.reconcile.fit import join_fit
from evidence.read.reconcile.full_names import in_full
from evidence.read.reconcile.hypotheses import join_hypotheses, nulls_alike, told_by_paths
from evidence.read.reconcile.joining import fill, same_number
from evidence.read.reconcile.paths import join_paths
from evidence.read.reconcile.short_names import called_in_short, with_short_names
from evidence.read.reconcile.vocabulary import FACTORS, Vocabulary, key_of
from evidence.read.reconcile.waves import in_waves
from evidence.records import Conventions, Document, Effect, Path, Record, Reference, Sample, SampleGroup, Structural

__all__ = ["records_from"]

T = TypeVar("T")

_LABEL = re.compile(r"\s*[(\[]\s*H\s?\d+[a-z]?(?:-\d)?\s*[)\]]")
_METHOD_WORDS = frozenset(
    [
        "AVE",
        "CR",
        "SEM",
        "PLS",
        "CFA",
        "EFA",
        "RMSEA",
        "CFI",
        "TLI",
        "GFI",
        "AGFI",
        "NFI",
        "IFI",
        "RFI",
        "SRMR",
        "RMR",
        "VIF",
        "SD",
        "SE",
        "HTMT",
        "KMO",
        "CMB",
        "OLS",
        "ML",
        "SPSS",
        "AMOS",
        "CI",
        "CIS",
        "VAF",
        "GOF",
        "PCA",
        "CB-SEM",
        "PLS-SEM",
        "ANOVA",
        "LISREL",
    ]
)


def records_from(
    source: Source, document: Document, prose: Findings, tables: Findings, references: tuple[Reference, ...]
) -> Record:
    """One record; every number with its span, page and confidence."""
    tables = replace(tables, paths=tuple(_unlabelled(path) for path in tables.paths))
    tables, prose = in_waves(tables, prose)
    tables, prose = nulls_alike(tables, prose), nulls_alike(prose, prose)
    short = called_in_short(tables, prose)
    tables = in_full(tables, prose)
    words = _vocabulary(prose, tables)
    stated = join_hypotheses(tables.hypotheses, tables.paths, prose.hypotheses, words)
    for one in stated:
        words.add(one.value.from_)
        words.add(one.value.to)
    constructs = with_short_names(unite(tables.constructs, prose.constructs, words), short)
    decomposed = _direct(tables.effects, tables.paths, words)
    paths, said = join_paths((*tables.paths, *decomposed), prose.paths, stated, words)
    stated = told_by_paths(stated, paths, prose.hypotheses)
    fit = join_fit(tables.fit, prose.fit)
    effects = [e for e in _effects(tables.effects, prose.effects, words) if not _repeats(e, paths, words)]
    sample = _sample((*prose.samples, *tables.samples))
    method = _method((*prose.conventions, *tables.conventions))
    lists: dict[str, list[Found[Any]]] = {
        "constructs": constructs,
        "hypotheses": stated,
        "paths": paths,
        "correlations": list(tables.correlations or prose.correlations),  # a table says all that sentences repeat
        "fit": fit,
        "structural": _structural(tables.structural, prose.structural, words),
        "effects": effects,
        "descriptives": [*tables.descriptives, *prose.descriptives],
        "binary": [*tables.binary, *prose.binary],
        "tests": [*tables.tests, *prose.tests],
        "fsqca": [*tables.fsqca, *prose.fsqca],
        "claims": [
            *repeated(paths, said, source.text, abstract(source)),
            *resolved((*prose.claims, *tables.claims), fit, constructs),
        ],
    }
    ones: dict[str, Found[Any] | None] = {
        "sample": sample,
        "conventions": method,
        "htmt": next(iter(tables.htmt), None),
        "measurement": next(iter((*tables.measurement, *prose.measurement)), None),
    }
    numbers = ("constructs", "paths", "correlations", "fit", "structural", "effects", "fsqca", "descriptives")
    empirical = any(lists[name] for name in numbers) or (sample is not None and sample.value.n is not None)
    if not empirical and document.kind == "empirical":
        document = replace(document, kind="conceptual")
    places = _places(source, lists, ones)
    return Record(
        document=document,
        **{name: tuple(f.value for f in found) for name, found in lists.items()},  # type: ignore[arg-type]
        **{name: found.value for name, found in ones.items() if found is not None},
        references=references,
        spans=places[0],
        pages=places[1],
        confidence=places[2],
        unread=(*tables.unread, *prose.unread),
        text=source.text,
    )


def _unlabelled(found: Found[Path]) -> Found[Path]:
    """`Job strain (H1)` is job strain, in the row of H1."""
    path = found.value
    start, end = (_LABEL.sub("", name).strip() for name in (path.from_, path.to))
    named = labels(" ".join(m[0] for name in (path.from_, path.to) for m in _LABEL.finditer(name)))
    if not named:
        return found
    return replace(found, value=replace(path, from_=start, to=end, hypothesis=path.hypothesis or named[0].label))


def _vocabulary(prose: Findings, tables: Findings) -> Vocabulary:
    """Names by trust: constructs of tables, ends of table paths, matrix names, then the sentences' own."""
    words = Vocabulary()
    for short, long in {**prose.abbreviations, **tables.abbreviations}.items():
        if short.upper() not in _METHOD_WORDS:
            words.short.setdefault(short, long)
    shorts_last = sorted(tables.constructs, key=lambda found: found.value.name in words.short)
    for construct in shorts_last:
        if construct.value.name in words.short:
            words.settle()  # on the whole names, before what is short for part of one brings in the part
        words.add(construct.value.name, construct.value.abbreviation)
    for short, long in _prefixes(tables).items():
        words.short.setdefault(short, long)
    words.settle()
    stated = {
        end for h in prose.hypotheses for end in (h.value.from_, h.value.to, h.value.via, h.value.moderator) if end
    }
    for path in tables.paths:
        for end in (path.value.from_, path.value.to):
            if not (end in stated and (called := words.shortened(end)) and called not in stated):
                words.add(end)
    for matrix in tables.correlations:
        for name in matrix.value.names:
            words.add(name)
    for path in tables.paths:
        for factor in FACTORS.split(path.value.from_) if path.value.effect == "interaction" else ():
            meant = words.find(factor)
            if meant is None or len(key_of(factor)) > len(key_of(meant)):  # `Trait anger` beside `Anger`
                words.add(factor)
    if len(words.names) < 2:
        words.printed = False
        for said in prose.constructs:
            words.add(said.value.name)
        for one in prose.hypotheses:
            words.add(one.value.from_)
            words.add(one.value.to)
            words.add(one.value.moderator)
    return words


_CODE_NUMBER = re.compile(r"[\s._-]*\d+[a-z]?$")


def _prefixes(tables: Findings) -> dict[str, str]:
    """Names that paths and matrices use and that are the codes of one construct's items: `TR` of TR1, TR2, TR3."""
    used = {end for p in tables.paths for end in (p.value.from_, p.value.to)}
    used |= {name for m in tables.correlations for name in m.value.names}
    found: dict[str, set[str]] = {}
    for one in tables.constructs:
        codes = {_CODE_NUMBER.sub("", x.item) for x in one.value.loadings}
        if len(one.value.loadings) > 1 and len(codes) == 1 and (code := codes.pop()) in used and code != one.value.name:
            found.setdefault(code, set()).add(one.value.name)
    return {code: names.pop() for code, names in found.items() if len(names) == 1}


def _structural(
    tables: tuple[Found[Structural], ...], text: tuple[Found[Structural], ...], words: Vocabulary
) -> list[Found[Structural]]:
    """Equations of tables; a sentence adds the explained variance of an outcome that no table gives it for."""
    joined = [found for found in tables if not found.value.vif]
    for found in tables:
        if found.value.vif:
            _add_collinearity(joined, found)
    for found in text:
        name = words.find(found.value.outcome)
        given = {key_of(words.find(j.value.outcome) or j.value.outcome) for j in joined if j.value.r2}
        if name and key_of(name) not in given:
            joined.append(replace(found, value=replace(found.value, outcome=name)))
    return joined


def _add_collinearity(joined: list[Found[Structural]], found: Found[Structural]) -> None:
    """VIF and tolerance join the one equation of their outcome; where it has several they stand alone."""

    def key(equation: Structural) -> tuple[str, str | None, str | None]:
        return key_of(equation.outcome), equation.group, equation.model

    twins = [i for i, other in enumerate(joined) if key(other.value) == key(found.value)]
    if len(twins) == 1 and not joined[twins[0]].value.vif:
        joined[twins[0]] = fill(joined[twins[0]], found)
    else:
        joined.append(found)


def _effects(
    tables: tuple[Found[Effect], ...], text: tuple[Found[Effect], ...], words: Vocabulary
) -> list[Found[Effect]]:
    """Mediated effects; a sentence that repeats a row adds what the row lacks."""
    joined = list(tables)
    for found in text:
        value = found.value
        named = replace(
            found,
            value=replace(
                value,
                from_=words.find(value.from_) or value.from_,
                to=words.find(value.to) or value.to,
                via=words.find(value.via) or value.via,
            ),
        )
        twin = next((i for i, j in enumerate(joined) if _same_effect(j.value, named.value)), None)
        if twin is None:
            joined.append(named)
        else:
            joined[twin] = fill(joined[twin], named)
    return joined


def _direct(
    effects: tuple[Found[Effect], ...], paths: tuple[Found[Path], ...], words: Vocabulary
) -> tuple[Found[Path], ...]:
    """The direct effects of a decomposition are the model's paths, where no table gives these on their own."""

    def ends(one: Path | Effect) -> tuple[str, str]:
        return key_of(words.find(one.from_) or one.from_), key_of(words.find(one.to) or one.to)

    known = {ends(p.value) for p in paths}
    made: dict[tuple[str, str], Found[Path]] = {}
    for found in effects:
        effect = found.value
        if effect.direct is None or effect.via or ends(effect) in known:
            continue
        path = Path(
            effect.from_,
            effect.to,
            table=found.where,
            beta=effect.direct,
            effect="direct",
            hypothesis=effect.hypothesis,
        )
        spans = {"beta": found.spans["direct"]} if "direct" in found.spans else {}
        made.setdefault(
            ends(effect), Found(path, spans, confidence=found.confidence, page=found.page, where=found.where)
        )
    return tuple(made.values())


def _repeats(found: Found[Effect], paths: list[Found[Path]], words: Vocabulary) -> bool:
    """A sentence's indirect effect that stands among the paths already."""
    effect = found.value

    def ends(one: Path | Effect) -> tuple[str, str]:
        return key_of(words.find(one.from_) or one.from_), key_of(words.find(one.to) or one.to)

    return found.where == "text" and any(
        p.value.effect == "indirect"
        and ends(p.value) == ends(effect)
        and same_number(p.value.beta or p.value.b, effect.indirect)
        for p in paths
    )


def _same_effect(a: Effect, b: Effect) -> bool:
    return (key_of(a.from_), key_of(a.to)) == (key_of(b.from_), key_of(b.to)) and same_number(a.indirect, b.indirect)


def _sample(found: tuple[Found[Sample], ...]) -> Found[Sample] | None:
    """Sizes from the text, groups from the tables."""
    if not found:
        return None
    if any(f.value.groups and f.where != "text" for f in found):  # the sentences repeat the table
        found = tuple(f for f in found if f.where != "text" or not f.value.groups)
    first = found[0]
    for other in found[1:]:
        groups = other.value.groups
        count = len(first.value.groups)
        filled = fill(first, other, skip=("groups",))
        moved = {
            f"groups/{int(k.split('/')[1]) + count}/{k.split('/', 2)[2]}": v
            for k, v in other.spans.items()
            if k.startswith("groups/")
        }
        every: tuple[SampleGroup, ...] = (*first.value.groups, *groups)
        first = replace(filled, value=replace(filled.value, groups=every), spans={**filled.spans, **moved})
    return first


def _method(found: tuple[Found[Conventions], ...]) -> Found[Conventions] | None:
    if not found:
        return None
    first = found[0]
    for other in found[1:]:
        first = fill(first, other)
    return first


# -- places ----------------------------------------------------------------------------------------------------


def _places(
    source: Source, lists: dict[str, list[Found[Any]]], ones: dict[str, Found[Any] | None]
) -> tuple[dict[str, tuple[int, int]], dict[str, int], dict[str, float]]:
    """Spans, pages and confidence by JSON pointer."""
    spans: dict[str, tuple[int, int]] = {}
    pages: dict[str, int] = {}
    confidence: dict[str, float] = {}
    for base, found in _pointers(lists, ones):
        for key, span in found.spans.items():
            spans[f"{base}/{_json_key(key)}"] = span
        page = found.page or _page(source, found.spans.values())
        if page is not None:
            pages[base] = page
        if found.confidence < 1:
            confidence[base] = round(found.confidence, 3)
    return spans, pages, confidence


def _pointers(
    lists: dict[str, list[Found[Any]]], ones: dict[str, Found[Any] | None]
) -> Iterable[tuple[str, Found[Any]]]:
    for name, found in lists.items():
        for i, one in enumerate(found):
            yield f"/{name}/{i}", one
    for name, single in ones.items():
        if single is not None:
            yield f"/{name}", single


def _json_key(key: str) -> str:
    return "/".join(part.rstrip("_") for part in key.split("/")) if "_" in key else key


def _page(source: Source, spans: Iterable[tuple[int, int]]) -> int | None:
    first = min((span[0] for span in spans), default=None)
    if first is None or not source.pages:
        return None
    return bisect_right([start for start, _ in source.pages], first) or 1
