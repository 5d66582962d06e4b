create view promises.pub_promise as
select id as promise_id, municipality_id, matter_id, question_id, kind, subject, to_name, to_party_id, to_phone, why_not, words,
       words_en, language, channel, made_at, made_by, norm_id, norm_version_id, norm_attempts, norm_dayparts,
       calendar_version_id, first_due, due, limit_at, team_id, team_since, holder_id, held_since, attempts, repeats,
       last_repeat_at, bounces, ended_at, end_code, on_time, day_closed_at, seq
from promises.promise;

create view promises.pub_norm as
select id as norm_id, municipality_id, code, name, name_en from promises.norm;

create view promises.pub_norm_version as
select id as norm_version_id, norm_id, number, rule, attempts, dayparts, steps, target_percent, target_above, valid_from
from promises.norm_version;

create view promises.pub_target as
select id as target_id, municipality_id, code, name, name_en, figure, percent, above, period, source from promises.target;
