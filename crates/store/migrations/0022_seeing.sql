-- The leader's digest: who gets it where and how often, and how each sending went.

CREATE TABLE digest_subscriptions (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    address TEXT NOT NULL,
    -- day, week, month, never
    every TEXT NOT NULL,
    language TEXT NOT NULL,
    version BIGINT NOT NULL,
    set_by TEXT NOT NULL,
    set_at TIMESTAMP NOT NULL
);

CREATE TABLE digest_attempts (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    address TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    -- why it was not sent; nothing: it was sent
    problem TEXT,
    -- what the mail server said
    said TEXT
);
CREATE INDEX digest_attempts_by_account ON digest_attempts (account_id, at);
