-- title: Which pairs of constructs have coefficients of both signs?
SELECT source, target, estimand, studies, effects, lowest, highest
FROM construct_edge
WHERE lowest < 0 AND highest > 0
ORDER BY effects DESC, source, target
