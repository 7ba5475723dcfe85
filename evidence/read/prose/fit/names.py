"""The names of fit indices in running text."""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.records import Fit

__all__ = ["INDEX", "INDEX_NAMES"]

_CHI = r"(?:[χΧХxX]\s?\^?\s?2|χ|(?:normed\s+|relative\s+|scaled\s+)?chi[\s-]?sq(?:uared?)?(?:\s+statistics?|\s+tests?|\s+values?)?|CMIN|卡方)"
INDEX_NAMES: tuple[tuple[str, str], ...] = (
    ("chi2_df", rf"(?:{_CHI}\s*(?:value\s*)?(?:/|÷|to|and\s+the)\s*(?:its\s+|the\s+)?(?:[Il]?d\s?f|d\.\s?f\.?|degrees?\s+of\s+freedom)(?:\s+ratio)?|chi[\s-]?squared?[\s-](?:to[\s-])?(?:degrees?\s+of\s+freedom|df)(?:\s+ratio)?|normed\s+chi[\s-]?squared?|relative\s+chi[\s-]?squared?|卡方自由度之?比)"),
    ("chi2", _CHI),
    ("rmsea", r"(?:RMSEA|root[\s-]mean[\s-]squared?\s+error\s+of\s+approximation)"),
    ("srmr", r"(?:SRMR|standardi[sz]ed\s+RMR|standard(?:i[sz]ed)?\s+root\s+mean\s+(?:squared?\s+)?residual)"),
    ("rmr", r"(?<![A-Z])(?:RMR(?![A-Z])|RMSR(?![A-Z])|root[\s-]mean[\s-]squared?\s+residual)"),
    ("agfi", r"(?:AGFI|adjusted\s+goodness[\s-]of[\s-]fit\s+index)"),
    ("pgfi", r"PGFI"), ("pnfi", r"PNFI"), ("pcfi", r"PCFI"),
    ("gfi", r"(?<![A-Z])(?:GFI|goodness[\s-]of[\s-]fit\s+index)"),
    ("cfi", r"(?<![A-Z])(?:CFI|comparative\s+fit\s+index)"),
    ("tli", r"(?:TLI|NNFI|Tucker[\s–-]+Lewis(?:\s+(?:fit\s+)?(?:index|coefficient))?|non[\s-]?normed\s+fit\s+index)"),
    ("nfi", r"(?<![A-Z])(?:NFI|(?<!non-)(?<!non)normed\s+fit\s+index)"),
    ("ifi", r"(?<![A-Z])(?:IFI|incremental\s+fit\s+index)"),
    ("rfi", r"(?<![A-Z])(?:RFI|relative\s+fit\s+index)"),
    ("aic", r"(?<![A-Z])AIC(?![A-Z])"), ("bic", r"(?<![A-Z])BIC(?![A-Z])"),
    ("d_uls", r"(?:d\s?_?\s?ULS|squared\s+Euclidean\s+distance(?:\s*\(d_?ULS\))?)"),
    ("d_g", r"(?:(?<![A-Za-z])d_\s?G(?![A-Za-z])|geodesic\s+distance(?:\s*\(d_?G\))?)"),
    ("rms_theta", r"RMS[_\s-]?theta"),
    ("gof", r"(?<![A-Za-z])(?:GoF|global\s+goodness[\s-]of[\s-]fit)(?![a-z])"),
)  # fmt: skip
_KNOWN = frozenset(Fit.__dataclass_fields__)
_BEGINS = "(?-i:[χΧХхxXcCnNrRsSaAgGpPtTiIbBdD卡])"  # with one of these letters each of them does; asked first, it spares the rest
INDEX = re.compile(
    f"(?={_BEGINS})(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in INDEX_NAMES if name in _KNOWN) + ")",
    re.IGNORECASE,
)
