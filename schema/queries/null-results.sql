-- title: Which hypotheses were not supported, and with which coefficient?
SELECT study, hypothesis, source, target, coefficient, p, stars
FROM hypothesis_ledger
WHERE verdict = 'not supported'
ORDER BY study, hypothesis_no
