-- A norm that changes gets a new version; a promise keeps the version that gave its moment.
create table promises.norm_version (
    id uuid primary key,
    norm_id uuid not null references promises.norm,
    number integer not null,
    rule jsonb not null,
    -- 0: attempts without contact never count as kept
    attempts smallint not null,
    dayparts smallint not null,
    steps jsonb not null,
    target_percent numeric(5, 2),
    -- true: strictly more than the percentage
    target_above boolean not null default false,
    -- for what is promised from this local day on
    valid_from date not null,
    recorded_at timestamptz not null,
    -- null: by an import or the program itself
    recorded_by uuid references organisation.staff_member deferrable initially deferred,
    unique (norm_id, number)
);
insert into promises.norm_version
    (id, norm_id, number, rule, attempts, dayparts, steps, target_percent, valid_from, recorded_at)
select id, id, 1, rule, attempts, dayparts, steps, target, date '2020-01-01', timestamptz '2020-01-01 00:00:00+00'
from promises.norm;
alter table promises.norm
    drop column rule, drop column attempts, drop column dayparts, drop column steps, drop column target;

-- Within one level an exact kind goes before null, which is every kind.
alter table promises.norm_scope
    add column kind text check (kind in ('call', 'write', 'do'));
drop index promises.norm_scope_topic;
drop index promises.norm_scope_team;
drop index promises.norm_scope_municipality;
create unique index norm_scope_topic on promises.norm_scope (topic_id, kind) nulls not distinct
    where topic_id is not null;
create unique index norm_scope_team on promises.norm_scope (team_id, kind) nulls not distinct where team_id is not null;
create unique index norm_scope_municipality on promises.norm_scope (municipality_id, kind) nulls not distinct
    where topic_id is null and team_id is null;

alter table promises.promise
    add column norm_version_id uuid references promises.norm_version,
    -- its moment lies on a day that was closed afterwards; the moment and the words stay
    add column day_closed_at timestamptz;
update promises.promise set norm_version_id = norm_id;
alter table promises.promise alter column norm_version_id set not null;
create index promise_day_closed on promises.promise (team_id, due, id) where ended_at is null and day_closed_at is not null;

-- What a city measures and wants to reach. Figures are named by code; a percentage that is not set is only followed.
create table promises.target (
    id uuid primary key,
    municipality_id uuid not null references organisation.municipality deferrable initially deferred,
    code text not null,
    name text not null,
    name_en text not null,
    figure text not null,
    percent numeric(5, 2),
    above boolean not null default false,
    period text not null check (period in ('month', 'quarter', 'year')),
    source text not null,
    unique (municipality_id, code)
);
