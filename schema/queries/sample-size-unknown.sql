-- title: Which effects cannot be weighted because their sample size is not known?
SELECT study, sample, source, target, estimand, printed
FROM usable_effect
WHERE n IS NULL
ORDER BY study, kind, no
