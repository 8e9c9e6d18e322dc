-- Decisions, the honours that they gave (the history of awards), what was sent upward, money, complaints.

CREATE TABLE award_decisions (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES units (id),
    -- award, revocation
    kind TEXT NOT NULL,
    round_id TEXT REFERENCES award_rounds (id),
    title TEXT NOT NULL,
    -- none while it is a draft
    number_symbol TEXT,
    year BIGINT,
    dated DATE,
    signer_title TEXT,
    signer_name TEXT,
    state TEXT NOT NULL,
    -- of a revocation: the decision it takes back, the ground, what else it says
    revokes_id TEXT REFERENCES award_decisions (id),
    ground TEXT,
    reason TEXT,
    bases TEXT,
    file_digest TEXT REFERENCES files (digest),
    file_name TEXT,
    illustrative BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    account_id TEXT,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL,
    UNIQUE (unit_id, kind, year, number_symbol)
);
CREATE INDEX award_decisions_by_unit ON award_decisions (unit_id, dated);
CREATE INDEX award_decisions_by_round ON award_decisions (round_id);
CREATE INDEX award_decisions_by_revoked ON award_decisions (revokes_id);
CREATE INDEX award_decisions_by_file ON award_decisions (file_digest);

-- lines of a decision that is not issued yet
CREATE TABLE decision_lines (
    decision_id TEXT NOT NULL REFERENCES award_decisions (id),
    position BIGINT NOT NULL,
    nomination_id TEXT REFERENCES nominations (id),
    honour_id TEXT,
    PRIMARY KEY (decision_id, position)
);
CREATE INDEX decision_lines_by_nomination ON decision_lines (nomination_id);
CREATE INDEX decision_lines_by_honour ON decision_lines (honour_id);

CREATE TABLE honours (
    id TEXT PRIMARY KEY,
    -- the unit in whose register it stands: whose decision it was, or which wrote it down
    unit_id TEXT NOT NULL REFERENCES units (id),
    issuer TEXT NOT NULL,
    level TEXT NOT NULL,
    award TEXT NOT NULL,
    award_name TEXT NOT NULL,
    occasion TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    person_id TEXT REFERENCES people (id),
    subject_unit_id TEXT REFERENCES units (id),
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    post TEXT,
    of_unit TEXT NOT NULL,
    category TEXT,
    leader BOOLEAN,
    female BOOLEAN,
    year BIGINT NOT NULL,
    period_from DATE,
    period_to DATE,
    merit TEXT NOT NULL,
    decision_id TEXT REFERENCES award_decisions (id),
    number_symbol TEXT,
    dated DATE,
    nomination_id TEXT UNIQUE REFERENCES nominations (id),
    -- the money that followed: multiple and factor in ten-thousandths, VND
    multiple BIGINT,
    factor BIGINT,
    base_salary BIGINT,
    amount BIGINT,
    money_mark TEXT,
    -- valid, revoked
    state TEXT NOT NULL,
    revoked_by TEXT REFERENCES award_decisions (id),
    illustrative BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL
);
CREATE INDEX honours_by_unit ON honours (unit_id, year);
CREATE INDEX honours_by_person ON honours (person_id, year);
CREATE INDEX honours_by_subject ON honours (subject_unit_id, year);
CREATE INDEX honours_by_decision ON honours (decision_id);
CREATE INDEX honours_by_revoked ON honours (revoked_by);
CREATE INDEX honours_by_day ON honours (dated, id);

-- which earlier honours an honour relied on
CREATE TABLE honour_reliances (
    honour_id TEXT NOT NULL REFERENCES honours (id),
    relies_on TEXT NOT NULL REFERENCES honours (id),
    PRIMARY KEY (honour_id, relies_on)
);
CREATE INDEX honour_reliances_by_earlier ON honour_reliances (relies_on);

-- nominations sent upward and followed to their result
CREATE TABLE award_submissions (
    id TEXT PRIMARY KEY,
    nomination_id TEXT NOT NULL REFERENCES nominations (id),
    unit_id TEXT NOT NULL REFERENCES units (id),
    sent_to TEXT NOT NULL,
    number_symbol TEXT,
    sent_on DATE NOT NULL,
    -- sent, returned, granted, refused
    state TEXT NOT NULL,
    answered_on DATE,
    says TEXT,
    honour_id TEXT REFERENCES honours (id),
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL
);
CREATE INDEX award_submissions_by_nomination ON award_submissions (nomination_id);
CREATE INDEX award_submissions_by_unit ON award_submissions (unit_id, sent_on);
CREATE INDEX award_submissions_by_honour ON award_submissions (honour_id);

CREATE TABLE fund_entries (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES units (id),
    year BIGINT NOT NULL,
    -- receipt, payment, recovery
    kind TEXT NOT NULL,
    amount BIGINT NOT NULL,
    dated DATE NOT NULL,
    says TEXT NOT NULL,
    number_symbol TEXT,
    decision_id TEXT REFERENCES award_decisions (id),
    honour_id TEXT REFERENCES honours (id),
    -- the entry that this one sets right
    corrects_id TEXT REFERENCES fund_entries (id),
    illustrative BOOLEAN NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL
);
CREATE INDEX fund_entries_by_unit ON fund_entries (unit_id, year, dated);
CREATE INDEX fund_entries_by_decision ON fund_entries (decision_id);
CREATE INDEX fund_entries_by_honour ON fund_entries (honour_id);
CREATE INDEX fund_entries_by_corrected ON fund_entries (corrects_id);

CREATE TABLE award_complaints (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES units (id),
    honour_id TEXT REFERENCES honours (id),
    nomination_id TEXT REFERENCES nominations (id),
    from_name TEXT NOT NULL,
    says TEXT NOT NULL,
    received_on DATE NOT NULL,
    accept_by DATE,
    settle_by DATE,
    -- received, accepted, refused, settled, withdrawn
    state TEXT NOT NULL,
    outcome TEXT,
    settled_on DATE,
    file_digest TEXT REFERENCES files (digest),
    file_name TEXT,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL
);
CREATE INDEX award_complaints_by_unit ON award_complaints (unit_id, received_on);
CREATE INDEX award_complaints_by_honour ON award_complaints (honour_id);
CREATE INDEX award_complaints_by_nomination ON award_complaints (nomination_id);
CREATE INDEX award_complaints_by_file ON award_complaints (file_digest);
