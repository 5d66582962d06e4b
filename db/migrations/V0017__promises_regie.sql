-- Regie counts all that is open off the index alone, so all that it counts is in it.
drop index promises.promise_open;
create index promise_open on promises.promise (look_at, id)
    include (team_id, holder_id, due, bounces, repeats, attempts, made_at, told_at, not_owed_asked_at, untold_since, day_closed_at)
    where ended_at is null and kind <> 'open_door';

-- Regie's rare lists: without these, a list with nothing in it reads everything that is open.
create index promise_not_owed on promises.promise (look_at, id) where ended_at is null and not_owed_asked_at is not null;
create index promise_third_bounce on promises.promise (look_at, id)
    where ended_at is null and kind <> 'open_door' and bounces >= 3;
create index promise_no_date on promises.promise (look_at, id)
    where ended_at is null and kind <> 'open_door' and due is null;
