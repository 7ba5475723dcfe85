-- title: Rows of evidence that cannot be as printed
-- grain: one row per row of evidence and critical finding about it
-- key: study_id, kind, no, finding_id
-- excludes: findings a person has dismissed
SELECT fr.study_id, fr.kind, fr.no, fr.finding_id, fi.check_id
FROM finding_row AS fr
JOIN finding AS fi ON fi.id = fr.finding_id
WHERE fi.level = 'critical'
  AND NOT EXISTS (SELECT 1 FROM decision AS de WHERE de.finding_id = fi.id AND de.kind = 'dismissed')
