-- title: Which studies with paths report no fit at all?
SELECT s.study, s.n, s.software, s.paths
FROM study_summary AS s
WHERE s.paths > 0 AND NOT EXISTS (SELECT 1 FROM fit_index AS x WHERE x.study_id = s.study_id)
ORDER BY s.study
