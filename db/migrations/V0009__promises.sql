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

-- What a municipality decided beforehand.
create table promises.municipality_rule (
    municipality_id uuid primary key references organisation.municipality deferrable initially deferred,
    -- a promise about acquisition may end as not owed without asking Regie
    acquisition_not_owed boolean not null default false
);

-- What a moment may depend on: the works in a street begin. Without a date yet, somebody looks again at the check moment.
create table promises.happening (
    id uuid primary key,
    municipality_id uuid not null references organisation.municipality deferrable initially deferred,
    -- completes "voordat …": de werkzaamheden in de Hofstraat beginnen
    name text not null,
    name_en text not null default '',
    starts_on date,
    check_at timestamptz not null,
    recorded_at timestamptz not null,
    unique (municipality_id, name)
);

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
    -- all three null: no moment, never late
    first_due timestamptz,
    due timestamptz,
    limit_at timestamptz,
    -- when somebody must look: the moment in force, else the check moment, else the end of an open door
    look_at timestamptz not null,
    -- the citizen asked not to be called before this
    not_before timestamptz,
    renewals smallint not null default 0,
    -- so many days before the happening begins
    happening_id uuid references promises.happening,
    days_before smallint,
    -- of an open door: until when, and to whom in the team
    door_until timestamptz,
    door_staff_id uuid references organisation.staff_member deferrable initially deferred,
    -- where the citizen allowed us to write to: sms with E.164, mail with an address, letter without
    tell_channel text check (tell_channel in ('sms', 'mail', 'letter')),
    tell_address text,
    -- another number, given by somebody who only knew reference and code; the number before it
    phone_unchecked_at timestamptz,
    old_phone text,
    -- a colleague asks Regie: not owed, because
    not_owed_asked_at timestamptz,
    not_owed_asked_by uuid references organisation.staff_member deferrable initially deferred,
    not_owed_reason text check (not_owed_reason in ('acquisition', 'double', 'mistake')),
    -- the last time that the citizen heard something after the making, and how: phone, sms, mail or letter
    -- since when the citizen must be told something that could not be told in writing, and why not: somebody calls
    untold_since timestamptz,
    untold_why text,
    told_at timestamptz,
    told_channel text,
    -- the contact or the promise that answered it elsewhere, or that it was joined into
    answered_by uuid,
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
    check ((ended_at is null) = (end_code is null)),
    check ((first_due is null) = (due is null) and (due is null) = (limit_at is null)),
    check (kind <> 'open_door' or (due is null and door_until is not null))
);
-- The work list of a team, most urgent first; many are due in the same second, so the id is in it. What is counted beside
-- the list comes along, else each count would visit every open promise of the team.
create index promise_worklist on promises.promise (team_id, look_at, id) include (holder_id, bounces)
    where ended_at is null and kind <> 'open_door';
-- Few came back, far apart in the list of all.
create index promise_bounced on promises.promise (team_id, look_at, id)
    where ended_at is null and kind <> 'open_door' and bounces > 0;
create index promise_happening on promises.promise (happening_id) where ended_at is null and happening_id is not null;
-- All that is open, over all teams, as Regie looks at it; the counts come along.
create index promise_open on promises.promise (look_at, id) include (team_id, holder_id, due, bounces, repeats, attempts)
    where ended_at is null and kind <> 'open_door';
create index promise_untold on promises.promise (untold_since) where untold_since is not null;
create index promise_moment_passed on promises.promise (due) where ended_at is null and moment_passed_at is null;
create index promise_door on promises.promise (door_until) where ended_at is null and door_until is not null;
create index promise_holder on promises.promise (holder_id, due) where ended_at is null and holder_id is not null;
create index promise_matter on promises.promise (matter_id);
create index promise_party on promises.promise (to_party_id) where ended_at is null and to_party_id is not null;
create index promise_phone on promises.promise (to_phone) where ended_at is null and to_phone is not null;
create index promise_ended on promises.promise (team_id, ended_at desc) where ended_at is not null;
