-- title: Which usable paths have neither a standard error, a test statistic nor a p value?
SELECT study, source, target, hypothesis, printed, stars
FROM usable_effect
WHERE kind = 'path' AND se IS NULL AND stat IS NULL AND p IS NULL
ORDER BY study, no
