-- title: Which coefficients or their statistics are printed differently in two places of one paper?
SELECT a.study, a.source, a.target, a.model, a.printed AS one_report, b.printed AS another_report,
    a.stat AS one_statistic, b.stat AS another_statistic
FROM effect AS a
JOIN effect AS b ON b.study_id = a.study_id AND b.kind = a.kind AND b.source_no = a.source_no
    AND b.target_no = a.target_no AND b.model = a.model AND b.sample = a.sample AND b.estimand = a.estimand
    AND b.no > a.no
WHERE a.value <> b.value OR a.stat <> b.stat
ORDER BY a.study, a.source, a.target
