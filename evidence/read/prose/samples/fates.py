"""What happened to those whom a number counts: asked, answered, came back, dropped, or analysed.

The words around a number have roles. Words before the noun (`412 usable replies`), the predicate behind it (`412 replies
were kept`) and what leads up to the number (`leaving 412`) each say one; the furthest stage that is said is the role,
unless the counted were dropped. A role's weight says how likely its number is the size of the sample.
"""

# ruff: noqa: E501 - a pattern is read whole

import re
from typing import NamedTuple

from evidence.read.prose.lowered import at_words
from evidence.read.prose.samples.counts import FORMS, PEOPLE, Count, unbracketed

__all__ = ["ASIDE", "BASE", "PART", "Role", "role_of", "tells_of_loss", "told_of"]


class Role(NamedTuple):
    """What happened to the counted, and how likely they are the sample."""

    name: str  # "analysed" | "sample" | "answered" | "collected" | "asked" | "dropped" | "part" | "aside" | "said"
    weight: float


DROPPED, REFUSED = Role("dropped", 0), Role("refused", 0)
ASKED, COLLECTED = Role("asked", 0), Role("collected", 2.5)
BASE = Role("collected", 1.5)  # `of the 422 who consented`: some number comes of these
PART, ASIDE = Role("part", 0), Role("aside", 0)
CALLED_VALID, ANALYSED, SAMPLE = Role("analysed", 10), Role("analysed", 9), Role("sample", 7)
COMPLETED = Role("analysed", 7.5)
DATA, ANSWERED, RECRUITED, SAID = Role("answered", 6), Role("answered", 5), Role("answered", 4), Role("said", 3)

_USABLE = r"(?:valid|usable|useable|qualified|effective|useful|final|net|retained|remaining|analy[sz]able|analy[sz]ed|acceptable|v[áa]lid[oa]s?|layak)"
_FILLER = (
    r"(?:an?|the|these|those|this|our|their|its|all|total|overall|sum|of|data|dataset|set|responses?|answers|replies|questionnaires|surveys|forms|interviews|"
    r"information|records|ratings|cases|number|altogether|from|by|on|for|to|up|us|with|in|out|only|just|exactly|about|some|nearly|almost|approximately|around|over|"
    r"more|than|further|another|additional|other|finally|remaining|same|namely|original|initial|final|usable|valid|sample|size|comprising|some|down|at|being|as|many|"
    r"fully|complete|completed|full|who|were|was|only)"
)
_TO_NUMBER = rf"(?:\s+{_FILLER}){{0,7}}\s*$"
_LINK = (
    r"(?:of|was|were|is|are|=|:|reached|compris\w+|consist\w+\s+of|includ\w+|contain\w*|cover\w*|number\w+|totall?\w+|totals|amount\w*\s+to|came\s+to|stood\s+at|"
    r"ha[sd]|holds?|held|being|made\s+up\s+of|composed\s+of|based\s+on|de|von|sebanyak|adalah|equall?ed|equals|fell\s+to|shrank\s+to|dropped\s+to|counted|to)"
)


def _ends(pattern: str, *others: str) -> re.Pattern[str]:
    """One of the expressions, and from it to the number nothing but words that say nothing; as one pattern."""
    expression = "|".join((pattern, *others)) if others else at_words(pattern)
    return re.compile(f"(?:{expression}){_TO_NUMBER}")


# -- within the noun phrase ------------------------------------------------------------------------------------
_MODIFIED = (
    (DROPPED, re.compile(r"\b(?:incomplete|invalid|unusable|additional|further|unreturned|undeliver\w+|non-?respon\w+|ineligible|excluded|discarded|missing|blank|defective|patterned|careless|duplicate\w*|faulty|inattentive|ambiguous|unengaged)\b")),
    (ASIDE, re.compile(r"\b(?:pilot|pre-?test)\b")),
    (CALLED_VALID, re.compile(rf"\b{_USABLE}\b(?!-)")),
    (COMPLETED, re.compile(r"\b(?:complete|completed?|filled|finished|matched|fully)\b")),
    (COLLECTED, re.compile(r"\b(?:returned|received|collected|recovered|obtained|retrieved)\b")),
    (ASKED, re.compile(r"\b(?:invited|eligible|approached|contacted|registered|potential|targeted|distributed|started|mailed|possible)\b")),
)  # fmt: skip

