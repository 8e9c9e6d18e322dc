-- Rounds of consideration, nominations with their dossiers, and the rule packs of ministries and provinces.

CREATE TABLE award_rounds (
    id TEXT PRIMARY KEY,
    -- the authority that considers
    unit_id TEXT NOT NULL REFERENCES units (id),
    name TEXT NOT NULL,
    -- regular, thematic, sudden, service, term, external
    occasion TEXT NOT NULL,
    movement_id TEXT REFERENCES movements (id),
    wave_id TEXT REFERENCES movement_waves (id),
    year BIGINT NOT NULL,
    period_from DATE NOT NULL,
    period_to DATE NOT NULL,
    deadline DATE,
    note TEXT,
    closed_on DATE,
    illustrative BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL
);
CREATE INDEX award_rounds_by_unit ON award_rounds (unit_id, year);
CREATE INDEX award_rounds_by_movement ON award_rounds (movement_id);

CREATE TABLE nominations (
    id TEXT PRIMARY KEY,
    round_id TEXT NOT NULL REFERENCES award_rounds (id),
    -- the unit that proposes
    unit_id TEXT NOT NULL REFERENCES units (id),
    award TEXT NOT NULL,
    award_name TEXT NOT NULL,
    -- individual, collective, household
    subject_kind TEXT NOT NULL,
    person_id TEXT REFERENCES people (id),
    subject_unit_id TEXT REFERENCES units (id),
    -- as it goes into the decision
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    post TEXT,
    of_unit TEXT NOT NULL,
    -- what an individual is by work, as it was when proposed
    category TEXT,
    leader BOOLEAN,
    female BOOLEAN,
    merit TEXT NOT NULL,
    report TEXT,
    -- how far the achievement reaches
    influence TEXT,
    achieved_on DATE,
    state TEXT NOT NULL,
    supplements BIGINT NOT NULL,
    received_on DATE,
    -- what it was before it was downgraded with consent
    downgraded_from TEXT,
    -- the judgement as it stood: regime, version of the pack, answer, every condition (JSON)
    regime TEXT,
    pack TEXT,
    verdict TEXT,
    judged TEXT,
    -- what the meeting of the unit said
    selection_for BIGINT,
    selection_of BIGINT,
    place_order BIGINT NOT NULL,
    illustrative BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    account_id TEXT,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL
);
CREATE INDEX nominations_by_round ON nominations (round_id, award, place_order);
CREATE INDEX nominations_by_unit ON nominations (unit_id, round_id);
CREATE INDEX nominations_by_person ON nominations (person_id);
CREATE INDEX nominations_by_subject ON nominations (subject_unit_id);

CREATE TABLE nomination_steps (
    nomination_id TEXT NOT NULL REFERENCES nominations (id),
    position BIGINT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    reason TEXT,
    account_id TEXT,
    account_name TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (nomination_id, position)
);

CREATE TABLE nomination_papers (
    id TEXT PRIMARY KEY,
    nomination_id TEXT NOT NULL REFERENCES nominations (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    number_symbol TEXT,
    dated DATE,
    originals BIGINT NOT NULL,
    file_digest TEXT REFERENCES files (digest),
    file_name TEXT,
    withdrawn TEXT,
    account_name TEXT NOT NULL,
    at TIMESTAMP NOT NULL
);
CREATE INDEX nomination_papers_by_nomination ON nomination_papers (nomination_id, kind);
CREATE INDEX nomination_papers_by_file ON nomination_papers (file_digest);

CREATE TABLE nomination_remarks (
    id TEXT PRIMARY KEY,
    nomination_id TEXT NOT NULL REFERENCES nominations (id),
    -- the field or paper that it is about
    field TEXT NOT NULL,
    says TEXT NOT NULL,
    answer TEXT,
    account_name TEXT NOT NULL,
    at TIMESTAMP NOT NULL
);
CREATE INDEX nomination_remarks_by_nomination ON nomination_remarks (nomination_id, at);

-- results recorded in the system that the dossier cites: target, figure, task, registration, recognition, grade, report, wave
CREATE TABLE nomination_results (
    nomination_id TEXT NOT NULL REFERENCES nominations (id),
    position BIGINT NOT NULL,
    kind TEXT NOT NULL,
    result_id TEXT NOT NULL,
    says TEXT NOT NULL,
    address TEXT,
    PRIMARY KEY (nomination_id, position)
);
CREATE INDEX nomination_results_by_result ON nomination_results (result_id);

CREATE TABLE nomination_opinions (
    id TEXT PRIMARY KEY,
    nomination_id TEXT NOT NULL REFERENCES nominations (id),
    body TEXT NOT NULL,
    asked_on DATE NOT NULL,
    due DATE NOT NULL,
    answered_on DATE,
    -- agrees, disagrees, no-remark
    answer TEXT,
    says TEXT,
    expires DATE,
    file_digest TEXT REFERENCES files (digest),
    file_name TEXT,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    at TIMESTAMP NOT NULL
);
CREATE INDEX nomination_opinions_by_nomination ON nomination_opinions (nomination_id, asked_on);
CREATE INDEX nomination_opinions_by_file ON nomination_opinions (file_digest);

-- facts that no other record of the system holds, as JSON of the contract: attested, tenure, contribution, pending …
CREATE TABLE nomination_facts (
    nomination_id TEXT NOT NULL REFERENCES nominations (id),
    fact TEXT NOT NULL,
    value TEXT NOT NULL,
    account_name TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (nomination_id, fact)
);

CREATE TABLE rule_packs (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES units (id),
    code TEXT NOT NULL,
    label TEXT NOT NULL,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    from_day DATE NOT NULL,
    to_day DATE,
    content TEXT NOT NULL,
    withdrawn TEXT,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL,
    UNIQUE (unit_id, code, label)
);
CREATE INDEX rule_packs_by_unit ON rule_packs (unit_id, from_day);
