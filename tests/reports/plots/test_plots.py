"""Plots are legible: no text on text, none outside the page, all of it large enough, from 3 to 300 effects."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb

from evidence.errors import InputError, UsageError
from evidence.pooling import pool, sensitivity
from evidence.reports import plots
from evidence.reports.plots import style
from evidence.reports.plots.scales import scale_of, value_text

WIDTHS = (plots.COLUMN, plots.PAGE)
NAMES = (
    "Ng (1999)",
    "Christensen, Abdullah & Smith-Featherstonehaugh (2004)",
    "Lee et al. (2011a)",
    "Office of Surveys",
)


def made(k, tau2=0.02, seed=1):
    rng = np.random.default_rng([seed, k])
    v = 1 / rng.integers(40, 500, k)
    labels = [f"{NAMES[i % 4]}" for i in range(k)]
    return pd.DataFrame({"label": labels, "y": rng.normal(0.3, np.sqrt(v + tau2)), "v": v})


def texts(figure):
    """Each printed text with its box in inches."""
    renderer = FigureCanvasAgg(figure).get_renderer()
    figure.draw(renderer)
    found = [t for a in (figure, *figure.axes) for t in a.findobj(lambda o: hasattr(o, "get_fontsize"))]
    boxes = [
        (t, t.get_window_extent(renderer)) for t in dict.fromkeys(found) if t.get_visible() and t.get_text().strip()
    ]
    ticks = {t for a in figure.axes for axis, lim in ((a.xaxis, a.get_xlim()), (a.yaxis, a.get_ylim()))
             for tick in (*axis.get_major_ticks(), *axis.get_minor_ticks()) for t in (tick.label1, tick.label2)
             if not min(lim) <= tick.get_loc() <= max(lim)}  # fmt: skip
    return [(t, box) for t, box in boxes if t not in ticks]


def legible(figure, width):
    inches = figure.get_size_inches()
    assert inches[0] == width
    assert inches[1] <= 13
    boxes = texts(figure)
    for text, box in boxes:
        assert text.get_fontsize() >= 6, text
        assert box.x0 >= -1, text
        assert box.y0 >= -1, text
        assert box.x1 <= inches[0] * figure.dpi + 1, text
        assert box.y1 <= inches[1] * figure.dpi + 1, text
    for (a, one), (b, other) in combinations(boxes, 2):
        apart = one.x1 <= other.x0 + 1 or other.x1 <= one.x0 + 1 or one.y1 <= other.y0 + 2.5 or other.y1 <= one.y0 + 2.5
        assert apart, (a.get_text(), b.get_text())
    return [text.get_text() for text, _ in boxes]


def all_plots(effects, width, scale, measure="Correlation"):
    y, v, labels = effects["y"], effects["v"], list(effects["label"])
    pooled = pool(y, v)
    weighted = effects.assign(weight=pooled.weights)
    yield plots.forest(weighted, pooled, measure=measure, scale=scale, width=width)
    yield plots.funnel(effects, pooled, (0.1, 0.2), (0.01, 0.02), measure, scale, width=width)
    yield plots.leave_one_out(sensitivity.leave_one_out(y, v), labels, pooled, measure, scale, width=width)
    yield plots.cumulative(sensitivity.cumulative(y, v), labels, pooled, measure, scale, width=width)
    yield plots.baujat(sensitivity.baujat(y, v), labels, width=width)
    yield plots.drapery(effects, pooled, measure, scale, width=width)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("k", "scale"), [(3, None), (12, "correlation"), (40, "ratio"), (300, "correlation")])
def test_every_plot_is_legible(k, scale, width):
    for figure in all_plots(made(k), width, scale):
        legible(figure, width)


@pytest.mark.parametrize("width", WIDTHS)
def test_forest_shows_groups_weights_prediction_and_what_was_left_out(width):
    effects = made(9).assign(group=["students", "adults", "students"] * 3, excluded=[""] * 9)
    effects.loc[[2, 7], "excluded"] = ["retracted", "correlation impossible as printed, of 31"]
    effects.loc[7, "y"] = 31.0
    kept = effects[effects["excluded"] == ""]
    pooled = pool(kept["y"], kept["v"])
    effects.loc[kept.index, "weight"] = pooled.weights
    groups = {name: pool(part["y"], part["v"]) for name, part in kept.groupby("group")}
    figure = plots.forest(effects, pooled, groups, measure="Correlation", scale="correlation", width=width)
    said = legible(figure, width)
    for text in ("students", "adults", "Left out", "retracted", "Pooled effect", "95 % prediction"):
        assert text in said
    assert value_text(*np.tanh([pooled.estimate, pooled.ci_low, pooled.ci_high])) in said
    assert any(text.startswith("k = 7, REML, τ² = ") for text in said)
    assert ("Weight %" in said) == (width == plots.PAGE)
    # the slipped percent sign does not squeeze the others: the axis stays with the effects that count
    assert figure.axes[0].get_xlim()[1] < 3


def test_forest_of_many_effects_is_a_caterpillar_sorted_by_size():
    effects = made(120).assign(excluded=[""] * 118 + ["retracted"] * 2)
    pooled = pool(effects["y"][:118], effects["v"][:118])
    figure = plots.forest(effects, pooled)
    assert "118 effects sorted by size, 2 left out (grey, open)" in legible(figure, plots.PAGE)
    centres = [line.get_xdata()[0] for line in figure.axes[0].lines if line.get_marker() == "s"][:118]
    assert centres == sorted(centres)


def test_forest_without_a_pooled_effect_is_the_table_of_effects():
    said = legible(plots.forest(made(5), null=None, width=plots.COLUMN), plots.COLUMN)
    assert "Pooled effect" not in said
    common = pool(made(5)["y"], made(5)["v"], method="FE")
    assert "95 % prediction" not in legible(plots.forest(made(5), common), plots.PAGE)


def test_wide_intervals_end_in_arrows():
    effects = made(6)
    effects.loc[3, "v"] = 4.0
    figure = plots.forest(effects, pool(effects["y"], effects["v"]))
    marks = [line.get_marker() for line in figure.axes[0].lines]
    assert {"<", ">"} <= set(marks)


def test_leave_one_out_marks_studies_that_decide():
    y, v = np.array([0.2, 0.25, 0.22, 0.9]), np.array([0.02, 0.02, 0.02, 0.02])
    pooled = pool(y, v, test="z")
    results = sensitivity.leave_one_out(y, v, test="z")
    figure = plots.leave_one_out(results, list("abcd"), pooled)
    changed = (results["ci_low"] > 0) != (pooled.ci_low > 0)
    orange = [
        line for line in figure.axes[0].lines if line.get_color() == style.PREDICTION and line.get_marker() == "D"
    ]
    assert len(orange) == changed.sum()
    if changed.any():
        assert "Orange diamonds: whether 0 is in the interval differs from all studies" in legible(figure, plots.PAGE)


def test_cumulative_starting_with_effects_that_do_not_decide_says_so():
    y, v = np.array([0.2, 0.25, 0.22, 0.24, 0.21]), np.full(5, 0.02)
    figure = plots.cumulative(
        sensitivity.cumulative(y, v, test="z"), list("abcde"), pool(y, v, test="z"), width=plots.COLUMN
    )
    said = legible(figure, plots.COLUMN)
    assert "Orange diamonds: whether 0 is in the interval differs from all studies" in said


def test_funnel_and_drapery_show_what_was_left_out_and_other_tests():
    effects = made(10).assign(excluded=["", "retracted"] + [""] * 8)
    kept = effects[effects["excluded"] == ""]
    said = legible(plots.funnel(effects, pool(kept["y"], kept["v"])), plots.COLUMN)
    assert {"left out", "study", "p > .10", "p < .01"} <= set(said)
    legible(plots.drapery(kept, pool(kept["y"], kept["v"], method="FE", test="z"), null=None), plots.COLUMN)
    legible(plots.funnel(effects), plots.COLUMN)


def test_baujat_names_the_studies_farthest_out():
    effects = made(12)
    effects.loc[5, ["label", "y"]] = ["Outlier (2001)", 2.0]
    figure = plots.baujat(sensitivity.baujat(effects["y"], effects["v"]), list(effects["label"]), width=plots.PAGE)
    assert "Outlier (2001)" in legible(figure, plots.PAGE)


def test_labels_are_cut_at_words_and_keep_the_year():
    text = "Christensen, Abdullah & Smith (1995)"
    assert style.shortened(text, 9) == text
    assert style.shortened(text, 1.4) == "Christensen … (1995)"
    assert style.shortened("Organisationspsychologie (2001b)", 1.0).endswith("… (2001b)")
    assert style.shortened("a word and another word", 0.75) == "a word and …"
    assert style.shortened("anything", 0.01) == "…"
    for width in (0.5, 0.8, 1.1, 1.7):
        assert style.text_width(style.shortened(text, width)) <= width


def test_numbers_in_print():
    assert value_text(0.314, -0.001, 0.5) == "0.31 [0.00, 0.50]"
    assert value_text(-0.314, -0.5, -0.12) == "−0.31 [−0.50, −0.12]"
    assert (style.p_text(0.0001), style.p_text(0.0123), style.p_text(1.0)) == ("p < .001", "p = .012", "p = 1.000")
    assert style.text_width("  ") == 0


def test_colours_are_told_apart_in_grey():
    """Lightness of the colours that carry meaning differs, so that they are told apart without colour too."""
    light = [
        0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in map(to_rgb, (style.POOLED, style.EFFECT, style.EXCLUDED))
    ]
    assert min(abs(a - b) for a, b in combinations(light, 2)) > 0.1


@pytest.mark.parametrize("suffix", ["svg", "pdf", "png"])
def test_saving_twice_gives_the_same_bytes(tmp_path, suffix):
    files = []
    for name in ("one", "two"):
        effects = made(5)
        path = plots.save(plots.forest(effects, pool(effects["y"], effects["v"])), tmp_path / f"{name}.{suffix}")
        files.append(path.read_bytes())
    assert files[0] == files[1]
    if suffix == "svg":
        assert b"Pooled effect" in files[0]  # text stays text: it can be searched and edited


def test_refusals(tmp_path):
    effects = made(4)
    pooled = pool(effects["y"], effects["v"])
    with pytest.raises(UsageError, match=r"a plot cannot be written as '\.gif'"):
        plots.save(plots.forest(effects, pooled), tmp_path / "x.gif")
    for draw in (plots.forest, plots.funnel):
        with pytest.raises(InputError, match="there is no effect to draw"):
            draw(effects.iloc[:0])
    with pytest.raises(InputError, match="there is no effect to draw"):
        plots.drapery(effects.iloc[:0], pooled)
    results = sensitivity.leave_one_out(effects["y"], effects["v"])
    with pytest.raises(InputError, match="4 results but 1 labels"):
        plots.leave_one_out(results, ["a"], pooled)
    with pytest.raises(InputError, match="4 results but 1 labels"):
        plots.baujat(sensitivity.baujat(effects["y"], effects["v"]), ["a"])
    with pytest.raises(UsageError, match=r"there is no scale 'ratios'; did you mean 'ratio'"):
        scale_of("ratios")
    with pytest.raises(AttributeError, match="no attribute 'pie'"):
        plots.pie  # noqa: B018
