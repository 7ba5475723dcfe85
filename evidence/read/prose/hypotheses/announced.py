"""Hypotheses as the paper announces them: label, statement, from, to, sign; lists with (a), (b) are spelled out."""

import re
from dataclasses import replace

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.aligned import Names, known_names
from evidence.read.prose.chinese.bracketed import behind_announcement, behind_names
from evidence.read.prose.hypotheses.added import further
from evidence.read.prose.hypotheses.bracketed import behind_constructs
from evidence.read.prose.hypotheses.indirectly import of_indirect_effect
from evidence.read.prose.hypotheses.it_is import without_it
from evidence.read.prose.hypotheses.label_brackets import closes, ends_a_bracket, in_its_bracket, within_bracket
from evidence.read.prose.hypotheses.named_ends import named_ends
from evidence.read.prose.hypotheses.of_the_link import of_the_link
from evidence.read.prose.hypotheses.spelled_out import spelled_out
from evidence.read.prose.labels import Label, labels
from evidence.read.prose.relations.relation import Relation, construct_phrase, relation
from evidence.read.prose.sentences import Passage
from evidence.records import Hypothesis
from evidence.settled import settled

__all__ = ["hypotheses"]

_AFTER = re.compile(
    r"^\s*(?:\((?:[HP]\s?\d+[a-z]?)\)\s*|\((?:(?:not|partially|partly)\s+)?(?:supported|rejected|confirmed|accepted)\)\s*(?=[:：.–—]))?(?:[(\[]\s*(?P<sign>[+−–-])\s*[)\]]\s*)?(?P<mark>[:：.)\]–—=]|[-](?=\s)|、)?\s*(?:that\s+)?(?P<rest>\S.*)",
    re.DOTALL,
)
_RESULT = re.compile(
    r"^(?:\((?![a-h]\))|H\s?\d|received?\b|gained\b|found\b|is\b|are\b|was\b|were\b|has\b|have\b|and\b|or\b|states?\b|stated\b|posit(?:s|ed)?\b|predict(?:s|ed)?\b|propos(?:es?|ed)\b|supported\b|rejected\b|accepted\b|"
    r"tests\b|tested\b|test(?=\s+(?:whether|that|the|if|how)\b)|concerns?\b(?!\s+(?:about|over|for|with|of)\b)|concern(?:ed|ing)\b|refer(?:s|red|ring)?\b|relat(?:es?|ed|ing)\b|suggest(?:s|ed|ing)?\b|hypothesi\w+\b|through\b|to\b|in\b|of\b|on\b|for\b|can\b|could\b|did\b|does\b|not\b|[,;=<>%)\]+*/→])",
    re.IGNORECASE,
)
_ASSUMES = re.compile(
    r"(?<!that\s)\b(?:hypothesi[sz]e|propose|expect|assume|predict|posit|postulate|argue|suggest|formulate|anticipate|reason|suppose|surmise|presume|conjecture|contend|maintain)(?:e?d|s)?\b|\b(?:put|puts|putting)\s+forward\b|\bhypothes[ie]s\b|假设|提出"
    r"|\b(?:predictions?|expectations?|assumptions?)\s+(?:\w+\s+){0,2}?(?:is|was|were|are)\s+that\b"
    r"|\b(?:is|are|was|were)\s+(?:held|thought|believed)\s+to\b",
    re.IGNORECASE,
)
_VERDICT = re.compile(r"\b(?:supported|rejected|confirmed|accepted|verified|validated|not hold|holds)\b", re.IGNORECASE)


_JUDGED_BEHIND = re.compile(  # `H1: Trust affects loyalty (not supported).`
    r"(?:\s*[(\[]|\s[–—-]|:)\s*(?:(?:was|is|not|partially|partly|fully|strongly|hypothesis)\s+){0,3}"
    r"(?:supported|rejected|confirmed|accepted|verified|validated)\s*[)\]]?[\s.;]*$",
    re.IGNORECASE,
)
_LIST_MARKS = " \xa0(（[*-–—•·∙‣▪◦●○■□◆◇►▸➢➤\uf0b7\uf0a7\uf0d8"  # what may stand before the entries of a list


