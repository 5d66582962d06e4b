-- Who is not there, and who stands in for the lead of a team.
alter table organisation.team_member add column deputises boolean not null default false;

create table organisation.absence (
    id uuid primary key,
    staff_id uuid not null references organisation.staff_member,
    -- sick, leave, training or other; shown to colleagues, and never in an event
    why text not null check (why in ('sick', 'leave', 'training', 'other')),
    from_at timestamptz not null,
    -- half-open: back at this instant; null when nobody knows yet
    until_at timestamptz,
    recorded_at timestamptz not null,
    recorded_by uuid not null references organisation.staff_member,
    check (until_at > from_at)
);
-- Two of one person never overlap: whoever writes one locks the person first.
create index absence_staff on organisation.absence (staff_id, from_at);
