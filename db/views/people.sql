create view people.pub_party as
select id as party_id, municipality_id, kind, salutation, given_name, infix, family_name, district_id from people.party;
