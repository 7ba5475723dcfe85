-- title: Which constructs of the vocabulary has only one study measured?
SELECT construct, COUNT(DISTINCT study_id) AS studies, MIN(study) AS study, MIN(reported) AS reported_as
FROM mapped_construct
GROUP BY construct
HAVING COUNT(DISTINCT study_id) = 1
ORDER BY construct