_MEDIATES = re.compile(r"\bmediat\w+|\bintermedia\w+", re.IGNORECASE)
_PROCESS = re.compile(r"\bfrom\s+(?P<a>(?:(?!\bfrom\b|\bwe\s).)+?)\s+to\s+(?!mediate)(?P<b>[^,;()]+)$", re.IGNORECASE)


@settled
class _Stated:
    label: Label
    statement: str
    start: int
    end: int
    marked: bool
    tie: Relation | None = None
    series: tuple[str, ...] = ()  # the letters of `H1a-c`
    printed_sign: str | None = None  # `H1 (+): ...`


def hypotheses(passages: tuple[Passage, ...]) -> tuple[Found[Hypothesis], ...]:
    """Every hypothesis stated in the text; the first full statement of a label stands."""
    found: dict[str, Found[Hypothesis]] = {}
    weak: dict[str, Found[Hypothesis]] = {}
    alone: Label | None = None
    for passage in passages:
        named = labels(passage.text, passage.heads) if passage.labelled else []
        if alone and not named and len(passage.text) < _LONGEST_STATED and (tie := relation(passage.text)):
            stated = _Stated(alone, passage.text, 0, len(passage.text), True, tie)
            found.setdefault(alone.label, _found(alone.label, passage.text, tie, stated, passage))
        alone = (
            named[0] if len({x.label for x in named}) == 1 and _LABEL_ALONE.fullmatch(passage.text.strip()) else None
        )
        lead = _SEVERAL.match(passage.text) if len(named) > 3 else None
        named = behind_announcement(passage.text, [x for x in named if lead is None or x.start >= lead.end()])
        if not named:
            continue
        for stated in _announced(passage, named):
            for label, statement, tie in spelled_out(stated.statement, stated.label.label, stated.series):
                place = found if (tie or stated.marked) else weak
                place.setdefault(label, _found(label, statement, tie, stated, passage))
        for stated in _in_brackets(passage, named):
            label = stated.label.label
            weak.setdefault(label, _found(label, stated.statement, stated.tie, stated, passage))
    for label, one in weak.items():
        if label not in found and not any(
            k.startswith(label) and k != label and k[len(label) :].isalpha() for k in found
        ):
            found[label] = one
    names = known_names([end for one in found.values() for end in (one.value.from_, one.value.to)])
    found = of_the_link({label: of_indirect_effect(one, found) for label, one in found.items()})
    return tuple(_conditioned(_by_names(one, names), found) for one in found.values())


def _by_names(one: Found[Hypothesis], names: Names | None) -> Found[Hypothesis]:
    """Ends that the verb did not tell, where the statement names two constructs of other hypotheses."""
    value = one.value
    if value.from_ or names is None or not value.statement:
        return one
    tie = named_ends(value.statement, names)
    return replace(one, value=replace(value, from_=tie.from_, to=tie.to, sign=value.sign or tie.sign)) if tie else one


def _conditioned(one: Found[Hypothesis], found: dict[str, Found[Hypothesis]]) -> Found[Hypothesis]:
    """`H3a` of a moderation `H3` is one too, though its own sentence only says that a link is stronger for some."""
    value, over = one.value, found.get(one.value.label[:-1])
    moderator = over.value.moderator if over and value.label[-1].isalpha() else None
    if (
        not moderator
        or over is None
        or value.moderator
        or value.via
        or (value.from_ or "").lower() == moderator.lower()
    ):
        return one
    same = (value.from_ or "").lower() == (over.value.from_ or "").lower()
    return replace(one, value=replace(value, moderator=moderator)) if same else one


def _found(label: str, statement: str, tie: Relation | None, stated: _Stated, passage: Passage) -> Found[Hypothesis]:
    tie = tie if tie and not any(_PRONOUN.fullmatch(end or "") for end in (tie.from_, tie.to)) else Relation()
    value = Hypothesis(
        label=label,
        printed=stated.label.printed or None,
        from_=tie.from_,
        to=tie.to,
        via=tie.via,
        moderator=tie.moderator,
        sign=tie.sign or (None if stated.printed_sign is None else "+" if stated.printed_sign == "+" else "-"),
        statement=" ".join(statement.split())[:600] or None,
    )
    span = passage.clear.span(stated.start, stated.end)
    return Found(
        value, {"statement": span, "label": passage.clear.span(stated.label.start, stated.label.end)}, page=passage.page
    )


