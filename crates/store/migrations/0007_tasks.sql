-- Tasks with the five “rõ”, what became of each obligation of a plan, bottlenecks, and problems raised to the leadership.

CREATE TABLE tasks (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES units (id),
    plan_id TEXT REFERENCES plans (id),
    movement_id TEXT REFERENCES movements (id),
    -- the obligation of the plan that it carries out, and the lines of its sentence
    obligation BIGINT,
    line_first BIGINT,
    line_last BIGINT,
    problem_id TEXT,
    bottleneck_id TEXT,
    manner TEXT NOT NULL,
    state TEXT NOT NULL,
    lead_unit_id TEXT REFERENCES units (id),
    -- who is meant, in the words of the plan
    actor TEXT,
    responsible TEXT,
    person_id TEXT,
    work TEXT NOT NULL,
    responsibility TEXT,
    due_day DATE,
    strictly_before BOOLEAN NOT NULL DEFAULT FALSE,
    every TEXT,
    last_day DATE,
    outcome TEXT,
    weight TEXT,
    programme TEXT,
    version BIGINT NOT NULL DEFAULT 0,
    -- kept beside the acts, so that a board is one question: the next day to keep, the last news, urgings and extensions
    next_due DATE,
    open_days BIGINT NOT NULL DEFAULT 0,
    heard_on DATE,
    urgings BIGINT NOT NULL DEFAULT 0,
    urgings_since BIGINT NOT NULL DEFAULT 0,
    urged_on DATE,
    noted_on DATE,
    extensions BIGINT NOT NULL DEFAULT 0,
    done_by TEXT,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX tasks_by_unit ON tasks (unit_id, state);
CREATE INDEX tasks_by_lead ON tasks (lead_unit_id, state);
CREATE INDEX tasks_by_movement ON tasks (movement_id);
CREATE INDEX tasks_by_problem ON tasks (problem_id);

-- the units that work with the lead unit (phối hợp)
CREATE TABLE task_units (
    task_id TEXT NOT NULL REFERENCES tasks (id),
    unit_id TEXT NOT NULL REFERENCES units (id),
    PRIMARY KEY (task_id, unit_id)
);
CREATE INDEX task_units_by_unit ON task_units (unit_id);

-- the days of a task that comes back
CREATE TABLE task_days (
    task_id TEXT NOT NULL REFERENCES tasks (id),
    position BIGINT NOT NULL,
    due DATE NOT NULL,
    answer TEXT,
    answered_on DATE,
    account_name TEXT,
    PRIMARY KEY (task_id, position)
);

-- everything that was done to a task, in order; nothing is changed or deleted
CREATE TABLE task_acts (
    id TEXT PRIMARY KEY,
    task_id TEXT NOT NULL REFERENCES tasks (id),
    kind TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    account_id TEXT,
    account_name TEXT NOT NULL,
    to_state TEXT,
    old_day DATE,
    new_day DATE,
    note TEXT
);
CREATE INDEX task_acts_by_task ON task_acts (task_id, at);

-- each obligation is decided once: it became tasks, or it is none and why
CREATE TABLE obligation_decisions (
    plan_id TEXT NOT NULL REFERENCES plans (id),
    position BIGINT NOT NULL,
    is_task BOOLEAN NOT NULL,
    reason TEXT,
    account_name TEXT NOT NULL,
    decided_at TIMESTAMP NOT NULL,
    PRIMARY KEY (plan_id, position)
);

CREATE TABLE bottlenecks (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES units (id),
    field TEXT NOT NULL,
    name TEXT NOT NULL,
    place TEXT,
    description TEXT,
    arisen DATE NOT NULL,
    owner_unit_id TEXT REFERENCES units (id),
    owner_name TEXT,
    direction TEXT,
    due_day DATE,
    task_id TEXT REFERENCES tasks (id),
    -- the wave of a plan in which it is to be removed
    plan_id TEXT REFERENCES plans (id),
    wave BIGINT,
    outcome TEXT,
    state TEXT NOT NULL,
    version BIGINT NOT NULL DEFAULT 0,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX bottlenecks_by_unit ON bottlenecks (unit_id, state);
CREATE INDEX bottlenecks_by_owner ON bottlenecks (owner_unit_id, state);

CREATE TABLE problems (
    id TEXT PRIMARY KEY,
    -- whose leadership decides, and which unit raised it
    unit_id TEXT NOT NULL REFERENCES units (id),
    raised_by TEXT NOT NULL REFERENCES units (id),
    source TEXT NOT NULL,
    source_id TEXT,
    name TEXT NOT NULL,
    description TEXT,
    advice TEXT,
    advised_by TEXT,
    decision TEXT,
    decided_by TEXT,
    decided_on DATE,
    outcome TEXT,
    state TEXT NOT NULL,
    version BIGINT NOT NULL DEFAULT 0,
    raised_on DATE NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX problems_by_unit ON problems (unit_id, state);
CREATE INDEX problems_by_raiser ON problems (raised_by);
CREATE INDEX problems_by_source ON problems (source_id);
