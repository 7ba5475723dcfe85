"""Proposals: which construct a reported name most likely means, why, and when to leave it to a person.

The score of a name q against a form f of a construct (its label or an alias) is a weighted overlap of words,

    score = S / (S + missing(q) + missing(f)) * head,

S the rarity-weighted words both have (misspelt ones count by their similarity), missing the weight of the words only
one of them has, head 1 when the head nouns agree and less when not. Words of actors and settings (customers,
mobile) weigh little. A definition, items and the paper's other constructs can raise a score; they never decide alone.

Nothing is merged here. `accept` does, and only above a threshold that a person has set.
String similarity: rapidfuzz. Word rarity: Sparck Jones (1972), Journal of Documentation 28(1).
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from evidence.constructs.families import SETTINGS
from evidence.constructs.lexicon import Form, Lexicon, lexicon
from evidence.constructs.naming import (
    Name,
    is_abbreviation,
    is_unspaced,
    opposite,
    parse,
    shortens,
    words_of,
)
from evidence.constructs.vocabulary import Vocabulary
from evidence.constructs.within_paper import expand, joined_parts, longer, of_respondents, shortened, with_letters_read
from evidence.errors import UsageError

__all__ = ["THRESHOLD", "Proposal", "Proposals", "Similarity", "accept", "propose"]

# Tuned on one half of tests/constructs/reported_names.csv; tests/benchmarks/constructs_mapping.py reports on the other.
THRESHOLD = 0.64
MARGIN = 0.04  # two unrelated constructs closer than this are a tie, and a tie is for a person
HEAD_ELSEWHERE, HEAD_MISSING = 0.8, 0.6
OCCASION = 0.25  # words after "of", "in", "toward" tell the occasion more often than the construct
NEGATED = 0.95  # a reversed reading is a little less sure than a straight one
SINGLE_ABBREVIATION, SHARED_ABBREVIATION = 0.80, 0.45
UNLIKE_WORDS, OTHERS = 0.6, 5  # how much likeness counts without a common word (below THRESHOLD), and for how many
SHORTENED = 0.80  # what a paper seems to call by a shorter name, though it does not say so

Similarity = Callable[[str, Sequence[str]], Sequence[float]]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One construct a name may mean: `polarity` -1 when the name is its opposite, `why` in words for a person."""

    construct: str
    score: float
    polarity: int
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposals:
    """The ranked proposals for a name; `best` is None when it is better to ask, and `reason` says why."""

    name: str
    ranked: tuple[Proposal, ...]
    best: Proposal | None
    reason: str


def propose(
    name: str,
    vocabulary: Vocabulary,
    definition: str | None = None,
    items: Sequence[str] = (),
    abbreviation: str | None = None,
    context: Sequence[str] = (),
    *,
    threshold: float = THRESHOLD,
    similarity: Similarity | None = None,
) -> Proposals:
    """Rank what a reported name may mean, and abstain when nothing is sure enough.

    `context` holds the other names of the same paper, with abbreviations where printed: "Perceived enjoyment (PE)".
    `similarity(text, texts)` in [0, 1] may bring in another measure, such as sentence embeddings; without it
    nothing changes.

    >>> from evidence.constructs import shipped
    >>> propose("Consumers' purchasing intentions", shipped()).best.construct
    'purchase_intention'
    >>> propose("PE", shipped()).reason
    'PE can mean perceived enjoyment or performance expectancy; the paper has to say'
    """
    if not name.strip():
        raise UsageError("an empty name cannot be mapped", todo="give the name as the paper reports it")
    words = lexicon(vocabulary)
    parsed = parse(name)
    if parsed.product:
        return Proposals(name, (), None, f"an interaction of {' and '.join(parsed.product)}, not a construct")
    if not words.is_word(parsed.text):
        if of_respondents(parsed):
            return Proposals(name, (), None, "a characteristic of respondents that each study codes its own way")
        joined = [part for part in joined_parts(name) if words.is_word(parse(part).text)]
        if len(joined) > 1:
            return _of_several(name, joined, words)
    hint = parsed.abbreviation or abbreviation
    why: tuple[str, ...] = ()
    if is_abbreviation(name) and not words.is_word(parsed.text):
        expanded = expand(name, context)
        if expanded is None and definition is None and not items:
            return _usual_meaning(name, words, context)
        if expanded is not None:
            parsed, why, hint = parse(expanded), (f"the paper writes {name} for {expanded!r}",), name
        else:
            return _decide(name, _by_letters(name, words, definition, items), threshold, words)
    else:
        parsed, why = with_letters_read(parsed, context, words)
    ranked = _rank(parsed, hint, words, why)
    ranked = _weigh_evidence(ranked, words, definition, items, context)
    if similarity is not None:
        ranked = _blend(ranked, words, ". ".join(filter(None, [parsed.printed, definition, *items])), similarity)
    decided = _decide(name, ranked, threshold, words)
    whole = longer(parsed, context) if decided.best is None else None
    return decided if whole is None else _as_called(name, whole, vocabulary, threshold, decided)