_PRONOUN = re.compile(r"(?:we\s+\w+\s+)?(?:it|they|them|this|these|those|that|he|she|we|both)", re.IGNORECASE)
_DOUBLED = re.compile(r"\s*[(（]?\s*[HP]\s?\d+[a-z]?\s*[)）]")


def _announced(passage: Passage, named: list[Label]) -> list[_Stated]:
    """`H1: ...` at the start of a sentence, one after another."""
    text = passage.text
    inside = [within_bracket(text, x) for x in named]
    starts = [
        x
        for i, x in enumerate(named)
        if (inside[i] or _opens(text, x) or _introduced(text, x) or _each_ahead(text, named, i))
        and (i == 0 or named[i - 1].end <= x.start)
        and not ends_a_bracket(text, x)
    ]
    stated = []
    for i, label in enumerate(starts):
        series, end = _series(named, label)
        doubled = _DOUBLED.match(text[end:])
        begin = end + (doubled.end() if doubled else 0)
        limit = starts[i + 1].start if i + 1 < len(starts) else len(text)
        after = _AFTER.match(text[begin:limit])
        if not after or (_RESULT.match(after["rest"]) and not _goes_ahead(after)):
            continue
        marked = bool(after["mark"] or after["sign"])
        rest = after["rest"]
        stop = _end_of_statement(rest)
        bracketed = inside[named.index(label)]
        if bracketed:
            stop = min(stop, closes(rest))
            if not marked or _FIGURES.search(rest[:stop]) or not relation(rest[:stop]):
                continue
        at = begin + after.start("rest")
        if marked and (judged := _JUDGED_BEHIND.search(rest[:stop])):
            stop = judged.start()
        if _VERDICT.search(rest[:stop]) or (
            not marked
            and text[: label.start].strip() != ""
            and not label.printed.lower().startswith(("hyp", "hip", "prop"))
        ):
            continue
        stop = (
            len(rest[:stop].removesuffix(" and").removesuffix(","))
            if _BEHIND_LABEL.match(text, label.end - 1)
            else stop
        )
        stated.append(
            _Stated(
                label, rest[:stop].strip(" (（;；,"), at, at + stop, marked, series=series, printed_sign=after["sign"]
            )
        )
    return stated


_BEHIND_LABEL = re.compile(r"[)）\]]")
_ONE_OF_SEVERAL = re.compile(r"(?:[,;]|\b(?:and|but|that|while|whereas))\s*$", re.IGNORECASE)


def _introduced(text: str, label: Label) -> bool:
    """`This leads to H1: trust affects loyalty`: a colon, and a statement behind it."""
    if not _COLON.match(text, label.end) or label.printed[-1] in ")]）" or not label.printed[0].isalpha():
        return False
    said = text[label.end : label.end + 400].lstrip(" :：")
    return relation(said[: _end_of_statement(said)]) is not None


def _each_ahead(text: str, named: list[Label], i: int) -> bool:
    """`We expect that (H1) trust affects loyalty, and (H2) ...`: a further label in brackets before what it says."""
    before = text[: named[i].start].rstrip(" (（[")
    if i == 0 or not text[: named[i].start].rstrip().endswith(("(", "[", "（")) or not _ONE_OF_SEVERAL.search(before):
        return False
    first = text[: named[i - 1].start].rstrip(" (（[")
    led = first.endswith((":", "that")) or _each_ahead(text, named, i - 1)
    return led and not _CLOSED.search(text[named[i - 1].end : named[i].start])


_CLOSED = re.compile(r"[.。]\s")


_FIGURES = re.compile(r"[=<>]|\d\.\d")


