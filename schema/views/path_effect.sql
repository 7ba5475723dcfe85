-- title: Path coefficients as effects
-- grain: one row per printed path coefficient
-- key: kind, study_id, no
-- excludes: nothing; `exclusion` says why a row is held out of pooling
SELECT
    'path' AS kind,
    p.study_id,
    p.no,
    st.label AS study,
    sm.label AS sample,
    sm.n_value AS n,
    mo.label AS model,
    p.from_no AS source_no,
    p.to_no AS target_no,
    f.name AS source,
    t.name AS target,
    h.label AS hypothesis,
    p.effect || CASE
        WHEN p.beta IS NOT NULL THEN ', standardized'
        WHEN p.b IS NOT NULL THEN ', unstandardized'
        ELSE ', no coefficient'
    END AS estimand,
    COALESCE(p.beta_value, p.b_value) AS value,
    COALESCE(p.printed, p.beta, p.b) AS printed,
    p.se_value AS se,
    p.stat_value AS stat,
    p.p AS p,
    p.stars,
    p.verdict,
    p.is_primary,
    sp.confidence,
    CASE WHEN es.status = 'none' THEN 'no notice known' ELSE COALESCE(es.status, 'not asked') END AS editorial_status,
    es.use AS editorial_use,
    EXISTS (SELECT 1 FROM impossible_row AS x WHERE x.study_id = p.study_id AND x.kind = 'path' AND x.no = p.no) AS is_impossible,
    CASE
        WHEN es.use IN ('exclude', 'hold', 'not-evidence') THEN 'editorial status: ' || es.status
        WHEN EXISTS (
            SELECT 1 FROM impossible_row AS x WHERE x.study_id = p.study_id AND x.kind = 'path' AND x.no = p.no
        ) THEN 'impossible or inconsistent as printed'
        WHEN EXISTS (
            SELECT 1 FROM decision AS de
            WHERE de.kind = 'rejected' AND de.sha256 = d.sha256 AND de.part = d.part AND de.pointer = sp.pointer
        ) THEN 'rejected by a reviewer'
        WHEN p.beta_value IS NULL AND p.b_value IS NULL THEN 'no coefficient printed'
        WHEN p.is_primary IS NOT TRUE THEN 'another report of the same coefficient counts'
        WHEN sp.confidence < 0.8 THEN 'read with low confidence; waits for review'
    END AS exclusion,
    p.span_no
FROM path_coefficient AS p
JOIN study AS st ON st.id = p.study_id
JOIN document AS d ON d.id = p.study_id
JOIN construct_report AS f ON f.study_id = p.study_id AND f.no = p.from_no
JOIN construct_report AS t ON t.study_id = p.study_id AND t.no = p.to_no
JOIN sample AS sm ON sm.study_id = p.study_id AND sm.no = p.sample_no
JOIN model AS mo ON mo.study_id = p.study_id AND mo.no = p.model_no
JOIN source_span AS sp ON sp.study_id = p.study_id AND sp.no = p.span_no
LEFT JOIN hypothesis AS h ON h.study_id = p.study_id AND h.no = p.hypothesis_no
LEFT JOIN editorial_status AS es ON es.study_id = p.study_id
