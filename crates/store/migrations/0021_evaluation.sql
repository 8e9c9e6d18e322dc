-- What earlier years reached of a target, and what a growth is counted in.

-- a correction is a new version; only the newest is current; amounts in ten-thousandths
CREATE TABLE earlier_figures (
    id TEXT PRIMARY KEY,
    target_id TEXT NOT NULL REFERENCES targets (id),
    -- itself, level (what changes, where the target is a change), cases, deaths, injured
    measure TEXT NOT NULL,
    -- an earlier year; of a level or a measure the year of the target too
    year BIGINT NOT NULL,
    period TEXT NOT NULL,
    version BIGINT NOT NULL,
    is_current BOOLEAN NOT NULL,
    -- nothing when it was taken back
    value BIGINT,
    source TEXT,
    -- the target of the earlier movement whose figure it is
    from_target_id TEXT,
    reason TEXT,
    illustrative BOOLEAN NOT NULL,
    account_name TEXT NOT NULL,
    entered_at TIMESTAMP NOT NULL,
    UNIQUE (target_id, measure, year, period, version)
);

-- what the change of a target is counted in: percent or points
CREATE TABLE growth_meanings (
    target_id TEXT PRIMARY KEY REFERENCES targets (id),
    meaning TEXT NOT NULL,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    set_at TIMESTAMP NOT NULL
);
