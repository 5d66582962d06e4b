create view promises.pub_promise as
select id as promise_id, municipality_id, matter_id, question_id, kind, subject, to_name, to_party_id, to_phone, why_not, words,
       words_en, language, channel, made_at, made_by, norm_id, norm_attempts, norm_dayparts, calendar_version_id, first_due, due,
       limit_at, team_id, team_since, holder_id, held_since, attempts, repeats, last_repeat_at, bounces, ended_at, end_code,
       on_time, next_step_at, next_step, seq
from promises.promise;

create view promises.pub_reminder as
select r.id as reminder_id, r.promise_id, r.due, r.step, r.receiver, r.team_id, r.staff_ids, r.proposes_progress, r.delivered_at
from promises.reminder r;

create view promises.pub_reminder_seen as
select reminder_id, staff_id, seen_at from promises.reminder_seen;

create view promises.pub_norm as
select id as norm_id, municipality_id, code, name, name_en from promises.norm;
