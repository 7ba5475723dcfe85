-- title: Which effects between two constructs come from work with a notice?
-- param: source = ''  # part of a reported name; empty for all
-- param: target = ''  # part of a reported name; empty for all
SELECT e.study, e.source, e.target, e.estimand, e.printed, e.editorial_status, e.effective_date, e.reason_class
FROM retracted_evidence AS e
WHERE LOWER(e.source) LIKE '%' || LOWER(:source) || '%' AND LOWER(e.target) LIKE '%' || LOWER(:target) || '%'
ORDER BY e.study, e.kind, e.no
