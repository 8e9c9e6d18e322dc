-- People, households and collectives. A row is a record as it stands now, with its present main post; `posts` keeps the
-- former main posts and those held beside. Identifiers are our own: an identity number is sealed and never a key.
CREATE TABLE people (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    -- one key for all spellings of one name: where to look for doubles
    alike TEXT NOT NULL,
    birth_year BIGINT,
    birth_day DATE,
    sex TEXT,
    unit_id TEXT REFERENCES units (id),
    title TEXT,
    leader BOOLEAN NOT NULL,
    category TEXT NOT NULL,
    since_day DATE,
    document TEXT,
    standing TEXT NOT NULL,
    collective_unit_id TEXT REFERENCES units (id),
    note TEXT,
    identity_sealed TEXT,
    identity_hash TEXT,
    -- found to be the same as another record; its posts, names and awards are read as that one's
    merged_into TEXT REFERENCES people (id),
    version BIGINT NOT NULL
);
CREATE INDEX people_by_unit ON people (unit_id, sort_key, id);
CREATE INDEX people_by_order ON people (sort_key, id);
CREATE INDEX people_by_alike ON people (alike, birth_year);
CREATE INDEX people_by_category ON people (category, sort_key, id);
CREATE INDEX people_by_identity ON people (identity_hash);
CREATE INDEX people_by_merged ON people (merged_into);
CREATE INDEX people_by_collective ON people (collective_unit_id);

-- former main posts, and posts held beside the main one
CREATE TABLE posts (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    unit_id TEXT REFERENCES units (id),
    title TEXT,
    leader BOOLEAN NOT NULL,
    category TEXT NOT NULL,
    from_day DATE,
    to_day DATE,
    document TEXT
);
CREATE INDEX posts_by_person ON posts (person_id, from_day);
CREATE INDEX posts_by_unit ON posts (unit_id, to_day);

-- former names and aliases
CREATE TABLE person_names (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    name TEXT NOT NULL,
    alike TEXT NOT NULL,
    former BOOLEAN NOT NULL
);
CREATE INDEX person_names_by_person ON person_names (person_id);
CREATE INDEX person_names_by_alike ON person_names (alike);

-- who belongs to a collective that is a named group and no unit
CREATE TABLE members (
    collective_id TEXT NOT NULL REFERENCES people (id),
    person_id TEXT NOT NULL REFERENCES people (id),
    from_day DATE,
    to_day DATE,
    PRIMARY KEY (collective_id, person_id)
);
CREATE INDEX members_by_person ON members (person_id);

-- what a person said of two records: one person, or two; a merger that was taken back stays readable
CREATE TABLE person_pairs (
    id TEXT PRIMARY KEY,
    kept_id TEXT NOT NULL REFERENCES people (id),
    other_id TEXT NOT NULL REFERENCES people (id),
    same BOOLEAN NOT NULL,
    reason TEXT,
    decided_by TEXT NOT NULL,
    decided_at TIMESTAMP NOT NULL,
    undone_by TEXT,
    undone_at TIMESTAMP
);
CREATE INDEX person_pairs_by_kept ON person_pairs (kept_id);
CREATE INDEX person_pairs_by_other ON person_pairs (other_id);

-- who does emulation work, full-time or beside other work
CREATE TABLE emulation_staff (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES units (id),
    person_id TEXT NOT NULL REFERENCES people (id),
    mode TEXT NOT NULL,
    from_day DATE,
    to_day DATE,
    document TEXT,
    version BIGINT NOT NULL
);
CREATE INDEX emulation_staff_by_unit ON emulation_staff (unit_id, to_day);
CREATE INDEX emulation_staff_by_person ON emulation_staff (person_id);

-- lists that came in by spreadsheet: read, looked at, put in as one, taken back as one
CREATE TABLE uploads (
    id TEXT PRIMARY KEY,
    list TEXT NOT NULL,
    unit_id TEXT NOT NULL REFERENCES units (id),
    file_name TEXT NOT NULL,
    state TEXT NOT NULL,
    -- columns that the file had, what the workbook showed, what was to be known of it
    reading TEXT NOT NULL,
    account_name TEXT NOT NULL,
    uploaded_at TIMESTAMP NOT NULL,
    decided_by TEXT,
    decided_at TIMESTAMP,
    version BIGINT NOT NULL
);
CREATE INDEX uploads_by_unit ON uploads (unit_id, list, id);

CREATE TABLE upload_rows (
    upload_id TEXT NOT NULL REFERENCES uploads (id),
    row_number BIGINT NOT NULL,
    tie_id TEXT,
    tie_version BIGINT,
    cells TEXT NOT NULL,
    -- what a person chose for a doubtful row: a record, a new one, or to leave it out
    choice TEXT,
    PRIMARY KEY (upload_id, row_number)
);

-- how to take an upload back: what each record was before, and its version after
CREATE TABLE upload_steps (
    upload_id TEXT NOT NULL REFERENCES uploads (id),
    position BIGINT NOT NULL,
    subject_id TEXT NOT NULL,
    before_state TEXT,
    version_after BIGINT NOT NULL,
    PRIMARY KEY (upload_id, position)
);
