-- title: Every comparable number with its estimand
-- grain: one row per path coefficient, correlation or mediated effect, as printed
-- key: kind, study_id, no
-- excludes: nothing; `exclusion` says why a row is held out of pooling
SELECT * FROM path_effect
UNION ALL
SELECT * FROM correlation_effect
UNION ALL
SELECT * FROM mediated_effect
