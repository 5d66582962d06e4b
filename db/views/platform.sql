create view platform.pub_event as
select id as event_id, stream_id, seq, type, at, recorded_at, actor_kind, actor_id, matter_id, team_id, data from platform.event;
