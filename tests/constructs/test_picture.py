"""The picture: that it is drawn, the same each time, and refused where nobody could read it."""

import pandas as pd
import pytest

from evidence.constructs.graph import build
from evidence.constructs.picture import draw
from evidence.errors import UsageError
from tests.constructs.literatures import example, mean_pooler

GRAPH = build(example(), nodes=["a construct with a name much longer than any box could ever hold in three lines"])


def test_png_svg_and_pdf_are_drawn_and_repeat_to_the_byte(tmp_path):
    for suffix, start in (("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")):
        path = tmp_path / f"graph.{suffix}"
        first = draw(GRAPH, path)
        assert first.startswith(start)
        assert path.read_bytes() == first
    assert draw(GRAPH, format="svg") == (tmp_path / "graph.svg").read_bytes()
    assert draw(GRAPH, format="png") == (tmp_path / "graph.png").read_bytes()


def test_names_effects_and_outcomes_stand_in_the_picture():
    frame = pd.concat(
        [
            example(),
            pd.DataFrame(
                {
                    "source": ["value", "trust", "trust", "trust"],
                    "target": ["loyalty", "loyalty", "trust", "delight"],
                    "verdict": ["not supported", "partially supported", "supported", None],
                    "study": "s1",
                }
            ),
        ],
        ignore_index=True,
    )
    svg = draw(build(frame).pool(mean_pooler), format="svg", labels={"trust": "Trust in the seller"}).decode()
    assert "<!-- Trust in the -->" in svg or "Trust in the" in svg
    assert ".20 (k=1)" in svg
    for colour in ("#2166ac", "#b2700a", "#b2182b", "#7f7f7f"):
        assert colour in svg


def test_labels_do_not_lie_on_each_other_when_there_is_room_elsewhere():
    rows = [(a, b) for a in ("a1", "a2", "a3") for b in ("b1", "b2", "b3")]
    assert draw(build(pd.DataFrame(rows, columns=["source", "target"])), format="svg").count(b"<!-- 0/1 -->") == 9


def test_the_legend_says_when_there_is_no_room_for_numbers():
    few = pd.DataFrame({"source": ["a"], "target": ["b"]})
    many = pd.DataFrame([(f"a{i}", f"b{j}") for i in range(10) for j in range(10)], columns=["source", "target"])
    assert b"numbers: pooled effect" in draw(build(few), format="svg")
    picture = draw(build(many), format="svg")
    assert b"no numbers above 90 claims" in picture
    assert b"<!-- 0/1 -->" not in picture


def test_sixty_constructs_are_drawn_and_more_are_refused():
    chain = pd.DataFrame({"source": [f"n{i}" for i in range(59)], "target": [f"n{i // 3 + 1}" for i in range(59)]})
    assert draw(build(chain)).startswith(b"\x89PNG")
    many = pd.DataFrame({"source": [f"n{i}" for i in range(70)], "target": "hub"})
    with pytest.raises(UsageError, match="71 constructs do not fit a readable picture: at most 60; take what is near"):
        draw(build(many))
    with pytest.raises(UsageError, match="the graph is empty"):
        draw(build(pd.DataFrame({"source": [], "target": []})))
    with pytest.raises(UsageError, match="no picture format 'bmp'"):
        draw(GRAPH, format="bmp")
