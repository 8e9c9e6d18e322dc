-- Blocks and clusters, the arrangements that say who is in which, and who leads them for a year.

CREATE TABLE blocks (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES units (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    -- a cluster that another authority organises and the own one takes part in
    outside BOOLEAN NOT NULL,
    organiser TEXT,
    note TEXT,
    version BIGINT NOT NULL
);
CREATE INDEX blocks_by_unit ON blocks (unit_id, sort_key);

CREATE TABLE block_arrangements (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES units (id),
    -- the outside cluster that it is about; none: all blocks of the authority
    block_id TEXT REFERENCES blocks (id),
    from_day DATE NOT NULL,
    decided BOOLEAN NOT NULL,
    number_symbol TEXT,
    dated DATE,
    reason TEXT,
    file_digest TEXT REFERENCES files (digest),
    file_name TEXT,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    recorded_at TIMESTAMP NOT NULL
);
CREATE INDEX block_arrangements_by_unit ON block_arrangements (unit_id, from_day);
CREATE INDEX block_arrangements_by_file ON block_arrangements (file_digest);

CREATE TABLE block_places (
    arrangement_id TEXT NOT NULL REFERENCES block_arrangements (id),
    position BIGINT NOT NULL,
    -- none while the block is only proposed
    block_id TEXT REFERENCES blocks (id),
    block_name TEXT NOT NULL,
    unit_id TEXT REFERENCES units (id),
    name TEXT NOT NULL,
    from_day DATE,
    to_day DATE,
    PRIMARY KEY (arrangement_id, position)
);
CREATE INDEX block_places_by_unit ON block_places (unit_id);
CREATE INDEX block_places_by_block ON block_places (block_id);

CREATE TABLE block_leads (
    block_id TEXT NOT NULL REFERENCES blocks (id),
    year BIGINT NOT NULL,
    position BIGINT NOT NULL,
    seat TEXT NOT NULL,
    unit_id TEXT REFERENCES units (id),
    name TEXT NOT NULL,
    document TEXT,
    PRIMARY KEY (block_id, year, position)
);
CREATE INDEX block_leads_by_unit ON block_leads (unit_id);
