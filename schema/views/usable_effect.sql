-- title: Effects that pooling may use
-- grain: one row per effect
-- key: kind, study_id, no
-- excludes: effects with an `exclusion`; those stand in excluded_effect, and together they are effect
SELECT * FROM effect WHERE exclusion IS NULL
