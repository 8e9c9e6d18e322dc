-- Recognition without an award, and what units are to learn from an exemplar.

CREATE TABLE recognitions (
    id TEXT PRIMARY KEY,
    movement_id TEXT NOT NULL REFERENCES movements (id),
    wave_id TEXT REFERENCES movement_waves (id),
    -- whose it is: the authority itself, or the unit below that proposes
    unit_id TEXT NOT NULL REFERENCES units (id),
    -- who is recognised: a unit, somebody of the register, or only a name
    whom TEXT NOT NULL,
    whom_unit_id TEXT REFERENCES units (id),
    person_id TEXT REFERENCES people (id),
    merit TEXT NOT NULL,
    achieved_on DATE NOT NULL,
    -- the result that it rests on
    result_kind TEXT,
    result_id TEXT,
    -- codes with a space between
    purposes TEXT NOT NULL,
    purpose TEXT,
    state TEXT NOT NULL,
    day DATE,
    given_by TEXT,
    channels TEXT NOT NULL,
    told TEXT,
    withdrawn TEXT,
    -- the account that proposed it; none when it was recognised as it was written
    proposed_by TEXT,
    proposed_name TEXT,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL
);
CREATE INDEX recognitions_by_movement ON recognitions (movement_id);
CREATE INDEX recognitions_by_wave ON recognitions (wave_id);
CREATE INDEX recognitions_by_unit ON recognitions (unit_id);
CREATE INDEX recognitions_by_whom ON recognitions (whom_unit_id);
CREATE INDEX recognitions_by_person ON recognitions (person_id);

CREATE TABLE recognition_lessons (
    id TEXT PRIMARY KEY,
    recognition_id TEXT NOT NULL REFERENCES recognitions (id),
    what TEXT NOT NULL,
    until DATE NOT NULL,
    withdrawn TEXT,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL
);
CREATE INDEX recognition_lessons_by_recognition ON recognition_lessons (recognition_id);

CREATE TABLE recognition_lesson_units (
    lesson_id TEXT NOT NULL REFERENCES recognition_lessons (id),
    unit_id TEXT NOT NULL REFERENCES units (id),
    done_on DATE,
    said TEXT,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL,
    PRIMARY KEY (lesson_id, unit_id)
);
CREATE INDEX recognition_lesson_units_by_unit ON recognition_lesson_units (unit_id);
