-- title: Fit indices against the paper's own thresholds
-- grain: one row per printed fit index
-- key: study_id, no
-- excludes: nothing
SELECT
    x.study_id,
    x.no,
    st.label AS study,
    mo.label AS model,
    sm.label AS sample,
    x.label,
    x.name,
    x.operator,
    x.printed,
    x.value,
    x.threshold,
    CASE
        WHEN x.threshold_value IS NULL OR x.operator <> '=' THEN NULL
        WHEN x.threshold_operator IN ('>', '>=') AND x.value >= x.threshold_value THEN 'yes'
        WHEN x.threshold_operator IN ('<', '<=') AND x.value <= x.threshold_value THEN 'yes'
        ELSE 'no'
    END AS meets_own_threshold,
    x.is_primary
FROM fit_index AS x
LEFT JOIN study AS st ON st.id = x.study_id
LEFT JOIN model AS mo ON mo.study_id = x.study_id AND mo.no = x.model_no
LEFT JOIN sample AS sm ON sm.study_id = x.study_id AND sm.no = x.sample_no
