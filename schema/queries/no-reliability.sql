-- title: Which constructs in a tested path have no reliability printed?
SELECT DISTINCT st.label AS study, c.name AS construct
FROM path_coefficient AS p
JOIN study AS st ON st.id = p.study_id
JOIN construct_report AS c ON c.study_id = p.study_id AND (c.no = p.from_no OR c.no = p.to_no)
WHERE NOT EXISTS (SELECT 1 FROM reliability AS r WHERE r.study_id = c.study_id AND r.construct_no = c.no)
ORDER BY study, construct
