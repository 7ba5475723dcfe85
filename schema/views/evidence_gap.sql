-- title: Claims that rest on a single study
-- grain: one row per ordered pair of constructs tested in exactly one study
-- key: source, target
-- excludes: pairs tested in two studies or more
SELECT
    source,
    target,
    SUM(effects) AS effects,
    SUM(supported) AS supported,
    SUM(not_supported) AS not_supported,
    SUM(retracted) AS retracted
FROM construct_edge
GROUP BY source, target
HAVING MAX(studies) = 1
