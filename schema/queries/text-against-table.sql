-- title: Which coefficients or their statistics are printed differently in two places of one paper?
SELECT st.label AS study, f.name AS source, t.name AS target, COALESCE(a.printed, a.beta, a.b) AS one_report,
    COALESCE(b.printed, b.beta, b.b) AS another_report, a.stat AS one_statistic, b.stat AS another_statistic
FROM path_coefficient AS a
JOIN path_coefficient AS b ON b.study_id = a.study_id AND b.no > a.no AND b.from_no = a.from_no AND b.to_no = a.to_no
    AND b.model_no = a.model_no AND b.sample_no = a.sample_no AND b.effect = a.effect AND b.is_primary IS NOT TRUE
LEFT JOIN study AS st ON st.id = a.study_id
LEFT JOIN construct_report AS f ON f.study_id = a.study_id AND f.no = a.from_no
LEFT JOIN construct_report AS t ON t.study_id = a.study_id AND t.no = a.to_no
WHERE a.is_primary IS TRUE
  AND (a.beta_value <> b.beta_value OR a.b_value <> b.b_value OR a.stat_value <> b.stat_value)
ORDER BY study, source, target
