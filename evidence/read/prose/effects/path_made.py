"""A path as a group of statistics and a relation make it: its ends trimmed to names, its sort of effect, its group."""

import re
from dataclasses import replace

from evidence.read.partial import Found
from evidence.read.prose.effects.condition import BARE_LEVEL, LEVEL_OF
from evidence.read.prose.effects.direction import leads_either_way
from evidence.read.prose.effects.estimates import Group
from evidence.read.prose.ends.named import a_name
from evidence.read.prose.ends.tying import ARROW
from evidence.read.prose.relations.relation import Relation
from evidence.read.prose.sentences import Sentence
from evidence.records import Path

__all__ = ["SORT", "as_sort", "level_of", "levels_named", "made_path", "path_of", "qualified"]


def levels_named(found: list[Found[Path]]) -> list[Found[Path]]:
    """`at high but not at low levels of salt`: what is high is named once."""
    of = next((m["what"] for f in found if f.value.group and (m := LEVEL_OF.fullmatch(f.value.group))), None)
    bare = [of and f.value.group and BARE_LEVEL.fullmatch(f.value.group) for f in found]
    return [
        replace(f, value=replace(f.value, group=level_of(f.value.group or "", of or ""))) if is_bare else f
        for f, is_bare in zip(found, bare, strict=True)
    ]


def level_of(level: str, what: str) -> str:
    """`low` and `low levels` with what is low; `84th` is a percentile of it."""
    if level[:1].isdigit():
        return f"{level} percentile of {what}"
    return f"{level} of {what}" if level.endswith(("level", "levels")) else f"{level} {what}"


SORT = re.compile(r"(?:the\s+)?(indirect|direct|total)(?:\s+effect)?", re.IGNORECASE)


def as_sort(found: Found[Path], sort: str) -> Found[Path]:
    """A path as the indirect, direct or total effect; the direct one goes through nothing."""
    via = found.value.via if sort == "indirect" else None
    return replace(found, value=replace(found.value, effect=sort, via=via))  # type: ignore[arg-type]


def path_of(sentence: Sentence, group: Group, tie: Relation, whom: str | None) -> Found[Path]:
    """The path that a group of statistics gives for somebody."""
    return qualified(made_path(sentence, group, tie, None), whom, None)


def qualified(found: Found[Path], whom: str | None, sort: str | None) -> Found[Path]:
    """A path with the group or level it holds for, and as the sort of effect that is spoken of."""
    found = _slope(found, whom) if whom and found.value.effect == "interaction" else found
    effect = sort if sort and found.value.effect == "direct" else found.value.effect
    return replace(found, value=replace(found.value, group=found.value.group or whom, effect=effect))  # type: ignore[arg-type]


_LEVEL_TOLD = r"\s*(?:$|\(|,|(?:is|was|were|are)\b)"  # `people low in salt`, `salt was low`, and not `low salt needs`
_LEVEL = re.compile(r"\b(?:low|high|weak|strong|average|medium)(?:er)?\b|\b(?:above|below)\b|\bmean\b", re.IGNORECASE)


def _slope(found: Found[Path], whom: str) -> Found[Path]:
    """`Salt moderates the effect of rye: it was .28 for people low in salt`: what holds at a level is no product."""
    factors = found.value.from_.split(" × ")
    others = [name for name in factors if not re.search(rf"\b{re.escape(name)}{_LEVEL_TOLD}", whom, re.IGNORECASE)]
    if len(factors) != 2 or len(others) != 1 or not _LEVEL.search(whom):
        return found
    return replace(found, value=replace(found.value, from_=others[0], effect="direct"))


_AT = re.compile(
    r"^(?:in|for|within)\s+(?:the|this|our)\s+(?:[\w-]+\s+){0,2}(?:model|sample|study|analysis|equation|group),?\s+(?=\S)",
    re.I,
)


_SMALLER = re.compile(r"\s+(?:the|an?)\s+(?:\w+\s+)?(?:effect|influence|impact)$")  # `crust the smaller influence`


def _trimmed(name: str | None) -> str | None:
    """An end without what only leads up to it or trails behind it: `joy itself`, `In the model, joy`."""
    name = _SMALLER.sub("", name) if name else name
    cleaned = a_name(_AT.sub("", name)) if name else ""
    return cleaned or name


def made_path(sentence: Sentence, group: Group, tie: Relation, label: str | None) -> Found[Path]:
    """The path that a group of statistics gives for a relation."""
    if tie.to and len(chain := ARROW.split(tie.to)) > 1:  # `crust → joy → sales`
        tie = replace(tie, to=chain[-1], via=tie.via or " and ".join(chain[:-1]))
    tie = replace(tie, from_=_trimmed(tie.from_), to=_trimmed(tie.to))
    if tie.from_ and tie.to and tie.from_.lower().endswith(f" on {tie.to.lower()}"):  # `as was that of crust on joy`
        tie = replace(tie, from_=tie.from_[: -len(f" on {tie.to}")])
    values = dict(group.values)
    places = {k: sentence.span(*v) for k, v in group.places.items()}
    if group.unstandardized:
        values["b"], places["b"] = values.pop("beta"), places.pop("beta")
    stat_kind = "t" if "stat" in values else None
    direct = (
        "interaction"
        if re.search(
            r"^(?:the\s+)?interaction$|\binteraction\s+(?:of|between|terms?|effects?)\b|[×*]| x ", tie.from_ or ""
        )
        else "indirect"
        if tie.via
        else "direct"
    )
    if tie.moderator:
        direct = "interaction"
    path = Path(
        from_=f"{tie.from_} × {tie.moderator}" if tie.from_ and tie.moderator else tie.from_ or "",
        to=tie.to or "",
        table="text",
        hypothesis=label,
        stat_kind=stat_kind,  # type: ignore[arg-type]
        via=tie.via,
        effect=direct,  # type: ignore[arg-type]
        **values,  # type: ignore[arg-type]
    )
    return Found(path, places, confidence=0.8, page=sentence.page, either_way=leads_either_way(sentence.text))
