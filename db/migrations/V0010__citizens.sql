-- What citizens try at the door of their own matter.
create schema citizens;

-- Wrong codes per reference, on the real clock: guessing gives nothing away and stops soon.
create table citizens.wrong_code (
    reference char(10) primary key,
    tries integer not null,
    window_started_at timestamptz not null
);
