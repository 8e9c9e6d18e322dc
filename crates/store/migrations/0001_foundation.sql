-- One text for SQLite and PostgreSQL. Amounts are whole ten-thousandths, moments are UTC, codes are the domain's words.

CREATE TABLE units (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    level TEXT NOT NULL,
    parent_id TEXT REFERENCES units (id),
    parent_name TEXT,
    valid_from DATE,
    valid_to DATE
);
-- not unique: Tân An and Tấn An are two communes
CREATE INDEX units_by_name ON units (folded);

CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    unit_id TEXT REFERENCES units (id),
    password_hash TEXT,
    code_hash TEXT,
    code_until TIMESTAMP,
    locked BOOLEAN NOT NULL DEFAULT FALSE,
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    created_at TIMESTAMP NOT NULL,
    seen_at TIMESTAMP NOT NULL,
    until TIMESTAMP NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account_id);

CREATE TABLE files (
    digest TEXT PRIMARY KEY,
    size BIGINT NOT NULL,
    media TEXT NOT NULL,
    stored_at TIMESTAMP NOT NULL
);

CREATE TABLE plans (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES units (id),
    version BIGINT NOT NULL,
    issued BOOLEAN NOT NULL DEFAULT FALSE,
    illustrative BOOLEAN NOT NULL DEFAULT FALSE,
    register_key TEXT UNIQUE,
    source_digest TEXT NOT NULL REFERENCES files (digest),
    source_name TEXT NOT NULL,
    source_text TEXT NOT NULL,
    kind TEXT,
    number_symbol TEXT,
    issuer TEXT,
    issuer_level TEXT,
    parent_authority TEXT,
    place TEXT,
    dated DATE,
    title TEXT,
    subject_year BIGINT,
    theme TEXT,
    inherited_theme TEXT,
    inherited_theme_source TEXT,
    signer_title TEXT,
    signer_name TEXT,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX plans_by_unit ON plans (unit_id, created_at);

-- where a field of the head was read, and how sure the reader was
CREATE TABLE plan_places (
    plan_id TEXT NOT NULL REFERENCES plans (id),
    piece TEXT NOT NULL,
    line_first BIGINT,
    line_last BIGINT,
    confidence BIGINT NOT NULL,
    PRIMARY KEY (plan_id, piece)
);

CREATE TABLE sections (
    plan_id TEXT NOT NULL REFERENCES plans (id),
    position BIGINT NOT NULL,
    numbering TEXT NOT NULL,
    title TEXT,
    line_first BIGINT NOT NULL,
    line_last BIGINT NOT NULL,
    PRIMARY KEY (plan_id, position)
);

CREATE TABLE legal_bases (
    plan_id TEXT NOT NULL REFERENCES plans (id),
    position BIGINT NOT NULL,
    kind TEXT NOT NULL,
    number_symbol TEXT,
    symbol_key TEXT,
    dated DATE,
    issuer TEXT,
    subject TEXT,
    role TEXT NOT NULL,
    parent_plan BOOLEAN NOT NULL,
    line_first BIGINT NOT NULL,
    line_last BIGINT NOT NULL,
    confidence BIGINT NOT NULL,
    PRIMARY KEY (plan_id, position)
);
CREATE INDEX legal_bases_by_symbol ON legal_bases (symbol_key);

CREATE TABLE waves (
    plan_id TEXT NOT NULL REFERENCES plans (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    from_day DATE,
    to_day DATE,
    goal TEXT,
    summary_deadline DATE,
    strictly_before BOOLEAN NOT NULL,
    line_first BIGINT NOT NULL,
    line_last BIGINT NOT NULL,
    confidence BIGINT NOT NULL,
    PRIMARY KEY (plan_id, position)
);

-- wave_position is empty for an occasion outside the waves
CREATE TABLE occasions (
    plan_id TEXT NOT NULL REFERENCES plans (id),
    position BIGINT NOT NULL,
    wave_position BIGINT,
    name TEXT NOT NULL,
    anniversary_years BIGINT,
    origin_day DATE,
    day DATE,
    line_first BIGINT NOT NULL,
    line_last BIGINT NOT NULL,
    PRIMARY KEY (plan_id, position)
);

CREATE TABLE obligations (
    plan_id TEXT NOT NULL REFERENCES plans (id),
    position BIGINT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    frequency TEXT,
    deadline TEXT,
    addressee TEXT,
    kind TEXT NOT NULL,
    line_first BIGINT NOT NULL,
    line_last BIGINT NOT NULL,
    confidence BIGINT NOT NULL,
    PRIMARY KEY (plan_id, position)
);

CREATE TABLE reporting (
    plan_id TEXT NOT NULL REFERENCES plans (id),
    position BIGINT NOT NULL,
    period TEXT NOT NULL,
    due DATE,
    reporter TEXT,
    addressee TEXT,
    via TEXT,
    line_first BIGINT NOT NULL,
    line_last BIGINT NOT NULL,
    PRIMARY KEY (plan_id, position)
);

CREATE TABLE recipients (
    plan_id TEXT NOT NULL REFERENCES plans (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    purpose TEXT,
    line_first BIGINT NOT NULL,
    line_last BIGINT NOT NULL,
    PRIMARY KEY (plan_id, position)
);

CREATE TABLE targets (
    id TEXT PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES plans (id),
    position BIGINT NOT NULL,
    code TEXT NOT NULL,
    parent_code TEXT,
    number TEXT,
    group_name TEXT,
    name TEXT NOT NULL,
    raw TEXT NOT NULL,
    comparator TEXT,
    value BIGINT,
    value_max BIGINT,
    unit TEXT,
    basis TEXT,
    qualifier TEXT,
    direction TEXT NOT NULL,
    role TEXT,
    denominator BIGINT,
    criterion BIGINT,
    tolerance BIGINT,
    reference BIGINT,
    line_first BIGINT NOT NULL,
    line_last BIGINT NOT NULL,
    confidence BIGINT NOT NULL,
    UNIQUE (plan_id, code)
);

CREATE TABLE movements (
    id TEXT PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES plans (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    own BOOLEAN NOT NULL,
    state TEXT NOT NULL,
    result TEXT,
    difficulties TEXT,
    lessons TEXT,
    directions TEXT,
    version BIGINT NOT NULL DEFAULT 0,
    line_first BIGINT NOT NULL,
    line_last BIGINT NOT NULL,
    confidence BIGINT NOT NULL,
    UNIQUE (plan_id, position)
);

CREATE TABLE movement_steps (
    id TEXT PRIMARY KEY,
    movement_id TEXT NOT NULL REFERENCES movements (id),
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    account_name TEXT NOT NULL,
    note TEXT
);
CREATE INDEX movement_steps_by_movement ON movement_steps (movement_id, at);

-- a correction is a new version; only the newest is current
CREATE TABLE figures (
    id TEXT PRIMARY KEY,
    target_id TEXT NOT NULL REFERENCES targets (id),
    period TEXT NOT NULL,
    version BIGINT NOT NULL,
    is_current BOOLEAN NOT NULL,
    state TEXT NOT NULL,
    value BIGINT,
    attainment TEXT,
    dated DATE,
    source TEXT,
    file_digest TEXT REFERENCES files (digest),
    file_name TEXT,
    reason TEXT,
    illustrative BOOLEAN NOT NULL DEFAULT FALSE,
    account_name TEXT NOT NULL,
    entered_at TIMESTAMP NOT NULL,
    UNIQUE (target_id, period, version)
);

CREATE TABLE audit (
    id TEXT PRIMARY KEY,
    at TIMESTAMP NOT NULL,
    account_id TEXT,
    account_name TEXT NOT NULL,
    unit_id TEXT,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    detail TEXT
);
CREATE INDEX audit_by_unit ON audit (unit_id, at);
CREATE INDEX audit_by_subject ON audit (subject, subject_id, at);