def accept(proposals: Iterable[Proposals], at_least: float | None = None) -> tuple[list[Proposals], list[Proposals]]:
    """Split proposals into those that a person's threshold lets through, and those left to a person.

    Without a threshold nothing is accepted: names are never merged because a program was sure.
    """
    if at_least is not None and not 0 < at_least <= 1:
        raise UsageError(f"threshold {at_least}", why="scores lie between 0 and 1", todo="give a number such as 0.95")
    through: list[Proposals] = []
    left: list[Proposals] = []
    for each in proposals:
        sure = at_least is not None and each.best is not None and each.best.score >= at_least
        (through if sure else left).append(each)
    return through, left


def _rank(name: Name, hint: str | None, words: Lexicon, why: tuple[str, ...]) -> list[Proposal]:
    best: dict[str, Proposal] = {}
    for reading in _readings(name, words):
        for form in words.candidates(reading):
            score, reasons = _overlap(reading, form, words)
            if hint and hint.casefold() in form.letters:
                score, reasons = min(1.0, score + 0.02), (*reasons, f"abbreviated {hint} as usual")
            # "lack of trust" against an alias that says it too is the same reading, not a reversed one.
            turned = reading.negated != form.name.negated
            polarity = -form.polarity if turned else form.polarity
            if turned:
                score = score * NEGATED
            if polarity < 0:
                reasons = (*reasons, "the opposite pole of the construct")
            proposal = Proposal(form.construct, round(score, 4), polarity, (*why, *reasons))
            before = best.get(form.construct)
            if before is None or (proposal.score, proposal.polarity) > (before.score, before.polarity):
                best[form.construct] = proposal
    return sorted(best.values(), key=lambda each: (-each.score, each.construct))


def _readings(name: Name, words: Lexicon) -> Iterable[Name]:
    """The name as it stands; and, where a word is also known without its negative prefix, the opposite."""
    yield name
    for i, each in enumerate(name.words):
        bare = opposite(each)
        if bare and words.is_known(bare):
            changed = (*name.words[:i], bare, *name.words[i + 1 :])
            head = bare if name.head == each else name.head
            yield replace(name, words=changed, text=" ".join(changed), head=head, negated=not name.negated)


def _overlap(name: Name, form: Form, words: Lexicon) -> tuple[float, tuple[str, ...]]:
    if name.text == form.name.text:
        # Where words are not spaced, who answers was taken off both: the name that says it too is the nearer one.
        stripped = is_unspaced(name.text) and name.printed != form.printed
        return 0.99 if stripped else 1.0, (f"the {form.kind} {form.printed!r}",)
    if is_unspaced(name.text):
        # Without spaces the head comes last all the same: the longer the ending they share, the surer.
        score = len(form.name.text) / len(name.text) if name.text.endswith(form.name.text) else 0.0
        return min(score, 0.98), (f"ends like the {form.kind} {form.printed!r}",)
    left, right = list(name.words), list(form.name.words)
    both = 0.0
    for each in list(left):
        if each in right:
            left.remove(each)
            right.remove(each)
            both += words.weight(each)
    misspelt = []
    for each in list(left):
        if words.is_known(each) or len(each) < 5:
            continue
        close = max(right, key=lambda other: fuzz.ratio(each, other), default=None)
        if close is None or close == opposite(each):
            continue
        if len(close) >= 5 and (ratio := fuzz.ratio(each, close) / 100) >= 0.84:
            left.remove(each)
            right.remove(close)
            both += ratio * words.weight(close)
            misspelt.append(f"{each!r} read as {close!r}")
    unsaid = sum(_unsaid_weight(each, name, words) for each in left)
    unheard = sum(words.weight(each) for each in right)
    score = both / (both + unsaid + unheard) if both else 0.0
    head, said = _head_factor(name, form, misspelt)
    # The exact text alone scores 1: equal words in another order or with fillers are a little less.
    score = min(score * head, 0.98) * (0.97 + 0.03 * fuzz.ratio(name.text, form.name.text) / 100)
    reasons = [f"like the {form.kind} {form.printed!r}", said, *misspelt]
    if left:
        reasons.append("not in it: " + ", ".join(left))
    if right:
        reasons.append("only in it: " + ", ".join(right))
    return score, tuple(each for each in reasons if each)


