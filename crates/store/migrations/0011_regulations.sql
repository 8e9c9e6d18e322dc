-- Regulations with their versions, classes with attendance, bodies with their decisions, plans made known.
-- A person is a name as written; person_id may name a record of that person and is no key.

CREATE TABLE regulations (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES units (id),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    state TEXT NOT NULL,
    review_due DATE,
    note TEXT,
    version BIGINT NOT NULL
);
CREATE INDEX regulations_by_unit ON regulations (unit_id, sort_key);

CREATE TABLE regulation_versions (
    id TEXT PRIMARY KEY,
    regulation_id TEXT NOT NULL REFERENCES regulations (id),
    way TEXT NOT NULL,
    number_symbol TEXT NOT NULL,
    dated DATE,
    issuer TEXT NOT NULL,
    from_day DATE NOT NULL,
    to_day DATE,
    changes TEXT,
    file_digest TEXT REFERENCES files (digest),
    file_name TEXT,
    account_name TEXT NOT NULL,
    recorded_at TIMESTAMP NOT NULL
);
CREATE INDEX regulation_versions_by_regulation ON regulation_versions (regulation_id, id);
CREATE INDEX regulation_versions_by_file ON regulation_versions (file_digest);

CREATE TABLE trainings (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES units (id),
    title TEXT NOT NULL,
    from_day DATE NOT NULL,
    to_day DATE NOT NULL,
    place TEXT,
    -- codes of kinds of units, separated by spaces; empty for all
    audience TEXT NOT NULL,
    content TEXT,
    organiser TEXT,
    file_digest TEXT REFERENCES files (digest),
    file_name TEXT,
    version BIGINT NOT NULL
);
CREATE INDEX trainings_by_unit ON trainings (unit_id, from_day);
CREATE INDEX trainings_by_file ON trainings (file_digest);

CREATE TABLE trainees (
    id TEXT PRIMARY KEY,
    training_id TEXT NOT NULL REFERENCES trainings (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    person_id TEXT,
    title TEXT,
    unit_id TEXT REFERENCES units (id),
    unit_name TEXT,
    attendance TEXT NOT NULL
);
CREATE INDEX trainees_by_training ON trainees (training_id, position);
CREATE INDEX trainees_by_unit ON trainees (unit_id);
CREATE INDEX trainees_by_person ON trainees (person_id);

CREATE TABLE bodies (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES units (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX bodies_by_unit ON bodies (unit_id, sort_key);

CREATE TABLE body_decisions (
    id TEXT PRIMARY KEY,
    body_id TEXT NOT NULL REFERENCES bodies (id),
    number_symbol TEXT NOT NULL,
    dated DATE,
    from_day DATE NOT NULL,
    to_day DATE,
    reason TEXT,
    file_digest TEXT REFERENCES files (digest),
    file_name TEXT,
    account_name TEXT NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    UNIQUE (body_id, from_day)
);
CREATE INDEX body_decisions_by_file ON body_decisions (file_digest);

CREATE TABLE body_members (
    decision_id TEXT NOT NULL REFERENCES body_decisions (id),
    position BIGINT NOT NULL,
    seat TEXT NOT NULL,
    name TEXT NOT NULL,
    person_id TEXT,
    title TEXT,
    unit_name TEXT,
    from_day DATE,
    to_day DATE,
    PRIMARY KEY (decision_id, position)
);
CREATE INDEX body_members_by_person ON body_members (person_id);

CREATE TABLE known_sessions (
    id TEXT PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES plans (id),
    unit_id TEXT NOT NULL REFERENCES units (id),
    held_on DATE NOT NULL,
    form TEXT NOT NULL,
    people BIGINT,
    of_people BIGINT,
    remark TEXT,
    file_digest TEXT REFERENCES files (digest),
    file_name TEXT,
    withdrawn BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    recorded_at TIMESTAMP NOT NULL
);
CREATE INDEX known_sessions_by_plan ON known_sessions (plan_id, unit_id, held_on);
CREATE INDEX known_sessions_by_file ON known_sessions (file_digest);
