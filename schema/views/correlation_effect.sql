-- title: Printed correlations as effects
-- grain: one row per cell of a printed correlation or HTMT matrix
-- key: kind, study_id, no
-- excludes: nothing; `exclusion` says why a row is held out of pooling
SELECT
    'correlation' AS kind,
    co.study_id,
    co.no,
    st.label AS study,
    sm.label AS sample,
    sm.n_value AS n,
    mo.label AS model,
    co.a_no AS source_no,
    co.b_no AS target_no,
    f.name AS source,
    t.name AS target,
    CAST(NULL AS TEXT) AS hypothesis,
    CASE co.kind
        WHEN 'htmt' THEN 'HTMT ratio'
        WHEN 'latent-same-model' THEN 'correlation, latent'
        WHEN 'pls-scores' THEN 'correlation, composite'
        ELSE 'correlation, observed'
    END AS estimand,
    co.r_value AS value,
    co.r AS printed,
    CAST(NULL AS DOUBLE PRECISION) AS se,
    CAST(NULL AS DOUBLE PRECISION) AS stat,
    CAST(NULL AS TEXT) AS p,
    CAST(NULL AS TEXT) AS stars,
    CAST(NULL AS TEXT) AS verdict,
    TRUE AS is_primary,
    sp.confidence,
    CASE WHEN es.status = 'none' THEN 'no notice known' ELSE COALESCE(es.status, 'not asked') END AS editorial_status,
    es.use AS editorial_use,
    EXISTS (SELECT 1 FROM impossible_row AS x WHERE x.study_id = co.study_id AND x.kind = 'correlation' AND x.no = co.no) AS is_impossible,
    CASE
        WHEN es.use IN ('exclude', 'hold', 'not-evidence') THEN 'editorial status: ' || es.status
        WHEN EXISTS (
            SELECT 1 FROM impossible_row AS x WHERE x.study_id = co.study_id AND x.kind = 'correlation' AND x.no = co.no
        ) THEN 'impossible or inconsistent as printed'
        WHEN EXISTS (
            SELECT 1 FROM decision AS de
            WHERE de.kind = 'rejected' AND de.sha256 = d.sha256 AND de.part = d.part AND de.pointer = sp.pointer
        ) THEN 'rejected by a reviewer'
        WHEN sp.confidence < 0.8 THEN 'read with low confidence; waits for review'
    END AS exclusion,
    co.span_no
FROM correlation AS co
JOIN study AS st ON st.id = co.study_id
JOIN document AS d ON d.id = co.study_id
JOIN construct_report AS f ON f.study_id = co.study_id AND f.no = co.a_no
JOIN construct_report AS t ON t.study_id = co.study_id AND t.no = co.b_no
JOIN sample AS sm ON sm.study_id = co.study_id AND sm.no = co.sample_no
JOIN model AS mo ON mo.study_id = co.study_id AND mo.no = co.model_no
JOIN source_span AS sp ON sp.study_id = co.study_id AND sp.no = co.span_no
LEFT JOIN editorial_status AS es ON es.study_id = co.study_id
