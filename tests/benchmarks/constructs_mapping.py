"""How well proposals place reported names: precision at 1, recall at 5 and abstention, beside two baselines.

The names of tests/constructs/reported_names.csv are split by a hash of the name: the thresholds were tuned on one half
and are reported on the other. A name whose construct column is empty has no place in the vocabulary, and every
proposal for it is wrong. Several constructs in the column are all acceptable. The line "embedded" adds a static
embedding: the one named, else one made of the vocabulary itself (its names and definitions, by latent semantic
analysis), which shows what the wiring does but knows no language beyond it.
Run: PYTHONPATH=. python THIS [--misses] [--similarity FOLDER_OR_PACKAGE]
"""

import csv
import hashlib
import re
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

from evidence.constructs import Proposal, Proposals, propose, shipped
from evidence.constructs.embeddings import Embedding, embedding

NAMES = Path(__file__).parents[1] / "constructs" / "reported_names.csv"


def halves() -> dict[str, list[dict[str, str]]]:
    """The labelled names, half to tune on and half to report."""
    split: dict[str, list[dict[str, str]]] = {"tune": [], "report": []}
    with NAMES.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            digest = hashlib.sha256((row["name"] + row["context"]).encode()).digest()
            # Names added later were read with their misses before the last rules were written: they are for tuning.
            seen = digest[0] % 2 or row["source"] == "later"
            split["tune" if seen else "report"].append(row)
    return split


def rules(row: dict[str, str]) -> Proposals:
    """The method under test."""
    context = [each for each in row["context"].split("|") if each]
    return propose(row["name"], shipped(), row["definition"] or None, (), row["abbreviation"] or None, context)


def embedded(row: dict[str, str], measure: Embedding) -> Proposals:
    """The method with another measure of likeness beside the words."""
    context = [each for each in row["context"].split("|") if each]
    about = row["definition"] or None, (), row["abbreviation"] or None, context
    return propose(row["name"], shipped(), *about, similarity=measure)


def latent(size: int = 64) -> Embedding:
    """An embedding of the vocabulary's own words: latent semantic analysis of its names and definitions."""
    words = shipped()
    texts = [[c.label, c.definition, *(a.alias for a in words.aliases if a.construct == c.id)] for c in words]
    counts = [Counter(re.findall(r"\w+", " ".join(each).lower())) for each in texts]
    pieces = {word: i for i, word in enumerate(sorted({word for each in counts for word in each}))}
    table = np.zeros((len(pieces), len(counts)))
    for column, each in enumerate(counts):
        for word, count in each.items():
            table[pieces[word], column] = 1 + np.log(count)
    table *= np.log(len(counts) / (table > 0).sum(axis=1, keepdims=True))
    left, values, _ = np.linalg.svd(table, full_matrices=False)
    return Embedding(pieces, left[:, :size] * values[:size])


def exact(row: dict[str, str]) -> Proposals:
    """Baseline: the name is a label or an alias, letter by letter (case apart), with one meaning."""
    names = {(construct.label.casefold(), construct.id, 1) for construct in shipped()}
    names |= {(alias.alias.casefold(), alias.construct, alias.polarity) for alias in shipped().aliases}
    hits = sorted((c, p) for text, c, p in names if text == row["name"].casefold())
    ranked = tuple(Proposal(c, 1.0, p, ()) for c, p in hits)
    return Proposals(row["name"], ranked, ranked[0] if len(ranked) == 1 else None, "")


def fuzzy(row: dict[str, str]) -> Proposals:
    """Baseline: the nearest label or alias by rapidfuzz's weighted ratio, from 90 up."""
    names = {c.label: (c.id, 1) for c in shipped()} | {a.alias: (a.construct, a.polarity) for a in shipped().aliases}
    hits = process.extract(row["name"], list(names), scorer=fuzz.WRatio, processor=str.casefold, limit=20)
    ranked: dict[str, Proposal] = {}
    for text, score, _ in hits:
        construct, polarity = names[text]
        ranked.setdefault(construct, Proposal(construct, score / 100, polarity, ()))
    top = tuple(ranked.values())
    return Proposals(row["name"], top, top[0] if top and top[0].score >= 0.90 else None, "")


def right(proposal: Proposal, row: dict[str, str]) -> bool:
    """Whether a proposal names an acceptable construct with the right polarity."""
    return proposal.construct in row["construct"].split("|") and proposal.polarity == int(row["polarity"])


def measure(method: Callable[[dict[str, str]], Proposals], rows: list[dict[str, str]]) -> dict[str, float]:
    """Precision at 1 of the names not abstained on, recall at 5 of the names that have a place, abstention."""
    answers = [(row, method(row)) for row in rows]
    given = [(row, answer.best) for row, answer in answers if answer.best is not None]
    placeable = [(row, answer) for row, answer in answers if row["construct"]]
    return {
        "names": len(rows),
        "precision@1": sum(right(best, row) for row, best in given) / max(1, len(given)),
        "recall@5": sum(any(right(p, row) for p in a.ranked[:5]) for row, a in placeable) / max(1, len(placeable)),
        "abstained": 1 - len(given) / len(rows),
    }


def misses(rows: list[dict[str, str]]) -> list[str]:
    """What went wrong or was left open, for reading."""
    lines = []
    for row in rows:
        answer = rules(row)
        best = answer.best
        if best is not None and not right(best, row):
            lines.append(
                f"WRONG  {row['name']!r} -> {best.construct} {best.polarity:+d} {best.score} ({row['construct']})"
            )
        elif best is None and row["construct"]:
            top = ", ".join(f"{p.construct} {p.score}" for p in answer.ranked[:3])
            lines.append(f"OPEN   {row['name']!r} ({row['construct']}): {answer.reason} [{top}]")
    return lines


def main() -> None:
    """Print the table, and with --misses what was missed in the half used for tuning."""
    split = halves()
    named = sys.argv[sys.argv.index("--similarity") + 1] if "--similarity" in sys.argv else None
    measured = partial(embedded, measure=embedding(named) if named else latent())
    methods = (("exact", exact), ("fuzzy", fuzzy), ("rules", rules), ("embedded", measured))
    print(f"{'half':8}{'method':10}{'names':>7}{'precision@1':>13}{'recall@5':>10}{'abstained':>11}")
    for half, rows in split.items():
        for name, method in methods:
            m = measure(method, rows)
            print(
                f"{half:8}{name:10}{m['names']:7.0f}{m['precision@1']:13.3f}{m['recall@5']:10.3f}{m['abstained']:11.3f}"
            )
    if "--misses" in sys.argv:
        print(*misses(split["tune"]), sep="\n")


if __name__ == "__main__":
    main()
