-- Municipalities, departments, teams, staff, service calendars and the numbers that citizens dial.
create schema organisation;

create table organisation.municipality (
    id uuid primary key,
    code text not null unique,
    name text not null,
    phone text not null,
    address text not null,
    opening_hours text not null,
    opening_hours_en text not null
);

create table organisation.department (
    id uuid primary key,
    municipality_id uuid not null references organisation.municipality,
    name text not null,
    unique (municipality_id, name)
);

create table organisation.calendar (
    id uuid primary key,
    municipality_id uuid not null references organisation.municipality,
    code text not null,
    unique (municipality_id, code)
);

-- A calendar that changes gets a new version; a promise keeps the version that gave its moment.
create table organisation.calendar_version (
    id uuid primary key,
    calendar_id uuid not null references organisation.calendar,
    number integer not null,
    content jsonb not null,
    recorded_at timestamptz not null,
    -- null: by an import or the program itself
    recorded_by uuid,
    -- the first day that was different from the version before
    valid_from date,
    unique (calendar_id, number)
);

create table organisation.team (
    id uuid primary key,
    municipality_id uuid not null references organisation.municipality,
    department_id uuid not null references organisation.department,
    calendar_id uuid not null references organisation.calendar,
    code text not null,
    name text not null,
    name_en text not null,
    phone text,
    email text,
    is_regie boolean not null default false,
    unique (municipality_id, code)
);
create unique index team_regie on organisation.team (municipality_id) where is_regie;

create table organisation.staff_member (
    id uuid primary key,
    account_id uuid not null unique references access.account deferrable initially deferred,
    number text not null unique,
    given_name text not null,
    infix text not null default '',
    family_name text not null,
    email text not null,
    phone text,
    starts_on date not null,
    ends_on date
);

alter table organisation.calendar_version
    add foreign key (recorded_by) references organisation.staff_member deferrable initially deferred;

create table organisation.team_member (
    team_id uuid not null references organisation.team,
    staff_id uuid not null references organisation.staff_member,
    leads boolean not null default false,
    primary key (team_id, staff_id)
);
create index team_member_staff on organisation.team_member (staff_id);

create table organisation.dialled_number (
    number text primary key,
    municipality_id uuid not null references organisation.municipality,
    name text not null
);
