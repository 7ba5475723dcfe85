"""The constructs of one paper under all the names it gives them: abbreviation, spelling, plural, longer or shorter form."""

# ruff: noqa: E501 - a pattern is read whole

import re
import unicodedata
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

__all__ = ["FACTORS", "Vocabulary", "key_of"]

_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "and",
        "for",
        "in",
        "on",
        "to",
        "with",
        "their",
        "his",
        "her",
        "its",
        "our",
        "my",
        "toward",
        "towards",
        "about",
        "using",
        "use",
    ]
)
_POSSESSIVE = re.compile(
    r"^(?:\w+(?:['’]s|s['’])|users?|customers?|consumers?|respondents?|citizens?|students?|perceptions? of|levels? of|degrees? of|居民|顾客|用户|消费者|游客|(?:高中|初中|中学|小学|大学|研究|留学)?生|学生|员工|教师|护士|青少年|儿童|老年人|老人|患者|农户|企业|个体|公众|被试)的?\s*",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[(\[（]\s*(?P<in>[^()\[\]（）]{1,40})\s*[)\]）]")
_OPENING = frozenset("([（")
_ALIKE = (
    0.88  # spelling drift and OCR; below, different constructs of one family begin (product / process innovation: .86)
)
_SHARED = 0.66  # two of three words


_GENITIVE = re.compile(r"'s\b|'(?=\s|$)")
_TIMES = re.compile(r"\s*(?:×|\*|\bx\b)\s*")
FACTORS = re.compile(r"\s*[×✕*]\s*|\s+[xX]\s+")  # what a product is written with
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_SQUARED = re.compile(r"\b(?:squared|quadratic)\b")
_WORDS = re.compile(r"[^\W_]+|×")


def _unbracketed(name: str) -> str:
    return name if _OPENING.isdisjoint(name) else _BRACKET.sub("", name)


@lru_cache(maxsize=8192)
def key_of(name: str) -> str:
    """A name without case, articles, punctuation and plural.

    >>> key_of("The Customers' Perceived-Values (PV)")
    'customer perceived value'
    """
    plain = unicodedata.normalize("NFKC", _unbracketed(name)).casefold().replace("’", "'")
    plain = _GENITIVE.sub("", plain) if "'" in plain else plain
    plain = _TIMES.sub(" × ", plain)
    words = [_stem(w) for w in _WORDS.findall(plain) if w not in ("the", "a", "an")]
    return " ".join(words)


def _stem(word: str) -> str:
    """Singular, roughly: `values`, `qualities`, `norms`."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


_LABEL = re.compile(r"H\s?\d+[a-z]?")


@dataclass
class Vocabulary:
    """Names in the order of trust: those of tables first. `find` gives the paper's main name for a phrase, or None."""

    names: dict[str, str] = field(default_factory=dict)  # key -> the name as first printed
    short: dict[str, str] = field(default_factory=dict)  # abbreviation, as printed -> long name
    printed: bool = True  # whether tables gave the names; if not, sentences may name others
    known: dict[str, str | None] = field(default_factory=dict)  # what was asked before
    defined: dict[str, str] = field(
        default_factory=dict
    )  # abbreviation -> the words it stands for, be they no construct

    def add(self, name: str | None, abbreviation: str | None = None) -> None:
        """A construct's name as a table or sentence prints it."""
        if not name or not name.strip():
            return
        bracket = _BRACKET.search(name)
        if bracket and _LABEL.fullmatch(bracket["in"]):
            bracket = None
        plain = _unbracketed(name).strip() or name.strip()
        if bracket and not abbreviation and len(bracket["in"]) <= 10:
            abbreviation = bracket["in"]
        if plain in self.short and key_of(self.short[plain]) != key_of(plain):
            self.names.setdefault(key_of(self.short[plain]), self.short[plain])
            return
        if key_of(self._spelled_out(plain)) not in self.names:
            self.names[key_of(plain)] = plain
        if abbreviation:
            before = self.short.setdefault(abbreviation.strip(), plain)
            if key_of(plain).endswith(f" {key_of(before)}"):  # the text was read from its letters back: `joy (CRJ)`
                self.short[abbreviation.strip()] = plain
                self.names[key_of(before)] = plain  # one construct, with and without its first word
            elif key_of(before).endswith(f" {key_of(plain)}"):
                self.names[key_of(plain)] = before
        self.known.clear()

    def settle(self) -> None:
        """Abbreviations of part of a name (`comfort`) become those of the name tables print (`Perceived comfort`)."""
        self.defined = {short: long for short, long in self.short.items() if len(short) > 1 and short[0].isupper()}
        for short, long in list(self.short.items()):
            name = self._exact(key_of(long)) or self._contains(key_of(long))
            if name and name not in self.short:
                self.short[short] = name
        self.known.clear()

    def find(self, phrase: str | None) -> str | None:
        """The construct a phrase names.

        Exact, then abbreviation, then a known name inside the phrase, then the phrase inside one known name, then
        most words shared, then nearly the same letters. None where nothing or more than one thing fits.
        """
        if not phrase or not phrase.strip():
            return None
        if phrase not in self.known:
            self.known[phrase] = self._find(phrase.strip())
        return self.known[phrase]

    def longer(self, name: str) -> str | None:
        """The one known name that this is the beginning or the end of: `perceived peer copying`, for `peer copying`."""
        key = key_of(name)
        if key in self.names or len(key) < 4:
            return None
        hits = [k for k in self.names if "×" not in k and (k.startswith(f"{key} ") or k.endswith(f" {key}"))]
        return self.names[hits[0]] if len(hits) == 1 else None

    def shortened(self, name: str) -> str | None:
        """The end of a Chinese name by which the tables call the whole: `浓郁度` for `香气浓郁度`."""
        short = self.find(name) if _HAN.fullmatch(name) else None
        return short if short and short != name and name.endswith(short) else None

    def _find(self, phrase: str) -> str | None:
        plain = _BRACKET.sub("", phrase).strip()
        for form in (phrase, plain):
            if form in self.short:
                return self._main(self.short[form])
        key = key_of(plain)
        if not key or (_SQUARED.search(key) and key not in self.names):
            return None  # `joy squared` is not joy
        if "×" in key.split():
            return self._product(plain, key)
        shorter = key_of(_POSSESSIVE.sub("", plain))
        return (
            self._exact(key_of(self._spelled_out(plain)))
            or self._exact(key)
            or self._exact(shorter)
            or self._within(key)
            or self._contains(shorter or key)
            or self._shared(key)
            or self._elided(key)
            or self._alike(key)
            or self._tail(key)
        )

    def _main(self, name: str) -> str:
        return self.names.get(key_of(name), name)

    def _exact(self, key: str) -> str | None:
        return self.names.get(key)

    def _spelled_out(self, phrase: str) -> str:
        """A phrase with its abbreviations in words: `BD symptoms` where the paper defines `bread dependence (BD)`."""
        return " ".join(self.defined.get(word, word) for word in phrase.split())

    def _product(self, phrase: str, key: str) -> str | None:
        """An interaction: its two constructs, in either order."""
        if key in self.names:
            return self.names[key]
        factors = re.split(r"\s*(?:×|\*|\bx\b)\s*", phrase)
        if len(factors) < 2:
            return None  # a construct that is only called X
        parts = [self.find(p) for p in factors]
        turned = " × ".join(reversed([key_of(p) for p in parts if p]))
        if turned in self.names:
            return self.names[turned]
        return " × ".join(p for p in parts if p) if all(parts) and len(parts) > 1 else None

    def _within(self, key: str) -> str | None:
        """A known name, as whole words, inside the phrase; the longest, unless another stands apart from it."""
        padded = f" {key} "
        hits = [
            (k, padded.find(f" {k} "))
            for k in self.names
            if len(k) > 2 and "×" not in k and (f" {k} " in padded or (not k.isascii() and k in key))
        ]
        if not hits:
            return None
        longest = max(hits, key=lambda h: len(h[0]))
        apart = [k for k, _ in hits if k not in longest[0]]
        rest = padded.replace(f" {longest[0]} ", " | ")
        if apart or re.search(r"\w and \| $|^ \| and \w", rest):  # `salt and crust`, of which one is known
            return None
        return self.names[longest[0]]

    def _contains(self, key: str) -> str | None:
        """The one known name of which the phrase is a part: `attitude` for `attitude toward use`."""
        if len(key) < 4 and key.isascii():
            return None
        hits = [k for k in self.names if "×" not in k and (f" {key} " in f" {k} " or (not key.isascii() and key in k))]
        return self.names[hits[0]] if len(hits) == 1 else None

    def _shared(self, key: str) -> str | None:
        if " and " in key:
            return None  # two constructs, of which one may be known
        words = {w for w in key.split() if w not in _SMALL}
        scored = []
        for known in self.names:
            own = {w for w in known.split() if w not in _SMALL}
            if "×" in own or not own or not words:
                continue
            scored.append((len(words & own) / len(words | own), known))
        scored.sort(reverse=True)
        if scored and scored[0][0] >= _SHARED and (len(scored) < 2 or scored[1][0] < scored[0][0]):
            return self.names[scored[0][1]]
        return None

    def _elided(self, key: str) -> str | None:
        """A name without words from its middle: `problematic use` for `problematic short video use`."""
        parts = key.split()
        if len(parts) < 2:
            return None
        hits = []
        for known in self.names:
            own = known.split()
            if "×" in own or len(own) <= len(parts) or (own[0], own[-1]) != (parts[0], parts[-1]):
                continue
            rest = iter(own)
            if all(part in rest for part in parts):
                hits.append(known)
        return self.names[hits[0]] if len(hits) == 1 else None

    def _tail(self, key: str) -> str | None:
        """`e-service ease of use`: the last words alone are part of one known name."""
        parts = key.split()
        for i in range(1, len(parts) - 1):
            tail = " ".join(parts[i:])
            if parts[i - 1] == "and":
                return None  # `salt and crust`, of which one is known
            if parts[i] not in _SMALL and len(parts) - i >= 2 and (found := self._exact(tail) or self._contains(tail)):
                return found
        return None

    def _alike(self, key: str) -> str | None:
        close = ((SequenceMatcher(None, key, k), k) for k in self.names if abs(len(k) - len(key)) < 12)
        scored = sorted(((m.ratio(), k) for m, k in close if m.quick_ratio() > _ALIKE - 0.04), reverse=True)
        if (
            scored
            and scored[0][0] >= _ALIKE
            and (len(scored) < 2 or scored[0][0] - scored[1][0] > 0.03)
            and len(key) > 6
        ):
            return self.names[scored[0][1]]
        return None
