-- Inspections of how a movement is carried out: their plans, visits, answers, verified values and findings.

CREATE TABLE inspections (
    id TEXT PRIMARY KEY,
    -- the authority that inspects
    unit_id TEXT NOT NULL REFERENCES units (id),
    movement_id TEXT NOT NULL REFERENCES movements (id),
    name TEXT NOT NULL,
    purpose TEXT,
    number_symbol TEXT,
    dated DATE,
    from_day DATE,
    to_day DATE,
    -- the reporting point whose values are verified
    period TEXT,
    state TEXT NOT NULL,
    -- what the sample is drawn by: kept with who and when before the list is made
    seed TEXT,
    seed_by_hand BOOLEAN,
    seed_by TEXT,
    seed_at TIMESTAMP,
    riskiest BIGINT,
    per_group BIGINT,
    drawn_at TIMESTAMP,
    conclusion_number TEXT,
    conclusion_dated DATE,
    conclusion_general TEXT,
    conclusion_good TEXT,
    conclusion_wanting TEXT,
    conclusion_causes TEXT,
    conclusion_demands TEXT,
    withdrawn TEXT,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL
);
CREATE INDEX inspections_by_unit ON inspections (unit_id);
CREATE INDEX inspections_by_movement ON inspections (movement_id);

CREATE TABLE inspection_team (
    inspection_id TEXT NOT NULL REFERENCES inspections (id),
    position BIGINT NOT NULL,
    seat TEXT NOT NULL,
    name TEXT NOT NULL,
    post TEXT,
    PRIMARY KEY (inspection_id, position)
);

-- a subject and the visit to it
CREATE TABLE inspection_visits (
    id TEXT PRIMARY KEY,
    inspection_id TEXT NOT NULL REFERENCES inspections (id),
    position BIGINT NOT NULL,
    kind TEXT NOT NULL,
    unit_id TEXT REFERENCES units (id),
    block_id TEXT REFERENCES blocks (id),
    -- the unit or the block
    subject_id TEXT NOT NULL,
    name TEXT NOT NULL,
    -- whether the sample brought it in, and why a person did
    sampled BOOLEAN NOT NULL,
    reason TEXT,
    planned_on DATE,
    visited_on DATE,
    present TEXT,
    minutes TEXT,
    -- why it was not visited after all
    left_out TEXT,
    explain_until DATE,
    explanation TEXT,
    explained_by TEXT,
    explained_at TIMESTAMP,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL,
    UNIQUE (inspection_id, subject_id)
);
CREATE INDEX inspection_visits_by_subject ON inspection_visits (subject_id);

-- the whole list as it was when the sample was drawn, so that anybody can draw it again
CREATE TABLE inspection_lines (
    inspection_id TEXT NOT NULL REFERENCES inspections (id),
    position BIGINT NOT NULL,
    group_name TEXT NOT NULL,
    line TEXT NOT NULL,
    unit_id TEXT NOT NULL REFERENCES units (id),
    target_id TEXT REFERENCES targets (id),
    target_name TEXT,
    value BIGINT,
    -- codes with a space between
    reasons TEXT NOT NULL,
    because TEXT,
    PRIMARY KEY (inspection_id, position)
);
CREATE INDEX inspection_lines_by_unit ON inspection_lines (inspection_id, unit_id);

CREATE TABLE inspection_answers (
    visit_id TEXT NOT NULL REFERENCES inspection_visits (id),
    item TEXT NOT NULL,
    -- what the data said when it was answered
    proposed TEXT NOT NULL,
    proposed_says TEXT NOT NULL,
    answer TEXT NOT NULL,
    basis TEXT NOT NULL,
    remark TEXT,
    file_digest TEXT REFERENCES files (digest),
    file_name TEXT,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL,
    PRIMARY KEY (visit_id, item)
);
CREATE INDEX inspection_answers_by_file ON inspection_answers (file_digest);

CREATE TABLE inspection_values (
    id TEXT PRIMARY KEY,
    inspection_id TEXT NOT NULL REFERENCES inspections (id),
    visit_id TEXT NOT NULL REFERENCES inspection_visits (id),
    unit_id TEXT NOT NULL REFERENCES units (id),
    target_id TEXT NOT NULL REFERENCES targets (id),
    period TEXT NOT NULL,
    year BIGINT,
    -- the value of the unit as the team saw it, and where that stood
    own BIGINT,
    own_says TEXT,
    verified BIGINT NOT NULL,
    how TEXT NOT NULL,
    file_digest TEXT REFERENCES files (digest),
    file_name TEXT,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL,
    UNIQUE (visit_id, unit_id, target_id, period)
);
CREATE INDEX inspection_values_by_inspection ON inspection_values (inspection_id);
CREATE INDEX inspection_values_by_target ON inspection_values (target_id, unit_id);
CREATE INDEX inspection_values_by_unit ON inspection_values (unit_id);
CREATE INDEX inspection_values_by_file ON inspection_values (file_digest);

CREATE TABLE inspection_findings (
    id TEXT PRIMARY KEY,
    inspection_id TEXT NOT NULL REFERENCES inspections (id),
    visit_id TEXT NOT NULL REFERENCES inspection_visits (id),
    number BIGINT NOT NULL,
    item TEXT,
    severity TEXT NOT NULL,
    what TEXT NOT NULL,
    basis TEXT NOT NULL,
    demand TEXT NOT NULL,
    mend_until DATE,
    state TEXT NOT NULL,
    explained TEXT,
    explained_by TEXT,
    explained_at TIMESTAMP,
    mended TEXT,
    mended_on DATE,
    settled TEXT,
    task_id TEXT REFERENCES tasks (id),
    problem_id TEXT REFERENCES problems (id),
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL
);
CREATE INDEX inspection_findings_by_inspection ON inspection_findings (inspection_id);
CREATE INDEX inspection_findings_by_visit ON inspection_findings (visit_id);
