-- title: Which reported constructs has nobody placed in the vocabulary?
SELECT reported, COUNT(DISTINCT study_id) AS studies, MIN(study) AS for_example
FROM mapped_construct
WHERE construct_id IS NULL
GROUP BY reported
ORDER BY studies DESC, reported
