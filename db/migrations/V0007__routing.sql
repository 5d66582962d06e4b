-- Who does what: the procedure of a topic, and the wrong turns that teach it.
create schema routing;

create table routing.procedure (
    topic_id uuid primary key references catalogue.topic deferrable initially deferred,
    team_id uuid not null references organisation.team deferrable initially deferred,
    line smallint not null check (line in (1, 2))
);

create table routing.wrong_turn (
    id uuid primary key,
    promise_id uuid not null,
    topic_id uuid,
    from_team_id uuid not null references organisation.team deferrable initially deferred,
    to_team_id uuid not null references organisation.team deferrable initially deferred,
    reason text not null,
    at timestamptz not null
);
create index wrong_turn_topic on routing.wrong_turn (topic_id, at);
