-- title: Printed correlations as effects
-- grain: one row per cell of a printed correlation or HTMT matrix
-- key: kind, study_id, no
-- excludes: nothing (references hold, so LEFT JOIN loses nothing and unused tables are not read); `exclusion` says why a row is held out of pooling
SELECT
    'correlation' AS kind,
    co.study_id,
    co.no,
    st.label AS study,
    sm.label AS sample,
    CASE WHEN cn.readings = 1 THEN CAST(cn.value AS DOUBLE PRECISION) ELSE sm.n_value END AS n,
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
    CASE WHEN cs.readings = 1 AND co.r_value IS NOT NULL THEN CAST(cs.value AS DOUBLE PRECISION)
        ELSE co.r_value
    END AS value,
    co.r AS printed,
    CAST(NULL AS DOUBLE PRECISION) AS se,
    CAST(NULL AS DOUBLE PRECISION) AS stat,
    CAST(NULL AS TEXT) AS p,
    CAST(NULL AS TEXT) AS stars,
    CAST(NULL AS TEXT) AS verdict,
    TRUE AS is_primary,
    co.confidence,
    CASE WHEN es.status = 'none' THEN 'no notice known' ELSE COALESCE(es.status, 'not asked') END AS editorial_status,
    es.use AS editorial_use,
    (co.study_id, co.no) IN (SELECT x.study_id, x.no FROM impossible_row AS x WHERE x.kind = 'correlation') AS is_impossible,
    CASE
        WHEN es.use IN ('exclude', 'hold', 'not-evidence') THEN 'editorial status: ' || es.status
        WHEN (co.study_id, co.no) IN (SELECT x.study_id, x.no FROM impossible_row AS x WHERE x.kind = 'correlation')
            THEN 'impossible or inconsistent as printed'
        WHEN (co.study_id, co.span_no) IN (SELECT x.study_id, x.span_no FROM rejected_span AS x)
            THEN 'rejected by a reviewer'
        WHEN cs.readings > 1 THEN 'two reviewers correct it differently'
        WHEN co.confidence < 0.8
            AND (co.study_id, co.no) NOT IN (SELECT x.study_id, x.no FROM settled_row AS x WHERE x.kind = 'correlation')
            THEN 'read with low confidence; waits for review'
    END AS exclusion,
    co.span_no,
    CASE
        WHEN cs.readings = 1 AND co.r_value IS NOT NULL THEN 'corrected by ' || cs.coders
        WHEN cn.readings = 1 THEN 'n corrected by ' || cn.coders
    END AS correction,
    CAST(NULL AS DOUBLE PRECISION) AS p_value,
    CAST(NULL AS DOUBLE PRECISION) AS ci_low,
    CAST(NULL AS DOUBLE PRECISION) AS ci_high
FROM correlation AS co
LEFT JOIN study AS st ON st.id = co.study_id
LEFT JOIN construct_report AS f ON f.study_id = co.study_id AND f.no = co.a_no
LEFT JOIN construct_report AS t ON t.study_id = co.study_id AND t.no = co.b_no
LEFT JOIN sample AS sm ON sm.study_id = co.study_id AND sm.no = co.sample_no
LEFT JOIN model AS mo ON mo.study_id = co.study_id AND mo.no = co.model_no
LEFT JOIN editorial_status AS es ON es.study_id = co.study_id
LEFT JOIN corrected_span AS cs ON cs.study_id = co.study_id AND cs.span_no = co.span_no
LEFT JOIN corrected_span AS cn ON cn.study_id = co.study_id AND cn.span_no = sm.span_no
