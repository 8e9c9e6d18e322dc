-- sessions that can be listed and ended one by one; people sign in again after this step
DELETE FROM sessions;
-- an identifier that may be shown, unlike the hash of the token
ALTER TABLE sessions ADD COLUMN id TEXT NOT NULL DEFAULT '';
-- the family of the browser: “Firefox, Windows”
ALTER TABLE sessions ADD COLUMN browser TEXT NOT NULL DEFAULT '';
-- true between the password and the second factor: nothing is open yet
ALTER TABLE sessions ADD COLUMN half BOOLEAN NOT NULL DEFAULT FALSE;
-- what was shown besides the password: none, app, recovery-code, passkey, provider
ALTER TABLE sessions ADD COLUMN factor TEXT NOT NULL DEFAULT 'none';

-- the secret of an account's authenticator app, sealed; last_step is the newest code that was taken, so none is taken twice
CREATE TABLE authenticators (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    sealed TEXT NOT NULL,
    last_step BIGINT NOT NULL,
    enrolled_at TIMESTAMP NOT NULL
);

CREATE TABLE recovery_codes (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    code_hash TEXT NOT NULL,
    used_at TIMESTAMP,
    PRIMARY KEY (account_id, code_hash)
);

CREATE TABLE passkeys (
    credential TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    public_key TEXT NOT NULL,
    counter BIGINT NOT NULL,
    added_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);
CREATE INDEX passkeys_by_account ON passkeys (account_id);

-- browsers that an account was opened from before, by the hash of their cookie
CREATE TABLE known_browsers (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    browser_hash TEXT NOT NULL,
    seen_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, browser_hash)
);

-- who somebody is for a provider of sign-ins; the subject never changes there, a name may
CREATE TABLE provider_links (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    linked_at TIMESTAMP NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX provider_links_by_account ON provider_links (account_id);
