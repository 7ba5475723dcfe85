"""The parser of Markdown, without the work whose outcome nobody here reads: joined tokens, addresses, plain runs."""

import re
from functools import cache
from typing import Any

__all__ = ["parser", "words_of"]

# The rules of CommonMark inside a paragraph, each with the signs it looks for; at others it answers no.
_SIGNS = {
    "newline": "\n",
    "escape": "\\",
    "backticks": "`",
    "emphasis": "*_",
    "link": "[",
    "image": "!",
    "autolink": "<",
    "html_inline": "<",
    "entity": "&",
}
_SIGN = re.compile(rf"[\]{re.escape(''.join(_SIGNS.values()))}]")  # `]` ends the text of a link
_SHOWN = frozenset(("text", "text_special", "code_inline"))  # the second kind: what was escaped, or written as entity
_LINE_BREAK = re.compile(r"<br", re.IGNORECASE)


@cache
def parser() -> Any:
    """The parser for all stretches of all documents: to make one takes as long as a page."""
    from markdown_it import MarkdownIt

    made: Any = MarkdownIt("commonmark", {"html": True, "maxNesting": 50}).enable("table")
    made.disable(["text_join", "fragments_join"])  # `words_of` joins them
    made.normalizeLink = str  # an address is left out as it is; `validateLink` asks for its scheme only
    made.core.ruler.at("inline", _inside)
    rules = dict(zip(made.get_active_rules()["inline"], made.inline.ruler.getRules(""), strict=True))
    by_sign: dict[str, list[Any]] = {}
    for name, signs in _SIGNS.items():
        for sign in signs:
            by_sign.setdefault(sign, []).append(rules[name])

    def one(state: Any, silent: bool) -> bool:
        """Everything up to the next sign, or what the rules of the sign make of it."""
        for rule in by_sign.get(state.src[state.pos], ()):
            if rule(state, silent):
                return True
        end = found.start() if (found := _SIGN.search(state.src, state.pos)) else state.posMax
        if end == state.pos:
            return False
        if not silent:
            state.pending += state.src[state.pos : end]
        state.pos = end
        return True

    made.inline.ruler.at("text", one)
    made.inline.ruler.enableOnly(["text"])
    return made


def _inside(state: Any) -> None:
    """What stands inside each paragraph, heading and cell; one without any sign of markup is its own words."""
    for token in state.tokens:
        if token.type == "inline":
            token.children = None
            if _SIGN.search(token.content):
                token.children = []
                state.md.inline.parse(token.content, state.md, state.env, token.children)


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
