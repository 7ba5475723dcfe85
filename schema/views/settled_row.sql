-- title: Rows of evidence whose doubtful numbers a person has accepted or corrected, all of them
-- grain: one row per row of evidence
-- key: study_id, kind, no
-- excludes: rows with a number of low confidence that nobody has decided about
WITH settled AS MATERIALIZED (
    SELECT DISTINCT study_id, pointer FROM current_decision WHERE kind IN ('accepted', 'corrected')
),
touched AS (
    SELECT DISTINCT 'path' AS kind, p.study_id, p.no, '/paths/' || CAST(p.no AS TEXT) || '/%' AS inside
    FROM settled AS se
    JOIN path_coefficient AS p ON p.study_id = se.study_id AND se.pointer LIKE '/paths/' || CAST(p.no AS TEXT) || '/%'
    UNION ALL
    SELECT DISTINCT 'indirect' AS kind, ie.study_id, ie.no, '/effects/' || CAST(ie.no AS TEXT) || '/%' AS inside
    FROM settled AS se
    JOIN indirect_effect AS ie
        ON ie.study_id = se.study_id AND se.pointer LIKE '/effects/' || CAST(ie.no AS TEXT) || '/%'
)
SELECT t.kind, t.study_id, t.no
FROM touched AS t
WHERE NOT EXISTS (
    SELECT 1 FROM source_span AS sp
    WHERE sp.study_id = t.study_id AND sp.pointer LIKE t.inside AND sp.confidence < 0.8
      AND NOT EXISTS (SELECT 1 FROM settled AS se WHERE se.study_id = sp.study_id AND se.pointer = sp.pointer)
)
UNION ALL
SELECT 'correlation' AS kind, co.study_id, co.no
FROM settled AS se
JOIN source_span AS sp ON sp.study_id = se.study_id AND sp.pointer = se.pointer
JOIN correlation AS co ON co.study_id = sp.study_id AND co.span_no = sp.no
