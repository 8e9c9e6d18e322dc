-- Tellers who were replaced while a vote was counted: who, why, and the sums that they had typed. They count no more there.
CREATE TABLE meeting_released (
    meeting_id TEXT NOT NULL REFERENCES council_meetings (id),
    position BIGINT NOT NULL,
    teller BIGINT NOT NULL,
    account_id TEXT,
    account_name TEXT NOT NULL,
    why TEXT NOT NULL,
    sheets TEXT NOT NULL,
    released_by TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (meeting_id, position)
);
