-- Steps before the moment: what comes next for a promise, and who was reminded.
alter table promises.promise add column next_step_at timestamptz;
-- place of that step in the norm, counted from the earliest
alter table promises.promise add column next_step smallint;
-- the moment in force for which a progress message to the citizen was called for
alter table promises.promise add column progress_for timestamptz;
create index promise_next_step on promises.promise (next_step_at) where ended_at is null and next_step_at is not null;

create table promises.reminder (
    id uuid primary key,
    promise_id uuid not null references promises.promise,
    -- the moment in force that comes near
    due timestamptz not null,
    step smallint not null,
    receiver text not null check (receiver in ('holder', 'team', 'lead', 'deputy', 'regie')),
    -- of the receivers: that of the promise, or Regie
    team_id uuid not null references organisation.team deferrable initially deferred,
    staff_ids uuid[] not null,
    -- whether the step proposes a progress message
    proposes_progress boolean not null,
    delivered_at timestamptz not null,
    unique (promise_id, due, step)
);
create index reminder_staff on promises.reminder using gin (staff_ids);

create table promises.reminder_seen (
    reminder_id uuid not null references promises.reminder,
    staff_id uuid not null references organisation.staff_member deferrable initially deferred,
    seen_at timestamptz not null,
    primary key (reminder_id, staff_id)
);
