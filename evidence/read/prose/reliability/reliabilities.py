"""Reliability in running text: `Cronbach's α was .85`, `trust (α = .88)`, lists with "respectively"."""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import replace

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.aligned import aligned_values, known_names, paired
from evidence.read.prose.cues import DIGITS, SENTENCES
from evidence.read.prose.mentions import mentions
from evidence.read.prose.others import of_others
from evidence.read.prose.reliability.beside import completed, of_this_sample, of_whole_scale
from evidence.read.prose.reliability.by_wave import Times, by_wave
from evidence.read.prose.reliability.lists import listed
from evidence.read.prose.reliability.owners import owned, unalphaed
from evidence.read.prose.reliability.told import told_of_it
from evidence.read.prose.reliability.wordings import ALPHAS, GENERIC, UNNAMED, turned, worded
from evidence.read.prose.sentences import Sentence
from evidence.read.trials import of_trial
from evidence.read.waves import of_wave
from evidence.records import Construct

__all__ = ["reliabilities"]

_MEASURED = re.compile(
    r"^(?:The\s+)?(?P<name>[A-Z][\w '’/-]{2,60}?)(?:,\s+that\s+is,[^.;()]{2,150},)?\s+(?:was|were|is)\s+(?:\w+ly\s+)?(?:measured|assessed|operationali[sz]ed|evaluated|captured|gauged)\b"
)
# `Joy, that is, whether bakers sing, had five items`: at the head of a paragraph, or with its alpha behind it.
_CONSISTED = late(
    r"^(?!(?:This|These|Each|All|Both|An?|The\s+(?:first|second|third|short|long)|Table|Appendix|Examples?|Participants|Respondents)\b)(?:The\s+)?"
    r"(?P<name>[A-Z][\w '’/-]{2,60}?)(?:,\s+that\s+is,[^.;()]{2,150},)?\s+"
    r"(?:had|has|consist(?:ed|s)\s+of|compris(?:ed|es)|contain(?:ed|s)|includ(?:ed|es))\s+(?:\w+|\d+)\s+(?:[\w-]+\s+){0,2}(?:items|statements|questions|indicators)\b"
)
_WITH_ALPHA = late(r"[^.]*[(,;]\s*(?:Cronbach\S*\s+)?(?:α|[Aa]lpha)\s*=")
_OF_NOTHING = late(r"\b(?:forms?|parts?|sections?|surveys?|versions?|inventory|study|pilot|index|test|table)\b", re.I)
# `We assessed calm with ...`, `To measure calm, six items ...`, `Participants completed the Calm Scale`.
_MEASURING = re.compile(
    r"^(?:(?:We|The\s+authors?|Participants|Respondents|Employees|Students|Nurses|Teachers)\s+(?:\w+ly\s+|also\s+|then\s+)?(?:measured|assessed|operationali[sz]ed|evaluated|captured|gauged|completed|filled\s+in|answered)"
    r"|To\s+(?:measure|assess|operationali[sz]e|evaluate|capture|gauge))\s+(?:the\s+|their\s+|students['’]\s+)?(?P<name>[A-Za-z][\w '’/-]{2,60}?)(?:\s+\([^()]{1,30}\))?"
    r"(?=\s+(?:with|by|using|through|on|via|from|developed|consisting|which)\b|\s*[,.;])"
)
_OPENED = late(  # `Calm (four items, α = .82) and wit (three items, α = .71) were written for this study`
    r"^(?:The\s+)?(?P<name>[A-Z][\w '’/-]{2,50}?)\s+\([^()]*\b(?:items?|statements?|questions?|indicators?|all|each)\b[^()]*(?:α|[Aa]lpha)\s*[=:]"
)
# `The fear of frost questionnaire had ten statements`, of a construct that hypotheses or tables name.
_THE_SCALE = re.compile(
    r"^(?:The|Our)\s+(?P<name>[a-zA-Z][\w '’/-]{2,50}?)\s+(?P<what>(?:sub)?scale|questionnaire|inventory|measure|index|instrument)\b"
)
_ANY_SCALE = re.compile(  # that of the paragraph before
    r"\b(?:final|original|whole|entire|full|complete|overall|total|resulting|revised|adapted|modified|translated|present|current|same|above|new|short|long|first|second|third|likert|item|point|composite|english|chinese)\b",
    re.IGNORECASE,
)
_RUN_IN = re.compile(
    r"^(?=[A-Z'’/() -]{3,61}[.:]$)(?P<name>(?!.*\b(?:is|are|was|were|has|have|had|we|it|they|did|do|does|there|items?|questions?|answered|rated|responded|completed|indicated|reported|asked)\b)[A-Z][A-Za-z'’/() -]{2,60})[.:]$",
    re.I,
)
_COLON_HEAD = late(  # `Calm: Participants answered the Rest Inventory (seven items; α = .71)`
    r"^(?!(?i:notes?|source|hypothesis|scales?|items?|measures?|examples?|instructions?|note|procedure|participants)\b)(?P<name>[A-Z][A-Za-z'’/ -]{2,50}):\s+(?=[A-Z])"
)
_CUES = SENTENCES.bit("α", "lpha", "ronbach", "eliabilit", "variance extracted")
_CAPITALS = ("CR", "AVE")  # their letters stand in many words
_DECIMAL = re.compile(r"\.\d")
_WAYS = SENTENCES.bit(
    *("measured", "assessed", "operationali", "evaluated", "captured", "gauged", "completed", "filled", "answered"),
    *("measure", "assess", "evaluate", "capture", "gauge", "items", "statements", "questions", "indicators"),
)
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")