def _unsaid_weight(word: str, name: Name, words: Lexicon) -> float:
    """What it costs that a form does not have a word of the name."""
    if word in SETTINGS and words.tells_apart(word, name.head):
        return words.full_weight(word)
    occasion = word in name.tail and not words.tells_apart(word, name.head)
    return words.weight(word) * (OCCASION if occasion else 1.0)


def _head_factor(name: Name, form: Form, misspelt: list[str]) -> tuple[float, str]:
    if name.head == form.name.head:
        return 1.0, f"same head noun {name.head!r}"
    if any(each.startswith(f"{name.head!r} ") for each in misspelt):
        return 1.0, ""
    if name.head in form.name.words and form.name.head in name.words:
        return HEAD_ELSEWHERE, f"head noun {name.head!r} against {form.name.head!r}"
    return HEAD_MISSING, f"head noun {name.head!r} is not that of it, {form.name.head!r}"


def _as_called(name: str, called: str, vocabulary: Vocabulary, threshold: float, otherwise: Proposals) -> Proposals:
    """What a name means if the paper says it in full elsewhere; less sure than the full name would be."""
    full = propose(called, vocabulary, threshold=threshold)
    if full.best is None:
        return otherwise
    why = (f"the paper also says {called!r}, which it seems to shorten", *full.best.why)
    best = replace(full.best, score=min(SHORTENED, full.best.score), why=why)
    others = tuple(each for each in otherwise.ranked if each.construct != best.construct)
    return Proposals(name, (best, *others)[:10], best, "; ".join(why))


def _of_several(name: str, parts: Sequence[str], words: Lexicon) -> Proposals:
    """A name that joins constructs: the score of each is its share, and a person decides."""
    found = {each.construct: each for part in parts for each in _rank(parse(part), None, words, ())[:1]}
    share = round(1 / len(found), 4)
    ranked = tuple(replace(each, score=share, why=("a part of it", *each.why)) for each in found.values())
    labels = " and ".join(words.vocabulary[each].label for each in found)
    return Proposals(name, ranked, None, f"it joins {labels}" if len(found) > 1 else f"it says {labels} twice")


def _usual_meaning(letters: str, words: Lexicon, context: Sequence[str]) -> Proposals:
    forms = words.abbreviations.get(letters.casefold(), ())
    called = shortened(letters, context) if not forms else None
    if called is not None:
        unknown = Proposals(letters, (), None, f"{letters} seems to be short for {called!r}, which has no place")
        return _as_called(letters, called, words.vocabulary, THRESHOLD, unknown)
    if not forms:
        cut = {form.construct: form for form in words.forms if len(letters) > 3 and shortens(letters, form.printed)}
        if len(cut) == 1 and re.search("[a-z][A-Z]", letters):
            form = cut.popitem()[1]
            why = (f"{letters} is cut from {form.printed!r}",)
            best = Proposal(form.construct, SHORTENED, form.polarity, why)
            return Proposals(letters, (best,), best, why[0])
        return Proposals(letters, (), None, f"{letters} is an abbreviation nobody has explained")
    labels = sorted(words.vocabulary[form.construct].label.casefold() for form in forms)
    alone = len(forms) == 1
    score = SINGLE_ABBREVIATION if alone else SHARED_ABBREVIATION
    note = (
        f"{letters} usually means this; the paper does not say"
        if alone
        else f"{letters} is used for several constructs"
    )
    ranked = tuple(sorted((Proposal(f.construct, score, 1, (note,)) for f in forms), key=lambda p: p.construct))
    if alone:
        return Proposals(letters, ranked, ranked[0], note)
    return Proposals(letters, ranked, None, f"{letters} can mean {' or '.join(labels)}; the paper has to say")