# -- behind the noun -------------------------------------------------------------------------------------------
_PASSIVE = r"(?:\b(?:were|was|are|is|be|been|being|got|and|then)\s+(?:\w+\s+){0,3}?|^\s*(?:\w+ly\s+)?)"
_DROPPED_BEHIND = re.compile(
    at_words(
        r"\b(?:exclu\w+|removed|deleted|discarded|dropped|eliminated|rejected|screened\s+out|(?:set|left|put|laid|cast|thrown)\s+a(?:side|way)|ruled\s+out|filtered\s+out|sorted\s+out|"
        r"taken\s+out|weeded\s+out|thrown\s+(?:out|away)|failed|withdr[ae]w\w*|quit|incomplete\w*|invalid\w*|unusable|unanswered|missing|"
        r"lost\s+to|disqualified|omitted|unsuitable|ineligible|ceased|straight-?lin\w+|blank|missed|(?:did|could|would|had|were|was|do|have|does)\s*(?:n[o'’]t|never|no)\b(?!\s+(?:significantly\s+)?differ)|no\s+longer|never|"
        r"not\s+(?:pass|complet\w+|return\w*|usable|valid|finish\w*|included|analy\w+|used|considered)|cancelled|dropped\s+out|left\s+(?:whole|out|blank|empty|un\w+|the)|over\s+quota|had\s+(?:to\s+be|more\s+than|too\s+many)|reported\s+technical|shared\s+an|stated\s+that|with(?:out|\s+no)\s+(?:an?y?\s+)?(?:valid|usable|complete))\b"
    )
)
_REFUSED_BEHIND = re.compile(
    at_words(
        r"\b(?:declined|refused|unreturned|undeliver\w+|unreachable|absent|ill|sick|(?:did|could|would)\s*n[o'’]t\s+(?:respond|answer|reply|take\s+part|participate|show|consent|agree|want|be\s+(?:reached|contacted)))\b"
    )
)
_ANALYSED_BEHIND = re.compile(
    rf"{_PASSIVE}(?:retained|kept|evaluated|processed|used(?!\s+to\s)|utili[sz]ed|employed\s+(?:for|in)\s+(?:the\s+|our\s+|further\s+)?(?:\w+\s+)?analys\w+|included|considered|accepted|regressed|matched|fed|taken\s+into|taken\s+as|judged|deemed|regarded|entered|studied\s+by\s+means|found\s+(?:to\s+be\s+)?(?:usable|valid)|subjected)\b"
    r"|\b(?:usable|useable|valid|suitable|analy[sz]ed|analy[sz]able|fit\s+for|available|fully\s+completed|v[áa]lid[oa]s?|layak|left(?!\s+(?:blank|out|empty|un|aside|whole|the))|remain(?:ed|ing|s)?|stayed)\b"
    r"|\bused\s+(?:in|for)\b|\bcould\s+(?:\w+\s+)?be\s+(?:matched|paired|evaluated|used)\b"
    r"|\b(?:were|was|came\s+back)\s+(?:\w+\s+){0,2}?complete\b|\bentered\s+(?:into\s+)?(?:the|our)\s+(?:\w+\s+)?(?:analys|model|calcul|estimat)|\bwent\s+into\b"
    r"|\b(?:form\w*|constitut\w+|provid\w+|serv\w+\s+as|ma(?:de|ke|king)\s+up|compris\w+)\s+(?:the\s+|our\s+|a\s+)?(?:\w+\s+){0,2}?(?:sample|basis|data\s*set|base|dataset)\b"
    r"|\b(?:were|was|are)\s+(?:\w+\s+)?effective\b"
    r"|\b(?:gave|provided|with|had|supplied)\s+(?:complete|usable|valid|full)\b|\bcomplete(?=\s*(?:$|[,.]))"
    r"|\bin\s+a\s+usable\s+way\b|\bqualified\b|\bpassed\b"
)
_ANSWERED_BEHIND = re.compile(
    at_words(
        r"\b(?:(?:took|take|taking|taken)\s+part|(?:handed|turned|sent)\s+in|participat\w+|responded|answered|replied|agreed|consented|gave|filled|completed|finished|(?:were|was)\s+(?:\w+\s+)?(?:interviewed|surveyed|polled|enrolled|assessed|observed|followed|studied|tested|questioned|examined)|"
        r"rated|reported|joined|volunteered|submitted|provided|entered\s+(?:the|our|this)\s+(?:study|survey|experiment)|took\s+(?:our|the|this)|cooperated|altogether|in\s+(?:number|all|total)|met\s+(?:the|this|that|these|those|all|our)\s+(?:\w+\s+){0,2}criteri\w+|drawn\s+from|nested\s+in|enrolled)\b"
    )
)
_COLLECTED_BEHIND = re.compile(
    at_words(
        r"\b(?:return\w*|c[ao]me\s+(?:back|in)|(?:were|was|been)\s+(?:\w+\s+)?received|received(?!\s+(?:the|an?|our|this))|recovered|retrieved|collected|gathered|obtained|(?:sent|given|taken|handed|got|brought)\s+back|accessed|had\s+been\s+surveyed)\b"
    )
)
_ASKED_BEHIND = re.compile(
    at_words(
        r"\b(?:distribut\w+|sent(?!\s+back)|mailed|e-?mailed|posted|issued|administered|handed\s+(?:out|over)|given\s+(?:out|an?|the)|delivered|dispatched|invited|approached|contacted|"
        r"targeted|eligible|addressed|screened(?!\s+out)|received\s+(?:the|an?|our|this)|opened|clicked|visited|started|began|assessed\s+for|put\s+out|circulated)\b"
    )
)

