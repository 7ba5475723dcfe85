-- title: What waits for a person: doubtful readings and things that could not be read?
SELECT COALESCE(st.label, d.file) AS study, w.what, w.subject, w.detail, w.confidence, w.page
FROM waiting_review AS w
JOIN document AS d ON d.id = w.study_id
LEFT JOIN study AS st ON st.id = w.study_id
ORDER BY study, w.what, w.no
