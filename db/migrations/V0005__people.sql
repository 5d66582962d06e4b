-- People and organisations we know. A contact may have none.
create schema people;

create table people.party (
    id uuid primary key,
    municipality_id uuid not null references organisation.municipality deferrable initially deferred,
    kind text not null check (kind in ('person', 'organisation')),
    -- how they are addressed: mevrouw, de heer, or nothing
    salutation text not null default '',
    given_name text not null default '',
    infix text not null default '',
    family_name text not null,
    birth_date date,
    street text not null default '',
    house_number text not null default '',
    postcode text not null default '',
    city text not null default '',
    district_id uuid references catalogue.district deferrable initially deferred,
    email text,
    language text not null default 'nl' check (language in ('nl', 'en')),
    prefers text not null default '' check (prefers in ('', 'phone', 'mail', 'letter')),
    recorded_at timestamptz not null
);

create table people.party_phone (
    party_id uuid not null references people.party on delete cascade,
    -- E.164
    number text not null,
    primary key (party_id, number)
);
create index party_phone_number on people.party_phone (number);

-- Two keys for each party, "family given" and "given family", lower case without accents: prefix search carries at a million.
create table people.party_name (
    party_id uuid not null references people.party on delete cascade,
    key text not null,
    primary key (party_id, key)
);
-- With the id in it the first sixteen are read off in order, whatever the planner thinks a prefix will find.
create index party_name_key on people.party_name (key text_pattern_ops, party_id);

-- What a person allowed us to write to them. The last word counts; who asked them is kept.
create table people.consent (
    party_id uuid not null references people.party on delete cascade,
    channel text not null check (channel in ('sms', 'mail', 'letter')),
    allowed boolean not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null references organisation.staff_member deferrable initially deferred,
    primary key (party_id, channel)
);

-- Who opened whose record, and what for. A record is one line; a list is one line with its ids.
create table people.read_log (
    id uuid primary key,
    recorded_at timestamptz not null,
    staff_id uuid not null references organisation.staff_member deferrable initially deferred,
    purpose text not null,
    party_ids uuid[] not null
);
create index read_log_parties on people.read_log using gin (party_ids);
create index read_log_staff on people.read_log (staff_id, recorded_at);
