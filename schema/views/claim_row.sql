-- title: Every test of a claim by the numbers of its constructs, before any map has named them
-- grain: one row per primary path, per mediated effect, and per hypothesis that neither of them tests
-- key: source_kind, study_id, no
-- excludes: secondary reports of a path; hypotheses that name no two constructs; correlations, which claim no direction
SELECT
    'path' AS source_kind,
    e.study_id,
    e.no,
    e.study,
    e.sample,
    e.source_no,
    e.target_no,
    e.hypothesis,
    CASE WHEN p.effect = 'direct' AND h.moderator IS NOT NULL THEN 'interaction' ELSE p.effect END AS kind,
    CASE WHEN p.effect = 'interaction' THEN COALESCE(h.moderator, p.via) ELSE h.moderator END AS moderator,
    CASE WHEN p.effect <> 'interaction' THEN COALESCE(p.via, h.via) END AS via,
    COALESCE(p.sign, h.sign) AS sign,
    COALESCE(p.verdict, h.verdict) AS verdict,
    e.estimand,
    e.value,
    e.printed,
    e.se,
    e.stat,
    e.p,
    p.p_value,
    e.n,
    e.editorial_status AS status,
    e.exclusion
FROM path_effect AS e
JOIN path_coefficient AS p ON p.study_id = e.study_id AND p.no = e.no
LEFT JOIN hypothesis AS h ON h.study_id = p.study_id AND h.no = p.hypothesis_no
WHERE p.is_primary IS TRUE
UNION ALL
SELECT
    'indirect' AS source_kind,
    e.study_id,
    e.no,
    e.study,
    e.sample,
    e.source_no,
    e.target_no,
    e.hypothesis,
    'indirect' AS kind,
    CAST(NULL AS TEXT) AS moderator,
    COALESCE(i.via, h.via) AS via,
    h.sign,
    COALESCE(i.verdict, h.verdict) AS verdict,
    e.estimand,
    e.value,
    e.printed,
    e.se,
    e.stat,
    e.p,
    CAST(NULL AS DOUBLE PRECISION) AS p_value,
    e.n,
    e.editorial_status AS status,
    e.exclusion
FROM mediated_effect AS e
JOIN indirect_effect AS i ON i.study_id = e.study_id AND i.no = e.no
LEFT JOIN hypothesis AS h ON h.study_id = i.study_id AND h.no = i.hypothesis_no
UNION ALL
SELECT
    'hypothesis' AS source_kind,
    h.study_id,
    h.no,
    st.label AS study,
    sm.label AS sample,
    h.from_no AS source_no,
    h.to_no AS target_no,
    h.label AS hypothesis,
    CASE WHEN h.moderator IS NOT NULL THEN 'interaction' WHEN h.via IS NOT NULL THEN 'indirect' ELSE 'hypothesis' END
        AS kind,
    h.moderator,
    h.via,
    h.sign,
    h.verdict,
    CAST(NULL AS TEXT) AS estimand,
    CAST(NULL AS DOUBLE PRECISION) AS value,
    CAST(NULL AS TEXT) AS printed,
    CAST(NULL AS DOUBLE PRECISION) AS se,
    CAST(NULL AS DOUBLE PRECISION) AS stat,
    CAST(NULL AS TEXT) AS p,
    CAST(NULL AS DOUBLE PRECISION) AS p_value,
    sm.n_value AS n,
    CASE WHEN es.status = 'none' THEN 'no notice known' ELSE COALESCE(es.status, 'not asked') END AS status,
    CASE WHEN es.use IN ('exclude', 'hold', 'not-evidence') THEN 'editorial status: ' || es.status END AS exclusion
FROM hypothesis AS h
LEFT JOIN study AS st ON st.id = h.study_id
LEFT JOIN sample AS sm ON sm.study_id = h.study_id AND sm.no = 0
LEFT JOIN editorial_status AS es ON es.study_id = h.study_id
WHERE h.from_no IS NOT NULL AND h.to_no IS NOT NULL
    AND NOT EXISTS (
        SELECT 1 FROM path_coefficient AS p
        WHERE p.study_id = h.study_id AND p.hypothesis_no = h.no AND p.is_primary IS TRUE
    )
    AND NOT EXISTS (SELECT 1 FROM indirect_effect AS i WHERE i.study_id = h.study_id AND i.hypothesis_no = h.no)
