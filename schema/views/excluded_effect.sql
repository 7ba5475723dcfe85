-- title: Effects held out of pooling, with the reason
-- grain: one row per effect
-- key: kind, study_id, no
-- excludes: effects without an `exclusion`; those stand in usable_effect, and together they are effect
SELECT * FROM effect WHERE exclusion IS NOT NULL
