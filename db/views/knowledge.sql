create view knowledge.pub_article_version as
select v.id as version_id, v.article_id, a.code, v.number, v.language, v.title, v.current, v.published_at
from knowledge.article_version v
join knowledge.article a on a.id = v.article_id;