def reliabilities(sentences: tuple[Sentence, ...], names: tuple[str | None, ...] = ()) -> tuple[Found[Construct], ...]:
    """Alpha, CR and AVE that sentences give for a construct, by name or for the measure being described."""
    found: list[Found[Construct]] = []
    known = known_names(names)
    called = {name.lower() for name in names if name}
    times: Times = ()
    measure = ""
    section = ""
    for sentence in sentences:
        if sentence.section != section:
            section, measure = sentence.section, _heading(sentence.section)
        head = _RUN_IN.match(sentence.text) or _COLON_HEAD.match(sentence.text) if sentence.start < 3 else None
        described = _MEASURED.match(sentence.text) or _consisting(sentence) if sentence.cues & _WAYS else None
        if head and not described and len(head["name"].split()) <= 6:
            measure = head["name"]
        elif (
            described
            and len(described["name"].split()) <= 6
            and (not measure or sentence.start < 3 or not GENERIC.search(described["name"]))
        ):
            measure = described["name"]
        elif (
            (told := _MEASURING.match(sentence.text) if sentence.cues & _WAYS else None)
            and len(told["name"].split()) <= 6
            and not UNNAMED.search(told["name"])
        ):
            measure = told["name"]
        elif sentence.start < 3 and called and (scale := _THE_SCALE.match(sentence.text)):
            begun = scale["what"] in ("questionnaire", "inventory") and _ANY_SCALE.search(scale["name"]) is None
            measure = scale["name"] if scale["name"].lower() in called else "" if begun else measure
        elif sentence.start < 3 and measure and (opened := _OPENED.match(sentence.text)):
            measure = "" if GENERIC.search(opened["name"]) else opened["name"]
        if not sentence.cues & DIGITS or not (sentence.cues & _CUES or mentions(sentence.text, _CAPITALS)):
            continue
        if not _DECIMAL.search(sentence.text):
            continue
        if not sentence.text.isascii() and _HAN.search(sentence.text):
            continue  # read by `chinese_lists` and `chinese_alphas`
        sentence = _without_here(sentence)
        if own := of_this_sample(sentence, measure):
            found.append(own)
            continue
        if of_others(sentence) or of_trial(sentence.text) or _ELSEWHERE.search(sentence.text):
            continue
        if waves := list(by_wave(sentence, measure, known, times)):
            times = tuple((at[2], at[1]) for one in waves if (at := of_wave(one.value.name)))
            found += waves
            continue
        in_turn = list(aligned_values(sentence, known)) if known else []
        if known and not in_turn:
            in_turn = list(paired(sentence, known))
        in_turn = in_turn or list(listed(sentence, known)) or list(told_of_it(sentence, known))
        read_here = in_turn or list(
            completed(sentence, worded(sentence, measure, described["name"] if described else "", known))
        )
        found += of_whole_scale(read_here, sentence, measure)
        if not read_here and mentions(sentence.text, _CAPITALS):
            found += unalphaed(sentence, known)
        if sentence.cues & ALPHAS:
            found += completed(sentence, owned(sentence, read_here, measure, known))
        if in_turn:  # what else the sentence gives in that order
            found += [f for f in turned(sentence) if f.value.alpha is None]
    named = (_of_whom_left_out(one) for one in found if not _too_low(one))
    return tuple(one for one in named if not _NO_OWNER.search(one.value.name))


