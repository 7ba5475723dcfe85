-- title: How has practice changed: studies by year and software?
SELECT COALESCE(CAST(year AS TEXT), 'not printed') AS year, COALESCE(software, 'not printed') AS software,
    COUNT(*) AS studies, AVG(CAST(n AS DOUBLE PRECISION)) AS mean_n
FROM study_summary
GROUP BY COALESCE(CAST(year AS TEXT), 'not printed'), COALESCE(software, 'not printed')
ORDER BY year, studies DESC, software
