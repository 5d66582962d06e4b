-- What questions are about, through which channel they come, how they end, and where they are from.
create schema catalogue;

create table catalogue.topic (
    id uuid primary key,
    municipality_id uuid not null references organisation.municipality deferrable initially deferred,
    code text not null,
    parent_id uuid references catalogue.topic,
    name text not null,
    name_en text not null,
    -- acquisition is left out of norms and shown beside them
    class text not null default 'question' check (class in ('question', 'acquisition')),
    keywords text not null default '',
    upl_name text,
    upl_uri text,
    source text not null,
    unique (municipality_id, code)
);
create index topic_parent on catalogue.topic (parent_id);

create table catalogue.channel (
    code text primary key,
    name text not null,
    name_en text not null,
    position smallint not null
);
insert into catalogue.channel (code, name, name_en, position) values
    ('phone', 'Telefoon', 'Phone', 1),
    ('counter', 'Balie', 'Counter', 2),
    ('mail', 'E-mail', 'E-mail', 3),
    ('chat', 'Chat', 'Chat', 4),
    ('web', 'Website', 'Website', 5),
    ('letter', 'Brief', 'Letter', 6),
    ('social', 'Sociale media', 'Social media', 7),
    ('video', 'Beeldbellen', 'Video call', 8),
    ('street', 'Op straat', 'On the street', 9);

create table catalogue.outcome (
    code text primary key,
    name text not null,
    name_en text not null,
    -- null: left out and counted apart
    first_time_fix boolean,
    key char(1) not null unique,
    position smallint not null
);
insert into catalogue.outcome (code, name, name_en, first_time_fix, key, position) values
    ('answered', 'Beantwoord', 'Answered', true, 'B', 1),
    ('decided', 'Besloten', 'Decided', true, 'L', 2),
    ('transferred', 'Doorverbonden', 'Put through', false, 'D', 3),
    ('promised', 'Toezegging', 'Promise', false, 'T', 4),
    ('referred', 'Verwezen', 'Referred', false, 'V', 5),
    ('appointment', 'Afspraak', 'Appointment', false, 'A', 6),
    ('call_again', 'Belt zelf terug', 'Will call again', false, 'Z', 7),
    ('broken_off', 'Afgebroken', 'Broken off', null, 'X', 8);

create table catalogue.district (
    id uuid primary key,
    municipality_id uuid not null references organisation.municipality deferrable initially deferred,
    code text not null,
    name text not null,
    position integer not null,
    unique (municipality_id, code)
);
