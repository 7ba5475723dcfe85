-- title: Which effects rest on the same sample, and so are not independent?
-- param: at_least = 2  # how many effects make a sample worth listing
SELECT study, sample, n, COUNT(*) AS effects, COUNT(DISTINCT target_no) AS outcomes,
    COUNT(DISTINCT source_no) AS predictors
FROM usable_effect
GROUP BY study_id, study, sample, n
HAVING COUNT(*) >= :at_least
ORDER BY effects DESC, study, sample
