-- title: Numbers a reviewer has corrected; what is printed stays beside
-- grain: one row per corrected number
-- key: study_id, span_no
-- excludes: corrections their own author has replaced; `readings` above 1 means that two persons disagree
SELECT
    de.study_id,
    sp.no AS span_no,
    MIN(sp.pointer) AS pointer,
    MIN(sp.printed) AS printed,
    MIN(de.value) AS value,
    COUNT(DISTINCT de.value) AS readings,
    CASE WHEN MIN(de.coder) = MAX(de.coder) THEN MIN(de.coder) ELSE MIN(de.coder) || ' and ' || MAX(de.coder) END
        AS coders
FROM current_decision AS de
JOIN source_span AS sp ON sp.study_id = de.study_id AND sp.pointer = de.pointer
WHERE de.kind = 'corrected'
GROUP BY de.study_id, sp.no
