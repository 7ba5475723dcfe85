-- title: Rows of evidence that cannot be as printed
-- grain: one row per row of evidence and critical finding about it
-- key: study_id, kind, no, finding_id
-- excludes: findings that every person who judged them has dismissed
SELECT fr.study_id, fr.kind, fr.no, fr.finding_id, fi.check_id
FROM finding_row AS fr
JOIN finding AS fi ON fi.id = fr.finding_id
WHERE fi.level = 'critical'
  AND fi.id NOT IN (SELECT fd.finding_id FROM finding_decision AS fd WHERE fd.decision = 'dismissed')
