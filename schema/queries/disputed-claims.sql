-- title: Which claims have been supported in one test and not in another?
WITH named AS MATERIALIZED (SELECT study_id, no, construct FROM mapped_construct)
SELECT f.construct AS source, t.construct AS target, COUNT(*) AS tests,
    SUM(CASE WHEN h.verdict = 'supported' THEN 1 ELSE 0 END) AS supported,
    SUM(CASE WHEN h.verdict = 'not supported' THEN 1 ELSE 0 END) AS not_supported,
    SUM(CASE WHEN h.verdict = 'partially supported' THEN 1 ELSE 0 END) AS partially
FROM hypothesis AS h
JOIN named AS f ON f.study_id = h.study_id AND f.no = h.from_no
JOIN named AS t ON t.study_id = h.study_id AND t.no = h.to_no
GROUP BY f.construct, t.construct
HAVING SUM(CASE WHEN h.verdict = 'supported' THEN 1 ELSE 0 END) > 0
    AND SUM(CASE WHEN h.verdict <> 'supported' THEN 1 ELSE 0 END) > 0
ORDER BY tests DESC, source, target
