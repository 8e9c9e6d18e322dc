-- Word templates of an authority, each version in force from a day; none is ever written over.
CREATE TABLE word_templates (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES units (id),
    -- the kind of document, as the catalogue of fields calls it
    kind TEXT NOT NULL,
    number BIGINT NOT NULL,
    in_force_from DATE NOT NULL,
    note TEXT,
    file_digest TEXT NOT NULL REFERENCES files (digest),
    file_name TEXT NOT NULL,
    -- valid, withdrawn
    state TEXT NOT NULL,
    -- documents of earlier days keep it
    withdrawn_on DATE,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL,
    UNIQUE (unit_id, kind, number)
);
CREATE INDEX word_templates_by_file ON word_templates (file_digest);
