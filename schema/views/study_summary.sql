-- title: One line per study: who, how many, what was tested, what is flagged
-- grain: one row per study
-- key: study_id
-- excludes: notices; they are not studies
SELECT
    st.id AS study_id,
    st.label AS study,
    d.title,
    d.authors,
    d.year,
    d.venue,
    d.doi,
    st.kind,
    sm.n,
    st.software,
    CASE WHEN es.status = 'none' THEN 'no notice known' ELSE COALESCE(es.status, 'not asked') END AS editorial_status,
    es.use AS editorial_use,
    (SELECT COUNT(*) FROM construct_report AS c WHERE c.study_id = st.id) AS constructs,
    (SELECT COUNT(*) FROM hypothesis AS h WHERE h.study_id = st.id) AS hypotheses,
    (SELECT COUNT(*) FROM hypothesis AS h WHERE h.study_id = st.id AND h.verdict = 'supported') AS supported,
    (SELECT COUNT(*) FROM hypothesis AS h WHERE h.study_id = st.id AND h.verdict = 'not supported') AS not_supported,
    (SELECT COUNT(*) FROM path_coefficient AS p WHERE p.study_id = st.id AND p.is_primary IS TRUE) AS paths,
    (SELECT COUNT(*) FROM correlation AS r WHERE r.study_id = st.id) AS correlations,
    (SELECT COUNT(*) FROM finding AS fi WHERE fi.study_id = st.id AND fi.level = 'critical') AS critical,
    (SELECT COUNT(*) FROM finding AS fi WHERE fi.study_id = st.id AND fi.level = 'error') AS errors,
    (SELECT COUNT(*) FROM finding AS fi WHERE fi.study_id = st.id AND fi.level = 'warn') AS warnings,
    (SELECT COUNT(*) FROM finding AS fi WHERE fi.study_id = st.id AND fi.level = 'note') AS notes,
    (SELECT COUNT(*) FROM unread AS u WHERE u.study_id = st.id) AS unread,
    d.file,
    d.reader
FROM study AS st
JOIN document AS d ON d.id = st.id
JOIN sample AS sm ON sm.study_id = st.id AND sm.no = 0
LEFT JOIN editorial_status AS es ON es.study_id = st.id
