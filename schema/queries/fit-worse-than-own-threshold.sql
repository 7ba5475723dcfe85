-- title: Which fit indices miss the threshold the paper itself holds them to?
SELECT study, label, model, name, printed, threshold
FROM fit_ledger
WHERE meets_own_threshold = 'no'
ORDER BY study, no
