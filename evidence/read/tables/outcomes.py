"""What a regression predicts: by the column's heading, the heading above the rows, the caption, or the notes."""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.tables.columns import Row
from evidence.read.tables.glyphs import plain
from evidence.read.tables.header import is_qualifier, statistic
from evidence.read.tables.sets import ColumnSet, bare_outcome, section_labels
from evidence.read.tables.swallowed import ends_caption, over_models
from evidence.read.tables.view import View
from evidence.read.tables.vocabulary import FIT

__all__ = ["label_of", "outcome_of", "product_of", "sample_of"]

_OUTCOME = re.compile(
    r"(?:(?<!in)dependent variables?|variables? dependientes?|vari[áa]ve(?:l|is) dependentes?|variabel (?:dependen|terikat)"
    r"|abh[äa]ngige variablen?|variables? d[ée]pendantes?|outcomes?(?: variables?)?|\bdv|criterion(?: variables?)?|(?:被解释|因|结果)变量|效标(?:变量)?)(?:\s+(?:of|in)\s+(?:table\s+\d+|(?:the|all|each)\s+\w+))?\s*(?:[:=：为是]|is\b"
    r"|was\b|(?:fue|es|foi|é|adalah|ist|war|est|était)\s+(?:(?:el|la|o|a|le|die|der|das)\s+)?|\()\s*(?P<name>(?:(?!\s[b-e][.]?\sPredictors?\b)[^.;,)）；，。\n]){2,60})"
    r"|(?:predicting|explaining|predictors? of|determinants? of|antecedents? of|prediction of|(?:factors|variables) associated with|correlates of|factors (?:affecting"
    r"|influencing)|effects? on|regressions?:|(?:logistic|ordinal|probit|cox) regressions?(?: (?:analys[ei]s|models?))? (?:of|for)(?!.{0,60}\b(?:on|(?:wo)?men|stud(?:y|ies)|data|samples?|groups?|waves?|firms|countr\w+)\b))\s+(?P<other>[^.;,(\n]{3,60})",
    re.IGNORECASE,
)
_NAMED_MODEL = re.compile(
    r"(?:model|equation|step|regression)\s?\w{1,3}\s*[:(–—.-]\s*(?P<name>[^\W\d][^()]{1,50})\)?", re.IGNORECASE
)
# Captions that name the outcome among other words; believed only of a variable that is known or left over.
_ABOUT = (
    re.compile(r"\b(?:using|with)\s+(?P<y>[^.;,()]{3,60}?)\s+as\s+(?:the\s+)?(?:criterion|dependent|outcome)", re.IGNORECASE),
    re.compile(r"\b(?:relation(?:ship)?|association|link)s?\s+between\s+(?P<x>[^.;()]{3,60}?)\s+and\s+(?P<y>[^.;,()]{3,60})", re.IGNORECASE),
    re.compile(r"\b(?:effects?|influences?|impacts?)\s+of\s+(?P<x>[^.;()]{3,60}?)\s+on\s+(?P<y>[^.;,()]{3,60})", re.IGNORECASE),
    re.compile(r"\b(?:regressions?|results?|estimates|coefficients?|models?|analys[ei]s)\s+(?:for|of|on)\s+(?P<y>[^.;,()]{3,60})", re.IGNORECASE),
)  # fmt: skip
_OF_NOTHING = re.compile(
    r"\b(?:samples?|groups?|stud(?:y|ies)|hypothes\w+|models?|tests?|analys\w+|regressions?|effects?|coefficients?|variables?|paths?|data"
    r"|men|women|firms|countr\w+|waves?|relationships?|mediat\w+|moderat\w+|structural|results?|estimat\w+|predict\w+|each|all|both)\b",
    re.IGNORECASE,
)  # fmt: skip


def label_of(view: View, row: Row) -> str:
    """The name of a row: in the column of predictors, where there is one behind labels or outcomes, else its first words."""
    texts = [c for c in view.panel.texts() if row.text(c.index)]
    if len(texts) > 1 and texts[0].index == 0 and _sorted_only(view):
        texts = texts[1:]
    sources = [c for c in texts if "from" in c.statistics]
    return row.text((sources or texts)[0].index) if texts else ""


