-- title: Mediated effects as effects
-- grain: one row per printed mediated effect
-- key: kind, study_id, no
-- excludes: nothing (references hold, so LEFT JOIN loses nothing and unused tables are not read); `exclusion` says why a row is held out of pooling
SELECT
    'indirect' AS kind,
    ie.study_id,
    ie.no,
    st.label AS study,
    sm.label AS sample,
    CASE WHEN cn.readings = 1 THEN CAST(cn.value AS DOUBLE PRECISION) ELSE sm.n_value END AS n,
    mo.label AS model,
    ie.from_no AS source_no,
    ie.to_no AS target_no,
    f.name AS source,
    t.name AS target,
    h.label AS hypothesis,
    'indirect, ' || COALESCE(ie.metric, 'metric not stated') AS estimand,
    COALESCE(cr.value, ie.indirect_value) AS value,
    ie.indirect AS printed,
    COALESCE(cr.se, ie.se_value) AS se,
    CAST(NULL AS DOUBLE PRECISION) AS stat,
    COALESCE(cr.p, ie.p) AS p,
    CAST(NULL AS TEXT) AS stars,
    ie.verdict AS verdict,
    TRUE AS is_primary,
    ie.confidence,
    CASE WHEN es.status = 'none' THEN 'no notice known' ELSE COALESCE(es.status, 'not asked') END AS editorial_status,
    es.use AS editorial_use,
    (ie.study_id, ie.no) IN (SELECT x.study_id, x.no FROM impossible_row AS x WHERE x.kind = 'indirect') AS is_impossible,
    CASE
        WHEN es.use IN ('exclude', 'hold', 'not-evidence') THEN 'editorial status: ' || es.status
        WHEN (ie.study_id, ie.no) IN (SELECT x.study_id, x.no FROM impossible_row AS x WHERE x.kind = 'indirect')
            THEN 'impossible or inconsistent as printed'
        WHEN (ie.study_id, ie.span_no) IN (SELECT x.study_id, x.span_no FROM rejected_span AS x)
            THEN 'rejected by a reviewer'
        WHEN ie.indirect_value IS NULL THEN 'no indirect effect printed'
        WHEN cr.readings > 1 THEN 'two reviewers correct it differently'
        WHEN ie.confidence < 0.8
            AND (ie.study_id, ie.no) NOT IN (SELECT x.study_id, x.no FROM settled_row AS x WHERE x.kind = 'indirect')
            THEN 'read with low confidence; waits for review'
    END AS exclusion,
    ie.span_no,
    CASE
        WHEN cr.readings = 1 THEN cr.words
        WHEN cn.readings = 1 THEN 'n corrected by ' || cn.coders
    END AS correction,
    CAST(NULL AS DOUBLE PRECISION) AS p_value,
    CAST(NULL AS DOUBLE PRECISION) AS ci_low,
    CAST(NULL AS DOUBLE PRECISION) AS ci_high
FROM indirect_effect AS ie
LEFT JOIN study AS st ON st.id = ie.study_id
LEFT JOIN construct_report AS f ON f.study_id = ie.study_id AND f.no = ie.from_no
LEFT JOIN construct_report AS t ON t.study_id = ie.study_id AND t.no = ie.to_no
LEFT JOIN sample AS sm ON sm.study_id = ie.study_id AND sm.no = ie.sample_no
LEFT JOIN model AS mo ON mo.study_id = ie.study_id AND mo.no = ie.model_no
LEFT JOIN hypothesis AS h ON h.study_id = ie.study_id AND h.no = ie.hypothesis_no
LEFT JOIN editorial_status AS es ON es.study_id = ie.study_id
LEFT JOIN corrected_row AS cr ON cr.study_id = ie.study_id AND cr.no = ie.no AND cr.kind = 'indirect'
LEFT JOIN corrected_span AS cn ON cn.study_id = ie.study_id AND cn.span_no = sm.span_no
