create view organisation.pub_team as
select id as team_id, municipality_id, calendar_id, code, name, name_en, is_regie from organisation.team;

-- With the version that holds now.
create view organisation.pub_calendar as
select distinct on (c.id) c.id as calendar_id, c.municipality_id, c.code, v.id as calendar_version_id, v.number
from organisation.calendar c
join organisation.calendar_version v on v.calendar_id = c.id
order by c.id, v.number desc;

create view organisation.pub_staff as
select id as staff_id, account_id, given_name, infix, family_name, starts_on, ends_on from organisation.staff_member;
