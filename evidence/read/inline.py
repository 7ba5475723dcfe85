"""The parser of Markdown, without the work whose outcome nobody here reads: joined tokens, addresses, plain runs."""

import re
from functools import cache
from typing import Any

__all__ = ["parser", "words_of"]

# All signs that a rule of CommonMark looks for inside a paragraph; the library stops at those of its extensions too.
_BEGINS = re.compile(r"[\n!&*<\[\\\]_`]")
_SHOWN = frozenset(("text", "text_special", "code_inline"))  # the second kind: what was escaped, or written as entity
_LINE_BREAK = re.compile(r"<br", re.IGNORECASE)


@cache
def parser() -> Any:
    """The parser for all stretches of all documents: to make one takes as long as a page."""
    from markdown_it import MarkdownIt

    made = MarkdownIt("commonmark", {"html": True, "maxNesting": 50}).enable("table")
    made.disable(["text_join", "fragments_join"])  # `words_of` joins them
    made.normalizeLink = str  # an address is left out as it is; `validateLink` asks for its scheme only
    made.core.ruler.at("inline", _inside)
    made.inline.ruler.at("text", _run)
    return made


def _inside(state: Any) -> None:
    """What stands inside each paragraph, heading and cell; one without any sign of markup is its own words."""
    for token in state.tokens:
        if token.type == "inline":
            token.children = None
            if _BEGINS.search(token.content):
                token.children = []
                state.md.inline.parse(token.content, state.md, state.env, token.children)


def _run(state: Any, silent: bool) -> bool:
    """Everything up to the next sign that may begin something."""
    begins = _BEGINS.search(state.src, state.pos)
    end = begins.start() if begins else state.posMax
    if end == state.pos:
        return False
    if not silent:
        state.pending += state.src[state.pos : end]
    state.pos = end
    return True


def words_of(token: Any) -> str:
    """The text of an inline token, without emphasis, links and images."""
    if token.children is None:
        return str(token.content)
    pieces = []
    for child in token.children:
        if child.type in _SHOWN:
            pieces.append(child.content)
        elif child.type in ("softbreak", "hardbreak") or (
            child.type == "html_inline" and _LINE_BREAK.match(child.content)
        ):
            pieces.append("\n")
    return "".join(pieces)
