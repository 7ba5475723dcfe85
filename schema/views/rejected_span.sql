-- title: Numbers a reviewer has rejected
-- grain: one row per rejected number
-- key: study_id, span_no
-- excludes: decisions about findings, decisions other than rejection, rejections their own author has taken back
SELECT DISTINCT de.study_id, sp.no AS span_no
FROM current_decision AS de
JOIN source_span AS sp ON sp.study_id = de.study_id AND sp.pointer = de.pointer
WHERE de.kind = 'rejected'
