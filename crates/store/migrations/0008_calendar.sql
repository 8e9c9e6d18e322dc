-- Waves of a movement as they are led: those of the plan, taken over at its launch, and those opened later.
CREATE TABLE movement_waves (
    id TEXT PRIMARY KEY,
    movement_id TEXT NOT NULL REFERENCES movements (id),
    position BIGINT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    goal TEXT,
    event TEXT,
    from_day DATE,
    to_day DATE,
    summary_deadline DATE,
    strictly_before BOOLEAN NOT NULL,
    conference TEXT,
    version BIGINT NOT NULL DEFAULT 1,
    -- the line of the plan it was read from; empty when it was opened later
    plan_line BIGINT,
    withdrawn TEXT,
    -- the summing-up; all empty while it is not summed up
    summed_up_on DATE,
    report TEXT,
    attainment TEXT,
    assessment TEXT,
    lessons TEXT,
    commended TEXT,
    closed_by TEXT,
    closed_at TIMESTAMP
);
CREATE INDEX movement_waves_by_movement ON movement_waves (movement_id, position);

CREATE TABLE wave_occasions (
    wave_id TEXT NOT NULL REFERENCES movement_waves (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    anniversary_years BIGINT,
    origin_day DATE,
    day DATE,
    PRIMARY KEY (wave_id, position)
);

-- what is launched already keeps the waves of its plan
INSERT INTO movement_waves (id, movement_id, position, kind, name, goal, from_day, to_day, summary_deadline, strictly_before, plan_line)
    SELECT m.id || '-' || CAST(w.position AS TEXT), m.id, w.position, 'regular', w.name, w.goal, w.from_day, w.to_day,
           w.summary_deadline, w.strictly_before, w.line_first
    FROM waves w JOIN plans p ON p.id = w.plan_id JOIN movements m ON m.plan_id = w.plan_id AND m.own = TRUE
    WHERE p.issued = TRUE;
INSERT INTO wave_occasions (wave_id, position, name, anniversary_years, origin_day, day)
    SELECT m.id || '-' || CAST(o.wave_position AS TEXT), o.position, o.name, o.anniversary_years, o.origin_day, o.day
    FROM occasions o JOIN plans p ON p.id = o.plan_id JOIN movements m ON m.plan_id = o.plan_id AND m.own = TRUE
    WHERE p.issued = TRUE AND o.wave_position IS NOT NULL;

-- which days are free in a year, as an authority has it on paper; swaps and free days as lists of days
CREATE TABLE year_decisions (
    id TEXT PRIMARY KEY,
    unit_id TEXT REFERENCES units (id),
    year BIGINT NOT NULL,
    tet_from DATE,
    tet_to DATE,
    beside_national_day DATE,
    swaps TEXT NOT NULL,
    free TEXT NOT NULL,
    complete BOOLEAN NOT NULL,
    document TEXT NOT NULL,
    account_name TEXT NOT NULL,
    entered_at TIMESTAMP NOT NULL,
    withdrawn_at TIMESTAMP
);
CREATE INDEX year_decisions_by_unit ON year_decisions (unit_id, year);

-- the secret address under which an account's calendar program asks; one for each account
CREATE TABLE calendar_addresses (
    token_hash TEXT PRIMARY KEY,
    account_id TEXT NOT NULL UNIQUE REFERENCES accounts (id),
    created_at TIMESTAMP NOT NULL
);

-- occasions of an authority's own: the founding of the province, the liberation of the district; they count for those below
CREATE TABLE unit_occasions (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES units (id),
    name TEXT NOT NULL,
    lunar BOOLEAN NOT NULL,
    month BIGINT NOT NULL,
    day BIGINT NOT NULL,
    origin BIGINT,
    account_name TEXT NOT NULL,
    entered_at TIMESTAMP NOT NULL,
    withdrawn_at TIMESTAMP
);
CREATE INDEX unit_occasions_by_unit ON unit_occasions (unit_id);
