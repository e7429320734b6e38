CREATE TABLE marks (
    name TEXT NOT NULL, 
    value TEXT NOT NULL, 
    CONSTRAINT pk_marks PRIMARY KEY (name)
);

CREATE TABLE inbox (
    seq BIGSERIAL NOT NULL, 
    update_id BIGINT NOT NULL, 
    fingerprint BYTEA NOT NULL, 
    chat BIGINT NOT NULL, 
    body BYTEA, 
    at TIMESTAMP WITH TIME ZONE NOT NULL, 
    state TEXT DEFAULT 'waiting' NOT NULL, 
    error BYTEA, 
    CONSTRAINT pk_inbox PRIMARY KEY (seq), 
    CONSTRAINT uq_inbox_update_id_fingerprint UNIQUE (update_id, fingerprint)
)
 WITH (autovacuum_vacuum_scale_factor = 0.02);

CREATE INDEX ix_inbox_waiting ON inbox (seq) WHERE state = 'waiting';

CREATE INDEX ix_inbox_waiting_chat ON inbox (chat, seq) WHERE state = 'waiting';

CREATE INDEX ix_inbox_done ON inbox (at) WHERE state = 'done';

CREATE INDEX ix_inbox_failed ON inbox (seq) WHERE state = 'failed';

CREATE TABLE sessions (
    chat BIGINT NOT NULL, 
    "user" BIGINT NOT NULL, 
    version INTEGER NOT NULL, 
    data BYTEA NOT NULL, 
    CONSTRAINT pk_sessions PRIMARY KEY (chat, "user")
)
 WITH (fillfactor = 80);

CREATE TABLE proposals (
    id TEXT NOT NULL, 
    chat BIGINT NOT NULL, 
    municipality TEXT NOT NULL, 
    round TEXT NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE, 
    changed_at TIMESTAMP WITH TIME ZONE, 
    data BYTEA NOT NULL, 
    CONSTRAINT pk_proposals PRIMARY KEY (id)
);

CREATE INDEX ix_proposals_chat ON proposals (chat);

CREATE TABLE cases (
    reference TEXT NOT NULL, 
    chat BIGINT NOT NULL, 
    municipality TEXT NOT NULL, 
    state TEXT NOT NULL, 
    opened_at TIMESTAMP WITH TIME ZONE, 
    closed_at TIMESTAMP WITH TIME ZONE, 
    version INTEGER NOT NULL, 
    data BYTEA NOT NULL, 
    CONSTRAINT pk_cases PRIMARY KEY (reference)
);

CREATE INDEX ix_cases_chat ON cases (chat) WHERE chat <> 0;

CREATE INDEX ix_cases_open ON cases (municipality, opened_at, reference) WHERE closed_at IS NULL;

CREATE TABLE messages (
    id BIGSERIAL NOT NULL, 
    reference TEXT NOT NULL, 
    data BYTEA NOT NULL, 
    CONSTRAINT pk_messages PRIMARY KEY (id), 
    CONSTRAINT fk_messages_reference FOREIGN KEY(reference) REFERENCES cases (reference) ON DELETE CASCADE
);

CREATE INDEX ix_messages_reference_id ON messages (reference, id);

CREATE TABLE reminders (
    key TEXT NOT NULL, 
    chat BIGINT NOT NULL, 
    kind TEXT NOT NULL, 
    subject TEXT NOT NULL, 
    due_at TIMESTAMP WITH TIME ZONE NOT NULL, 
    wall TEXT NOT NULL, 
    about TEXT NOT NULL, 
    fired_at TIMESTAMP WITH TIME ZONE, 
    CONSTRAINT pk_reminders PRIMARY KEY (key)
);

CREATE INDEX ix_reminders_chat ON reminders (chat);

CREATE INDEX ix_reminders_subject ON reminders (subject);

CREATE INDEX ix_reminders_due ON reminders (due_at, key) WHERE fired_at IS NULL;

CREATE TABLE outbox (
    seq BIGSERIAL NOT NULL, 
    chat BIGINT NOT NULL, 
    rank SMALLINT NOT NULL, 
    key TEXT, 
    about TEXT NOT NULL, 
    card BOOLEAN NOT NULL, 
    data BYTEA, 
    state TEXT DEFAULT 'pending' NOT NULL, 
    due_at TIMESTAMP WITH TIME ZONE, 
    attempts INTEGER DEFAULT '0' NOT NULL, 
    doubts INTEGER DEFAULT '0' NOT NULL, 
    claimed_by INTEGER, 
    claimed_at TIMESTAMP WITH TIME ZONE, 
    error BYTEA, 
    CONSTRAINT pk_outbox PRIMARY KEY (seq), 
    CONSTRAINT uq_outbox_key UNIQUE (key)
)
 WITH (autovacuum_vacuum_scale_factor = 0.02);

CREATE INDEX ix_outbox_queue ON outbox (state, rank, seq) WHERE state <> 'sent';

CREATE INDEX ix_outbox_chat ON outbox (chat, state, rank, seq) WHERE state <> 'sent';

CREATE INDEX ix_outbox_sent ON outbox (claimed_at) WHERE state = 'sent';

CREATE TABLE posts (
    seq BIGSERIAL NOT NULL, 
    chat BIGINT NOT NULL, 
    message_id BIGINT NOT NULL, 
    about TEXT NOT NULL, 
    card BOOLEAN NOT NULL, 
    offers BYTEA NOT NULL, 
    CONSTRAINT pk_posts PRIMARY KEY (seq), 
    CONSTRAINT uq_posts_chat_message_id UNIQUE (chat, message_id)
);

CREATE INDEX ix_posts_card ON posts (about, seq) WHERE card;

CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
