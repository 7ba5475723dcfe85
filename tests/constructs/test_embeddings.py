"""A static embedding on this machine: read, compared, refused; without one nothing changes."""

import json

import numpy as np
import pytest

from evidence.constructs import propose, shipped
from evidence.constructs.embeddings import embedding
from evidence.constructs.mapping import THRESHOLD
from evidence.errors import InputError, UsageError

PIECES = {"[UNK]": 0, "trust": 1, "faith": 2, "risk": 3, "##y": 4, "-": 5, "reliance": 6}
VECTORS = [[0, 0], [1, 0], [0.8, 0.6], [0, 1], [0, 0], [0, 0], [-1, 0]]


def written(folder, vectors=VECTORS, kind="<f4", dtype="F32", tokenizer=None, tensors=1):
    folder.mkdir(exist_ok=True)
    numbers = np.array(vectors, dtype=kind)
    raw = numbers.tobytes()
    told = {"dtype": dtype, "shape": list(numbers.shape), "data_offsets": [0, len(raw)]}
    head = json.dumps({"__metadata__": {"by": "test"}} | {f"t{i}": told for i in range(tensors)}).encode()
    (folder / "model.safetensors").write_bytes(len(head).to_bytes(8, "little") + head + raw)
    usual = {"normalizer": {"lowercase": True}, "model": {"type": "WordPiece", "vocab": PIECES}}
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer or usual), encoding="utf-8")
    return str(folder)


@pytest.mark.parametrize(("kind", "dtype"), [("<f4", "F32"), ("<f2", "F16"), ("<f8", "F64")])
def test_likeness_is_the_cosine_of_mean_vectors(tmp_path, kind, dtype):
    like = embedding(written(tmp_path / "m", kind=kind, dtype=dtype))
    assert like("Trust", ["trust", "Fáith", "risk", "nothing known", "reliance"]) == pytest.approx(
        [1, 0.8, 0, 0, 0], abs=1e-3
    )
    both = like("trust-risk", ["trust", "faith"])
    assert both == pytest.approx([0.5**0.5, (0.8 + 0.6) / 2**0.5], abs=1e-3)


def test_words_are_split_into_the_longest_known_pieces(tmp_path):
    like = embedding(written(tmp_path / "m"))
    assert like._split("risky") == [3, 4]
    assert like._split("riskless") == []
    assert like._split("y" * 200) == []


def test_a_name_without_a_common_word_is_shown_but_never_the_best(tmp_path):
    like = embedding(written(tmp_path / "m"))
    words = shipped()
    alone = propose("Faith", words)
    assert alone.best is None
    helped = propose("Faith", words, similarity=like)
    assert helped.best is None
    assert helped.ranked[0].construct in {c.id for c in words if "trust" in f"{c.label} {c.definition}".lower()}
    assert helped.ranked[0].score < THRESHOLD
    assert helped.ranked[0].why[0].startswith("no word in common, similarity 0.")
    assert len(helped.ranked) == 5
    assert propose("Trust", words, similarity=like).best.score == 1.0


def test_an_installed_package_may_ship_the_model(tmp_path, monkeypatch):
    written(tmp_path / "little_words")
    (tmp_path / "little_words" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir("/")
    assert embedding("little_words")("trust", ["faith"]) == pytest.approx([0.8], abs=1e-3)


def test_what_is_not_there_is_said(tmp_path):
    with pytest.raises(
        UsageError, match=r"there is no embedding 'embeddings'.*install a package that ships"
    ) as refusal:
        embedding("embeddings")
    assert refusal.value.why == "it is neither a folder here nor an installed package"
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=r"no tokenizer\.json"):
        embedding(str(tmp_path / "empty"))


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"tokenizer": {"model": {"type": "Unigram", "vocab": []}}}, "a tokenizer of the type Unigram"),
        ({"tokenizer": {"model": {"type": "BPE", "vocab": {}}}}, "a tokenizer of the type BPE"),
        ({"tokenizer": ["no"]}, "not readable as a tokenizer"),
        ({"dtype": "BF16"}, "not readable as one matrix of vectors"),
        ({"tensors": 2}, "not readable as one matrix of vectors"),
        ({"vectors": VECTORS[:3]}, "3 vectors for 7 word pieces"),
    ],
)
def test_other_kinds_of_models_are_refused_by_file(tmp_path, how, said):
    with pytest.raises(InputError, match=said):
        embedding(written(tmp_path / "m", **how))
