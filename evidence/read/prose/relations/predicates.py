"""Words that say how one construct bears on another, as data: verbs, participles, adjectives and nouns.

Each stands in a table by what it does: `ahead` where the subject acts on what follows (`A shapes B`), `back` where what
follows acts on the subject (`A stems from B`). Words after the first are said as they stand, `/` between alternatives.
"""

# ruff: noqa: E501 - lists of words

import re
from collections.abc import Iterable

from evidence.records.layout import Sign
from evidence.settled import settled

__all__ = [
    "ACTING",
    "BE",
    "CHANGED",
    "CHANGES",
    "COMPLEMENTS",
    "HAVES",
    "HELD",
    "NOMINAL",
    "PARTICIPLES",
    "VERBS",
    "Frame",
    "Verb",
    "any_of",
    "worded",
]


@settled
class Frame:
    """What has to follow a word, which way it points, and the sign it commits to."""

    then: tuple[tuple[str, ...], ...] = ()
    back: bool = False
    sign: Sign | None = None


@settled
class Verb:
    """One form of a verb: `base`, `s`, `ed` (past or participle); a noun of the same letters makes it doubtful."""

    form: str
    frame: Frame
    noun: bool = False


def any_of(words: Iterable[str]) -> str:
    """An expression for any of the words, the longer before the shorter.

    >>> any_of(["tie", "ties"])
    '(?:ties|tie)'
    """
    return f"(?:{'|'.join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))})"


def worded(text: str) -> frozenset[str]:
    """The words of a line, as a set."""
    return frozenset(text.split())


# Without a preposition: `A ... B`.
_ACTS: dict[Sign | None, str] = {
    "+": "accelerate advance aid amplify assist augment bolster boost broaden cultivate deepen elevate encourage "
    "enhance enlarge enrich exacerbate expand facilitate favor favour foster fuel galvanise galvanize heighten help improve increase "
    "intensify invigorate kindle lift magnify maximise maximize multiply nourish nurture optimise optimize promote raise reinforce "
    "reward solidify spur stimulate strengthen support sustain uplift upgrade",
    "-": "alleviate block buffer cloud compromise corrode curb curtail cushion cut damage dampen decrease deflate delay deplete depress deter "
    "constrain diminish discourage disrupt disturb drain endanger erode forestall frustrate hamper harm hinder hurt impair impede "
    "inhibit jeopardise jeopardize lessen limit lower minimise minimize mitigate obstruct offset preclude prevent quell reduce "
    "ease relieve restrain restrict sap shrink slow soften stifle stunt subdue suppress tarnish taint threaten thwart undercut undermine "
    "weaken worry",
    None: "affect alter arouse awaken beget breed catalyse catalyze cause change color colour condition create determine dictate direct "
    "drive elicit enable engender evoke explain forecast forge form generate govern guide impact induce influence inform inspire "
    "instigate modify mold motivate mould predict produce prompt provoke regulate shape spark steer transform trigger "
    "underlie underpin unleash worsen",
}
_AHEAD: dict[Sign | None, str] = {
    None: "account for;act on/upon;add to;associate with;bear on/upon;bring about;carry over to/into/on;coincide with;come with;connect to/with;"
    "contribute to;co-occur with;co-vary with;correlate with;count for/in;covary with;culminate in;extend to;feed into;feed through to;"
    "flow into;give rise to;go along with;go hand in hand with;go together with;go with;impinge on/upon;lead to;link to/with;"
    "make for;manifest in;matter for/to/in;open the door to;pave the way for;play into;play out in;relate to/with;result in;"
    "rub off on;set off;set the stage for;show in;spill over into/to/on;tie in with;transfer to;translate into/to;weigh on/upon;"
    "lead for;correspond to/with;count towards;account towards;carry into;call forth;align with;converge with;pay off in/for;act upon;feed back into;work on;tell on;touch on;impact on/upon",
    "+": "build up;push up;drive up;bring up",
    "-": "act against;come at the expense of;cut down;cut down on;cut into;detract from;drive down;eat into;get in the way of;guard against;hold back;"
    "interfere with;keep down;militate against;protect against/from;push down;stand in the way of;take away from;wear down;work against;bring down",
}
_BACK: dict[Sign | None, str] = {
    None: "arise from;arise out of;change with;come from;depend on/upon;derive from;emanate from;emerge from;emerge out of;ensue from;evolve from;flow from;"
    "follow from;grow out of;hinge on/upon;originate in/from/with;react to;rely on/upon;respond to;rest on/upon;result from;"
    "spring from;stem from;suffer from/under;vary as a function of;vary with;vary as;date back to;trace to;trace back to;owe to;owe much to;owe little to;benefit under;profit under;fluctuate with;shift with;go back to;draw on/upon",
    "+": "increase as a function of;rise as a function of;grow as a function of;benefit from;climb with/as;gain from;go up with/as;grow with/as;improve with/as;increase with/as;mount with/as;profit from;rise with/as;"
    "scale with;strengthen with/as;thrive on;feed on;intensify with/as;widen with/as;expand with/as;deepen with/as",
    "-": "decline as a function of;decrease as a function of;fall as a function of;decline with/as;decrease with/as;deteriorate with/as;diminish with/as;drop with/as;ebb with/as;erode with/as;fade with/as;fall with/as;go down with/as;"
    "lessen with/as;shrink with/as;sink with/as;wane with/as;weaken with/as;worsen with/as;narrow with/as;dwindle with/as",
}  # fmt: skip
_NOUNS = worded(  # verbs whose letters are a noun's or an adjective's as well
    "account act advance aid better benefit block boost buffer cause change cloud color colour condition control count cushion cut damage decline "
    "decrease delay depress direct drain drive drop erode fall favor favour form fuel further gain govern guide harm help hurt impact "
    "increase influence inform lift limit link lower matter mold mould offset play profit project prompt purpose raise react relate reward "
    "rest result rise set shape show slow spark spur support target tie trigger upgrade vary weigh work worry condition transfer touch"
)  # fmt: skip
_IRREGULAR = {
    "arise": "arose arisen",
    "bear": "bore borne",
    "beget": "begot begotten",
    "breed": "bred",
    "bring": "brought",
    "build": "built",
    "come": "came",
    "cut": "cut",
    "draw": "drew drawn",
    "drive": "drove driven",
    "eat": "ate eaten",
    "fall": "fell fallen",
    "feed": "fed",
    "get": "got",
    "give": "gave given",
    "go": "went gone",
    "grow": "grew grown",
    "hold": "held",
    "hurt": "hurt",
    "keep": "kept",
    "lead": "led",
    "make": "made",
    "rise": "rose risen",
    "set": "set",
    "shrink": "shrank shrunk",
    "sink": "sank sunk",
    "spill": "spilled spilt",
    "spring": "sprang sprung",
    "stand": "stood",
    "take": "took taken",
    "undercut": "undercut",
    "underlie": "underlay underlain",
    "wear": "wore worn",
    "pay": "paid",
    "tell": "told",
    "deter": "deterred",
    "sap": "sapped",
    "stem": "stemmed",
    "spur": "spurred",
    "drop": "dropped",
    "ebb": "ebbed",
    "rub": "rubbed",
    "curb": "curbed",
    "dampen": "dampened",
    "regret": "regretted",
    "transfer": "transferred",
}


