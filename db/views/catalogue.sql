create view catalogue.pub_topic as
select id as topic_id, municipality_id, code, parent_id, name, name_en, class from catalogue.topic;

create view catalogue.pub_district as
select id as district_id, municipality_id, code, name from catalogue.district;

create view catalogue.pub_outcome as
select code, name, name_en, first_time_fix from catalogue.outcome;

create view catalogue.pub_channel as
select code, name, name_en from catalogue.channel;
