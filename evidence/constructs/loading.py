"""Vocabularies from files: the shipped one, a user's CSV, or the DCT YAML of psyverse.

A row that cannot stand is refused with the file and its line. CSV columns:

- constructs: `id`, `label` and optionally `definition`, `parent`, `theory`, `reference`, `polarity` (1, 0, -1), `note`;
- aliases: `alias`, `construct` and optionally `polarity` (1, -1), `kind` (name, abbreviation, translation), `note`.

DCT (Decentralized Construct Taxonomy): Peters & Crutzen, psyverse; one `dct:` mapping per YAML document with `id`,
`label`, `definition` (text or a mapping of `definition`) and relations `rel: [{id, type}]`.
"""

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import yaml

from evidence.assets import seeds
from evidence.constructs.vocabulary import Alias, AliasKind, Construct, Vocabulary
from evidence.errors import InputError, nearest

__all__ = ["load", "load_aliases", "load_constructs", "load_dct", "shipped"]

PARENT_RELATIONS = ("semantic_type_of", "structural_part_of", "type_of", "part_of")
_CONSTRUCT_COLUMNS = ("id", "label", "definition", "parent", "theory", "reference", "polarity", "note")
_ALIAS_COLUMNS = ("alias", "construct", "polarity", "kind", "note")


@cache
def shipped() -> Vocabulary:
    """The vocabulary that comes with the project: consumer, information-systems and organisational research."""
    return load(seeds("constructs.csv"), seeds("aliases.csv"))


def load(path: Path | str, aliases: Path | str | None = None) -> Vocabulary:
    """A vocabulary from a CSV of constructs, or from a DCT YAML file or folder, with aliases beside it if given."""
    path = Path(path)
    constructs = load_dct(path) if path.is_dir() or path.suffix in {".yaml", ".yml", ".dct"} else load_constructs(path)
    words = Vocabulary({each.id: each for each in constructs}, source=str(path))
    if aliases is None:
        return words
    # The aliases get their own vocabulary value so that a bad one is reported with the alias file's name.
    return Vocabulary(words.constructs, load_aliases(aliases), source=str(aliases))


def load_constructs(path: Path | str) -> tuple[Construct, ...]:
    """Constructs from CSV; ids must be there, and once."""
    found: dict[str, Construct] = {}
    for line, row in _rows(Path(path), _CONSTRUCT_COLUMNS, required=("id", "label")):
        if row["id"] in found:
            raise InputError(
                f"construct id {row['id']!r} stands twice",
                where=f"{path}:{line}",
                why=f"first on line {found[row['id']].line}",
                todo="keep one or give the other its own id",
            )
        polarity = _number(row.get("polarity", ""), (1, 0, -1), default=0, where=f"{path}:{line}")
        words = {name: row.get(name, "") for name in _CONSTRUCT_COLUMNS if name != "polarity"}
        found[row["id"]] = Construct(**words, polarity=polarity, line=line)
    return tuple(found.values())


def load_aliases(path: Path | str) -> tuple[Alias, ...]:
    """Aliases from CSV; only an abbreviation may lead to several constructs."""
    found: list[Alias] = []
    first: dict[str, Alias] = {}
    kinds = get_args(AliasKind)
    for line, row in _rows(Path(path), _ALIAS_COLUMNS, required=("alias", "construct")):
        where = f"{path}:{line}"
        kind = row.get("kind") or "name"
        if kind not in kinds:
            raise InputError(f"unknown kind of alias {kind!r}", where=where, todo=nearest(kind, kinds))
        polarity = _number(row.get("polarity", ""), (1, -1), default=1, where=where)
        alias = Alias(row["alias"], row["construct"], polarity, kind, row.get("note", ""), line)  # type: ignore[arg-type]
        before = first.setdefault(alias.alias.casefold(), alias)
        if before is not alias and (before.construct == alias.construct or kind != "abbreviation"):
            raise InputError(
                f"alias {alias.alias!r} stands twice",
                where=where,
                why=f"line {before.line} gives it to {before.construct!r}; only an abbreviation can mean several",
                todo="keep one of the two rows",
            )
        found.append(alias)
    return tuple(found)