def _forms(base: str) -> dict[str, str]:
    """The forms of a verb in which it can be the predicate of a sentence."""
    third = (
        f"{base[:-1]}ies"
        if base[-1] == "y" and base[-2] not in "aeo"
        else f"{base}{'es' if base.endswith(('s', 'sh', 'ch', 'x', 'o')) else 's'}"
    )
    past = f"{base}d" if base[-1] == "e" else f"{base[:-1]}ied" if third.endswith("ies") else f"{base}ed"
    told = {base: "base", third: "s"} if base != "underlie" else {base: "base", "underlies": "s"}
    for one in _IRREGULAR.get(base, past).split():
        told.setdefault(one, "ed")
    return told


def _going(base: str) -> str:
    """`lead` in `..., leading to`."""
    return f"{base[:-1] if base.endswith('e') and not base.endswith('ee') else base}ing"


def _frame(words: list[str], back: bool, sign: Sign | None) -> Frame:
    return Frame(tuple(tuple(word.split("/")) for word in words), back, sign)


def _verbs() -> dict[str, tuple[Verb, ...]]:
    found: dict[str, list[Verb]] = {}
    entries = [(base, Frame(sign=sign)) for sign, bases in _ACTS.items() for base in bases.split()]
    for table, back in ((_AHEAD, False), (_BACK, True)):
        for sign, phrases in table.items():
            for first, *rest in (phrase.split() for phrase in phrases.split(";")):
                entries.append((first, _frame(rest, back, sign)))
    for base, frame in entries:
        for form, name in (_forms(base) | ({_going(base): "ing"} if frame.then else {})).items():
            found.setdefault(form, []).append(Verb(name, frame, base in _NOUNS))
    return {form: tuple(sorted(verbs, key=lambda v: -len(v.frame.then))) for form, verbs in found.items()}


VERBS = _verbs()
ACTING = frozenset(  # `contributes to increasing ...`
    f"{base[:-1] if base.endswith('e') else base}ing" for bases in _ACTS.values() for base in bases.split()
)
BE = worded(
    "is are was were be been being am become becomes became remain remains remained seem seems appear appears prove proves proved"
)

