-- title: Which fsQCA configurations lead to an outcome, with what consistency and coverage?
SELECT st.label AS study, c.outcome, c.label, c.terms, c.consistency, c.raw_coverage, c.unique_coverage,
    c.solution_consistency, c.solution_coverage
FROM configuration AS c
JOIN study AS st ON st.id = c.study_id
ORDER BY study, c.no