def load_dct(path: Path | str) -> tuple[Construct, ...]:
    """Constructs from psyverse's DCT YAML: one file, or every `.yaml`, `.yml` and `.dct` file of a folder."""
    path = Path(path)
    files = [path]
    if path.is_dir():
        files = sorted(each for each in path.rglob("*") if each.suffix in {".yaml", ".yml", ".dct"})
    found: dict[str, tuple[Path, Construct]] = {}
    for file in files:
        for construct in _dct_file(file):
            if construct.id in found:
                other, before = found[construct.id]
                raise InputError(
                    f"construct id {construct.id!r} stands twice",
                    where=f"{file}:{construct.line}",
                    why=f"first in {other}:{before.line}",
                    todo="keep one or give the other its own id",
                )
            found[construct.id] = (file, construct)
    if not found:
        raise InputError("no construct found", where=path, todo="each YAML document needs a 'dct:' mapping")
    return tuple(construct for _, construct in found.values())


def _dct_file(file: Path) -> Iterator[Construct]:
    try:
        documents = [node for node in yaml.compose_all(_text(file), Loader=yaml.SafeLoader) if node is not None]
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise InputError("not readable as YAML", where=f"{file}:{line}", why=error.problem) from error
    for document in documents:
        line = document.start_mark.line + 1
        content = _plain(document)
        entries = content if isinstance(content, list) else [content]
        for entry in entries:
            dct = entry.get("dct") if isinstance(entry, dict) else None
            if isinstance(dct, dict):
                yield _dct(dct, f"{file}:{line}", line)


def _plain(node: yaml.Node) -> Any:
    """The Python value of a composed YAML node, kept apart from composing so that the line is known."""
    loader = yaml.SafeLoader("")
    try:
        return loader.construct_document(node)
    finally:
        loader.dispose()


def _dct(dct: dict[str, Any], where: str, line: int) -> Construct:
    for name in ("id", "label"):
        if not str(dct.get(name) or "").strip():
            raise InputError(f"a DCT without {name}", where=where, todo=f"add '{name}:' to the dct mapping")
    definition = dct.get("definition") or ""
    if isinstance(definition, dict):
        definition = definition.get("definition") or ""
    relations = dct.get("rel") or dct.get("relationships") or []
    relations = [relations] if isinstance(relations, dict) else relations
    parents = [str(each.get("id")) for each in relations if each.get("type") in PARENT_RELATIONS]
    return Construct(
        id=str(dct["id"]).strip(),
        label=" ".join(str(dct["label"]).split()),
        definition=" ".join(str(definition).split()),
        parent=parents[0] if parents else "",
        reference=" ".join(str(dct.get("source") or "").split()),
        line=line,
    )


def _rows(path: Path, known: Iterable[str], *, required: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    known = tuple(known)
    reader = csv.reader(_text(path).splitlines(keepends=True), strict=True)
    try:
        header = [name.strip() for name in next(reader, [])]
        for name in required:
            if name not in header:
                raise InputError(f"no column {name!r}", where=f"{path}:1", todo="columns: " + ", ".join(known))
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            where = f"{path}:{reader.line_num}"
            if len(cells) != len(header):
                raise InputError(
                    f"{len(cells)} cells under {len(header)} columns", where=where, todo="quote cells that hold a comma"
                )
            row = {name: " ".join(cell.split()) for name, cell in zip(header, cells, strict=True)}
            for name in required:
                if not row[name]:
                    raise InputError(f"empty {name}", where=where, todo=f"give the row its {name} or remove it")
            yield reader.line_num, row
    except csv.Error as error:
        raise InputError("not readable as CSV", where=f"{path}:{reader.line_num}", why=str(error)) from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError("vocabulary cannot be read", where=path, why=error.strerror) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise InputError("not UTF-8", where=f"{path}:{line}", todo="save the file as UTF-8") from error


def _number(text: str, allowed: tuple[int, ...], *, default: int, where: str) -> int:
    if not text:
        return default
    choices = {str(value): value for value in allowed} | {"+1": 1, "+": 1, "-": -1, "\N{MINUS SIGN}1": -1}
    value = choices.get(text)
    if value not in allowed:
        raise InputError(f"polarity {text!r}", where=where, todo="use one of " + ", ".join(map(str, allowed)))
    return value
