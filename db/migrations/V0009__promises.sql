-- What we will do for somebody, by when. The rules: docs/promises.md.
create schema promises;

create table promises.norm (
    id uuid primary key,
    municipality_id uuid not null references organisation.municipality deferrable initially deferred,
    code text not null,
    name text not null,
    name_en text not null,
    rule jsonb not null,
    attempts smallint not null default 3,
    dayparts smallint not null default 2,
    steps jsonb not null default '[]',
    target numeric(5, 2),
    unique (municipality_id, code)
);

-- Precedence: topic, then team, then municipality (both null).
create table promises.norm_scope (
    id uuid primary key,
    norm_id uuid not null references promises.norm,
    municipality_id uuid not null references organisation.municipality deferrable initially deferred,
    topic_id uuid references catalogue.topic deferrable initially deferred,
    team_id uuid references organisation.team deferrable initially deferred,
    check (topic_id is null or team_id is null)
);
create unique index norm_scope_topic on promises.norm_scope (topic_id) where topic_id is not null;
create unique index norm_scope_team on promises.norm_scope (team_id) where team_id is not null;
create unique index norm_scope_municipality on promises.norm_scope (municipality_id)
    where topic_id is null and team_id is null;

create table promises.promise (
    id uuid primary key,
    municipality_id uuid not null references organisation.municipality deferrable initially deferred,
    matter_id uuid not null references contacts.matter deferrable initially deferred,
    question_id uuid references contacts.question deferrable initially deferred,
    kind text not null check (kind in ('call', 'write', 'do', 'open_door')),
    -- completes "over …", in the citizen's words
    subject text not null,
    to_name text not null default '',
    to_party_id uuid references people.party deferrable initially deferred,
    -- E.164
    to_phone text,
    -- cannot or not_allowed: why it was not answered at once
    why_not text not null check (why_not in ('cannot', 'not_allowed')),
    -- the sentence as it was said, in both languages, and which one was said
    words text not null,
    words_en text not null,
    language text not null check (language in ('nl', 'en')),
    channel text not null references catalogue.channel deferrable initially deferred,
    made_at timestamptz not null,
    made_by uuid references organisation.staff_member deferrable initially deferred,
    -- fixed when the promise was made
    norm_id uuid not null references promises.norm,
    norm_attempts smallint not null,
    norm_dayparts smallint not null,
    calendar_version_id uuid not null references organisation.calendar_version deferrable initially deferred,
    first_due timestamptz not null,
    due timestamptz not null,
    limit_at timestamptz not null,
    team_id uuid not null references organisation.team deferrable initially deferred,
    team_since timestamptz not null,
    holder_id uuid references organisation.staff_member deferrable initially deferred,
    held_since timestamptz,
    attempts smallint not null default 0,
    repeats smallint not null default 0,
    last_repeat_at timestamptz,
    bounces smallint not null default 0,
    ended_at timestamptz,
    end_code text check (end_code in
        ('reached', 'delivered', 'attempts_done', 'withdrawn', 'answered_elsewhere', 'not_owed')),
    -- null while open, or where it counts in neither
    on_time boolean,
    -- the reaction to a moment that passed happened
    moment_passed_at timestamptz,
    -- number of the last event; the next act must carry it
    seq integer not null,
    check ((ended_at is null) = (end_code is null))
);
-- The work list of a team, most urgent first; many are due in the same second, so the id is in it. What is counted beside
-- the list comes along, else each count would visit every open promise of the team.
create index promise_worklist on promises.promise (team_id, due, id) include (holder_id, bounces) where ended_at is null;
-- Few came back, far apart in the list of all.
create index promise_bounced on promises.promise (team_id, due, id) where ended_at is null and bounces > 0;
create index promise_moment_passed on promises.promise (due) where ended_at is null and moment_passed_at is null;
create index promise_holder on promises.promise (holder_id, due) where ended_at is null and holder_id is not null;
create index promise_matter on promises.promise (matter_id);
create index promise_party on promises.promise (to_party_id) where ended_at is null and to_party_id is not null;
create index promise_phone on promises.promise (to_phone) where ended_at is null and to_phone is not null;
create index promise_ended on promises.promise (team_id, ended_at desc) where ended_at is not null;
