-- title: Every stored number with the place it was printed
-- grain: one row per printed number
-- key: study_id, no
-- excludes: nothing
SELECT
    sp.study_id,
    sp.no,
    COALESCE(st.label, d.file) AS study,
    sp.pointer,
    sp.printed,
    sp.char_start,
    sp.char_end,
    sp.page,
    sp.table_label,
    sp.table_row,
    sp.table_column,
    sp.confidence,
    d.file,
    d.sha256,
    d.reader,
    d.reader_version
FROM source_span AS sp
LEFT JOIN document AS d ON d.id = sp.study_id
LEFT JOIN study AS st ON st.id = sp.study_id
