-- title: What waits for a person: doubtful readings and things that could not be read
-- grain: one row per number read with low confidence, or per unread item
-- key: study_id, what, no
-- excludes: numbers a person has accepted, corrected or rejected, and unread items a person has looked at
SELECT
    sp.study_id,
    'low confidence' AS what,
    sp.no,
    sp.pointer AS subject,
    sp.printed AS detail,
    sp.confidence,
    sp.page,
    sp.char_start
FROM source_span AS sp
WHERE sp.confidence < 0.8
  AND NOT EXISTS (
      SELECT 1 FROM decision AS de WHERE de.study_id = sp.study_id AND de.pointer = sp.pointer
  )
UNION ALL
SELECT u.study_id, 'unread' AS what, u.no, u.what AS subject, u.why AS detail, NULL AS confidence, u.page, u.char_start
FROM unread AS u
WHERE NOT EXISTS (
    SELECT 1 FROM decision AS de
    WHERE de.study_id = u.study_id AND de.pointer = '/unread/' || CAST(u.no AS TEXT)
)
