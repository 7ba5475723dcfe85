-- title: What is inconsistent, impossible as printed, or doubtful, and what a person said of it
-- grain: one row per finding
-- key: finding_id
-- excludes: answers "ok", "not applicable" and "not evaluated"; see check_answer
SELECT
    fi.id AS finding_id,
    fi.study_id,
    COALESCE(st.label, d.file) AS study,
    fi.level,
    CASE fi.level WHEN 'critical' THEN 1 WHEN 'error' THEN 2 WHEN 'warn' THEN 3 ELSE 4 END AS rank,
    fi.check_id,
    fi.origin,
    fi.message,
    fi.observed,
    fi.expected,
    fi.formula,
    fi.reference,
    fi.subject,
    fi.blames,
    fi.coder,
    fd.decision,
    fd.decided_by,
    fd.reason
FROM finding AS fi
JOIN document AS d ON d.id = fi.study_id
LEFT JOIN study AS st ON st.id = fi.study_id
LEFT JOIN finding_decision AS fd ON fd.finding_id = fi.id
