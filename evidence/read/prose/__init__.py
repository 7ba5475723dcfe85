"""Running text understood: what its sentences say of hypotheses, numbers, people and method."""

from evidence.read.model import Source
from evidence.read.partial import Findings, Found
from evidence.read.prose.abbreviations import abbreviations
from evidence.read.prose.chinese.alphas import chinese_alphas
from evidence.read.prose.chinese.effects import chinese_effects
from evidence.read.prose.chinese.lists import chinese_lists
from evidence.read.prose.effects.by_hypothesis import told_by_hypotheses
from evidence.read.prose.effects.by_paths import with_chains
from evidence.read.prose.effects.coefficients import coefficients
from evidence.read.prose.effects.configurations import configurations
from evidence.read.prose.effects.correlated import correlated
from evidence.read.prose.effects.effects_in_turn import effects_in_turn
from evidence.read.prose.effects.groups import paths_by_group
from evidence.read.prose.effects.increments import told_as_steps
from evidence.read.prose.effects.mediation import mediated
from evidence.read.prose.effects.mediators import paths_by_mediator
from evidence.read.prose.effects.parallel import parallel_paths
from evidence.read.prose.effects.plainly import plainly_told
from evidence.read.prose.effects.slopes import slopes
from evidence.read.prose.fit.common_method import common_method
from evidence.read.prose.fit.explained import explained
from evidence.read.prose.fit.fits import fits
from evidence.read.prose.fit.model_differences import model_differences
from evidence.read.prose.fit.thresholds import threshold_claims
from evidence.read.prose.front.abstract import abstract
from evidence.read.prose.front.conceptual import is_conceptual
from evidence.read.prose.front.metadata import document_of
from evidence.read.prose.front.notices import Notice, notice_in
from evidence.read.prose.front.references import references
from evidence.read.prose.hypotheses.announced import hypotheses
from evidence.read.prose.methods import conventions
from evidence.read.prose.reliability.reliabilities import reliabilities
from evidence.read.prose.samples.sample import sample
from evidence.read.prose.samples.shares import shares
from evidence.read.prose.sentences import beside_tables, passages, sentences
from evidence.read.prose.verdicts.as_found import as_found
from evidence.read.prose.verdicts.judged import verdicts
from evidence.read.prose.verdicts.recalled import recalled
from evidence.records import Hypothesis

__all__ = ["Notice", "abstract", "document_of", "is_conceptual", "notice_in", "references", "understand"]


def understand(source: Source) -> Findings:
    """Everything the sentences of a document report."""
    paragraphs = passages(source)
    said = sentences(paragraphs)
    stated = hypotheses(paragraphs)
    stated = (*stated, *recalled(said, frozenset(h.value.label for h in stated if h.value.from_)))
    sorts = {h.value.label: "mediat" if h.value.via else "moderat" for h in stated if h.value.via or h.value.moderator}
    judged = verdicts(said, tuple(h.value.label for h in stated), sorts)
    fit, _ = fits((*said, *sentences(beside_tables(source))))
    captions = tuple((g.caption, g.caption_span[0]) for g in source.grids if g.caption_span)
    notes = tuple((source.text[slice(*g.notes_span)], g.notes_span[0]) for g in source.grids if g.notes_span)
    captions += tuple((words, at) for words, at in notes if words.count("N =") < 2 and len(words) < 1500)
    first = source.blocks[:1] if source.blocks and source.blocks[0].kind == "heading" else ()
    titles = first or tuple(b for b in source.blocks if b.kind == "title")
    captions += tuple((source.of(b), b.span[0]) for b in titles)
    method, people = conventions(said), sample(said, captions, source.grids)
    short = abbreviations(source, paragraphs)
    paths = (
        *coefficients(said),
        *parallel_paths(said),
        *plainly_told(said),
        *told_as_steps(said),
        *paths_by_group(said),
        *slopes(said, stated),
        *paths_by_mediator(said),
        *chinese_effects(said, stated),
    )
    guessed = (*effects_in_turn(said, stated, paths), *told_by_hypotheses(said, stated, short, paths))
    paths = with_chains(said, (*paths, *guessed))
    return Findings(
        constructs=(*reliabilities(said, _names(stated)), *chinese_lists(said), *chinese_alphas(said, _names(stated))),
        hypotheses=(*stated, *judged, *as_found(said)),
        paths=paths,
        correlations=correlated(said),
        fit=fit,
        structural=explained(said),
        effects=mediated(said),
        fsqca=configurations(paragraphs),
        claims=threshold_claims(said),
        measurement=common_method(said),
        tests=model_differences(said),
        samples=tuple(x for x in (people, shares(said)) if x),
        conventions=(method,) if method else (),
        abbreviations=short,
    )


def _names(stated: tuple[Found[Hypothesis], ...]) -> tuple[str | None, ...]:
    return tuple(n for h in stated for n in (h.value.from_, h.value.to, h.value.moderator))
