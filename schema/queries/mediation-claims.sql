-- title: Which mediations are claimed, and is an interval printed for the indirect effect?
SELECT st.label AS study, f.name AS source, ie.via, t.name AS target, ie.mediation, ie.indirect, ie.ci_lo, ie.ci_hi,
    CASE WHEN ie.ci_lo IS NOT NULL OR ie.se IS NOT NULL OR ie.p IS NOT NULL THEN 'yes' ELSE 'no' END AS tested
FROM indirect_effect AS ie
JOIN study AS st ON st.id = ie.study_id
JOIN construct_report AS f ON f.study_id = ie.study_id AND f.no = ie.from_no
JOIN construct_report AS t ON t.study_id = ie.study_id AND t.no = ie.to_no
ORDER BY study, ie.no
