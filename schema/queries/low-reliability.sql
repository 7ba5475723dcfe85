-- title: Which constructs have a reliability below a limit?
-- param: reliability = 0.7  # the limit for alpha and composite reliability
-- param: ave = 0.5  # the limit for average variance extracted
SELECT study, construct, alpha, cr, ave
FROM construct_reliability
WHERE alpha < :reliability OR cr < :reliability OR ave < :ave
ORDER BY study, construct
