-- title: Which studies cite retracted work, and where in the reference list?
SELECT study, citation_no + 1 AS place, label, title, doi, nature, notice_date, fell
FROM contaminated_study
ORDER BY study, citation_no
