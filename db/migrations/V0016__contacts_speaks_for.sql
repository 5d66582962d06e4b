-- Who acts for somebody (involved_for): what they are to them, as given then, such as daughter or administrator.
alter table contacts.contact add column involved_role text not null default '';
