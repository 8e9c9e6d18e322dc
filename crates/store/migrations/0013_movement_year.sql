-- how the conditions of a launch stood when the movement was launched, and who launched although some warned
CREATE TABLE launch_conditions (
    plan_id TEXT NOT NULL REFERENCES plans (id),
    position BIGINT NOT NULL,
    code TEXT NOT NULL,
    standing TEXT NOT NULL,
    says TEXT NOT NULL,
    account_name TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (plan_id, position)
);

-- tasks that carry out a programme, a focus task or a breakthrough
CREATE TABLE content_tasks (
    content_id TEXT NOT NULL REFERENCES contents (id),
    task_id TEXT NOT NULL REFERENCES tasks (id),
    PRIMARY KEY (content_id, task_id)
);

-- what a wave strives for: a target of the movement, with a value of the wave's own where it has one, or one of its own;
-- amounts in ten-thousandths
CREATE TABLE wave_targets (
    id TEXT PRIMARY KEY,
    wave_id TEXT NOT NULL REFERENCES movement_waves (id),
    target_id TEXT REFERENCES targets (id),
    name TEXT NOT NULL,
    comparator TEXT NOT NULL,
    direction TEXT NOT NULL,
    value BIGINT,
    unit_of TEXT,
    -- the figure at the end of the wave, where somebody wrote one
    figure BIGINT,
    attainment TEXT,
    dated DATE,
    source TEXT,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL
);
CREATE INDEX wave_targets_by_wave ON wave_targets (wave_id, id);

-- hard matters for which a wave was opened: an item of the register of bottlenecks, or a hard item that a unit registered
CREATE TABLE wave_matters (
    id TEXT PRIMARY KEY,
    wave_id TEXT NOT NULL REFERENCES movement_waves (id),
    bottleneck_id TEXT REFERENCES bottlenecks (id),
    item_id TEXT REFERENCES registration_items (id)
);
CREATE INDEX wave_matters_by_wave ON wave_matters (wave_id, id);

-- the summing-up sheet of a wave as a person wrote it
CREATE TABLE wave_sheets (
    wave_id TEXT PRIMARY KEY REFERENCES movement_waves (id),
    organisation TEXT,
    results TEXT,
    participation TEXT,
    commended TEXT,
    shortcomings TEXT,
    directions TEXT,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL
);

-- what a unit reported of a wave; one for each unit, corrected by versions
CREATE TABLE wave_reports (
    id TEXT PRIMARY KEY,
    wave_id TEXT NOT NULL REFERENCES movement_waves (id),
    unit_id TEXT NOT NULL REFERENCES units (id),
    -- the day of the first report decides whether it was in time
    sent_on DATE NOT NULL,
    text TEXT NOT NULL,
    commended TEXT,
    people BIGINT,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL,
    UNIQUE (wave_id, unit_id)
);

-- that a unit took part in a campaign (cuộc vận động, hoạt động xã hội)
CREATE TABLE campaign_joins (
    id TEXT PRIMARY KEY,
    movement_id TEXT NOT NULL REFERENCES movements (id),
    unit_id TEXT NOT NULL REFERENCES units (id),
    held_on DATE NOT NULL,
    what TEXT NOT NULL,
    people BIGINT,
    amount BIGINT,
    amount_unit TEXT,
    evidence TEXT,
    file_digest TEXT,
    file_name TEXT,
    withdrawn BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    recorded_at TIMESTAMP NOT NULL
);
CREATE INDEX campaign_joins_by_movement ON campaign_joins (movement_id, held_on);
CREATE INDEX campaign_joins_by_file ON campaign_joins (file_digest);

-- congresses and conferences
CREATE TABLE events (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES units (id),
    kind TEXT NOT NULL,
    ordinal BIGINT,
    name TEXT NOT NULL,
    level TEXT NOT NULL,
    day DATE,
    last_day DATE,
    place TEXT,
    -- until when the units hold their own
    below_by DATE,
    programme TEXT,
    result TEXT,
    wave_id TEXT REFERENCES movement_waves (id),
    withdrawn TEXT,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL
);
CREATE INDEX events_by_unit ON events (unit_id, day);

-- the units that hold their own before it, and whom they send
CREATE TABLE event_units (
    event_id TEXT NOT NULL REFERENCES events (id),
    unit_id TEXT NOT NULL REFERENCES units (id),
    held_on DATE,
    said TEXT,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL,
    PRIMARY KEY (event_id, unit_id)
);

CREATE TABLE event_delegates (
    event_id TEXT NOT NULL REFERENCES events (id),
    unit_id TEXT NOT NULL REFERENCES units (id),
    category TEXT NOT NULL,
    people BIGINT NOT NULL,
    PRIMARY KEY (event_id, unit_id, category)
);
