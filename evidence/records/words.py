"""The words of a record: the types its fields share, and the values that some of them may have."""

from typing import Literal

from evidence.records.printed import Printed

Number = Printed | None
Text = str | None
Span = tuple[int, int]
Kind = Literal["empirical", "conceptual", "notice"]
Verdict = Literal["supported", "not supported", "partially supported"]
Sign = Literal["+", "-"]
EffectKind = Literal["direct", "indirect", "total", "interaction", "covariance"]
Level = Literal["critical", "error", "warn", "note"]
