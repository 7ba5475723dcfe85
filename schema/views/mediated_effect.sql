-- title: Mediated effects as effects
-- grain: one row per printed mediated effect
-- key: kind, study_id, no
-- excludes: nothing; `exclusion` says why a row is held out of pooling
SELECT
    'indirect' AS kind,
    ie.study_id,
    ie.no,
    st.label AS study,
    sm.label AS sample,
    sm.n_value AS n,
    mo.label AS model,
    ie.from_no AS source_no,
    ie.to_no AS target_no,
    f.name AS source,
    t.name AS target,
    h.label AS hypothesis,
    'indirect, ' || COALESCE(ie.metric, 'metric not stated') AS estimand,
    ie.indirect_value AS value,
    ie.indirect AS printed,
    ie.se_value AS se,
    CAST(NULL AS DOUBLE PRECISION) AS stat,
    ie.p AS p,
    CAST(NULL AS TEXT) AS stars,
    ie.verdict AS verdict,
    TRUE AS is_primary,
    sp.confidence,
    CASE WHEN es.status = 'none' THEN 'no notice known' ELSE COALESCE(es.status, 'not asked') END AS editorial_status,
    es.use AS editorial_use,
    EXISTS (SELECT 1 FROM impossible_row AS x WHERE x.study_id = ie.study_id AND x.kind = 'indirect' AND x.no = ie.no) AS is_impossible,
    CASE
        WHEN es.use IN ('exclude', 'hold', 'not-evidence') THEN 'editorial status: ' || es.status
        WHEN EXISTS (
            SELECT 1 FROM impossible_row AS x WHERE x.study_id = ie.study_id AND x.kind = 'indirect' AND x.no = ie.no
        ) THEN 'impossible or inconsistent as printed'
        WHEN EXISTS (
            SELECT 1 FROM decision AS de
            WHERE de.kind = 'rejected' AND de.sha256 = d.sha256 AND de.part = d.part AND de.pointer = sp.pointer
        ) THEN 'rejected by a reviewer'
        WHEN ie.indirect_value IS NULL THEN 'no indirect effect printed'
        WHEN sp.confidence < 0.8 THEN 'read with low confidence; waits for review'
    END AS exclusion,
    ie.span_no
FROM indirect_effect AS ie
JOIN study AS st ON st.id = ie.study_id
JOIN document AS d ON d.id = ie.study_id
JOIN construct_report AS f ON f.study_id = ie.study_id AND f.no = ie.from_no
JOIN construct_report AS t ON t.study_id = ie.study_id AND t.no = ie.to_no
JOIN sample AS sm ON sm.study_id = ie.study_id AND sm.no = ie.sample_no
JOIN model AS mo ON mo.study_id = ie.study_id AND mo.no = ie.model_no
JOIN source_span AS sp ON sp.study_id = ie.study_id AND sp.no = ie.span_no
LEFT JOIN hypothesis AS h ON h.study_id = ie.study_id AND h.no = ie.hypothesis_no
LEFT JOIN editorial_status AS es ON es.study_id = ie.study_id
