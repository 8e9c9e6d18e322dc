-- Meetings of a council. Of a secret ballot only counts are kept, by item and teller; nothing here or elsewhere joins a
-- member to a choice.

CREATE TABLE council_meetings (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES units (id),
    body_id TEXT NOT NULL REFERENCES bodies (id),
    round_id TEXT REFERENCES award_rounds (id),
    name TEXT NOT NULL,
    held_on DATE NOT NULL,
    place TEXT,
    state TEXT NOT NULL,
    closed_at TIMESTAMP,
    minutes TEXT,
    illustrative BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL
);
CREATE INDEX council_meetings_by_unit ON council_meetings (unit_id, held_on);
CREATE INDEX council_meetings_by_body ON council_meetings (body_id);
CREATE INDEX council_meetings_by_round ON council_meetings (round_id);

CREATE TABLE meeting_members (
    meeting_id TEXT NOT NULL REFERENCES council_meetings (id),
    position BIGINT NOT NULL,
    seat TEXT NOT NULL,
    name TEXT NOT NULL,
    person_id TEXT,
    unit_name TEXT,
    -- present, absent, written
    attendance TEXT NOT NULL,
    PRIMARY KEY (meeting_id, position)
);

CREATE TABLE meeting_items (
    meeting_id TEXT NOT NULL REFERENCES council_meetings (id),
    position BIGINT NOT NULL,
    nomination_id TEXT REFERENCES nominations (id),
    initiative_id TEXT REFERENCES initiatives (id),
    -- the rule of the vote as data: secret | open; all-members | present | votes-cast; shares; where it stands
    ballot TEXT NOT NULL,
    base TEXT NOT NULL,
    percent BIGINT,
    more_than BIGINT,
    quorum TEXT,
    written_absent BOOLEAN NOT NULL,
    source TEXT NOT NULL,
    mark TEXT NOT NULL,
    -- after the close: passed, failed, no-quorum
    result TEXT,
    PRIMARY KEY (meeting_id, position)
);
CREATE INDEX meeting_items_by_nomination ON meeting_items (nomination_id);
CREATE INDEX meeting_items_by_initiative ON meeting_items (initiative_id);

-- who is given no ballot for an item, and why
CREATE TABLE meeting_recusals (
    meeting_id TEXT NOT NULL REFERENCES council_meetings (id),
    item BIGINT NOT NULL,
    member BIGINT NOT NULL,
    -- self, own-unit, family, declared
    reason TEXT NOT NULL,
    says TEXT,
    account_name TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (meeting_id, item, member)
);

-- the sheet of a teller: counts only
CREATE TABLE meeting_tallies (
    meeting_id TEXT NOT NULL REFERENCES council_meetings (id),
    item BIGINT NOT NULL,
    teller BIGINT NOT NULL,
    issued BIGINT NOT NULL,
    returned BIGINT NOT NULL,
    invalid BIGINT NOT NULL,
    votes_for BIGINT NOT NULL,
    votes_against BIGINT NOT NULL,
    version BIGINT NOT NULL,
    account_id TEXT,
    account_name TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (meeting_id, item, teller)
);