_SORT_OF_ROWS = re.compile(
    r"(?:人口(?:统计)?(?:学)?|控制|自|解释|预测|中介|调节|前因|核心|类别|背景|因|协)(?:变量)?|(?:主|中介|调节|交互|直接|间接)效应(?:项)?|(?:交互|乘积|常数|截距)项|常[数量]|"
    r"(?:模型)?(?:统计量?|拟合(?:指标|度)?|检验|汇总|摘要|信息|参数|指标)|人口学特征|其他|整体拟合指数|"
    r"controls?(?: variables?)?|(?:independent|mediating|moderating|predictor|explanatory) variables?|mediators?|moderators?|interactions?(?: terms?)?|model (?:statistics|summary|fit)",
    re.IGNORECASE,
)


def _sorted_only(view: View) -> bool:
    """Whether the first column only sorts the rows, `控制变量` over `性别` and `年龄`, and the second names them."""
    if "sorted only" not in view.worked_out:
        said = {t for r in view.panel.rows if (t := r.text(0))}
        sorts = len(said) > 1 and all(_SORT_OF_ROWS.fullmatch(t) for t in said)
        view.worked_out["sorted only"] = sorts or _beside_variables(view)
    return bool(view.worked_out["sorted only"])


_VARIABLES = re.compile(
    r"(?:(?:independent|explanatory|predictor)\s+)?(?:variable|predictor|item|indicator)s?(?:\s+names?)?", re.I
)
_SORTS = re.compile(
    r"(?:categor(?:y|ies)|dimensions?|blocks?|types?|kinds?|sorts?|groups?|sets?|levels?|classes)?", re.I
)


def _beside_variables(view: View) -> bool:
    """Whether a column without a heading, or headed `Category`, stands before one headed `Variable`."""
    first, second = (*view.panel.texts(), None, None)[:2]
    if first is None or second is None or (first.index, second.index) != (0, 1):
        return False
    headings = [" ".join(c.words[-1:]).strip() for c in (first, second)]
    return _SORTS.fullmatch(headings[0]) is not None and _VARIABLES.fullmatch(headings[1]) is not None


def outcome_of(view: View, row: Row, columns: ColumnSet) -> str | None:
    """What is predicted, without half a bracket and what is said of its equation."""
    told = _told(view, row, columns)
    bare = _OF_SAMPLES.sub("", bare_outcome(told)) if told else ""
    if any(w.isupper() and len(w) >= _SHORT_NAME and statistic(w) in FIT for w in bare.split()):
        return None  # `NNFI SRMR Comparison`, which ran together
    return (bare if bare.count("(") == bare.count(")") else bare.partition("(")[0]).strip(" .:;,") or None


