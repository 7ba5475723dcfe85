-- title: Which loadings below a limit were kept in the scale?
-- param: below = 0.5  # the limit
SELECT st.label AS study, c.name AS construct, l.item, l.loading, sp.char_start
FROM loading AS l
JOIN study AS st ON st.id = l.study_id
JOIN construct_report AS c ON c.study_id = l.study_id AND c.no = l.construct_no
JOIN source_span AS sp ON sp.study_id = l.study_id AND sp.no = l.span_no
WHERE l.loading_value < :below
ORDER BY l.loading_value, study, l.item
