-- title: Studies that cite retracted work, with the place in the reference list
-- grain: one row per citing study, citation and retraction notice
-- key: study_id, citation_no, notice_id
-- excludes: citations without a DOI (they cannot be matched with certainty); works reinstated after the notice; notices, which cite what they retract
SELECT
    c.study_id,
    c.no AS citation_no,
    n.id AS notice_id,
    COALESCE(st.label, d.file) AS study,
    c.label,
    c.title,
    c.doi,
    c.char_start,
    c.char_end,
    n.nature,
    n.notice_date,
    n.source AS notice_source,
    d.published AS citing_published,
    d.year AS citing_year,
    CASE
        WHEN n.notice_date IS NULL OR d.year IS NULL THEN 'not known'
        WHEN SUBSTR(n.notice_date, 1, 4) < CAST(d.year AS TEXT) THEN 'before this study'
        WHEN SUBSTR(n.notice_date, 1, 4) = CAST(d.year AS TEXT) THEN 'in the year of this study'
        ELSE 'after this study'
    END AS fell
FROM citation AS c
JOIN document AS d ON d.id = c.study_id
JOIN editorial_notice AS n ON n.work_doi = c.doi
LEFT JOIN study AS st ON st.id = c.study_id
WHERE n.nature IN ('retraction', 'withdrawal', 'removal', 'partial retraction')
  AND d.kind <> 'notice'
  AND NOT EXISTS (
      SELECT 1
      FROM editorial_notice AS r
      WHERE r.work_doi = n.work_doi AND r.nature = 'reinstatement'
        AND COALESCE(r.notice_date, '9999') >= COALESCE(n.notice_date, '')
  )