_RECRUITED_BEHIND = re.compile(
    at_words(r"\b(?:recruited|drawn|sampled|selected|registered|listed|identified|called|asked|chosen)\b")
)

# -- before the number -----------------------------------------------------------------------------------------
_LOST_BEFORE = r"\b(?:exclud\w+|remov\w+|delet\w+|discard\w+|dropp\w+|eliminat\w+|reject\w+|omit\w+|lost|losing|minus|could\s+not\s+use|not\s+us\w+|screen\w+\s+out|filter\w+\s+out|set\s+aside|setting\s+aside|threw\s+out|took\s+out|disqualif\w+|exclusion\s+of|removal\s+of|deletion\s+of|loss\s+of)(?!\s+from\b)"
_DROPPED_BEFORE = _ends(_LOST_BEFORE)
_LOST = re.compile(f"{_DROPPED_BEHIND.pattern}|{_REFUSED_BEHIND.pattern}|{_MODIFIED[0][1].pattern}|{_LOST_BEFORE}")
_GIVING = re.compile(r"\bgiving\s*$")
_ANALYSED_BEFORE = _ends(
    r"\b(?:computed|calculated|estimated|fitted)\s+(?:on|with|for|from|to)",
    r"\b(?:leaving|leaves|left(?:\s+(?:us|over))?|yield\w*|result(?:ed|ing)\s+in|retain(?:ed|ing)?|kept(?!\s+by\b)|keeping|(?:brought|reduc\w+|narrow\w+|bringing)\s+(?:\w+\s+){0,3}?(?:to|down)|ended\s+(?:up\s+)?with|ended\s+up|analy[sz](?:ed|ing)|the\s+(?:remaining|resulting|retained)|(?:which|this|that)\s+(?:produced|gave|gives|left|makes|made|yields)|of\s+the\s+remaining|making\s+(?:the|our|an?)(?:\s+\w+)?\s+sample|(?:we|paper|study|article|analys[ie]s)\s+(?:\w+\s+)?use[sd]?)",
    rf"\b(?:{_USABLE}|analytical?|analysis|resulting|eligible|complete|working|study|whole)\s+(?:\w+\s+){{0,2}}?(?:sample|data\s*set|database|n|number|total|{FORMS})\b[^,;:\d]{{0,45}}?(?:\s{_LINK}|\s?[:=]|,)",
    rf"\b(?:sample|data\s*set|n|number|{FORMS})\b[^,;:\d]{{0,30}}?\s(?:{_USABLE}|evaluated|used|included|kept|complete)\b[^,;:\d]{{0,25}}?\s{_LINK}",
    r"\b(?:giv\w+|gave|produc\w+|provid\w+|mak\w+|for)\s+(?:an?\s+|us\s+|the\s+)?(?:\w+\s+){0,2}?(?:n|sample|data\s*set|total)(?:\s+size)?\s+of",
    r"\b(?:[Uu]sable|valid|complete)\s+(?:data|responses|answers|information|records)\s+(?:\w+\s+){0,3}?(?:for|from|by|on|of)",
    r"(?<!power )\b(?:analys[ie]s|calculations?|estimations?|computations?)\s+(?:\w+\s+){0,4}?(?:on|concern\w*|cover\w*|includ\w+|compris\w+|used?|refers?\s+to|to|with)",
    r"\banaly[sz](?:ed|e|ing)\s+(?:\w+\s+){0,2}?(?:data|responses?|answers|questionnaires|replies|information)\s+(?:\w+\s+)?(?:from|of|by)",
)  # fmt: skip
_ANALYSIS_OF = _ends(r"\banalys[ie]s\s+of")
_SAMPLE_BEFORE = _ends(
    rf"\b(?:sample(?!\s+frame)|samples|cohort|panel|participants|respondents|subjects|informants|muestra|amostra|sampel|stichprobe|[ée]chantillon|data\s*set)\b[^,;:\d]{{0,50}}?(?:\s{_LINK}|\s?[:=])",
    r"\b(?:numbered|numbering|totall?ed|totall?ing)",
    rf"\bn\b[^,;:\d]{{0,40}}?\s{_LINK}",
    r"\b(?:survey|sample)\s+(?:of|with|among)",
)  # fmt: skip
_DATA_BEFORE = _ends(
    r"\b(?:data|results|responses|surveys|questionnaires|information|answers|replies|forms|interviews|records|reports|ratings|evidence)\s+(?:(?!who\b|were\s+sent|sent\b|was\s+sent)[\w-]+\s+){0,7}?(?:from|by|of|on|for|with|to)"
)
_SURVEYED_BEFORE = _ends(
    r"\b(?:surveyed|interviewed|polled|followed|sampled|recruited|studied|assessed|enrolled|observed|questioned|involv\w+|consist\w+\s+of|compris\w+)",
    r"\b(?:study|survey|panel|cohort|experiment|investigation|trial|fieldwork|stud(?:y|ies)\s+among)\s+(?:\w+\s+){0,3}?(?:of|with|among|in|on|involv\w+)",
    r"\b(?:answered|completed|filled\s+(?:in|out)|returned|provided|reported|taken)\s+by",
    r"\b(?:administered|delivered|given|presented|applied|handed)\s+to",
    r"\b(?:done|performed|carried\s+out|conducted|executed|computed|run)\s+(?:on|with|for|over)",
    r"\b(?:models?|regressions?|solutions?|analys[ie]s)\s+of\s+(?:the|all|our|these)",
    r"\b(?:models?|hypothes[ie]s|scheme|analys[ie]s|test|regressions?|equations?|framework|estimat\w+|tested|run|ran|routine|solution|coefficients|study|theory|scale|method)\b[^;:\d]{0,80}?\s(?:on|with|in|by|from|among|using|for)",
)  # fmt: skip
_COLLECTED_BEFORE = _ends(
    r"\b(?:collected|received|recovered|retrieved|gathered|returned|got(?:\s+back)?|c[ao]me\s+back)"
)
_OBTAINED_BEFORE = _ends(r"\b(?:obtained|obtaining|produced|secured)")
_ASKED_BEFORE = _ends(
    r"\b(?:from|among)\s+(?:an?|the|its)\s+(?:\w+\s+){0,2}?(?:panel|pool|register|list|database|population|total)\s+of",
    r"\b(?:distribut\w+|sent|mailed|e-?mailed|posted|issued|handed(?:\s+out)?|delivered|dispatched|invit\w+|approached|contacted|wrote|written|called|addressed|population\s+of|universe\s+of|list\s+of|register\s+of|total\s+population|targeted|employs?|employing|employed(?!\s+with\b)|workforce\s+of|(?:started|began)\s+(?:out\s+)?with|staff\s+of|membership\s+of)",
    r"\b(?:sent|mailed|distributed|issued|handed|delivered|posted)\s+(?:out\s+)?(?:\w+\s+){0,4}?to",
    rf"\b(?:distribut\w+|sent|mailed|issued|handed\s+out)\s+(?:{FORMS}|{PEOPLE})?\s*(?:were|was|:)?",
)  # fmt: skip
_SELECTED_BEFORE = _ends(r"\b(?:selected|drew|chose|selecting|choosing|targets?|picked)")
_UNDELIVERED = re.compile(r"\b(?:undeliver\w+|be\s+delivered|bounced|wrong\s+address\w*)\b")
_EACH = re.compile(
    r"\s*(?:[a-z]+\s+)?(?:from|in|of|for|per|by)\s+each\b|\s+per\s+(?:group|cell|condition|country|sample)\b"
)
_BASE = re.compile(
    r"(?:^|[,;:(]|\band\b|\bbut\b|\bfrom\b|\bwhere\b)\s*(?:out\s+)?(?:of|from|among)\s+(?:an?|the|these|those|all|our|original|initial|total|some|about|of|\s)*$"
)
_SUBSET_BEFORE = _ends(
    r"\b(?:of|among|from|in)\s+(?:whom|which|them|these|those|this\s+number|the\s+latter)\b[,\s]*|\b(?:including|namely|incl\.)"
)
_ANSWERERS = re.compile(r"(?:respondents|participants|responses|replies|subjects|interviewees|informants)$")
_CLEANED = re.compile(
    r"\b(?:after|once|upon|following|having|by)\b[^.;]{0,60}\b(?:remov|exclu|eliminat|delet|deletion|discard|screen|clean|dropp|reject|filter|omi)"
)
_BY = _ends(
    r"\b(?:answered|completed|filled\s+(?:in|out)|returned|provided)\s+by|\b(?:surveyed|interviewed|polled|studied)"
)
_MORE = re.compile(r"\b(?:additional|further|another|extra|first|last|earliest|latest|other|every)\s+$")
_SUBSET_BEHIND = re.compile(
    r"\s*(?:[a-z]+\s+)?(?:of|among)\s+(?:whom|which|them|these|those|the(?!\s+(?:study|sample\b|analys))|our|all)\b"
)
_CUT = re.compile(
    r"\b(?:after|once|because|since|when|while|whereas|although|before|unless|so\s+that|so|excluding|following|due|owing|which\s+left|leaving|giving|yielding|resulting|but)\b"
)
_CONTRAST = re.compile(
    r"\b(?:no|few|some|little|hardly\s+any|(?:contain|show|includ)\w*\s+(?:\w+\s+){0,2}?)\s*missing\b|\bwith(?:out)?\s+(?:\w+\s+){0,3}(?:missing|incomplete|invalid)\s*\w*"
)


