-- title: What is said to follow from a construct, and how often was it supported?
-- param: construct = 'trust'  # part of the construct's name
SELECT target, estimand, studies, effects, supported, not_supported, lowest, highest, retracted
FROM construct_edge
WHERE LOWER(source) LIKE '%' || LOWER(:construct) || '%'
ORDER BY studies DESC, effects DESC, target
