"""XML for JATS and TEI, read safely: no external entities, no network, no expansion bombs."""

import re
from collections.abc import Iterator
from typing import Any

from evidence.errors import InputError
from evidence.read.clear import cleared
from evidence.read.compose import RawCell
from evidence.read.raised import is_mark

__all__ = ["attribute", "children", "local", "mathematics", "parse", "table_rows", "text_of", "words"]

_DEEPEST = 200


def parse(data: bytes) -> Any:
    """The root of an XML document.

    Entities other than XML's own are replaced by their characters when HTML knows them, else dropped: journals use
    `&nbsp;` and `&beta;` without a DTD at hand, and a DTD is never fetched.
    """
    from lxml import etree

    if re.search(rb"<!ENTITY", data[:200_000]):
        raise InputError(
            "the XML defines entities of its own",
            why="they are not expanded, for safety",
            todo="save it without a DTD (xmllint --noent --dropdtd)",
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, recover=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(_known_entities(data), parser)
    except etree.XMLSyntaxError:
        root = _mended(data)
    if root is None:
        raise InputError("the XML holds nothing", todo="get the file again")
    return root


def _mended(data: bytes) -> Any:
    """Slightly broken XML as far as it goes; hopeless XML is refused with the parser's reason."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(_known_entities(data), parser)
    except etree.XMLSyntaxError as broken:
        raise InputError("the XML is not well formed", why=str(broken)[:160], todo="get the file again") from None
    if root is None or len(root) == 0:
        raise InputError("the XML is not well formed", todo="get the file again")
    return root


def _known_entities(data: bytes) -> bytes:
    from html import entities

    def replace(match: re.Match[bytes]) -> bytes:
        name = match[1].decode("ascii")
        if name in ("amp", "lt", "gt", "quot", "apos"):
            return match[0]
        character = entities.html5.get(name + ";")
        return "".join(f"&#{ord(c)};" for c in character).encode() if character else b" "

    return re.sub(rb"&([A-Za-z][A-Za-z0-9]{1,30});", replace, data)


def local(element: Any) -> str:
    """An element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str:
    """An attribute by its local name."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""


def children(element: Any, *names: str) -> list[Any]:
    """The direct children of these names."""
    return [child for child in element if local(child) in names]


_SAID_TWICE = frozenset({"annotation", "annotation-xml"})  # a formula again, in another notation
_TEX_SIGNS = {
    "chi": "χ", "beta": "β", "gamma": "γ", "alpha": "α", "lambda": "λ", "rho": "ρ", "omega": "ω", "Delta": "Δ",
    "times": "×", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "rightarrow": "→", "to": "→", "leftarrow": "←",
    "pm": "±", "approx": "≈",
}  # fmt: skip


def _has_mathml(tex: Any) -> bool:
    """Whether the same formula stands beside it as MathML."""
    beside = tex.getparent()
    return beside is not None and any(local(e) == "math" for e in beside.iter())


def mathematics(tex: str) -> str:
    r"""A formula in TeX as a reader sees it, without the preamble that archives put around it.

    >>> mathematics(r"\documentclass{minimal}\begin{document}$$\chi^2(98) = 210.1$$\end{document}")
    'χ2(98) = 210.1'
    """
    inside = re.search(r"\$\$?(.*?)\$\$?", tex, re.DOTALL)
    shown = inside[1] if inside else tex
    shown = re.sub(r"\\(?:d|t)?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}", r"\1/\2", shown)
    shown = re.sub(r"\\([A-Za-z]+)", lambda m: _TEX_SIGNS.get(m[1], ""), shown)
    return " ".join(re.sub(r"\\.|[{}^_~]", "", shown).split())


def words(element: Any, skipped: frozenset[str] = frozenset(), apart: frozenset[str] = frozenset()) -> Iterator[str]:
    """The character data in order, with a stack of our own; `apart` elements are set off by a space."""
    stack: list[Any] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
            continue
        if node.tail and node is not element:
            stack.append(node.tail)
        name = local(node)
        if not name or name in skipped or name in _SAID_TWICE or (name == "sup" and is_mark(node)):
            continue
        if name == "tex-math":
            yield "" if _has_mathml(node) else mathematics(node.text or "")
            continue
        if name in apart:
            yield " "
            stack.append(" ")
        inner = list(node)
        if name == "mfrac" and len(inner) == 2:
            inner.insert(1, "/")
        stack.extend(reversed(inner))
        if node.text:
            stack.append(node.text)


def text_of(
    element: Any,
    skipped: frozenset[str] = frozenset(),
    apart: frozenset[str] = frozenset({"break", "p", "lb", "list-item"}),
) -> str:
    """The words of an element on one line."""
    return " ".join(cleared("".join(words(element, skipped, apart))).split())


def table_rows(
    table: Any, row: str, cells: tuple[str, ...], head: tuple[str, ...], spans: tuple[str, str]
) -> list[list[RawCell]]:
    """The rows of a table in an XHTML-like or TEI model."""
    rows = []
    for line in table.iter():
        if local(line) != row:
            continue
        above = local(line.getparent()) if line.getparent() is not None else ""
        made = [
            RawCell(
                text_of(cell, frozenset({"fn", "xref"} if not text_of(cell, frozenset({"fn"})) else {"fn"})),
                _count(attribute(cell, spans[0])),
                _count(attribute(cell, spans[1])),
                local(cell) == "th"
                or above in head
                or attribute(cell, "role") == "label"
                or attribute(line, "role") == "label",
            )
            for cell in line
            if local(cell) in cells
        ]
        if made:
            rows.append(made)
    return rows


def _count(text: str) -> int:
    return min(max(int(text), 1), 1000) if text.isdigit() else 1
