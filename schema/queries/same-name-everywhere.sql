-- title: Under which names is one construct of the vocabulary reported?
-- param: construct = ''  # part of a construct's name; empty for all
SELECT construct, reported, COUNT(DISTINCT study_id) AS studies, MIN(study) AS for_example
FROM mapped_construct
WHERE LOWER(construct) LIKE '%' || LOWER(:construct) || '%'
GROUP BY construct, reported
ORDER BY construct, studies DESC, reported