def _series(named: list[Label], first: Label) -> tuple[tuple[str, ...], int]:
    """The letters of labels that share their number (`H1a-c`, `H1a/b`), and where the last of them ends."""
    letters, end = [first.label[-1]], first.end
    for label in named[named.index(first) + 1 :]:
        if label.label[:-1] != first.label[:-1] or not label.label[-1].isalpha() or label.start > end:
            break
        letters.append(label.label[-1])
        end = max(end, label.end)
    return (tuple(letters), end) if len(letters) > 1 and letters[0].isalpha() else ((), first.end)


def _goes_ahead(after: re.Match[str]) -> bool:
    """`H1: In small shops, trust ...` states something, though it begins with a preposition."""
    begins = re.match(r"(?:In|For|On|Of|Through|To|At|Among)\b", after["rest"])
    return (after["mark"] or "") in (":", ".", "–", "—") and begins is not None


def _opens(text: str, label: Label) -> bool:
    """Whether a label begins a sentence or a list entry."""
    before = text[: label.start].rstrip(_LIST_MARKS)
    return (
        not before
        or before[-1] in ".:;。?!\n,、："
        or text[: label.start].endswith("\n")
        or before.lower().endswith(("that", "hypothesis", "proposition", "假设"))
        or bool(_HAN.match(before[-1]) and _COLON.match(text, label.end))  # `因此提出假设1：...`
    )


_HAN = re.compile(r"[\u4e00-\u9fff]")
_COLON = re.compile(r"\s*[:：]")


def _end_of_statement(text: str) -> int:
    stop = re.search(
        r"(?<!\b[A-Za-z])(?<!e\.g)(?<!i\.e)(?<!vs)\.(?:\s+(?=[A-Z(\"“])|\s*$)|。|;\s*(?=\(?[HhP]\s?\d)", text
    )
    return stop.start() if stop else len(text)


_CLOSES = re.compile(r"[)）\]]")
_SEVERAL = re.compile(
    r"\W*H\s?\d+[a-z]?\s*(?:and|&|,|[-–—]|to)\s*H\s?\d+[a-z]?\s*[.:]\s*"
)  # `H1 and H2. Crust (H1) ...`
_LABEL_ALONE = re.compile(
    r"\(?(?:[HP]|(?:Hypothesis|Proposition)\s)\s?\d{1,2}[a-z]?\)?(?:\s*\([HP]\s?\d{1,2}[a-z]?\))?\s*[.:]?",
    re.IGNORECASE,
)  # its statement follows
_LONGEST_STATED = 400  # characters
_ASIDE_BEFORE = re.compile(r"[(（\[]\s*[\w-]{1,12}\s*[;,]\s*$")  # `(T3; H4a)`
_THAT = re.compile(
    r"^\s*(?:(?:hence|thus|therefore|consequently|accordingly|finally|moreover|furthermore|similarly|likewise|also|so)\b,?\s+)?(?:(?:that|to)\b)?",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"\bfollowing\s+(?:\w+\s+){0,2}hypotheses\b|\bhypotheses\s+(?:are|were)\s+(?:as\s+follows|formulated)\b", re.I
)


