-- Year's grades with what they rest on, index results, term targets, promises outside the list.

-- one row for each version; only the newest is current
CREATE TABLE grades (
    id TEXT PRIMARY KEY,
    year BIGINT NOT NULL,
    -- who is graded: a unit or organisation, or somebody of the register
    unit_id TEXT REFERENCES units (id),
    person_id TEXT REFERENCES people (id),
    -- the unit itself, or that of the person's post when the grade was written
    of_unit_id TEXT NOT NULL REFERENCES units (id),
    stage TEXT NOT NULL,
    grade TEXT NOT NULL,
    number_symbol TEXT,
    dated DATE,
    authority TEXT,
    reason TEXT,
    note TEXT,
    version BIGINT NOT NULL,
    is_current BOOLEAN NOT NULL,
    account_id TEXT,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL,
    UNIQUE (unit_id, year, version),
    UNIQUE (person_id, year, version)
);
CREATE INDEX grades_by_of_unit ON grades (of_unit_id, year);

-- what a version rests on, as it stood when it was written
CREATE TABLE grade_bases (
    grade_id TEXT NOT NULL REFERENCES grades (id),
    position BIGINT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    done BIGINT NOT NULL,
    of_all BIGINT NOT NULL,
    short BIGINT NOT NULL,
    address TEXT,
    PRIMARY KEY (grade_id, position)
);

-- an index of a body in a year: what was aimed at and what came of it; one row for each version
CREATE TABLE index_years (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES units (id),
    index_code TEXT NOT NULL,
    year BIGINT NOT NULL,
    score_rises BOOLEAN NOT NULL,
    rank_rises BOOLEAN NOT NULL,
    -- amounts in ten-thousandths
    aim_score BIGINT,
    aim_rank BIGINT,
    score BIGINT,
    place BIGINT,
    of_all BIGINT,
    document TEXT,
    dated DATE,
    note TEXT,
    reason TEXT,
    version BIGINT NOT NULL,
    is_current BOOLEAN NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL,
    UNIQUE (unit_id, index_code, year, version)
);

-- a term of years with its targets
CREATE TABLE terms (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES units (id),
    name TEXT NOT NULL,
    from_year BIGINT NOT NULL,
    to_year BIGINT NOT NULL,
    source TEXT NOT NULL,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL
);
CREATE INDEX terms_by_unit ON terms (unit_id, from_year);

CREATE TABLE term_targets (
    id TEXT PRIMARY KEY,
    term_id TEXT NOT NULL REFERENCES terms (id),
    name TEXT NOT NULL,
    comparator TEXT NOT NULL,
    direction TEXT NOT NULL,
    value BIGINT,
    unit_of TEXT,
    method TEXT NOT NULL,
    withdrawn TEXT,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL
);
CREATE INDEX term_targets_by_term ON term_targets (term_id, id);

-- the step of a year, and what the year came to: the figure of a yearly target, or one typed with its source
CREATE TABLE term_years (
    term_target_id TEXT NOT NULL REFERENCES term_targets (id),
    year BIGINT NOT NULL,
    planned BIGINT,
    target_id TEXT REFERENCES targets (id),
    actual BIGINT,
    source TEXT,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL,
    PRIMARY KEY (term_target_id, year)
);
CREATE INDEX term_years_by_target ON term_years (target_id);

-- a content item that promises something measurable outside the list of targets
CREATE TABLE content_promises (
    content_id TEXT PRIMARY KEY REFERENCES contents (id),
    promise TEXT NOT NULL,
    comparator TEXT NOT NULL,
    direction TEXT NOT NULL,
    value BIGINT,
    unit_of TEXT,
    figure BIGINT,
    attainment TEXT,
    dated DATE,
    source TEXT,
    withdrawn TEXT,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL
);
