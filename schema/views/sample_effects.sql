-- title: How many usable effects one sample gives to the same pair of constructs
-- grain: one row per study, sample and ordered pair of constructs
-- key: study_id, sample, source, target
-- excludes: effects held out of pooling
SELECT
    study_id,
    study,
    sample,
    n,
    source,
    target,
    COUNT(*) AS effects,
    MIN(value) AS lowest,
    MAX(value) AS highest
FROM usable_effect
GROUP BY study_id, study, sample, n, source, target
