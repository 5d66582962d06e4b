create view routing.pub_procedure as
select topic_id, team_id, line from routing.procedure;
