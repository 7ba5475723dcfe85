"""Correlations with reliabilities for psychmeta's ma_r (Hunter and Schmidt)."""

from collections.abc import Mapping

from sqlalchemy import Engine

from evidence.reports.exports.export import Export, csv_bytes
from evidence.reports.exports.metafor import with_variances
from evidence.store.every_effect import every_effect

_COLUMNS = {
    "sample_id": "sample_id", "citekey": "study", "n": "n", "rxyi": "value", "construct_x": "source",
    "construct_y": "target", "rxx": "rxx", "ryy": "ryy", "kind": "estimand", "reported_x": "reported_source",
    "reported_y": "reported_target", "printed": "printed", "doi": "doi", "year": "year", "flags": "flags",
    "correction": "correction", "use": "use", "not_used_because": "not_used_because",
}  # fmt: skip
_SCRIPT = """# Psychometric meta-analysis of every pair of constructs with psychmeta (Dahlke and Wiernik 2019).
#
# Assumptions
# - rxx and ryy are coefficient alpha, else composite reliability, as each study prints them for its own sample; a
#   coefficient that was not printed is empty, and psychmeta corrects by the distribution of the others.
# - Only correlations of observed scores are corrected. Latent correlations are corrected by their model already, and
#   composites (PLS scores) are correlations of weighted sums; both stand in the file under their kind.
# - Effects held out (use = false, with the reason in not_used_because) are left out unless held_out is TRUE.

held_out <- FALSE
kinds <- "correlation, observed"

suppressPackageStartupMessages(library(psychmeta))
script <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
folder <- if (length(script)) dirname(script[1]) else "."
correlations <- read.csv(file.path(folder, "correlations.csv"), na.strings = "", encoding = "UTF-8")
correlations$use <- correlations$use %in% c("true", TRUE)
keep <- correlations$kind %in% kinds & !is.na(correlations$rxyi) & !is.na(correlations$n)
if (!held_out) keep <- keep & correlations$use
correlations <- correlations[keep, ]
if (!nrow(correlations)) stop("no correlation of this kind can be used; see not_used_because in correlations.csv")

found <- ma_r(
  rxyi = rxyi, n = n, sample_id = sample_id, citekey = citekey, construct_x = construct_x, construct_y = construct_y,
  rxx = rxx, ryy = ryy, ma_method = "ic", data = correlations
)
print(summary(found))
"""


def make(engine: Engine) -> Mapping[str, bytes]:
    """correlations.csv as ma_r wants it, and the script."""
    effects = with_variances(every_effect(engine))
    effects = effects[effects["estimand"].str.startswith("correlation")]
    if effects.empty:
        return {}
    sample = effects["study"].astype(str) + " / " + effects["sample"].astype(str)
    effects = effects.assign(sample_id=sample)
    rows = zip(*(effects[name].astype(object).tolist() for name in _COLUMNS.values()), strict=True)
    return {"correlations.csv": csv_bytes(list(_COLUMNS), rows), "psychmeta.R": _SCRIPT.encode()}


EXPORT = Export("psychmeta", "correlations with reliabilities and a script for ma_r (Hunter and Schmidt)", make)