def tells_of_loss(lower: str) -> bool:
    """A quick look at a sentence: whether any number in it can be one of those who were dropped or refused."""
    return _LOST.search(lower) is not None or ("(" in lower and _LOST.search(unbracketed(lower)) is not None)


def told_of(clause: str) -> Role | None:
    """What a clause tells of those whose number stands in brackets behind it: `those with gaps were deleted (n = 93)`."""
    role = _behind(clause)
    return role if role in (DROPPED, REFUSED, ANALYSED) else None


_CALLS_ITSELF = re.compile(
    r"\s*(?:self-?\s?)?(?:identified|described\s+themselves|characteri[sz]ed\s+themselves|identif(?:y|ying)(?:\s+themselves)?)\s+(?:themselves\s+)?as\b"
)
_WHO = re.compile(r"\b(?:who|that|which)\b")
_SAMPLE_IS = re.compile(r"^\W*(?:the\s+|our\s+)?(?:participants|respondents|subjects)\s+(?:were|are)\s+$")


def role_of(count: Count, left: str, right: str) -> Role | None:
    """The role that the words around a number give it; `left` ends at the number, `right` begins behind the noun."""
    right = _CONTRAST.sub(lambda m: " " * len(m[0]), right)
    if _CALLS_ITSELF.match(right):
        return PART  # `371 identified as women`
    if (who := _WHO.search(right)) and _SAMPLE_IS.search(left):
        right = right[: who.start()]  # `Participants were 548 students who did not study languages`
    if cut := _CUT.search(right):
        right = right[: cut.start()]
    role = _staged(count, left, right)
    if role is not None and role.name in ("collected", "answered", "said") and _CLEANED.search(left):
        role = Role("analysed", 8)  # `after eliminating invalid ones 331 were obtained`
    if role is None or role.name in ("dropped", "refused", "asked", "aside"):
        return role
    if role == ANALYSED and _UNDELIVERED.search(left):
        return ASKED  # `as 83 could not be delivered, the effective sample was 917`
    if _MORE.search(left) or _EACH.match(right):
        return PART  # `another 32 replies`, `the last 100 respondents`
    subset = _SUBSET_BEFORE.search(left) or _SUBSET_BEHIND.match(right)
    if subset and role.name not in ("analysed", "answered", "collected"):
        return PART
    if role.name != "analysed" and _BASE.search(left):
        told = role.name != "said" or _ANSWERERS.match(count.noun)
        return BASE if told else Role("collected", 0)
    return role


