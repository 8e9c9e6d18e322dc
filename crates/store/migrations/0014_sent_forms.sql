-- Forms that were taken, each once: what was sent, as a digest, and where its sender was led.
CREATE TABLE sent_forms (
    digest TEXT PRIMARY KEY,
    sent_at TIMESTAMP NOT NULL,
    answer TEXT NOT NULL
);
CREATE INDEX sent_forms_by_time ON sent_forms (sent_at);

-- The log is asked by person and by day.
CREATE INDEX audit_by_account ON audit (account_id, at);
CREATE INDEX audit_by_time ON audit (at);
