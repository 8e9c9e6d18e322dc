-- Reports of units: when they are due and by which rule, what was reported, sent, given back, accepted, consolidated.

CREATE TABLE report_rounds (
    id TEXT PRIMARY KEY,
    movement_id TEXT NOT NULL REFERENCES movements (id),
    period TEXT NOT NULL,
    -- the last day that is in time, and the rule it came from: printed, before, working-days, above, set
    due DATE NOT NULL,
    rule TEXT NOT NULL,
    rule_days BIGINT,
    -- where the rule stands, in words: a line of the plan, the plan above, a decision
    rule_source TEXT,
    rule_line BIGINT,
    -- kinds of units directly below that report, separated by spaces; empty for every kind
    kinds TEXT NOT NULL,
    note TEXT,
    -- when the accepted reports were last made into the movement's own figures
    consolidated_at TIMESTAMP,
    consolidated_by TEXT,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    opened_at TIMESTAMP NOT NULL,
    UNIQUE (movement_id, period)
);

-- more time, for one unit or for all; never changed
CREATE TABLE report_extensions (
    id TEXT PRIMARY KEY,
    round_id TEXT NOT NULL REFERENCES report_rounds (id),
    unit_id TEXT REFERENCES units (id),
    until DATE NOT NULL,
    because TEXT NOT NULL,
    account_name TEXT NOT NULL,
    at TIMESTAMP NOT NULL
);
CREATE INDEX report_extensions_by_round ON report_extensions (round_id);

CREATE TABLE unit_reports (
    id TEXT PRIMARY KEY,
    round_id TEXT NOT NULL REFERENCES report_rounds (id),
    unit_id TEXT NOT NULL REFERENCES units (id),
    state TEXT NOT NULL,
    -- the day of the first sending decides whether it was in time
    first_sent DATE,
    sent_by TEXT,
    sent_name TEXT,
    sent_at TIMESTAMP,
    accepted_name TEXT,
    accepted_at TIMESTAMP,
    version BIGINT NOT NULL,
    begun_at TIMESTAMP NOT NULL,
    UNIQUE (round_id, unit_id)
);
CREATE INDEX unit_reports_by_unit ON unit_reports (unit_id);

CREATE TABLE unit_report_steps (
    id TEXT PRIMARY KEY,
    report_id TEXT NOT NULL REFERENCES unit_reports (id),
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    account_name TEXT NOT NULL,
    note TEXT
);
CREATE INDEX unit_report_steps_by_report ON unit_report_steps (report_id);

-- a correction is a new version; only the newest is current; amounts in ten-thousandths
CREATE TABLE report_lines (
    id TEXT PRIMARY KEY,
    report_id TEXT NOT NULL REFERENCES unit_reports (id),
    target_id TEXT NOT NULL REFERENCES targets (id),
    version BIGINT NOT NULL,
    is_current BOOLEAN NOT NULL,
    state TEXT NOT NULL,
    -- from the first of January to the end of the period
    value BIGINT,
    attainment TEXT,
    numerator BIGINT,
    denominator BIGINT,
    -- the amount of the period alone, where that was typed
    of_period BIGINT,
    last_year BIGINT,
    dated DATE,
    source TEXT,
    file_digest TEXT REFERENCES files (digest),
    file_name TEXT,
    -- where in the document
    place TEXT,
    reason TEXT,
    illustrative BOOLEAN NOT NULL DEFAULT FALSE,
    account_name TEXT NOT NULL,
    entered_at TIMESTAMP NOT NULL,
    UNIQUE (report_id, target_id, version)
);
CREATE INDEX report_lines_by_target ON report_lines (target_id, is_current);
CREATE INDEX report_lines_by_file ON report_lines (file_digest);

CREATE TABLE unit_report_texts (
    report_id TEXT NOT NULL REFERENCES unit_reports (id),
    -- general, field:<code>, difficulties, proposals
    section TEXT NOT NULL,
    text TEXT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL,
    PRIMARY KEY (report_id, section)
);

-- what the standing office remarked on a line (its target) or a section, and whether it was mended
CREATE TABLE unit_report_remarks (
    id TEXT PRIMARY KEY,
    report_id TEXT NOT NULL REFERENCES unit_reports (id),
    target_id TEXT REFERENCES targets (id),
    section TEXT,
    says TEXT NOT NULL,
    account_name TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    mended_at TIMESTAMP
);
CREATE INDEX unit_report_remarks_by_report ON unit_report_remarks (report_id);

-- who reports a target: those it was assigned to and whoever has something to say (units), or the standing office alone
CREATE TABLE target_reporters (
    target_id TEXT PRIMARY KEY REFERENCES targets (id),
    who TEXT NOT NULL
);

-- a figure made of a ratio, where it stands in its document, and the round whose reports it was made of
ALTER TABLE figures ADD COLUMN numerator BIGINT;
ALTER TABLE figures ADD COLUMN denominator BIGINT;
ALTER TABLE figures ADD COLUMN place TEXT;
ALTER TABLE figures ADD COLUMN round_id TEXT;
