-- Matters, contacts and their questions; what is typed during a contact.
create schema contacts;

-- References are not sequential: a keyed permutation of this number, with a check digit.
create sequence contacts.reference_number increment 50 maxvalue 999999949;

create table contacts.matter (
    id uuid primary key,
    municipality_id uuid not null references organisation.municipality deferrable initially deferred,
    reference char(10) not null unique,
    name text not null,
    topic_id uuid references catalogue.topic deferrable initially deferred,
    party_id uuid references people.party deferrable initially deferred,
    opened_at timestamptz not null,
    -- raised to make earlier links and codes of the citizen worthless
    link_version smallint not null default 1
);
create index matter_party on contacts.matter (party_id, opened_at desc) where party_id is not null;

create table contacts.contact (
    id uuid primary key,
    municipality_id uuid not null references organisation.municipality deferrable initially deferred,
    channel text not null references catalogue.channel deferrable initially deferred,
    direction text not null check (direction in ('in', 'out')),
    party_id uuid references people.party deferrable initially deferred,
    staff_id uuid references organisation.staff_member deferrable initially deferred,
    dialled text,
    -- E.164; also of people we do not know
    caller_number text,
    -- who it was with, as given then
    involved_name text not null default '',
    involved_for text not null default '',
    language text not null default 'nl',
    started_at timestamptz not null,
    ended_at timestamptz not null
);
create index contact_party on contacts.contact (party_id, started_at desc) where party_id is not null;

create table contacts.question (
    id uuid primary key,
    contact_id uuid not null references contacts.contact,
    position smallint not null,
    matter_id uuid not null references contacts.matter,
    topic_id uuid references catalogue.topic deferrable initially deferred,
    district_id uuid references catalogue.district deferrable initially deferred,
    line smallint not null default 1,
    outcome text not null references catalogue.outcome deferrable initially deferred,
    -- where to, why, what was decided
    outcome_detail text not null default '',
    answer_is_no boolean not null default false,
    article_version_id uuid references knowledge.article_version deferrable initially deferred,
    note text not null default ''
);
create unique index question_contact on contacts.question (contact_id, position);
create index question_matter on contacts.question (matter_id);

-- An open contact: what was typed so far, until it is wrapped up. Never closes by itself.
create table contacts.draft (
    id uuid primary key,
    staff_id uuid not null references organisation.staff_member deferrable initially deferred,
    municipality_id uuid not null references organisation.municipality deferrable initially deferred,
    channel text not null references catalogue.channel deferrable initially deferred,
    dialled text,
    caller_number text,
    started_at timestamptz not null,
    -- on the real clock: what is typed is saved within two seconds, whatever a demo clock says
    saved_at timestamptz not null,
    content jsonb not null,
    -- the number of the newest save of each tab it is open in
    numbers jsonb not null default '{}'
);
create index draft_staff on contacts.draft (staff_id, started_at);

-- Words of colleagues for colleagues, erasable apart from the events they belong to.
create table contacts.remark (
    id uuid primary key,
    matter_id uuid not null references contacts.matter,
    event_id uuid,
    staff_id uuid references organisation.staff_member deferrable initially deferred,
    recorded_at timestamptz not null,
    text text not null
);
create index remark_matter on contacts.remark (matter_id, recorded_at);
