"""A vocabulary made ready for matching: names parsed once, words weighed by rarity, abbreviations listed."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from evidence.constructs.families import ACTORS, FILLERS, REFERENTS, SETTINGS
from evidence.constructs.naming import Name, initials, is_unspaced, opposite, parse, words_of
from evidence.constructs.vocabulary import Vocabulary

__all__ = ["Form", "Lexicon", "lexicon"]

# How much a word that seldom makes the construct weighs against one that does.
LIGHT = {
    **dict.fromkeys(REFERENTS, 0.35),
    "behaviour": 0.35,
    **dict.fromkeys(SETTINGS, 0.22),
    **dict.fromkeys(ACTORS, 0.15),
    **dict.fromkeys(FILLERS, 0.08),
}


@dataclass(frozen=True, slots=True)
class Form:
    """One name of a construct, parsed."""

    construct: str
    printed: str
    name: Name
    polarity: int
    kind: str  # "label" or the kind of alias
    letters: frozenset[str]  # abbreviations usual for it


class Lexicon:
    """Lookups over one vocabulary; build it once with `lexicon(vocabulary)`."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.abbreviations: dict[str, list[Form]] = defaultdict(list)
        letters: dict[str, set[str]] = defaultdict(set)
        named = [alias for alias in vocabulary.aliases if alias.kind != "abbreviation"]
        for alias in vocabulary.aliases:
            if alias.kind == "abbreviation":
                letters[alias.construct].add(alias.alias.casefold())
        self.forms = [
            Form(c.id, c.label, parse(c.label), 1, "label", frozenset(letters[c.id]) | initials(c.label))
            for c in vocabulary
        ]
        for alias in named:
            usual = frozenset(letters[alias.construct]) | initials(alias.alias)
            self.forms.append(Form(alias.construct, alias.alias, parse(alias.alias), alias.polarity, "alias", usual))
        labels = {form.construct: form for form in self.forms if form.kind == "label"}
        for alias in vocabulary.aliases:
            if alias.kind == "abbreviation":
                self.abbreviations[alias.alias.casefold()].append(labels[alias.construct])
        self._index_words()
        self._texts = {form.name.text for form in self.forms}
        self._definitions = {c.id: words_of(f"{c.label} {c.definition}") for c in vocabulary}
        self._definition_count = Counter(word for text in self._definitions.values() for word in text)

    def _index_words(self) -> None:
        self._with: dict[str, list[Form]] = defaultdict(list)
        self._beside: dict[str, set[str]] = defaultdict(set)
        constructs: dict[str, set[str]] = defaultdict(set)
        for form in self.forms:
            if form.kind == "label":
                self._beside[form.name.head].update(form.name.words)
            for each in set(form.name.words):
                self._with[each].append(form)
                constructs[each].add(form.construct)
        most = math.log(1 + len(self.vocabulary))
        # Rarity between 0.4 and 1: a common head such as "intention" still has to count.
        self._weight = {
            each: (0.4 + 0.6 * math.log((1 + len(self.vocabulary)) / len(found)) / most) * LIGHT.get(each, 1.0)
            for each, found in constructs.items()
        }
        self._long = sorted(each for each in self._with if len(each) >= 5)

    def is_known(self, word: str) -> bool:
        """Whether any name of the vocabulary has this word."""
        return word in self._with

    def is_word(self, text: str) -> bool:
        """Whether a text is a whole name of the vocabulary, so not an abbreviation to be explained."""
        return text in self._texts

    def weight(self, word: str) -> float:
        """How much a word says about which construct is meant; unknown words say as much as the rarest."""
        return self._weight.get(word, LIGHT.get(word, 1.0))

    def tells_apart(self, word: str, head: str) -> bool:
        """Whether the vocabulary has constructs of this head noun set apart by the word: brand trust."""
        return word in self._beside.get(head, ())

    def full_weight(self, word: str) -> float:
        """The rarity of a word whatever it usually is: actor, setting or filler."""
        return self.weight(word) / LIGHT.get(word, 1.0)

    def candidates(self, name: Name) -> Iterable[Form]:
        """The forms that share a word with the name, a misspelt one included."""
        seen: set[int] = set()
        for each in dict.fromkeys(name.words):
            known = [each] if each in self._with else self._close(each)
            if is_unspaced(each):
                known = [other for other in self._with if is_unspaced(other) and each.endswith(other)]
            for word in known:
                for form in self._with[word]:
                    if id(form) not in seen:
                        seen.add(id(form))
                        yield form

    def _close(self, word: str) -> list[str]:
        if len(word) < 5 or word in LIGHT:
            return []
        hits = process.extract(word, self._long, scorer=fuzz.ratio, score_cutoff=84, limit=3)
        return [hit[0] for hit in hits if hit[0] != opposite(word)]

    def definition_overlap(self, words: frozenset[str], construct: str) -> float:
        """The rarity-weighted share of words a text has in common with a construct's label and definition (cosine)."""
        theirs = self._definitions[construct]
        total = len(self._definitions)

        def length(each: frozenset[str]) -> float:
            return sum(math.log(1 + total / (1 + self._definition_count[w])) ** 2 for w in each)

        norm = math.sqrt(length(words) * length(theirs))
        return length(words & theirs) / norm if norm else 0.0

    def theories(self, context: Sequence[str]) -> frozenset[str]:
        """The theories to which at least two of a paper's other names belong."""
        by_text = {form.name.text: form.construct for form in reversed(self.forms) if form.polarity > 0}
        found = {by_text.get(parse(each).text, "") for each in context}
        counts = Counter(self.vocabulary[each].theory for each in found if each)
        return frozenset(theory for theory, count in counts.items() if theory and count >= 2)


@lru_cache(maxsize=8)
def lexicon(vocabulary: Vocabulary) -> Lexicon:
    """The lexicon of a vocabulary, made once."""
    return Lexicon(vocabulary)
