-- title: What the literature says leads from one construct to another
-- grain: one row per ordered pair of constructs and estimand, over primary paths
-- key: source, target, estimand
-- excludes: secondary reports, paths without a coefficient
WITH named AS MATERIALIZED (SELECT study_id, no, construct FROM mapped_construct)
SELECT
    f.construct AS source,
    t.construct AS target,
    CASE WHEN p.beta IS NOT NULL THEN 'standardized' ELSE 'unstandardized' END AS estimand,
    COUNT(*) AS effects,
    COUNT(DISTINCT p.study_id) AS studies,
    SUM(CASE WHEN p.verdict = 'supported' THEN 1 ELSE 0 END) AS supported,
    SUM(CASE WHEN p.verdict = 'not supported' THEN 1 ELSE 0 END) AS not_supported,
    MIN(COALESCE(p.beta_value, p.b_value)) AS lowest,
    MAX(COALESCE(p.beta_value, p.b_value)) AS highest,
    SUM(CASE WHEN es.use IN ('exclude', 'hold') THEN 1 ELSE 0 END) AS retracted
FROM path_coefficient AS p
LEFT JOIN named AS f ON f.study_id = p.study_id AND f.no = p.from_no
LEFT JOIN named AS t ON t.study_id = p.study_id AND t.no = p.to_no
LEFT JOIN editorial_status AS es ON es.study_id = p.study_id
WHERE p.is_primary IS TRUE AND (p.beta_value IS NOT NULL OR p.b_value IS NOT NULL)
GROUP BY 1, 2, 3
