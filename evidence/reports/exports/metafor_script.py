"""The R script beside effects.csv; what stands in braces is filled in."""

__all__ = ["SCRIPT"]

SCRIPT = r"""# Pools the effects of one construct on another with metafor, as 'evidence pool SOURCE TARGET' does.
#
#   Rscript metafor.R                     the pair named below
#   Rscript metafor.R "trust" "loyalty"   another pair; a name takes in the constructs below it (terms.csv)
#
# Conversions and assumptions
# - Correlations are pooled as Fisher z, v = 1 / (n - 3); averages are turned back to r.
# - Standardized paths are pooled as they are: they are partial, for the other predictors of their models.
# - Column variance_source says what vi is from: SE, t, the 95 % interval CI, p as normal, or n alone
#   ("n, as for an r": the path is taken for a correlation).
# - Kinds of effects (column estimand) are never averaged together. yi is empty for kinds that are not pooled.
# - Independent effects: REML, Knapp and Hartung. As soon as a sample gives several effects: three levels (effects
#   within respondents), REML, with CR2 errors (package clubSandwich).
# - Effects with retracted = true or impossible = true are left out, unless held_out is TRUE; what is held for another
#   reason (column held: no number, rejected, another report of the same coefficient) never counts.

source_name <- {source}
target_name <- {target}
held_out <- FALSE # TRUE: also the averages with retracted, with impossible as printed, and with both
broad <- FALSE    # TRUE: average unlike relations too, as an illustration
level <- 0.95

asked <- commandArgs(trailingOnly = TRUE)
if (length(asked) >= 2) {
  source_name <- asked[1]
  target_name <- asked[2]
}
if ("--held-out" %in% asked) held_out <- TRUE
if ("--broad" %in% asked) broad <- TRUE

suppressPackageStartupMessages(library(metafor))
script <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
folder <- if (length(script)) dirname(script[1]) else "."
table <- function(name) {
  read.csv(file.path(folder, name), colClasses = "character", na.strings = "", encoding = "UTF-8", check.names = FALSE)
}
ordered <- function(texts) sort(texts, method = "radix")

# -- the effects of the pair ---------------------------------------------------------------------------------------

effects <- table("effects.csv")
for (name in c("n", "value", "yi", "vi", "se", "rxx", "ryy")) effects[[name]] <- as.numeric(effects[[name]])
for (name in c("use", "retracted", "impossible")) effects[[name]] <- effects[[name]] %in% "true"
terms <- table("terms.csv")
takes_in <- function(name) {
  found <- terms$takes_in[tolower(terms$name) == tolower(gsub("_", " ", name))]
  if (!length(found)) stop("no construct is called '", name, "'; terms.csv lists them", call. = FALSE)
  found
}
sources <- takes_in(source_name)
targets <- takes_in(target_name)
forward <- effects$source %in% sources & effects$target %in% targets
backward <- effects$kind == "correlation" & effects$source %in% targets & effects$target %in% sources & !forward
swap <- effects[backward, "source"]
effects[backward, "source"] <- effects[backward, "target"]
effects[backward, "target"] <- swap
effects <- effects[forward | backward, ]
if (!nrow(effects)) stop("nothing is known between '", source_name, "' and '", target_name, "'", call. = FALSE)

# -- who answered counts once --------------------------------------------------------------------------------------

whole <- effects$study %in% effects$study[effects$sample == "all"]
effects$respondents <- paste(effects$study, "/", ifelse(whole, "all", effects$sample))
shared <- table("shared.csv")
shared <- shared[shared$study %in% effects$study & shared$other %in% effects$study, , drop = FALSE]
shared <- shared[order(shared$study, shared$other, shared$relation, method = "radix"), , drop = FALSE]
head_of <- character()
first <- function(study) {
  while (study %in% names(head_of)) study <- head_of[[study]]
  study
}
for (i in seq_len(nrow(shared))) {
  pair <- c(shared$study[i], shared$other[i])
  doubtful <- sapply(pair, function(study) any(effects$retracted[effects$study == study]))
  pair <- pair[order(doubtful, pair, method = "radix")]
  if (shared$relation[i] == "same-results") {
    again <- effects$study == pair[2] & is.na(effects$held)
    effects$held[again] <- paste("the same results as", pair[1], "which counts")
  }
  if (first(pair[1]) != first(pair[2])) head_of[first(pair[2])] <- first(pair[1])
}
for (study in unique(c(names(head_of), head_of))) {
  effects$respondents[effects$study == study] <- paste(first(study), "and others")
}

# -- averages ------------------------------------------------------------------------------------------------------

exact <- list(threshold = 1e-10, maxiter = 1000) # by default metafor stops when tau2 changes by less than 1e-5
closer <- list(optimizer = "optim", optmethod = "Nelder-Mead", reltol = 1e-14, maxit = 1e5)
average <- function(rows, kind, said) {
  samples <- length(unique(rows$respondents))
  few <- c(pi_low = NA, pi_high = NA)
  if (samples == nrow(rows)) {
    if (nrow(rows) == 1) {
      fit <- rma(yi, vi, data = rows, method = "FE", test = "z", level = 100 * level)
    } else {
      fit <- rma(yi, vi, data = rows, method = "REML", test = "knha", level = 100 * level, control = exact)
    }
    at <- predict(fit)
    made <- c(estimate = fit$beta[1], ci_low = fit$ci.lb, ci_high = fit$ci.ub)
    if (samples >= 3) few <- c(pi_low = at$pi.lb, pi_high = at$pi.ub)
    more <- c(p = fit$pval, tau = sqrt(fit$tau2), i2 = fit$I2, q = fit$QE)
    if (nrow(rows) == 1) more[c("tau", "i2", "q")] <- NA
    model <- if (nrow(rows) == 1) "one effect" else "REML, knha"
  } else if (samples == 1) {
    fit <- rma(yi, vi, data = rows, method = "FE")
    made <- c(estimate = fit$beta[1], ci_low = NA, ci_high = NA)
    more <- c(p = NA, tau = NA, i2 = NA, q = NA)
    model <- "mean of one sample, no interval"
  } else {
    if (!requireNamespace("clubSandwich", quietly = TRUE)) {
      stop("dependent effects need the package clubSandwich for CR2 errors: install.packages(\"clubSandwich\")")
    }
    rows$effect <- seq_len(nrow(rows))
    three <- function(control) {
      rma.mv(yi, vi, random = ~ 1 | respondents / effect, data = rows, method = "REML", control = control)
    }
    fit <- tryCatch(three(closer), error = function(e) three(list())) # at a variance of zero only the default ends
    safe <- robust(fit, cluster = rows$respondents, clubSandwich = TRUE)
    df <- if (!is.null(safe$ddf)) safe$ddf[1] else safe$dfs[1]
    reach <- qt(0.5 + level / 2, df) * c(safe$se, sqrt(sum(fit$sigma2) + safe$se^2))
    made <- c(estimate = fit$beta[1], ci_low = fit$beta[1] - reach[1], ci_high = fit$beta[1] + reach[1])
    if (samples >= 3) few <- c(pi_low = fit$beta[1] - reach[2], pi_high = fit$beta[1] + reach[2])
    w <- 1 / rows$vi
    typical <- (nrow(rows) - 1) / (sum(w) - sum(w^2) / sum(w))
    i2 <- 100 * sum(fit$sigma2) / (sum(fit$sigma2) + typical)
    more <- c(p = safe$pval[1], tau = sqrt(sum(fit$sigma2)), i2 = i2, q = fit$QE)
    model <- "three-level REML, CR2"
  }
  numbers <- c(made, few)
  if (rows$measure[1] == "z") numbers <- tanh(numbers)
  largest <- function(n) if (all(is.na(n))) NA else max(n, na.rm = TRUE)
  people <- sum(tapply(rows$n, rows$respondents, largest), na.rm = TRUE)
  data.frame(
    kind = kind, evidence = said, effects = nrow(rows), samples = samples, n = people, t(numbers), t(more),
    model = model, row.names = NULL
  )
}

variants <- list("without retracted and impossible" = character())
if (held_out) {
  variants <- c(variants, list(
    "with retracted" = "retracted", "with impossible as printed" = "impossible",
    "with both" = c("retracted", "impossible")
  ))
}
cat(source_name, "->", target_name, ":", nrow(effects), "effects\n")
results <- NULL
for (kind in ordered(unique(effects$estimand[!is.na(effects$measure)]))) {
  members <- effects[effects$estimand == kind, ]
  seen <- character()
  for (said in names(variants)) {
    keep <- !is.na(members$vi) & !is.na(members$yi) & is.na(members$held)
    for (doubt in setdiff(c("retracted", "impossible"), variants[[said]])) keep <- keep & !members[[doubt]]
    key <- paste(which(keep), collapse = " ")
    if (!any(keep) || key %in% seen) next
    seen <- c(seen, key)
    rows <- members[keep, ]
    ends <- cbind(rows$source, rows$target)
    if (rows$measure[1] == "z") ends <- t(apply(ends, 1, ordered))
    relations <- ordered(unique(paste(ends[, 1], "->", ends[, 2])))
    if (length(relations) > 1 && !broad) {
      cat("no average (", kind, ", ", said, "): ", length(relations), " different relations: ",
        paste(relations, collapse = "; "), ". Ask for one of them, or set broad <- TRUE\n", sep = "")
      next
    }
    results <- rbind(results, average(rows, kind, said))
  }
}
if (is.null(results)) {
  cat("nothing to average; column not_used_because of effects.csv says why\n")
} else {
  options(width = 200)
  print(results, digits = 6, row.names = FALSE)
}
"""