_OF_SAMPLES = re.compile(  # `joy in Studies 1 to 3`, `joy across both samples`
    r"\s+(?:in|across|for|at|within)\s+(?:the\s+)?(?:(?:both|all|two|three|four|five|each|main|final)\s+)*"
    r"(?:stud(?:y|ies)|samples?|experiments?|waves?|countries)\b.*$"
    r"|\s+(?:model|step|equation)\s?\d+[a-z]?\b(?:\W|\d|\b(?:model|step|equation|B|SE|β|b|t|p)\b)*$"  # the first heading, which ran into the caption
    r"|\s+by\s+(?:wave|country|group|gender|sex|sample|study|cohort|year|age group)\b.*$",
    re.IGNORECASE,
)
_AT_TIME = re.compile(
    r"(?<=\w)\s*(?:\((?:at\s+)?(?:time|wave|t)\s?\d\)|,?\s+(?:at\s+)?(?:time|wave)\s?\d)$", re.IGNORECASE
)
_TIME_FIRST = re.compile(r"^(?:time|wave|t)\s?\d\s+(?=[^\W\d_]{3})", re.IGNORECASE)
_NUMBERED = r"(?:(?:model|step|模型|方程|步骤)\s?(?:\d+[a-z]?|[一二三四五六七八九])|第[一二三四五六]步|M\d{1,2}|[(（]\d{1,2}[)）])"
_PARTS = (  # `Model 1 Work joy`, but not `Model 1 Control variables`
    r"(?:\s*[:：(（\-–]\s*|\s+(?=(?-i:[A-Z][a-z]+)\s+[a-z])(?!(?:control|main|interact|full|base|null|direct|indirect|total|with|mediat|moderat|only|final|step|"
    r"standard|unstandard|ols|fixed|random|all|study|sample|time|wave|group|men|women|covariat|demograph))"
    r"|\s+(?=(?-i:[A-Z]{2,6})$)(?!(?:ols|gls|wls|se|sd|ci|sem|pls|hlm|mlr|ml|iv|fe|re|"
    r"full|base|all|men|women|usa?|uk|eu|smes?|ppml|gmm|tsls|sls|logit|probit|tobit|cfa|efa|sur|lmm|glmm)\b)(?=\w))"  # `Model 1 JOY`
)
_STEP = re.compile(rf"{_NUMBERED}{_PARTS}(.+?)[)）]?$|[(（]\d[)）]\s*([\u4e00-\u9fff].*)$", re.IGNORECASE)
_STEP_NAMED = re.compile(rf"^{_NUMBERED}{_PARTS}(.+?)[)）]?$", re.IGNORECASE)
_UNPOINTED = re.compile(  # `Regression: dependent variable joy`, `(outcome variable joy)`
    r"\s*(?:[:(,–—-]\s*|\bon\s+the\s+)((?:dependent|outcome|criterion)\s+variable)\s+(?=[^\W\d_])(?!is\b|was\b|of\b|in\b)",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(r"\b(?:dependent|outcome)\b", re.IGNORECASE)


def _told(view: View, row: Row, columns: ColumnSet) -> str | None:
    """What is predicted: by the column's own heading, the heading above the row, the caption, or the notes."""
    context = section_labels(row)
    if "outcome" in context:
        return context["outcome"]
    whom = sample_of(view, columns)
    for at, text in reversed(list(enumerate(columns.labels)) if whom is None else []):
        if at and _GROWTH.fullmatch(text.strip()):
            return f"{columns.labels[at - 1]} {text.lower()}"  # the factors of a growth model, below what grows
        told = _OUTCOME.search(text)
        if told:
            return (told["name"] or told["other"]).strip()
        bare = _AT_TIME.sub("", text)
        named_at = _TIME_FIRST.sub("", bare)  # `Wave 2 joy` names an outcome, `Wave 2` none
        if is_qualifier(named_at) is None or _STEP.match(text):
            return _STEP_NAMED.sub(r"\1", text if _at_other_times(view, bare) else bare)
    for text in (view.panel.caption, view.panel.notes):
        told = _OUTCOME.search(_UNPOINTED.sub(r". \1: ", text))
        if told and len(set(row.sections)) <= 1:
            return _without_predictors(view, _AMONG.sub("", told["name"] or told["other"]).strip())
    if heads := over_models(view, columns) or _over_predictors(view) or ends_caption(view):
        return heads
    if context.get("group") and (context["group"].lower() in view.labels or _headed_by_outcomes(view)):
        return context["group"]
    if len(set(row.sections)) <= 1 and (about := _named_by(view)):
        return about
    named_after = _after_model(context.get("model", ""))
    if named_after and _models_name_outcomes(view):
        return named_after
    if any(_ANNOUNCED.search(s) for s in row.sections):
        return _left_over(view)
    return _said_nearby(view) or _as_before(view) if len(set(row.sections)) <= 1 else None


_OF_OTHERS = re.compile(r"\b(?:stud(?:y|ies)|samples?|waves?|time|groups?|countr(?:y|ies))\b", re.IGNORECASE)


def _as_before(view: View) -> str | None:
    """What the regression before predicted, where most of its predictors stand in the rows again: `Final model`."""
    if view.before is None or _OF_OTHERS.search(plain(view.panel.caption)):
        return None
    if any(_ANNOUNCED.search(said) for said in view.naming):
        return None  # the running text names its own
    outcome, predictors = view.before
    again = predictors & view.labels
    known = outcome.lower() not in view.labels and len(again) > 1 and 2 * len(again) >= len(predictors)
    return outcome if known else None


_AMONG = re.compile(r":.*$|\s+among(?:st)?\s.*$", re.IGNORECASE)  # `joy: regression results`, `joy among bakers`
_FROM = re.compile(r"(?P<y>\S.*?)\s+from\s+(?P<x>.+)", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"[(\[]?\d{1,2}[)\]]?")  # of an equation
_GROWTH = re.compile(
    r"intercept|slope|initial (?:level|status)|(?:linear |quadratic )?(?:change|growth)", re.IGNORECASE
)
_SIZES = re.compile(r"n|no\. of obs\w*|(?:number of )?observations?|obs\.?|sample size|样本量|观测值", re.IGNORECASE)


def sample_of(view: View, columns: ColumnSet) -> str | None:
    """The heading that says of whom an equation is: the caption names its outcome, and the heading has its own N."""
    if not columns.labels or not _caption_names_outcome(view):
        return None
    whom = [t for t in columns.labels if is_qualifier(t) is None and not _BARE_NUMBER.fullmatch(t)]
    if whom and (_counted_apart(view, whom[-1]) or _of_several_groups(view, whom[-1])):
        return whom[-1]
    if "samples differ" not in view.worked_out:
        sizes = [row for row in view.panel.rows if _SIZES.fullmatch(label_of(view, row).strip())]
        numbers = [[n.text for c in view.panel.numbers() for n in row.content(c.index).numbers[:1]] for row in sizes]
        view.worked_out["samples differ"] = any(len(set(line)) == len(line) > 1 for line in numbers)
    text = next((t for t in reversed(columns.labels) if not _BARE_NUMBER.fullmatch(t)), columns.labels[-1])
    return text if view.worked_out["samples differ"] and is_qualifier(text) is None else None


_SEVERAL_GROUPS = re.compile(
    r"\b(?:in|for|of|across|among)\s+(?:the\s+|each\s+of\s+the\s+)?(?:two|three|four|both)\s+(?:[\w-]+\s+)?"
    r"(?:groups|sub-?samples|samples|countries|cohorts|segments|clusters)\b",
    re.IGNORECASE,
)


def _of_several_groups(view: View, name: str) -> bool:
    """Whether the caption says that its equation is that of several groups: `Regression of joy in two groups`."""
    known = {v.lower() for v in view.variables} | view.labels
    if name.lower() in known or _SEVERAL_GROUPS.search(plain(view.panel.caption)) is None:
        return False
    described = rf"(?<!\w){re.escape(name)}\W{{1,6}}\d?\.\d"  # a row with its mean: a variable
    return re.search(described, view.text) is None


def _counted_apart(view: View, name: str) -> bool:
    """Whether the paper counts those whom a heading names: `Norway (n = 214)`; scales and variables have no n."""
    known: dict[str, bool] = view.worked_out.setdefault("counted apart", {})
    if name not in known:
        told = re.search(rf"(?<!\w){re.escape(name)}\s*\(\s*[nN]\s*=\s*\d", view.text)
        known[name] = bool(told) and name.lower() not in {v.lower() for v in view.variables}
    return known[name]


def _caption_names_outcome(view: View) -> bool:
    return bool(_OUTCOME.search(view.panel.caption) or _OUTCOME.search(view.panel.notes) or _named_by(view))


_NEARBY = 400  # characters before and behind a table


def _said_nearby(view: View) -> str | None:
    """`Dependent variable: joy`, in the paragraph before the table or behind it, if it is said of one variable only."""
    if view.panel.span is None:
        return None
    if "outcomes nearby" not in view.worked_out:
        start, end = view.panel.span
        around = f"{view.text[max(0, start - _NEARBY) : start]}\n\n{view.text[end : end + _NEARBY]}"
        said = (m for m in _OUTCOME.finditer(around) if m["name"] and "(" not in m[0])
        view.worked_out["outcomes nearby"] = {m["name"].strip() for m in said}
    told: set[str] = view.worked_out["outcomes nearby"]
    return next(iter(told)) if len(told) == 1 else None


def _without_predictors(view: View, name: str) -> str:
    """`Joy From Salt and Rye`, where one of them is in a row: of joy; `absence from work` is a name."""
    told = _FROM.fullmatch(name)
    sources = re.split(r",?\s+(?:and|&)\s+|,\s+", told["x"].lower()) if told else []
    known = any(x == s or x.startswith(f"{s} (") or x.endswith(f" {s}") for x in view.labels for s in sources)
    return told["y"] if told and known else name


def _at_other_times(view: View, name: str) -> bool:
    """Whether a row holds the same variable at a time, so that the time tells two variables apart."""
    return any(label != (bare := _AT_TIME.sub("", label)) and bare == name.lower() for label in view.labels)


def _headed_by_outcomes(view: View) -> bool:
    """Whether the headings between the rows are outcomes: one of them predicts another, and none is a group."""
    heads = {plain(s) for row in view.panel.rows for s in row.sections}
    known = view.labels | {v.lower() for v in view.variables}
    others = any(is_qualifier(h) or _SORT_OF_PREDICTORS.match(h) for h in heads)
    return len(heads) > 1 and any(h.lower() in known for h in heads) and not others


_SORT_OF_PREDICTORS = re.compile(
    r"control|demograph|covariat|background|moderat|mediat|interact|main|independent|(?:in)?direct|total|personal|socio",
    re.I,
)


_STUB = re.compile(
    r"(?P<name>[^\W\d].{1,50}?)\s*[(,;:]\s*(?:adj\w*\.?\s*)?[RF]\s?[2²(][^)]*\)?(?:\s*=\s*[\d.*]+)?\s*(?:(?:predictors?|(?:independent )?variables?|effects?|terms?)\s*)?"
    r"|(?P<plain>[^\W\d].{1,50}?)\s*(?:\((?:dependent(?: variable)?|outcome|dv|criterion)\)|as (?:the )?(?:outcome|criterion))\s*(?:predictors?|(?:independent )?variables?)?",
    re.IGNORECASE,
)


_PREDICTORS = re.compile(r"\s+(?:predictors?|(?:independent )?variables?|effects?|terms?)$", re.IGNORECASE)


def _over_predictors(view: View) -> str | None:
    """The outcome set over the names of its predictors: `Joy (R2 = .31)` above `Predictor`."""
    first = next((c for c in view.panel.columns if c.kind == "text"), None)
    said = plain(" ".join(first.words)) if first else ""
    if told := section_labels(Row((), (_PREDICTORS.sub("", said),))).get("outcome"):  # `Outcome: Joy`, `Y: Joy`
        return told
    match = _STUB.fullmatch(said) if said else None
    return (match["name"] or match["plain"]).strip() if match else None


def _after_model(heading: str) -> str | None:
    """`Model 2: Work joy`, `Equation 1 (Trust)`."""
    match = _NAMED_MODEL.fullmatch(heading)
    return match["name"].strip() if match else None


def _models_name_outcomes(view: View) -> bool:
    """Whether one of the headings above the rows names a variable that another block has among its predictors."""
    names = {n.lower() for r in view.panel.rows for s in r.sections if (n := _after_model(s))}
    known = {v.lower() for v in view.variables} | view.labels
    return bool(names & known)


def _left_over(view: View) -> str | None:
    """The one variable of the study that the table never uses as a predictor nor names as an outcome."""
    filled = [r for r in view.panel.rows if any(r.content(c.index).numbers for c in view.panel.numbers())]
    used = " ; ".join(label_of(view, r) for r in filled).lower()
    marks = {
        n.mark for r in view.panel.rows for c in view.panel.numbers() for n in r.content(c.index).numbers if n.mark
    }
    used += " ; " + " ; ".join(view.meaning(m) or "" for m in marks).lower()
    left = [v for v in view.variables if v.lower() not in used]
    return left[0] if len(left) == 1 else None


_REGRESSED = re.compile(r"regressions?\s+of\s", re.IGNORECASE)  # what is regressed may be no variable of the matrix
_NOT_OUTCOME = re.compile(
    r"^the\s+|\s+(?:at|among|(?<!trust )(?<!belief )(?<!faith )(?<!interest )(?<!confidence )(?<!participation )(?<!involvement )(?<!engagement )in"
    r"|on|(?<!satisfaction )(?<!identification )(?<!familiarity )(?<!compliance )with|by|as|through|via"
    r"|(?<!support )(?<!preference )(?<!need )(?<!demand )(?<!desire )(?<!concern )(?<!respect )(?<!readiness )for"
    r"|when|moderated|mediated)\b.*$",
    re.IGNORECASE,
)  # some names go on behind their preposition: `trust in banks`


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """What a pattern finds that begins furthest behind, be it inside what it found before."""
    last = None
    while match := pattern.search(text, last.start() + 1 if last else 0):
        last = match
    return last


def _named_by(view: View) -> str | None:
    """The outcome in captions like `Results of the regression for joy`, `Frost in the relationship between humour and joy`."""
    caption = plain(view.panel.caption)[:400]
    for pattern in _ABOUT:
        match = _last(pattern, caption)  # `Results of the regression for joy`: joy, not the regression
        if match is None:
            continue
        known = {v.lower() for v in view.variables}
        told = match["y"].partition(":")[0].strip()  # `regression of joy: standardised coefficients`
        name = told if told.lower() in known else _NOT_OUTCOME.sub("", told)  # `satisfaction with pay` is one name
        if "x" in match.re.groupindex:
            source = match["x"].strip().lower()
            initials = "".join(word[:1] for word in re.split(r"[\s-]+", source))  # of its short name
            short = initials if len(initials) > 1 and statistic(initials) is None else source
            shared = any(label in (source, short) or source in label for label in view.labels)
            shared = shared or _moderated(view, source)
            if shared and name.lower() not in view.labels:
                return name
            continue
        sayable = pattern is _ABOUT[0] or not (_OF_NOTHING.search(name) or name.lower() in view.labels)
        direct = _REGRESSED.match(match[0]) is not None
        if name.lower() in known or ((direct or not known) and sayable):
            return name
        if "y" in match.re.groupindex and (inside := _variable_in(view, told)):
            return inside
    return None


def _variable_in(view: View, told: str) -> str | None:
    """The one variable, none of the predictors, that longer words name: `bakers' readiness to use rye` is readiness."""
    others = [
        v for v in view.variables if not _RELATES.search(told) and v.lower() not in view.labels and len(v) > _SHORT_NAME
    ]
    head = _BEHIND_HEAD.split(told)[0].strip()
    named = [v for v in others if re.search(rf"(?:^|\s){re.escape(v)}$", head, re.IGNORECASE)]
    return named[0] if len(named) == 1 else None


_BEHIND_HEAD = re.compile(r"\s+(?:of|to|for|in|on|with|by|after|beyond|when|among|at|from|through|as|than)\b|:")
_RELATES = re.compile(r"\b(?:effects?|influence|impact|between|relation(?:ship)?s?|associations?|models?)\b", re.I)
_SHORT_NAME = 3  # letters


_FACTORS = re.compile(r"\s*(?:×|✕|\*|\bx\b)\s*")


def _moderated(view: View, source: str) -> bool:
    """Whether every row is a product with what the caption names as the source: `Rain × pride` of `rain and mud`."""
    factors = [_FACTORS.split(label) for label in view.labels if label]
    return bool(factors) and all(len(f) > 1 and any(len(x) > 2 and x in source for x in f) for f in factors)


_PRODUCT = re.compile(
    r"(?:int(?:eraction)?(?:[ _.]?\d)?|interaction (?:term|effect)|[XM] ?[×x*] ?[WMZ])", re.IGNORECASE
)
_MODERATES = re.compile(
    r"\bmoderat\w+\s+(?:effects?|roles?|influence)?\s*(?:of|by)\s+(?P<w>[^.;,()]{3,60}?)\s+(?:on|in|between|for|to)\b",
    re.IGNORECASE,
)


def product_of(view: View, label: str) -> str | None:
    """The product that a row named `Int_1` or `Interaction` stands for: by the notes, or by a caption about one moderator."""
    if not _PRODUCT.fullmatch(label):
        return None
    known = view.legend.meanings.get(label) or view.legend.meanings.get(label.capitalize())
    if known:
        return known
    caption = plain(view.panel.caption)[:400]
    moderator, ends = _MODERATES.search(caption), _ABOUT[1].search(caption) or _ABOUT[2].search(caption)
    return f"{ends['x'].strip()} × {moderator['w'].strip()}" if moderator and ends else None
