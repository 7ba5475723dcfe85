-- title: Reliability and convergent validity side by side
-- grain: one row per construct, sample and model of a study
-- key: study_id, construct_no, sample_no, model_no
-- excludes: constructs without a printed coefficient
SELECT
    r.study_id,
    r.construct_no,
    r.sample_no,
    r.model_no,
    st.label AS study,
    c.name AS construct,
    c.items,
    MAX(CASE WHEN r.kind = 'alpha' THEN r.value END) AS alpha,
    MAX(CASE WHEN r.kind = 'cr' THEN r.value END) AS cr,
    MAX(CASE WHEN r.kind = 'ave' THEN r.value END) AS ave,
    MAX(CASE WHEN r.kind = 'rho_a' THEN r.value END) AS rho_a
FROM reliability AS r
JOIN construct_report AS c ON c.study_id = r.study_id AND c.no = r.construct_no
JOIN study AS st ON st.id = r.study_id
GROUP BY r.study_id, r.construct_no, r.sample_no, r.model_no, st.label, c.name, c.items
