-- title: Which studies rest on a small sample?
-- param: below = 200  # the size
SELECT study, n, hypotheses, paths
FROM study_summary
WHERE kind = 'empirical' AND CAST(n AS DOUBLE PRECISION) < :below
ORDER BY CAST(n AS DOUBLE PRECISION), study
