-- title: Every test of a claim: who says what leads to what, and how it came out
-- grain: one row per primary path, per mediated effect, and per hypothesis that neither of them tests
-- key: source_kind, study_id, no
-- excludes: secondary reports of a path; hypotheses that name no two constructs; correlations, which claim no direction
SELECT
    c.source_kind,
    c.study_id,
    c.no,
    c.study,
    c.sample,
    c.source_no,
    c.target_no,
    f.construct AS source,
    t.construct AS target,
    f.reported AS reported_source,
    t.reported AS reported_target,
    f.polarity AS source_polarity,
    t.polarity AS target_polarity,
    c.hypothesis,
    c.kind,
    c.moderator,
    c.via,
    c.sign,
    c.verdict,
    c.estimand,
    c.value,
    c.printed,
    c.se,
    c.stat,
    c.p,
    c.p_value,
    c.n,
    c.status,
    c.exclusion
FROM claim_row AS c
JOIN mapped_construct AS f ON f.study_id = c.study_id AND f.no = c.source_no
JOIN mapped_construct AS t ON t.study_id = c.study_id AND t.no = c.target_no
