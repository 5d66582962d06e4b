-- Telling citizens in writing: the texts, and every message with what became of it.

-- The texts that a municipality wrote itself; where there is none, the shipped one holds. Rows are never changed.
create table citizens.template (
    municipality_id uuid not null references organisation.municipality deferrable initially deferred,
    code text not null,
    channel text not null check (channel in ('sms', 'mail', 'letter')),
    language text not null check (language in ('nl', 'en')),
    version integer not null check (version > 0),
    subject text not null,
    body text not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null references organisation.staff_member deferrable initially deferred,
    primary key (municipality_id, code, channel, language, version)
);

-- One message about one event. The text is not kept: it holds a link, and is written again from what is here.
create table citizens.message (
    id uuid primary key,
    -- the event it tells of: one event, one message
    event_id uuid not null unique references platform.event deferrable initially deferred,
    municipality_id uuid not null references organisation.municipality deferrable initially deferred,
    matter_id uuid not null references contacts.matter deferrable initially deferred,
    promise_id uuid not null references promises.promise deferrable initially deferred,
    code text not null,
    -- 0: the shipped text
    template_version integer not null,
    language text not null check (language in ('nl', 'en')),
    channel text not null check (channel in ('sms', 'mail', 'letter')),
    address text not null,
    -- what the text says: the moment, why, how often we tried
    due timestamptz,
    reason text not null default '',
    attempts smallint not null default 0,
    state text not null check (state in ('waiting', 'sending', 'sent', 'delivered', 'refused', 'bounced', 'not_needed')),
    provider_id text,
    created_at timestamptz not null,
    sent_at timestamptz,
    failed_at timestamptz,
    why text,
    tries integer not null default 0,
    -- on the real clock; null when nothing is to be done any more. While one node is sending it: from when another may take it
    -- over. Once it was accepted: when to ask whether it arrived.
    next_try_at timestamptz
);
create index message_due on citizens.message (next_try_at) where next_try_at is not null;
create index message_promise on citizens.message (promise_id);

-- A gateway that is away is asked again with growing pauses, for all its messages together. No row: it works.
create table citizens.gateway_pause (
    channel text primary key,
    since timestamptz not null,
    tries integer not null,
    -- on the real clock
    next_try_at timestamptz not null,
    why text not null
);
