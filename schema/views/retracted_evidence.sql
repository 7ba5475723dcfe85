-- title: Effects of studies whose editorial status asks for care
-- grain: one row per effect
-- key: kind, study_id, no
-- excludes: effects of studies without a notice of concern
SELECT e.*, es.effective_date, es.reason_class, es.as_of, es.words AS status_words
FROM effect AS e
LEFT JOIN editorial_status AS es ON es.study_id = e.study_id
WHERE e.editorial_use <> 'keep' AND e.editorial_use <> 'keep-recheck'
