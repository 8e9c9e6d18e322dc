-- what a person says of a movement beyond its name; nothing here is needed to launch one
CREATE TABLE movement_facts (
    movement_id TEXT PRIMARY KEY REFERENCES movements (id),
    kind TEXT NOT NULL,
    from_year BIGINT,
    to_year BIGINT,
    national TEXT,
    launched_by TEXT,
    focus BOOLEAN NOT NULL,
    version BIGINT NOT NULL
);

-- content areas and programmes of a movement's plan, in order
CREATE TABLE contents (
    id TEXT PRIMARY KEY,
    movement_id TEXT NOT NULL REFERENCES movements (id),
    position BIGINT NOT NULL,
    kind TEXT NOT NULL,
    numbering TEXT,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    line_first BIGINT,
    line_last BIGINT,
    answer TEXT,
    version BIGINT NOT NULL
);
CREATE INDEX contents_by_movement ON contents (movement_id, position);

CREATE TABLE content_targets (
    content_id TEXT NOT NULL REFERENCES contents (id),
    target_id TEXT NOT NULL REFERENCES targets (id),
    PRIMARY KEY (content_id, target_id)
);

-- a set of criteria in force for a movement, in the words that a person confirmed
CREATE TABLE criteria_sets (
    id TEXT PRIMARY KEY,
    movement_id TEXT NOT NULL REFERENCES movements (id),
    catalogue_key TEXT,
    name TEXT NOT NULL,
    source TEXT NOT NULL,
    position BIGINT NOT NULL
);
CREATE INDEX criteria_sets_by_movement ON criteria_sets (movement_id, position);

CREATE TABLE criteria (
    set_id TEXT NOT NULL REFERENCES criteria_sets (id),
    position BIGINT NOT NULL,
    group_name TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (set_id, position)
);

-- an assessment is a new version; only the newest is current
CREATE TABLE criteria_marks (
    id TEXT PRIMARY KEY,
    set_id TEXT NOT NULL REFERENCES criteria_sets (id),
    position BIGINT NOT NULL,
    unit_id TEXT NOT NULL REFERENCES units (id),
    grade TEXT NOT NULL,
    evidence TEXT,
    version BIGINT NOT NULL,
    is_current BOOLEAN NOT NULL,
    account_name TEXT NOT NULL,
    marked_at TIMESTAMP NOT NULL,
    UNIQUE (set_id, position, unit_id, version)
);
