-- title: Which effects cannot be as printed, and by which check?
SELECT e.study, e.source, e.target, e.printed, x.check_id, fi.message
FROM excluded_effect AS e
JOIN impossible_row AS x ON x.study_id = e.study_id AND x.kind = e.kind AND x.no = e.no
JOIN finding AS fi ON fi.id = x.finding_id
ORDER BY e.study, e.kind, e.no, x.check_id
