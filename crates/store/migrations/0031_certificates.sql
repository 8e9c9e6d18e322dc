-- Certificates: one for each honour that is printed, with its code and its number in the book; what went to a printer and
-- what came out; blanks that came in and were used; what each printer was measured with.

CREATE TABLE certificates (
    honour_id TEXT PRIMARY KEY REFERENCES honours (id),
    unit_id TEXT NOT NULL REFERENCES units (id),
    code TEXT NOT NULL UNIQUE,
    year BIGINT NOT NULL,
    book BIGINT NOT NULL,
    written_at TIMESTAMP NOT NULL,
    UNIQUE (unit_id, year, book)
);

-- the order in which people come forward
CREATE TABLE ceremony_places (
    honour_id TEXT PRIMARY KEY REFERENCES honours (id),
    decision_id TEXT NOT NULL REFERENCES award_decisions (id),
    position BIGINT NOT NULL
);
CREATE INDEX ceremony_places_by_decision ON ceremony_places (decision_id, position);

CREATE TABLE printers (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES units (id),
    name TEXT NOT NULL,
    design TEXT NOT NULL,
    -- micrometres from the edges of the paper to the crosses of the test sheet
    cross_left BIGINT NOT NULL,
    cross_top BIGINT NOT NULL,
    cross_right BIGINT NOT NULL,
    cross_bottom BIGINT NOT NULL,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL,
    UNIQUE (unit_id, design, name)
);

CREATE TABLE certificate_batches (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES units (id),
    decision_id TEXT NOT NULL REFERENCES award_decisions (id),
    design TEXT NOT NULL,
    -- plain paper where there is none
    onto_blanks BOOLEAN NOT NULL,
    printer_id TEXT REFERENCES printers (id),
    -- what every sheet says: who gives the award, and where
    issuer TEXT NOT NULL,
    place TEXT NOT NULL,
    -- why some are printed again
    reason TEXT,
    -- open, settled
    state TEXT NOT NULL,
    spoiled BIGINT NOT NULL,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL
);
CREATE INDEX certificate_batches_by_decision ON certificate_batches (decision_id, written_at);

CREATE TABLE certificate_prints (
    batch_id TEXT NOT NULL REFERENCES certificate_batches (id),
    position BIGINT NOT NULL,
    honour_id TEXT NOT NULL REFERENCES honours (id),
    -- waiting, printed, left
    state TEXT NOT NULL,
    PRIMARY KEY (batch_id, position)
);
CREATE INDEX certificate_prints_by_honour ON certificate_prints (honour_id);
-- of two clerks at one moment one sends it to the printer
CREATE UNIQUE INDEX certificate_prints_once ON certificate_prints (honour_id) WHERE state = 'waiting';

CREATE TABLE blank_entries (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES units (id),
    design TEXT NOT NULL,
    -- more than zero came in, less was used or spoiled
    amount BIGINT NOT NULL,
    says TEXT NOT NULL,
    batch_id TEXT REFERENCES certificate_batches (id),
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL
);
CREATE INDEX blank_entries_by_unit ON blank_entries (unit_id, design, written_at);
