-- How a plan reaches the units below: until when each issues its own plan, what each is given of a target,
-- and which target below carries out which target above.

-- kinds: the kinds of units that need a plan of their own, parted by commas; empty for every kind
CREATE TABLE cascades (
    plan_id TEXT PRIMARY KEY REFERENCES plans (id),
    launch_by DATE,
    kinds TEXT NOT NULL,
    version BIGINT NOT NULL
);

-- by which method the units below make a target, and for a coverage the bar that counts
CREATE TABLE sharings (
    target_id TEXT PRIMARY KEY REFERENCES targets (id),
    method TEXT NOT NULL,
    bar BIGINT,
    version BIGINT NOT NULL
);

-- what a unit is given of a target of the plan above; a change is a new version, only the newest is current
CREATE TABLE assignments (
    id TEXT PRIMARY KEY,
    target_id TEXT NOT NULL REFERENCES targets (id),
    unit_id TEXT NOT NULL REFERENCES units (id),
    version BIGINT NOT NULL,
    is_current BOOLEAN NOT NULL,
    state TEXT NOT NULL,
    requested BOOLEAN NOT NULL,
    value BIGINT,
    weight BIGINT,
    document TEXT,
    dated DATE,
    reason TEXT,
    account_name TEXT NOT NULL,
    entered_at TIMESTAMP NOT NULL,
    UNIQUE (target_id, unit_id, version)
);
CREATE INDEX assignments_by_unit ON assignments (unit_id, is_current);

-- which target of a plan carries out which target of the plan above; kept by code, so that corrections of a draft keep it
CREATE TABLE target_links (
    plan_id TEXT NOT NULL REFERENCES plans (id),
    code TEXT NOT NULL,
    parent_target_id TEXT NOT NULL REFERENCES targets (id),
    reason TEXT,
    PRIMARY KEY (plan_id, code)
);
CREATE INDEX target_links_by_parent ON target_links (parent_target_id);

ALTER TABLE plans ADD COLUMN links_version BIGINT NOT NULL DEFAULT 0;

-- what a unit strives for beside what it was given
CREATE TABLE strivings (
    target_id TEXT NOT NULL REFERENCES targets (id),
    version BIGINT NOT NULL,
    is_current BOOLEAN NOT NULL,
    value BIGINT,
    note TEXT,
    account_name TEXT NOT NULL,
    entered_at TIMESTAMP NOT NULL,
    PRIMARY KEY (target_id, version)
);
