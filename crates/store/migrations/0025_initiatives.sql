-- The register of initiatives: submitted, judged, recognised, confirmed by those who adopted them, used once.

CREATE TABLE initiatives (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES units (id),
    year BIGINT NOT NULL,
    -- initiative, science-work, combat-creativity
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    summary TEXT NOT NULL,
    benefit TEXT,
    first_used_on DATE,
    state TEXT NOT NULL,
    -- unit, province, nation
    scope TEXT NOT NULL,
    number_symbol TEXT,
    dated DATE,
    recognised_by TEXT,
    reason TEXT,
    file_digest TEXT REFERENCES files (digest),
    file_name TEXT,
    illustrative BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    account_id TEXT,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL
);
CREATE INDEX initiatives_by_unit ON initiatives (unit_id, year);
CREATE INDEX initiatives_by_file ON initiatives (file_digest);

CREATE TABLE initiative_authors (
    initiative_id TEXT NOT NULL REFERENCES initiatives (id),
    position BIGINT NOT NULL,
    person_id TEXT REFERENCES people (id),
    name TEXT NOT NULL,
    -- per cent
    share BIGINT NOT NULL,
    PRIMARY KEY (initiative_id, position)
);
CREATE INDEX initiative_authors_by_person ON initiative_authors (person_id);

CREATE TABLE initiative_marks (
    initiative_id TEXT NOT NULL REFERENCES initiatives (id),
    -- which member of the council, by number; marks are reasoned opinions, not ballots
    judge BIGINT NOT NULL,
    criterion TEXT NOT NULL,
    mark BIGINT NOT NULL,
    says TEXT,
    account_name TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (initiative_id, judge, criterion)
);

CREATE TABLE initiative_confirmations (
    id TEXT PRIMARY KEY,
    initiative_id TEXT NOT NULL REFERENCES initiatives (id),
    by_unit TEXT NOT NULL,
    unit_id TEXT REFERENCES units (id),
    says TEXT NOT NULL,
    dated DATE NOT NULL,
    file_digest TEXT REFERENCES files (digest),
    file_name TEXT,
    account_name TEXT NOT NULL,
    at TIMESTAMP NOT NULL
);
CREATE INDEX initiative_confirmations_by_initiative ON initiative_confirmations (initiative_id);
CREATE INDEX initiative_confirmations_by_unit ON initiative_confirmations (unit_id);
CREATE INDEX initiative_confirmations_by_file ON initiative_confirmations (file_digest);

CREATE TABLE initiative_uses (
    initiative_id TEXT NOT NULL REFERENCES initiatives (id),
    nomination_id TEXT NOT NULL REFERENCES nominations (id),
    award TEXT NOT NULL,
    PRIMARY KEY (initiative_id, nomination_id)
);
CREATE INDEX initiative_uses_by_nomination ON initiative_uses (nomination_id);
