-- title: Which studies report a fit index on the wrong side of a limit?
-- param: index = 'cfi'  # an index that should be large: cfi, tli, nfi, ifi, gfi, agfi
-- param: at_least = 0.9  # the limit
SELECT study, label, model, name, operator, printed
FROM fit_ledger
WHERE name = :index AND is_primary IS TRUE AND value < :at_least
ORDER BY value, study
