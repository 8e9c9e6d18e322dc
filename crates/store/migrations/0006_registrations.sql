-- Registration for emulation: the owner of a movement opens it, units below register, the owner approves or returns.

CREATE TABLE registration_rounds (
    id TEXT PRIMARY KEY,
    movement_id TEXT NOT NULL UNIQUE REFERENCES movements (id),
    deadline DATE NOT NULL,
    strictly_before BOOLEAN NOT NULL,
    -- kinds of units directly below that have to register, separated by spaces; empty for every kind
    kinds TEXT NOT NULL,
    note TEXT,
    -- reopened with a reason: what comes now is taken, and stays late
    reopened_until DATE,
    reopened_because TEXT,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    opened_at TIMESTAMP NOT NULL
);

CREATE TABLE registrations (
    id TEXT PRIMARY KEY,
    round_id TEXT NOT NULL REFERENCES registration_rounds (id),
    unit_id TEXT NOT NULL REFERENCES units (id),
    state TEXT NOT NULL,
    late BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    submitted_by TEXT,
    submitted_name TEXT,
    submitted_at TIMESTAMP,
    begun_at TIMESTAMP NOT NULL,
    UNIQUE (round_id, unit_id)
);
CREATE INDEX registrations_by_unit ON registrations (unit_id);

-- a target with its registered value, a title or commendation, or a task; amounts in ten-thousandths
CREATE TABLE registration_items (
    id TEXT PRIMARY KEY,
    registration_id TEXT NOT NULL REFERENCES registrations (id),
    kind TEXT NOT NULL,
    target_id TEXT REFERENCES targets (id),
    -- the figure of the movement's own target counts, and not one that the unit reports for its part
    shared BOOLEAN NOT NULL,
    name TEXT NOT NULL,
    comparator TEXT,
    direction TEXT NOT NULL,
    planned BIGINT,
    registered BIGINT,
    unit_of TEXT,
    title_code TEXT,
    -- the person it is for; empty for the unit itself
    person TEXT,
    person_id TEXT,
    hard BOOLEAN NOT NULL,
    description TEXT,
    expected TEXT,
    reason TEXT,
    -- what the approver remarked
    remark TEXT,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL
);
CREATE INDEX registration_items_by_registration ON registration_items (registration_id);

CREATE TABLE registration_steps (
    id TEXT PRIMARY KEY,
    registration_id TEXT NOT NULL REFERENCES registrations (id),
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    account_name TEXT NOT NULL,
    note TEXT
);
CREATE INDEX registration_steps_by_registration ON registration_steps (registration_id);

-- how an item goes on: a day, a sentence, and a figure or a judgement where there is one; never changed
CREATE TABLE registration_progress (
    id TEXT PRIMARY KEY,
    item_id TEXT NOT NULL REFERENCES registration_items (id),
    dated DATE NOT NULL,
    said TEXT NOT NULL,
    value BIGINT,
    attainment TEXT,
    source TEXT,
    account_name TEXT NOT NULL,
    at TIMESTAMP NOT NULL
);
CREATE INDEX registration_progress_by_item ON registration_progress (item_id);

-- Covenants: parties promise, sign, amend by annexes, settle.

CREATE TABLE covenants (
    id TEXT PRIMARY KEY,
    movement_id TEXT NOT NULL REFERENCES movements (id),
    unit_id TEXT NOT NULL REFERENCES units (id),
    title TEXT NOT NULL,
    place TEXT,
    signing_day DATE,
    preamble TEXT,
    state TEXT NOT NULL,
    in_force_from DATE,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    drawn_at TIMESTAMP NOT NULL
);
CREATE INDEX covenants_by_movement ON covenants (movement_id);

CREATE TABLE covenant_parties (
    id TEXT PRIMARY KEY,
    covenant_id TEXT NOT NULL REFERENCES covenants (id),
    position BIGINT NOT NULL,
    -- authority, unit, bloc
    kind TEXT NOT NULL,
    unit_id TEXT REFERENCES units (id),
    name TEXT NOT NULL,
    -- the units of a bloc, separated by spaces
    members TEXT NOT NULL
);
CREATE INDEX covenant_parties_by_covenant ON covenant_parties (covenant_id);

CREATE TABLE covenant_annexes (
    id TEXT PRIMARY KEY,
    covenant_id TEXT NOT NULL REFERENCES covenants (id),
    number BIGINT NOT NULL,
    reason TEXT NOT NULL,
    effective DATE NOT NULL,
    -- open, in-force, withdrawn
    state TEXT NOT NULL,
    account_name TEXT NOT NULL,
    drawn_at TIMESTAMP NOT NULL,
    UNIQUE (covenant_id, number)
);

-- a promise of the base text (no annex) or of an annex, where it replaces, drops or adds one
CREATE TABLE covenant_commitments (
    id TEXT PRIMARY KEY,
    covenant_id TEXT NOT NULL REFERENCES covenants (id),
    annex_id TEXT REFERENCES covenant_annexes (id),
    replaces_id TEXT REFERENCES covenant_commitments (id),
    dropped BOOLEAN NOT NULL,
    position BIGINT NOT NULL,
    party_id TEXT REFERENCES covenant_parties (id),
    target_id TEXT REFERENCES targets (id),
    item_id TEXT REFERENCES registration_items (id),
    name TEXT NOT NULL,
    comparator TEXT,
    direction TEXT NOT NULL,
    value BIGINT,
    unit_of TEXT,
    version BIGINT NOT NULL
);
CREATE INDEX covenant_commitments_by_covenant ON covenant_commitments (covenant_id);

-- one signature of one party under one paper: the covenant or an annex
CREATE TABLE covenant_signatures (
    id TEXT PRIMARY KEY,
    covenant_id TEXT NOT NULL REFERENCES covenants (id),
    paper_id TEXT NOT NULL,
    party_id TEXT NOT NULL REFERENCES covenant_parties (id),
    signed_on DATE NOT NULL,
    signatory TEXT NOT NULL,
    post TEXT NOT NULL,
    on_behalf TEXT,
    file_digest TEXT,
    file_name TEXT,
    account_name TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    UNIQUE (paper_id, party_id)
);
CREATE INDEX covenant_signatures_by_covenant ON covenant_signatures (covenant_id);

CREATE TABLE covenant_steps (
    id TEXT PRIMARY KEY,
    covenant_id TEXT NOT NULL REFERENCES covenants (id),
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    account_name TEXT NOT NULL,
    note TEXT
);
CREATE INDEX covenant_steps_by_covenant ON covenant_steps (covenant_id);

-- what came of a promise: by a person, or written down when the covenant is settled
CREATE TABLE covenant_outcomes (
    commitment_id TEXT PRIMARY KEY REFERENCES covenant_commitments (id),
    outcome TEXT NOT NULL,
    actual TEXT,
    rate BIGINT,
    said TEXT,
    by_person BOOLEAN NOT NULL,
    account_name TEXT NOT NULL,
    at TIMESTAMP NOT NULL
);
