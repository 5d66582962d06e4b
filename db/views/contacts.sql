create view contacts.pub_matter as
select id as matter_id, municipality_id, reference, name, topic_id, party_id, opened_at, link_version from contacts.matter;

create view contacts.pub_contact as
select id as contact_id, municipality_id, channel, direction, party_id, staff_id, caller_number, involved_name, involved_for,
       involved_role, language, started_at, ended_at
from contacts.contact;

create view contacts.pub_question as
select id as question_id, contact_id, position, matter_id, topic_id, district_id, line, outcome, outcome_detail, answer_is_no,
       article_version_id, note
from contacts.question;

create view contacts.pub_remark as
select id as remark_id, matter_id, event_id, staff_id, recorded_at, text from contacts.remark;
