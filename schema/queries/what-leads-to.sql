-- title: What is said to lead to a construct, and how often was it supported?
-- param: construct = 'trust'  # part of the construct's name
SELECT source, estimand, studies, effects, supported, not_supported, lowest, highest, retracted
FROM construct_edge
WHERE LOWER(target) LIKE '%' || LOWER(:construct) || '%'
ORDER BY studies DESC, effects DESC, source