def _in_brackets(passage: Passage, named: list[Label]) -> list[_Stated]:
    """`we hypothesize that X moderates Y (H2)`, `X affects Y (H1a) and Z (H1b)`."""
    text = passage.text
    chinese = behind_names(text, named)
    stated = [_Stated(x, said, x.start, x.end, False, tie) for x, (said, tie) in chinese.items()]
    last: tuple[int, Relation | None] = (-1, None)
    for label in (in_its_bracket(x) for x in named if x not in chinese):
        opened = _ASIDE_BEFORE.sub("(", text[: label.start]).rstrip()
        if not opened.endswith(("(", "（", "[")) or (
            not _CLOSES.match(text[label.end - 1 : label.end]) and text[label.end : label.end + 1] not in ")）]"
        ):
            continue
        start = max(max(text.rfind(". ", 0, label.start), text.rfind("。", 0, label.start)) + 1, 0)
        sentence = _IS_OURS.sub("", text[start : len(opened) - 1].strip())
        near = text[max(0, start - 300) : label.end + 100]
        process = _PROCESS.search(sentence) if _MEDIATES.search(text[start : label.start]) else None
        if not (process or _SEVERAL.match(text)) and (
            _VERDICT.search(near)
            or not (
                _ASSUMES.search(near)
                or _ANNOUNCED.search(text[:start])
                or re.search(
                    r"\b(?:will|should)\b|应当|应该|亦应|理应|推断|推论|推测|据此|由此", text[start : label.end + 60]
                )
            )
        ):
            continue
        cue, sure = list(_ASSUMES.finditer(sentence)), False
        behind = sentence[cue[-1].end() :] if cue else sentence
        said = _THAT.sub("", behind).strip()
        if cue and (expected := _EXPECTED_TO.search(sentence[: cue[-1].start()])) and (does := _TO_DO.match(behind)):
            said = f"{expected['x']} {'is' if does['be'] else 'will'} {behind[does.end() :].strip()}"
        if cue and not said:
            told, *verb = _PASSIVE.split(sentence[: cue[-1].start()])
            said = _THEREFORE.split(told)[-1].strip() if verb else ""
        said = without_it(said, text[:start])
        if process:
            tie: Relation | None = Relation(construct_phrase(process["a"]), construct_phrase(process["b"]))
        elif last[0] == start and last[1]:
            tie, said, sure = further(text[: len(opened) - 1], last[1], said)
        else:
            before, _, announced = said.rpartition(": ")  # `These imply two effects: humour affects joy (H1)`
            claimed = " argue" in before or " claim" in before or " suggest" in before  # by others
            # `calm weakens ...: when it is low, ...` goes on with what was stated
            stands = before and not claimed and (led := relation(before)) and led.moderator
            said = before if stands else announced if before and relation(announced) else said
            concluded = _THEREFORE.split(said)[-1].strip()  # `they lack time, so that salt lowers joy (H1)`
            said = concluded if concluded != said and relation(concluded) else said
            tie = relation(said)
        whole = _SPELLED.sub("H", _sentence_at(text, start))
        if not (process or sure) and len(_BRACKETED.findall(whole)) > 1:
            other = behind_constructs(whole).get(label.label)
            if other and _PRONOUN.fullmatch(other.from_ or ""):
                other = replace(other, from_=tie.from_) if tie and tie.from_ else None
            tie = other or tie
        last = (start, tie)
        stated.append(_Stated(label, said, start, label.end, False, tie))
    return stated


# `Accordingly, salt was expected to be related to joy`: who is expected to stands before the verb, and what behind it.
_EXPECTED_TO = re.compile(
    r"(?:^|[,;:]\s+)(?P<x>[^,;:]{2,80}?)\s+(?:is|are|was|were)\s+(?:(?:\w+ly|thus|also|therefore|hence)\s+)?$"
)
_TO_DO = re.compile(r"\s*to\s+(?P<be>be\s+)?(?=\w)")
# `so that a negative association between frost and joy was expected (H3)`: what is expected stands before the verb.
_PASSIVE = re.compile(r"\s+(?:is|are|was|were|can\s+be|could\s+be|may\s+be)\s+(?:\w+\s+)?$", re.IGNORECASE)
_THEREFORE = re.compile(
    r"\b(?:so\s+that|such\s+that|therefore|hence|thus|consequently|accordingly)\b[,\s]*", re.IGNORECASE
)
_BRACKETED = re.compile(r"[(（\[]\s*[HP]\s?\d")
_SPELLED = re.compile(r"(?<=[(（\[])hypothesis\s+(?=\d)", re.IGNORECASE)
_IS_OURS = late(  # `So calm mediates the effect of salt on joy is our last hypothesis (H9)`
    r",?\s+(?:which\s+)?(?:is|was|makes|forms)\s+(?:our|the)\s+(?:\w+\s+){0,2}(?:hypothesis|proposition|expectation|prediction)\s*$",
    re.IGNORECASE,
)


def _sentence_at(text: str, start: int) -> str:
    """The sentence that begins at a place."""
    stop = re.compile(r"\.\s|。").search(text, start + 1)
    return text[start : stop.start() if stop else len(text)].strip()
