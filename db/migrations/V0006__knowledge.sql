-- Approved answers, with versions that stay.
create schema knowledge;

create table knowledge.article (
    id uuid primary key,
    municipality_id uuid not null references organisation.municipality deferrable initially deferred,
    code text not null,
    owner_team_id uuid references organisation.team deferrable initially deferred,
    review_on date,
    source text not null,
    -- what the source says it is about, one per line; searched, also where no topic has that name
    subjects text not null default '',
    -- counted by a reaction to every answer that was used
    used integer not null default 0,
    unique (municipality_id, code)
);

create table knowledge.article_version (
    id uuid primary key,
    article_id uuid not null references knowledge.article,
    number integer not null,
    language text not null check (language in ('nl', 'en')),
    title text not null,
    summary text not null,
    -- Markdown
    body text not null,
    published_at timestamptz not null,
    current boolean not null,
    unique (article_id, language, number)
);
create unique index article_version_current on knowledge.article_version (article_id, language) where current;

create table knowledge.article_topic (
    article_id uuid not null references knowledge.article on delete cascade,
    topic_id uuid not null references catalogue.topic deferrable initially deferred,
    primary key (article_id, topic_id)
);
create index article_topic_topic on knowledge.article_topic (topic_id);

-- One row for each use that was counted, so that an event handled twice counts once.
create table knowledge.article_use (
    event_id uuid primary key,
    article_id uuid not null references knowledge.article on delete cascade
);
