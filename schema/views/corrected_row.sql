-- title: Effects with a number that a reviewer has corrected
-- grain: one row per path or mediated effect with a corrected number
-- key: study_id, kind, no
-- excludes: corrections of n, which belong to the sample; `readings` above 1 means that two persons disagree about a number
WITH number AS (
    SELECT cs.study_id, 'path' AS kind, p.no, cs.value, cs.readings, cs.coders,
        CASE WHEN cs.pointer LIKE '%/beta' OR cs.pointer LIKE '%/b'
            THEN CASE WHEN cs.span_no = p.span_no THEN 'coefficient' ELSE 'another' END
            ELSE SUBSTR(cs.pointer, LENGTH('/paths/' || CAST(p.no AS TEXT)) + 2)
        END AS name
    FROM corrected_span AS cs
    JOIN path_coefficient AS p
        ON p.study_id = cs.study_id AND cs.pointer LIKE '/paths/' || CAST(p.no AS TEXT) || '/%'
    UNION ALL
    SELECT cs.study_id, 'indirect' AS kind, ie.no, cs.value, cs.readings, cs.coders,
        CASE WHEN cs.pointer LIKE '%/indirect' THEN 'coefficient'
            ELSE SUBSTR(cs.pointer, LENGTH('/effects/' || CAST(ie.no AS TEXT)) + 2)
        END AS name
    FROM corrected_span AS cs
    JOIN indirect_effect AS ie
        ON ie.study_id = cs.study_id AND cs.pointer LIKE '/effects/' || CAST(ie.no AS TEXT) || '/%'
)
SELECT
    m.study_id,
    m.kind,
    m.no,
    CAST(MIN(CASE WHEN m.readings = 1 AND m.name = 'coefficient' THEN m.value END) AS DOUBLE PRECISION) AS value,
    CAST(MIN(CASE WHEN m.readings = 1 AND m.name = 'se' THEN m.value END) AS DOUBLE PRECISION) AS se,
    CAST(MIN(CASE WHEN m.readings = 1 AND m.name = 'stat' THEN m.value END) AS DOUBLE PRECISION) AS stat,
    MIN(CASE WHEN m.readings = 1 AND m.name = 'p' THEN m.value END) AS p,
    CAST(MIN(CASE WHEN m.readings = 1 AND m.name = 'ci_lo' THEN m.value END) AS DOUBLE PRECISION) AS ci_low,
    CAST(MIN(CASE WHEN m.readings = 1 AND m.name = 'ci_hi' THEN m.value END) AS DOUBLE PRECISION) AS ci_high,
    MAX(m.readings) AS readings,
    CASE WHEN MAX(CASE WHEN m.name = 'coefficient' THEN 1 ELSE 0 END) = 1 THEN '' ELSE 'statistics ' END
        || 'corrected by ' || CASE WHEN MIN(m.coders) = MAX(m.coders) THEN MIN(m.coders)
            ELSE MIN(m.coders) || ' and ' || MAX(m.coders) END AS words
FROM number AS m
WHERE m.name IN ('coefficient', 'se', 'stat', 'p', 'ci_lo', 'ci_hi')
GROUP BY m.study_id, m.kind, m.no