def _staged(count: Count, left: str, right: str) -> Role | None:
    modified = next((role for role, words in _MODIFIED if words.search(count.words)), None) if count.words else None
    behind = _behind(right)
    if behind == REFUSED:
        return REFUSED
    if DROPPED in (modified, behind):
        return DROPPED
    if modified in (ASIDE, CALLED_VALID):
        return modified
    if behind == ANALYSED:
        return ANALYSED
    before = _before(count, left, right)
    if before is not None and before.name in ("dropped", "asked") and behind in (ANSWERED, COLLECTED):
        return behind
    if before == ASKED and (modified == COMPLETED or count.noun == "completes"):
        return COMPLETED
    if before is not None and before.name in ("dropped", "analysed", "asked"):
        return before
    if behind == ASKED and before != DATA:
        return ASKED
    if modified == ASKED:
        surveyed = before is not None and before.name == "answered"  # `we surveyed 387 registered users`
        return behind or (before if surveyed else ASKED)
    said = [role for role in (modified, before, behind) if role is not None]
    if COLLECTED in said and SAMPLE in said:
        return Role("collected", 4)
    if said:
        return max(said, key=lambda role: role.weight)
    return SAID if count.kind in ("people", "forms", "units", "others") else None


def _behind(right: str) -> Role | None:
    """The stage that the predicate tells; of several the furthest, unless the first of them drops the counted."""
    if _REFUSED_BEHIND.search(right):
        return REFUSED
    if _DROPPED_BEHIND.search(right):
        return DROPPED
    if _ANALYSED_BEHIND.search(right):
        return ANALYSED
    found = [
        (match.start(), role)
        for role, words in (
            (ANSWERED, _ANSWERED_BEHIND),
            (COLLECTED, _COLLECTED_BEHIND),
            (ASKED, _ASKED_BEHIND),
            (RECRUITED, _RECRUITED_BEHIND),
        )
        if (match := words.search(right))
    ]
    if not found:
        return None
    (at, first), last = min(found, key=lambda placed: placed[0]), max(found, key=lambda placed: placed[0])
    went_on = first == ASKED and last[1] == ANSWERED and _AND_THEN.search(right[at : last[0]])
    return ANSWERED if went_on else first  # `were visited at home and filled in the form`


_AND_THEN = re.compile(r"\band\s+(?:then\s+|\w+ly\s+)?$")


def _before(count: Count, left: str, right: str) -> Role | None:
    """The stage that leads up to the number."""
    if _DROPPED_BEFORE.search(left):
        return DROPPED
    if _GIVING.search(left) or _ANALYSED_BEFORE.search(left):
        return ANALYSED
    if count.kind == "forms" and _ANALYSIS_OF.search(left):
        return ANALYSED
    if _SAMPLE_BEFORE.search(left):
        return SAMPLE
    if _ASKED_BEFORE.search(left):
        return ASKED
    people = count.kind not in ("alone", "things", "forms")
    if people and _DATA_BEFORE.search(left):
        return DATA
    if _COLLECTED_BEFORE.search(left):
        return COLLECTED
    if _OBTAINED_BEFORE.search(left) or _SELECTED_BEFORE.search(left):
        return RECRUITED if count.kind != "alone" else None
    ends = not right.strip(" .")
    if count.kind == "alone" and ends and _BY.search(left):
        return ANSWERED
    if count.kind in ("alone", "things") and not _SUBSET_BEHIND.match(right):
        return None
    if _SURVEYED_BEFORE.search(left):
        return Role("answered", 5.5)
    return None
