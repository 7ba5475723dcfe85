-- title: What persons have decided about a finding, taken together
-- grain: one row per finding somebody has decided about
-- key: finding_id
-- excludes: decisions their own author has replaced; where two persons differ, `decision` is 'disputed'
SELECT
    de.finding_id,
    CASE WHEN MIN(de.kind) = MAX(de.kind) THEN MIN(de.kind) ELSE 'disputed' END AS decision,
    COUNT(*) AS readers,
    STRING_AGG(de.coder || ': ' || de.kind, '; ') AS decided_by,
    STRING_AGG(de.reason, '; ') AS reason
FROM (
    SELECT finding_id, kind, reason, coder FROM current_decision WHERE finding_id IS NOT NULL ORDER BY finding_id, coder
) AS de
GROUP BY de.finding_id
