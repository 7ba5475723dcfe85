-- title: Which claims rest on a single study?
SELECT source, target, effects, supported, not_supported, retracted
FROM evidence_gap
ORDER BY source, target
