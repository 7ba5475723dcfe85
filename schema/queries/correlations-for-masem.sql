-- title: Which correlations between two constructs are printed, for a meta-analytic model?
-- param: one = ''  # part of a reported name; empty for all
-- param: other = ''  # part of a reported name; empty for all
SELECT study, sample, n, source, target, estimand, printed, value
FROM usable_effect
WHERE kind = 'correlation'
  AND ((LOWER(source) LIKE '%' || LOWER(:one) || '%' AND LOWER(target) LIKE '%' || LOWER(:other) || '%')
    OR (LOWER(source) LIKE '%' || LOWER(:other) || '%' AND LOWER(target) LIKE '%' || LOWER(:one) || '%'))
ORDER BY study, sample, source, target
