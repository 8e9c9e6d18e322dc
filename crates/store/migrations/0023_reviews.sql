-- Reports of a whole movement for a period, what is directed upon reports, summing-ups, and what opens the next year.

CREATE TABLE period_reports (
    id TEXT PRIMARY KEY,
    movement_id TEXT NOT NULL REFERENCES movements (id),
    period TEXT NOT NULL,
    -- draft or issued
    state TEXT NOT NULL,
    number_symbol TEXT,
    dated DATE,
    signer_title TEXT,
    signer_name TEXT,
    -- the register of numbers, as of plans: unit, year, number and symbol
    register_key TEXT UNIQUE,
    issued_name TEXT,
    issued_at TIMESTAMP,
    reopened_because TEXT,
    -- sent to the authority above: to whom, on which day, with which report of the unit
    sent_to TEXT,
    sent_on DATE,
    sent_with TEXT REFERENCES unit_reports (id),
    sent_name TEXT,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    begun_at TIMESTAMP NOT NULL,
    UNIQUE (movement_id, period)
);
CREATE INDEX period_reports_sent_with ON period_reports (sent_with);

-- a section as a person edited it; words that the program wrote again have no text; `made` is what it would have written
CREATE TABLE period_report_texts (
    id TEXT PRIMARY KEY,
    report_id TEXT NOT NULL REFERENCES period_reports (id),
    section TEXT NOT NULL,
    version BIGINT NOT NULL,
    is_current BOOLEAN NOT NULL,
    text TEXT,
    made TEXT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL,
    UNIQUE (report_id, section, version)
);

-- targets as they stood when a report was issued or a summing-up was evaluated
CREATE TABLE kept_results (
    kept_by TEXT NOT NULL,
    position BIGINT NOT NULL,
    target_id TEXT NOT NULL,
    number TEXT NOT NULL,
    group_name TEXT,
    name TEXT NOT NULL,
    measure TEXT NOT NULL,
    planned TEXT NOT NULL,
    actual TEXT NOT NULL,
    rate TEXT NOT NULL,
    last_year TEXT NOT NULL,
    compared TEXT NOT NULL,
    -- a code; empty where nothing is judged
    status TEXT NOT NULL,
    PRIMARY KEY (kept_by, position)
);

-- what an authority directs upon a report
CREATE TABLE report_directions (
    id TEXT PRIMARY KEY,
    -- one of the two
    unit_report_id TEXT REFERENCES unit_reports (id),
    period_report_id TEXT REFERENCES period_reports (id),
    unit_id TEXT NOT NULL REFERENCES units (id),
    to_unit_id TEXT REFERENCES units (id),
    says TEXT NOT NULL,
    due DATE,
    task_id TEXT REFERENCES tasks (id),
    account_name TEXT NOT NULL,
    at TIMESTAMP NOT NULL
);
CREATE INDEX report_directions_by_unit_report ON report_directions (unit_report_id);
CREATE INDEX report_directions_by_period_report ON report_directions (period_report_id);

CREATE TABLE summing_ups (
    id TEXT PRIMARY KEY,
    movement_id TEXT NOT NULL REFERENCES movements (id),
    kind TEXT NOT NULL,
    held_on DATE,
    place TEXT,
    late_because TEXT,
    report_id TEXT REFERENCES period_reports (id),
    -- the document where the report was written elsewhere
    document TEXT,
    evaluation TEXT,
    causes TEXT,
    lessons TEXT,
    directions TEXT,
    -- the day and the period of the results that were kept
    kept_on DATE,
    kept_period TEXT,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL,
    UNIQUE (movement_id, kind)
);

-- who is commended at a summing-up
CREATE TABLE summing_up_recognitions (
    summing_up_id TEXT NOT NULL REFERENCES summing_ups (id),
    recognition_id TEXT NOT NULL REFERENCES recognitions (id),
    PRIMARY KEY (summing_up_id, recognition_id)
);

-- what a movement leaves to the next year, as it was decided; taken when it stands in the next movement
CREATE TABLE next_year_items (
    id TEXT PRIMARY KEY,
    movement_id TEXT NOT NULL REFERENCES movements (id),
    item TEXT NOT NULL,
    -- as what: carried, focus-task, task
    as_what TEXT NOT NULL,
    text TEXT NOT NULL,
    account_name TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    taken_by TEXT REFERENCES movements (id),
    UNIQUE (movement_id, item)
);
