create view organisation.pub_team as
select id as team_id, municipality_id, code, name, name_en, is_regie from organisation.team;

create view organisation.pub_staff as
select id as staff_id, account_id, given_name, infix, family_name, starts_on, ends_on from organisation.staff_member;
