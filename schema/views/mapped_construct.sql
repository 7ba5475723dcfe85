-- title: What each reported construct is called in the shared vocabulary
-- grain: one row per construct as reported in a study; `construct` falls back on the reported name
-- key: study_id, no
-- excludes: superseded mappings and maps other than the default one
SELECT
    c.study_id,
    c.no,
    st.label AS study,
    c.name AS reported,
    c.abbreviation,
    c.role,
    m.construct_id,
    m.method,
    m.score,
    m.polarity,
    COALESCE(k.label, LOWER(c.name)) AS construct
FROM construct_report AS c
LEFT JOIN study AS st ON st.id = c.study_id
LEFT JOIN construct_mapping AS m
    ON m.study_id = c.study_id AND m.construct_no = c.no AND m.map = 'default' AND m.superseded_by IS NULL
LEFT JOIN construct AS k ON k.id = m.construct_id