def _by_letters(letters: str, words: Lexicon, definition: str | None, items: Sequence[str]) -> list[Proposal]:
    """An unexplained abbreviation with a definition or items: those decide among its usual meanings."""
    text = words_of(" ".join([definition or "", *items]))
    found = []
    for form in words.abbreviations.get(letters.casefold(), ()):
        share = words.definition_overlap(text, form.construct)
        why = (f"{letters} can mean this", f"{share:.0%} of the weight of the definition's words agrees")
        found.append(Proposal(form.construct, round(SHARED_ABBREVIATION + share, 4), 1, why))
    return sorted(found, key=lambda each: (-each.score, each.construct))


def _weigh_evidence(
    ranked: list[Proposal],
    words: Lexicon,
    definition: str | None,
    items: Sequence[str],
    context: Sequence[str],
) -> list[Proposal]:
    """Let the definition, the items and the theory of the paper's other constructs move the proposals."""
    text = words_of(" ".join([definition or "", *items]))
    theories = words.theories(context)
    moved = []
    for each in ranked:
        score, why = each.score, each.why
        if text and (share := words.definition_overlap(text, each.construct)) > 0.05:
            score, why = (
                score + 0.3 * share * (1 - score),
                (*why, f"its definition shares words ({share:.0%} of weight)"),
            )
        theory = words.vocabulary[each.construct].theory
        if theory and theory in theories:
            score, why = score + 0.1 * (1 - score), (*why, f"the paper uses other constructs of {theory}")
        moved.append(replace(each, score=round(score, 4), why=why))
    return sorted(moved, key=lambda each: (-each.score, each.construct))


def _blend(ranked: list[Proposal], words: Lexicon, said: str, similarity: Similarity) -> list[Proposal]:
    """Let another measure of likeness have three tenths of the say; an exact name keeps its score.

    Constructs that share no word with the name are shown as far as they are alike, but never proposed as the best.
    """
    everything = list(words.vocabulary)
    likeness = similarity(said, [f"{each.label}. {each.definition}" for each in everything])
    like = {each.id: value for each, value in zip(everything, likeness, strict=True)}
    moved = [
        each
        if each.score == 1
        else replace(
            each,
            score=round(0.7 * each.score + 0.3 * like[each.construct], 4),
            why=(*each.why, f"similarity {like[each.construct]:.2f}"),
        )
        for each in ranked
    ]
    known = {each.construct for each in ranked}
    nearest = sorted((each for each in like if each not in known), key=lambda each: (-like[each], each))[:OTHERS]
    moved += [
        Proposal(each, round(UNLIKE_WORDS * like[each], 4), 1, (f"no word in common, similarity {like[each]:.2f}",))
        for each in nearest
        if like[each] > 0
    ]
    return sorted(moved, key=lambda each: (-each.score, each.construct))


def _decide(name: str, ranked: list[Proposal], threshold: float, words: Lexicon) -> Proposals:
    top = tuple(ranked[:10])
    if not top or top[0].score <= 0:
        return Proposals(name, (), None, "no construct has a word of this name")
    first = top[0]
    label = words.vocabulary[first.construct].label
    if first.score < threshold:
        return Proposals(name, top, None, f"nearest is {label} at {first.score:.2f}, below {threshold:.2f}")
    if len(top) > 1 and first.score < 1 and first.score - top[1].score < MARGIN:
        other = top[1].construct
        above = {first.construct, *words.vocabulary.ancestors(first.construct)}
        if other not in above and first.construct not in words.vocabulary.ancestors(other):
            tie = words.vocabulary[other].label
            return Proposals(
                name, top, None, f"{label} and {tie} are as likely ({first.score:.2f}, {top[1].score:.2f})"
            )
    return Proposals(name, top, first, "; ".join(first.why))
