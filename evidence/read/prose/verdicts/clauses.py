"""Stretches of a sentence that carry one judgement of hypotheses each: `H1 was supported, but H2 and H3 were not`."""

# ruff: noqa: E501 - a pattern is read whole

import itertools
import re

from evidence.read.late import late
from evidence.read.prose.labels import Label
from evidence.read.prose.lowered import for_lower, in_lower
from evidence.read.prose.sentences import Sentence
from evidence.read.prose.verdicts.judgements import AGAINST, FOR

__all__ = ["clauses_of"]

Span = tuple[int, int]

_CLAUSE = for_lower(
    r";|,?\s+\b(?:while|whereas|(?<!hypotheses )(?<!hypothesis )(?<!all )(?<!every one )(?<!of them )but(?!\s+not\s+(?:entirely|fully|completely|wholly)\b)(?!\s+not\s+(?:for|in|among|at|with|under)\s+(?:(?!\b[HP]\s?\d|hypothes)[^;.])*\W*$)|however(?!,\s+(?:was|were|is|are|did|does|could|had|has|must)\b)|although|though(?!\s+not\s+(?:entirely|fully|completely|wholly|in)\b)|(?<=,\s)yet(?!\s+to\b)(?=[^;]*?(?:hypothes[ie]s\s+\d|\b[hp]\s?\d)))\b,?|,\s+(?:and\s+)?(?=nor\b)|,?\s+(?:and\s+)?(?=none\s+for\b)|,\s+and\s+(?=(?:one|two|three|four|five)\W+[^;]{0,60}?(?:\s+not|n't)\W*$)|\s+and\s+(?:two|one|three),?\s+(?=\W*(?:hypothes[ie]s\s+)?[HP]\d[^;]{0,60}?(?:\s+not|n't)\W*$)|\s+and\s+(?=(?:hypothes[ie]s\s+)?[HP]?\d{1,2}[a-z]?\s+(?:(?:was|were|is|are|did|does)(?:\s+not|n't)|was|is|did|does)\W*$)|[。;]|,\s*(?=(?:and\s+)?(?:thus|therefore|hence|so|hypothes[ie]s)\b)"
)


def clauses_of(sentence: Sentence, named: list[Label], many: list[re.Match[str]]) -> list[Span]:
    """Stretches that carry one judgement: cut at contrasts, and where a new subject follows a finished judgement."""
    text, cuts = sentence.text, [0]
    for m in _CLAUSE.finditer(sentence.lower):
        inside = text.count("(", 0, m.start()) > text.count(")", 0, m.start())
        subject = max((x.end for x in named if x.end <= m.start()), default=cuts[-1])
        if not inside and (m[0].strip() != "and" or _VERB.search(text, max(cuts[-1], subject), m.start())):
            cuts.append(m.start())
    cuts.append(len(text))
    subjects = sorted([(x.start, x.end) for x in named] + [m.span() for m in many])
    pieces = [(a, b) for a, b in itertools.pairwise(cuts) if b > a]
    return [part for piece in pieces for part in _by_subject(text, piece, subjects)]


_VERB = late(  # without one `and` joins two subjects: `H2 and H9 were not`
    r"\b(?:was|were|is|are|did|does|do|has|have|had|hold|holds|held|receiv\w+|found|gain\w+|support(?:s|ing)|confirm(?:s|ing)|reject(?:s|ing)|reject|support)\b",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(r"\b(?:was|were|is|are|did|does|do)(?:\s+not|n't)(?=\W*$|\s+(?:either|so)\b)", re.IGNORECASE)


def _by_subject(text: str, piece: Span, subjects: list[Span]) -> list[Span]:
    """`H1 was supported, H2 was rejected`: cut before the subject that follows a judgement of an earlier one."""
    start, end = piece
    inside = [s for s in subjects if start <= s[0] < end]
    if len(inside) < 2:
        return [piece]
    lower = in_lower(text)
    against = [m.span() for m in AGAINST.finditer(lower, start, end)]
    other = [m.span() for m in (*FOR.finditer(lower, start, end), *_LEFT_OUT.finditer(text, start, end))]
    # the `in line with` of `not in line with` is no judgement of its own
    cues = sorted(against + [c for c in other if not any(a[0] < c[0] and c[1] <= a[1] for a in against)])
    parts, begin = [], start
    for left, right in itertools.pairwise(inside):
        ahead = [c for c in cues if begin <= c[0] and c[1] <= left[0]]
        between = [c for c in cues if left[1] <= c[0] and c[1] <= right[0]]
        later = [c for c in cues if c[0] >= right[1]]
        if between and later and re.search(r"[,;]|\band\b", text[between[0][1] : right[0]]):
            parts.append((begin, right[0]))
            begin = right[0]
        elif (
            between
            and ahead
            and not later
            and re.search(r"(?:,|\band|\bbut)\s+(?:\w+\s+){0,3}$", text[left[1] : between[-1][0]])
        ):
            parts.append((begin, between[-1][0]))  # `we accept H1 and reject H2`
            begin = between[-1][0]
    parts.append((begin, end))
    return parts
