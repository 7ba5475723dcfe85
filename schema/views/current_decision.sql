-- title: The last word of each person on a value or a finding
-- grain: one row per person and value or finding
-- key: id
-- excludes: decisions their own author has replaced; they stay in decision
SELECT de.id, de.study_id, de.pointer, de.finding_id, de.kind, de.value, de.reason, de.coder, de.decided_at
FROM decision AS de
WHERE NOT EXISTS (
    SELECT 1 FROM decision AS later
    WHERE later.study_id = de.study_id AND later.coder = de.coder AND later.decided_at > de.decided_at
      AND (later.pointer = de.pointer OR later.finding_id = de.finding_id)
)
