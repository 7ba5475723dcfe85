-- title: Which studies cite retracted work, and where in the reference list?
SELECT study, label, title, doi, nature, notice_date,
    CASE WHEN citing_published >= notice_date THEN 'after the notice' ELSE 'before the notice' END AS cited
FROM contaminated_study
ORDER BY study, citation_no
