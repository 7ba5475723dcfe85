-- title: Which checks find something, and how often could they not be evaluated?
SELECT check_id,
    SUM(CASE WHEN answer = 'ok' THEN 1 ELSE 0 END) AS ok,
    SUM(CASE WHEN answer = 'inconsistent' THEN 1 ELSE 0 END) AS inconsistent,
    SUM(CASE WHEN answer = 'not evaluated' THEN 1 ELSE 0 END) AS not_evaluated
FROM check_answer
GROUP BY check_id
ORDER BY inconsistent DESC, not_evaluated DESC, check_id
