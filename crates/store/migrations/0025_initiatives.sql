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
    submitted_on DATE NOT NULL,
    state TEXT NOT NULL,
    -- unit, province, nation: what is asked for, and once it is recognised the widest scope of a decision
    scope TEXT NOT NULL,
    -- the council before which it stands: whose members of which day judge, by which rule, and since when that is closed
    body_id TEXT REFERENCES bodies (id),
    judged_on DATE,
    rule TEXT,
    blind BOOLEAN NOT NULL,
    closed_on DATE,
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
CREATE INDEX initiatives_by_body ON initiatives (body_id);

-- criteria and thresholds of a unit's own council, as a text of rules
CREATE TABLE initiative_rules (
    unit_id TEXT PRIMARY KEY REFERENCES units (id),
    content TEXT NOT NULL,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL
);

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

-- the members of the council on the day, numbered; what they say of it, and which account hands in their card
CREATE TABLE initiative_judges (
    initiative_id TEXT NOT NULL REFERENCES initiatives (id),
    judge BIGINT NOT NULL,
    person_id TEXT REFERENCES people (id),
    name TEXT NOT NULL,
    seat TEXT NOT NULL,
    account_id TEXT,
    version BIGINT NOT NULL,
    PRIMARY KEY (initiative_id, judge)
);
CREATE INDEX initiative_judges_by_person ON initiative_judges (person_id);

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

-- every decision that recognised it, one for each scope; the wider one is of a province or ministry
CREATE TABLE initiative_recognitions (
    initiative_id TEXT NOT NULL REFERENCES initiatives (id),
    scope TEXT NOT NULL,
    number_symbol TEXT NOT NULL,
    dated DATE NOT NULL,
    recognised_by TEXT NOT NULL,
    -- the unit whose head recognised it here; none where the decision of another body was written down
    unit_id TEXT REFERENCES units (id),
    file_digest TEXT REFERENCES files (digest),
    file_name TEXT,
    account_name TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (initiative_id, scope)
);
CREATE INDEX initiative_recognitions_by_unit ON initiative_recognitions (unit_id);
CREATE INDEX initiative_recognitions_by_file ON initiative_recognitions (file_digest);

-- units that are to adopt it, followed as what is to be learnt from exemplars
CREATE TABLE initiative_adoptions (
    initiative_id TEXT NOT NULL REFERENCES initiatives (id),
    unit_id TEXT NOT NULL REFERENCES units (id),
    until DATE NOT NULL,
    done_on DATE,
    said TEXT,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL,
    PRIMARY KEY (initiative_id, unit_id)
);
CREATE INDEX initiative_adoptions_by_unit ON initiative_adoptions (unit_id);

CREATE TABLE initiative_uses (
    initiative_id TEXT NOT NULL REFERENCES initiatives (id),
    nomination_id TEXT NOT NULL REFERENCES nominations (id),
    award TEXT NOT NULL,
    PRIMARY KEY (initiative_id, nomination_id)
);
CREATE INDEX initiative_uses_by_nomination ON initiative_uses (nomination_id);
