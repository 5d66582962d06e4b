create view promises.pub_promise as
select id as promise_id, municipality_id, matter_id, question_id, kind, subject, to_name, to_party_id, to_phone, why_not, words,
       words_en, language, channel, made_at, made_by, norm_id, norm_version_id, norm_attempts, norm_dayparts, calendar_version_id, first_due, due,
       limit_at, team_id, team_since, holder_id, held_since, attempts, repeats, last_repeat_at, bounces, ended_at, end_code,
       on_time, seq, look_at, not_before, renewals, happening_id, days_before, door_until, door_staff_id, tell_channel, tell_address,
       phone_unchecked_at, old_phone, not_owed_asked_at, not_owed_asked_by, not_owed_reason, answered_by, told_at,
       told_channel, day_closed_at, next_step_at, next_step,
       untold_since, untold_why, progress_asked_at
from promises.promise;

create view promises.pub_happening as
select id as happening_id, municipality_id, name, name_en, starts_on, check_at from promises.happening;

create view promises.pub_reminder as
select r.id as reminder_id, r.promise_id, r.about, r.due, r.step, r.receiver, r.team_id, r.staff_ids, r.proposes_progress, r.delivered_at
from promises.reminder r;

create view promises.pub_reminder_seen as
select reminder_id, staff_id, seen_at from promises.reminder_seen;

create view promises.pub_norm as
select id as norm_id, municipality_id, code, name, name_en from promises.norm;

create view promises.pub_municipality_rule as
select municipality_id, acquisition_not_owed from promises.municipality_rule;
create view promises.pub_norm_version as
select id as norm_version_id, norm_id, number, rule, attempts, dayparts, steps, target_percent, target_above, valid_from
from promises.norm_version;

create view promises.pub_target as
select id as target_id, municipality_id, code, name, name_en, figure, percent, above, period, source from promises.target;
