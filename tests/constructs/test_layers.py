"""The layered layout: laws that make a picture readable."""

from itertools import pairwise

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.constructs.layers import layered

edges = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=25)


@settings(deadline=None, max_examples=30)
@given(edges)
def test_boxes_keep_their_room_and_arrows_their_lanes(pairs):
    layout = layered(10, pairs)
    in_layer: dict[float, list[float]] = {}
    for x, y in layout.at:
        in_layer.setdefault(x, []).append(y)
    for heights in in_layer.values():
        heights.sort()
        assert all(below - above >= 1 - 1e-6 for above, below in pairwise(heights))
    assert min(y for _, y in layout.at) >= 0
    assert max(y for _, y in layout.at) <= layout.height
    for (a, b), bends in layout.bends.items():
        columns = [layout.at[a][0], *(x for x, _ in bends), layout.at[b][0]]
        steps = {after - before for before, after in pairwise(columns)}
        assert steps in ({1.0}, {-1.0}), "an arrow passes every layer once, in one direction"


@settings(deadline=None, max_examples=30)
@given(edges)
def test_without_cycles_every_arrow_points_right(pairs):
    acyclic = [(a, b) for a, b in pairs if a < b]
    layout = layered(10, acyclic)
    assert all(layout.at[a][0] < layout.at[b][0] for a, b in acyclic)


@settings(deadline=None, max_examples=30)
@given(edges, st.randoms(use_true_random=False))
def test_the_order_of_edges_does_not_matter(pairs, random):
    turned = list(pairs)
    random.shuffle(turned)
    assert layered(10, pairs) == layered(10, turned)


def test_a_tree_has_no_crossings_and_a_cycle_turns_one_arrow():
    tree = nx.balanced_tree(2, 3, create_using=nx.DiGraph)
    layout = layered(15, list(tree.edges))
    for (a, b), (c, d) in ((e, f) for e in tree.edges for f in tree.edges if layout.at[e[0]][0] == layout.at[f[0]][0]):
        assert (layout.at[a][1] - layout.at[c][1]) * (layout.at[b][1] - layout.at[d][1]) >= 0
    ring = layered(3, [(0, 1), (1, 2), (2, 0)])
    turned = [edge for edge in ring.bends if ring.at[edge[0]][0] > ring.at[edge[1]][0]]
    assert len(turned) == 1


def test_two_arrows_that_need_not_cross_do_not():
    layout = layered(4, [(0, 3), (1, 2)])
    assert (layout.at[0][1] - layout.at[1][1]) * (layout.at[3][1] - layout.at[2][1]) > 0
    assert layered(0, []).at == ()
