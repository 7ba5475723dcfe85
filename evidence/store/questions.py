"""The worked questions of `schema/queries/`: a title, parameters with their defaults, one SELECT."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Engine

from evidence import assets
from evidence.errors import UsageError, nearest
from evidence.store.query import ROW_LIMIT, SECONDS, Answer, ask

__all__ = ["Question", "answer", "find", "questions", "value_of"]

_PARAMETER = re.compile(r"^-- param: (\w+) = (.*?)(?:  # (.*))?$", re.MULTILINE)


@dataclass(frozen=True)
class Question:
    """A question a reviewer asks, with its SQL."""

    name: str
    title: str
    parameters: Mapping[str, Any]
    meanings: Mapping[str, str]
    select: str


@cache
def questions() -> tuple[Question, ...]:
    """Every worked question, in alphabetical order."""
    return tuple(
        _question(path.stem, assets.read_text(path)) for path in sorted(assets.schema("queries").glob("*.sql"))
    )


def _question(name: str, sql: str) -> Question:
    title = re.search(r"^-- title: (.*)$", sql, re.MULTILINE)
    found = _PARAMETER.findall(sql)
    return Question(
        name=name,
        title=title[1] if title else name,
        parameters={parameter: value_of(default.strip()) for parameter, default, _ in found},
        meanings={parameter: meaning for parameter, _, meaning in found},
        select=re.sub(r"^--.*\n", "", sql, flags=re.MULTILINE).strip().rstrip(";"),
    )


def value_of(text: str) -> Any:
    """A parameter as typed: a number where it looks like one, text otherwise or in quotes."""
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        return text[1:-1]
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def find(name: str) -> Question:
    """The question of that name, or a refusal that names the nearest."""
    for question in questions():
        if question.name == name:
            return question
    raise UsageError(f"there is no question '{name}'", todo=nearest(name, [q.name for q in questions()]))


def answer(
    engine: Engine, name: str, parameters: Mapping[str, Any], *, rows: int = ROW_LIMIT, seconds: float = SECONDS
) -> Answer:
    """The answer to a worked question, with its own defaults where no parameter is given."""
    question = find(name)
    for given in parameters:
        if given not in question.parameters:
            known = sorted(question.parameters)
            todo = nearest(given, known) if known else "it takes none"
            raise UsageError(f"the question '{name}' has no parameter '{given}'", todo=todo)
    return ask(engine, question.select, {**question.parameters, **parameters}, rows=rows, seconds=seconds)
