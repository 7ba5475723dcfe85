-- title: Which unsupported hypotheses have no coefficient, so that leaving them out biases a pool upwards?
SELECT study, hypothesis, source, target
FROM hypothesis_ledger
WHERE verdict = 'not supported' AND coefficient IS NULL
ORDER BY study, hypothesis_no
