-- title: Why is evidence held out of pooling, study by study?
SELECT study, exclusion, COUNT(*) AS effects
FROM excluded_effect
GROUP BY study, exclusion
ORDER BY study, effects DESC, exclusion
