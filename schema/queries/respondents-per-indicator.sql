-- title: Which studies have fewer respondents per indicator than a rule asks for?
-- param: fewer_than = 10  # respondents per indicator
SELECT st.label AS study, sm.n_value AS n, COUNT(*) AS indicators, sm.n_value / COUNT(*) AS per_indicator
FROM study AS st
JOIN sample AS sm ON sm.study_id = st.id AND sm.no = 0
JOIN loading AS l ON l.study_id = st.id AND l.sample_no = 0 AND l.model_no = 0
GROUP BY st.id, st.label, sm.n_value
HAVING sm.n_value / COUNT(*) < :fewer_than
ORDER BY per_indicator