def _consisting(sentence: Sentence) -> re.Match[str] | None:
    """What a sentence says to have so many items, if it is a construct and no instrument."""
    match = _CONSISTED.match(sentence.text)
    if match is None or GENERIC.search(match["name"]) or _OF_NOTHING.search(match["name"]):
        return None
    return match if sentence.start < 3 or _WITH_ALPHA.match(sentence.text, match.end()) else None


_OF_WHOM = late(
    r"\s+in\s+(?:this|our|the\s+(?:present|current|total|whole|full))\s+(?:sample|study|data|survey|research)$",
    re.IGNORECASE,
)
_FOR_WHAT = late(  # `Alpha was good for joy (.84) and excellent for calm (.94)`
    r"^(?:(?:good|excellent|high(?:er)?|acceptable|satisfactory|adequate|low(?:er)?|poor|fair|best)\s+)?for\s+(?:the\s+)?"
    r"|^(?:\w+\s+)?(?:served|was\s+used|were\s+used|used)\s+to\s+(?:measure|assess|capture|gauge)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_NO_OWNER = late(  # what is behind such a word was not named before it
    r"\b(?:collapsed|averaged|combined|summed|aggregated|parcelled)\b|(?:^|\s)(?:administered|used|employed|included|obtained|computed|calculated|derived|formed|averaged|combined|applied|too|from|similar\s+value|earlier\s+research|respectively|(?:original|earlier|previous|first)\s+(?:study|paper|scale|sample|version))$",
    re.IGNORECASE,
)
_LEAST = 0.2  # an alpha below is a level of significance


def _of_whom_left_out(found: Found[Construct]) -> Found[Construct]:
    """`hope in the present sample` is hope."""
    name = _FOR_WHAT.sub("", _OF_WHOM.sub("", found.value.name))
    return replace(found, value=replace(found.value, name=name))


def _too_low(found: Found[Construct]) -> bool:
    alpha = found.value.alpha.parsed if found.value.alpha else None
    return alpha is not None and alpha.value < _LEAST


_HERE = re.compile(r"(?<=[(\[;,]\s)(?:here|(?:in\s+)?(?:the\s+)?(?:present|this|current|our)\s+(?:study|sample|data)):\s*(?=α|alpha|Cronbach|CR\b)|(?<=[(\[])(?:here|(?:in\s+)?(?:the\s+)?(?:present|this|current|our)\s+(?:study|sample|data)):\s*(?=α|alpha|Cronbach|CR\b)")  # fmt: skip


def _without_here(sentence: Sentence) -> Sentence:
    """`(Roe, 2017; here: α = .87)` without its `here`, each place as it was."""
    if ":" not in sentence.text or not _HERE.search(sentence.text):
        return sentence
    return replace(sentence, text=_HERE.sub(lambda m: " " * len(m[0]), sentence.text))


_ELSEWHERE = re.compile(
    r"\b[Ii]n\s+the\s+(?:\w+\s+)?(?:(?:validation|standardi[sz]ation|norming)\b|norm(?:ative)?\s+(?:sample|study|group)\b)|\bpublished\s+(?:α|alpha|Cronbach)"
    r"|^[A-Z][\w'’-]+\s+(?:and|&)\s+[A-Z][\w'’-]+\s+(?:have\s+|had\s+)?(?:report(?:ed)?|found|(?:gave|obtained)\s+an?\s[^;]*\bfor)\b"
    r"|\b(?:[Ii]ts|[Tt]heir)\s+(?:original\s+)?(?:authors?|developers?)\s+(?:have\s+)?(?:report|found|gave|give|obtain|stat)"
)
_NUMBERING = re.compile(r"^[\W\d.]+")


def _heading(section: str) -> str:
    """A section about one measure carries its name: `3.2.1 Perceived stress`."""
    plain = _NUMBERING.sub("", section).strip()
    return (
        plain
        if 0 < len(plain.split()) <= 5
        and not re.search(
            r"method|result|measur|analys|discuss|reliab|valid|procedure|data|sample|participant|instrument|model|introduction|study|conclusion|purif|refinement|pilot|pre-?test|translation|questionnaire",
            plain,
            re.IGNORECASE,
        )
        else ""
    )
