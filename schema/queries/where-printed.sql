-- title: Where was a number printed?
-- param: number = '0.80'  # the number as printed
SELECT study, pointer, printed, page, table_label, char_start, char_end, file
FROM provenance
WHERE printed = :number
ORDER BY study, no
