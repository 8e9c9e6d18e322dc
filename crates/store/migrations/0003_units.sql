-- Units through time. A unit is one identity; its name, kind, level, head and place in the tree are states, each
-- between two days. `units` keeps the newest state, so that names and parents are found in one step.

ALTER TABLE units ADD COLUMN kind TEXT NOT NULL DEFAULT 'other';
ALTER TABLE units ADD COLUMN head TEXT;
ALTER TABLE units ADD COLUMN version BIGINT NOT NULL DEFAULT 0;
CREATE INDEX units_by_parent ON units (parent_id, sort_key);

UPDATE units SET kind = CASE level
    WHEN 'central' THEN 'central' WHEN 'province' THEN 'province' WHEN 'province-department' THEN 'department'
    WHEN 'district' THEN 'district' WHEN 'commune' THEN 'commune' ELSE 'other' END;

-- from_day empty: since before anybody remembers; to_day empty: until further notice
CREATE TABLE unit_states (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES units (id),
    from_day DATE,
    to_day DATE,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    level TEXT NOT NULL,
    kind TEXT NOT NULL,
    head TEXT,
    parent_id TEXT REFERENCES units (id),
    parent_name TEXT,
    reform_id TEXT
);
CREATE INDEX unit_states_by_unit ON unit_states (unit_id);
CREATE INDEX unit_states_by_parent ON unit_states (parent_id, sort_key);

INSERT INTO unit_states (id, unit_id, from_day, to_day, name, sort_key, level, kind, head, parent_id, parent_name, reform_id)
    SELECT id, id, valid_from, valid_to, name, sort_key, level, kind, NULL, parent_id, parent_name, NULL FROM units;

-- a dated act that renames, moves, re-levels, merges, splits or abolishes
CREATE TABLE reforms (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    day DATE NOT NULL,
    document TEXT,
    note TEXT,
    account_name TEXT NOT NULL,
    recorded_at TIMESTAMP NOT NULL
);

-- who became whom: several before one is a merger, one before several a division
CREATE TABLE lineage (
    reform_id TEXT NOT NULL REFERENCES reforms (id),
    before_id TEXT NOT NULL REFERENCES units (id),
    after_id TEXT NOT NULL REFERENCES units (id),
    PRIMARY KEY (reform_id, before_id, after_id)
);
CREATE INDEX lineage_by_before ON lineage (before_id);
CREATE INDEX lineage_by_after ON lineage (after_id);

-- every place in a name where a word begins, folded, as bytes: both databases order bytes alike, so a prefix is a range
CREATE TABLE name_starts (
    kind TEXT NOT NULL,
    folded BYTEA NOT NULL,
    owner_id TEXT NOT NULL,
    PRIMARY KEY (kind, folded, owner_id)
);
CREATE INDEX name_starts_by_owner ON name_starts (owner_id);

-- further powers of an account beside its own role in its own unit, each between two days
CREATE TABLE grants (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL,
    unit_id TEXT NOT NULL REFERENCES units (id),
    from_day DATE,
    to_day DATE,
    reason TEXT NOT NULL,
    granted_by TEXT NOT NULL,
    granted_at TIMESTAMP NOT NULL
);
CREATE INDEX grants_by_account ON grants (account_id);

-- who answered for a plan and its movements, from day to day; plans.unit_id is the present one
CREATE TABLE plan_keepers (
    plan_id TEXT NOT NULL REFERENCES plans (id),
    position BIGINT NOT NULL,
    unit_id TEXT NOT NULL REFERENCES units (id),
    until_day DATE NOT NULL,
    treatment TEXT NOT NULL,
    reform_id TEXT NOT NULL REFERENCES reforms (id),
    reason TEXT NOT NULL,
    PRIMARY KEY (plan_id, position)
);

-- the plan of the level above that this one carries out, and the unit of a plan as it was derived
ALTER TABLE plans ADD COLUMN parent_plan_id TEXT REFERENCES plans (id);
CREATE INDEX plans_by_parent ON plans (parent_plan_id);
