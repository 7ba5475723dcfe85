-- title: Studies that cite retracted work
-- grain: one row per citing study, citation and retraction notice
-- key: study_id, citation_no, notice_id
-- excludes: citations without a DOI; they cannot be matched with certainty
SELECT
    c.study_id,
    c.no AS citation_no,
    n.id AS notice_id,
    COALESCE(st.label, d.file) AS study,
    c.label,
    c.title,
    c.doi,
    n.nature,
    n.notice_date,
    n.source AS notice_source,
    d.published AS citing_published,
    d.year AS citing_year
FROM citation AS c
JOIN document AS d ON d.id = c.study_id
JOIN editorial_notice AS n ON n.work_doi = c.doi
LEFT JOIN study AS st ON st.id = c.study_id
WHERE n.nature IN ('retraction', 'withdrawal', 'removal', 'partial retraction')
