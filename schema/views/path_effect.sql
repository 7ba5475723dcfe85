-- title: Path coefficients as effects
-- grain: one row per printed path coefficient
-- key: kind, study_id, no
-- excludes: nothing (references hold, so LEFT JOIN loses nothing and unused tables are not read); `exclusion` says why a row is held out of pooling
SELECT
    'path' AS kind,
    p.study_id,
    p.no,
    st.label AS study,
    sm.label AS sample,
    CASE WHEN cn.readings = 1 THEN CAST(cn.value AS DOUBLE PRECISION) ELSE sm.n_value END AS n,
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
    COALESCE(cr.value, p.beta_value, p.b_value) AS value,
    COALESCE(p.printed, p.beta, p.b) AS printed,
    CASE
        WHEN p.beta IS NOT NULL AND p.se_of = 'beta' THEN COALESCE(cr.se, p.se_value)
        WHEN p.beta IS NULL AND COALESCE(p.se_of, 'b') = 'b' THEN COALESCE(cr.se, p.se_value)
    END AS se,
    COALESCE(cr.stat, p.stat_value) AS stat,
    COALESCE(cr.p, p.p) AS p,
    p.stars,
    p.verdict,
    p.is_primary,
    p.confidence,
    CASE WHEN es.status = 'none' THEN 'no notice known' ELSE COALESCE(es.status, 'not asked') END AS editorial_status,
    es.use AS editorial_use,
    (p.study_id, p.no) IN (SELECT x.study_id, x.no FROM impossible_row AS x WHERE x.kind = 'path') AS is_impossible,
    CASE
        WHEN es.use IN ('exclude', 'hold', 'not-evidence') THEN 'editorial status: ' || es.status
        WHEN (p.study_id, p.no) IN (SELECT x.study_id, x.no FROM impossible_row AS x WHERE x.kind = 'path')
            THEN 'impossible or inconsistent as printed'
        WHEN (p.study_id, p.span_no) IN (SELECT x.study_id, x.span_no FROM rejected_span AS x)
            THEN 'rejected by a reviewer'
        WHEN p.beta_value IS NULL AND p.b_value IS NULL THEN 'no coefficient printed'
        WHEN p.is_primary IS NOT TRUE THEN 'another report of the same coefficient counts'
        WHEN cr.readings > 1 THEN 'two reviewers correct it differently'
        WHEN p.confidence < 0.8
            AND (p.study_id, p.no) NOT IN (SELECT x.study_id, x.no FROM settled_row AS x WHERE x.kind = 'path')
            THEN 'read with low confidence; waits for review'
    END AS exclusion,
    p.span_no,
    CASE
        WHEN cr.readings = 1 THEN cr.words
        WHEN cn.readings = 1 THEN 'n corrected by ' || cn.coders
    END AS correction,
    CASE
        WHEN cr.p IS NULL THEN p.p_value
        WHEN SUBSTR(cr.p, 1, 1) IN ('0', '.') THEN CAST(cr.p AS DOUBLE PRECISION)
    END AS p_value,
    COALESCE(cr.ci_low, p.ci_lo_value) AS ci_low,
    COALESCE(cr.ci_high, p.ci_hi_value) AS ci_high
FROM path_coefficient AS p
LEFT JOIN study AS st ON st.id = p.study_id
LEFT JOIN construct_report AS f ON f.study_id = p.study_id AND f.no = p.from_no
LEFT JOIN construct_report AS t ON t.study_id = p.study_id AND t.no = p.to_no
LEFT JOIN sample AS sm ON sm.study_id = p.study_id AND sm.no = p.sample_no
LEFT JOIN model AS mo ON mo.study_id = p.study_id AND mo.no = p.model_no
LEFT JOIN hypothesis AS h ON h.study_id = p.study_id AND h.no = p.hypothesis_no
LEFT JOIN editorial_status AS es ON es.study_id = p.study_id
LEFT JOIN corrected_row AS cr ON cr.study_id = p.study_id AND cr.no = p.no AND cr.kind = 'path'
LEFT JOIN corrected_span AS cn ON cn.study_id = p.study_id AND cn.span_no = sm.span_no
