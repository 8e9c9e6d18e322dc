-- a draft as it stood before each correction: what a correction changed can be seen, and undone; the first is the reader's own
CREATE TABLE plan_versions (
    plan_id TEXT NOT NULL REFERENCES plans (id),
    version BIGINT NOT NULL,
    draft TEXT NOT NULL,
    PRIMARY KEY (plan_id, version)
);

-- what the reader did on the way from the file to its text: codes, parted by commas
ALTER TABLE plans ADD COLUMN source_notes TEXT;

-- an authority's own dictionary: what its people corrected, for the next reading
CREATE TABLE lessons (
    unit_id TEXT NOT NULL REFERENCES units (id),
    kind TEXT NOT NULL,
    printed TEXT NOT NULL,
    meant TEXT NOT NULL,
    learned_at TIMESTAMP NOT NULL,
    PRIMARY KEY (unit_id, kind, printed)
);

-- reports that were read for a movement; what was accepted from them are figures with the file as evidence
CREATE TABLE report_readings (
    id TEXT PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES plans (id),
    file_digest TEXT NOT NULL,
    file_name TEXT NOT NULL,
    period TEXT NOT NULL,
    read_at TIMESTAMP NOT NULL
);
