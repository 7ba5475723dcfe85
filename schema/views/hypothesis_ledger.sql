-- title: Every hypothesis with its verdict and the number it rests on
-- grain: one row per hypothesis and primary path that tests it; a hypothesis without a path has one row
-- key: study_id, hypothesis_no, path_no
-- excludes: secondary reports of a coefficient
SELECT
    h.study_id,
    h.no AS hypothesis_no,
    p.no AS path_no,
    st.label AS study,
    h.label AS hypothesis,
    h.printed,
    f.name AS source,
    t.name AS target,
    h.via,
    h.sign,
    h.verdict,
    COALESCE(p.beta, p.b) AS coefficient,
    CASE WHEN p.beta IS NOT NULL THEN 'standardized' WHEN p.b IS NOT NULL THEN 'unstandardized' END AS scale,
    p.stat,
    p.p,
    p.stars,
    sm.n,
    CASE WHEN es.status = 'none' THEN 'no notice known' ELSE COALESCE(es.status, 'not asked') END AS editorial_status
FROM hypothesis AS h
LEFT JOIN study AS st ON st.id = h.study_id
LEFT JOIN construct_report AS f ON f.study_id = h.study_id AND f.no = h.from_no
LEFT JOIN construct_report AS t ON t.study_id = h.study_id AND t.no = h.to_no
LEFT JOIN path_coefficient AS p ON p.study_id = h.study_id AND p.hypothesis_no = h.no AND p.is_primary IS TRUE
LEFT JOIN sample AS sm ON sm.study_id = p.study_id AND sm.no = p.sample_no
LEFT JOIN editorial_status AS es ON es.study_id = h.study_id
