-- title: What is missing so that a check could be evaluated?
SELECT COALESCE(st.label, d.file) AS study, a.check_id, a.missing
FROM check_answer AS a
JOIN document AS d ON d.id = a.study_id
LEFT JOIN study AS st ON st.id = a.study_id
WHERE a.answer = 'not evaluated'
ORDER BY study, a.check_id