# Behind a form of `to be`: `A is ... B`.
_ADJECTIVES: dict[tuple[bool, Sign | None], str] = {
    (False, None): "related to/with;interrelated with;associated with;linked to/with;tied to/with;connected to/with;correlated with/to;coupled with;paired with;"
    "unrelated to;important to/for/in;crucial to/for/in;vital to/for/in;essential to/for/in;critical to/for/in;decisive to/for/in;relevant to/for/in;"
    "pivotal to/for/in;instrumental to/for/in;influential for/in/on;predictive of;indicative of;responsible for;significant for/in;central to/for;"
    "fundamental to/for;necessary to/for;key to/for;accompanied by;followed by;proportional to;intertwined with;bound up with;matched by;"
    "reflected in;mirrored in;paralleled by;meaningful for;positive for;negative for;irrelevant to/for/in;unimportant to/for/in;indispensable to/for/in;immaterial to/for;diagnostic of;consequential for;formative for/of",
    (False, "+"): "conducive to;beneficial to/for;favorable to/for;favourable to/for;good for;helpful to/for/in;useful to/for/in;advantageous to/for;supportive of;valuable to/for/in",
    (False, "-"): "detrimental to/for;harmful to/for;damaging to/for;injurious to;disadvantageous to/for;deleterious to/for;inimical to;bad for;adverse to;destructive to/of;protective against/of",
    (True, None): "dependent on/upon;contingent on/upon;conditional on/upon;reliant on/upon;sensitive to;responsive to;susceptible to;vulnerable to;rooted in;"
    "grounded in/on;anchored in;due to;owing to;predicted from;explained from;inferred from/by;fed by;followed up by;attributable to;attributed to;traceable to;traced to;traced back to;ascribed to;independent of/from;subject to;based on;"
    "founded on;built on/upon;derived from;conditioned on/by;brought about by;set off by;held back by;informed by",
    (True, "+"): "increasing in/with;growing with;rising with",
    (True, "-"): "decreasing in/with;declining in/with;falling in/with",
}  # fmt: skip
PARTICIPLES: dict[str, tuple[Frame, ...]] = {}
for (_back, _sign), _phrases in _ADJECTIVES.items():
    for _first, *_rest in (phrase.split() for phrase in _phrases.split(";")):
        PARTICIPLES[_first] = (*PARTICIPLES.get(_first, ()), _frame(_rest, _back, _sign))

_OF = "of/for/to/behind/in/on/against/towards/toward"
_COMPLEMENTS: dict[tuple[bool, Sign | None], str] = {
    (
        False,
        None,
    ): "driver predictor determinant antecedent precursor source cause origin root trigger catalyst stimulus motivator motive reason foundation "
    "basis cornerstone pillar ingredient key condition precondition prerequisite requirement factor element contributor force explanation lever "
    "correlate antecedents influencer promoter forerunner harbinger engine cue impetus",
    (False, "+"): "enabler facilitator booster incentive remedy",
    (
        False,
        "-",
    ): "barrier obstacle impediment hindrance hurdle inhibitor deterrent brake threat danger detriment burden buffer",
    (
        True,
        None,
    ): "consequence result outcome product function by-product corollary matter question response reaction consequent",
}
COMPLEMENTS: dict[str, Frame] = {
    form: Frame((tuple(_OF.split("/")),), back, sign)
    for (back, sign), nouns in _COMPLEMENTS.items()
    for noun in nouns.split()
    for form in (noun, f"{noun}s")
}
# What one construct has on another: `A has ... B`.
HAVES = worded(
    "has have had having exert exerts exerted play plays played bear bears bore show shows showed shown exhibit exhibits exhibited yield yields yielded "
    "retain retains retained keep keeps kept hold holds held demonstrate demonstrates demonstrated reveal reveals revealed gain gains gained "
    "maintain maintains maintained produce produces produced preserve preserves preserved lose loses lost take takes took having exerting showing give gives gave "
    "carry carries carried possess possesses possessed make makes made stand stands stood wield wields wielded display displays displayed leave leaves left"
)  # fmt: skip
# What a moderator does to an effect, and how the effect then is.
CHANGES = (
    *("moderat", "modif", "strengthen", "weaken", "amplif", "attenuat", "buffer", "dampen", "reinforc", "intensif"),
    *("mitigat", "alleviat", "aggravat", "exacerbat", "lessen", "soften", "enhance", "reduce", "increase", "decrease"),
)
CHANGED = (
    *("strengthened", "weakened", "amplified", "attenuated", "buffered", "dampened", "reinforced", "intensified"),
    *("enhanced", "reduced", "increased", "decreased", "altered", "changed", "shaped", "conditioned", "influenced"),
    *("affected", "qualified", "modified"),
)
NOMINAL = worded(
    "effect influence impact relation relationship association correlation link linkage connection contribution role path tie dependence dependency "
    "effects influences impacts relations relationships associations correlations links linkages connections contributions roles paths ties"
)  # fmt: skip
HELD = NOMINAL | worded(
    "bearing say part hand consequences consequence implications repercussions weight weights power coefficient coefficients significance importance relevance value one none pull grip imprint mark share"
)
