-- the last time that a colleague asked that the citizen hears how it stands
alter table promises.promise add column progress_asked_at timestamptz;

-- what they hear: its moment comes near, or what somebody else did with it
alter table promises.reminder add column about text not null default 'moment'
    check (about in ('moment', 'repeat', 'given', 'ended', 'asked'));
alter table promises.reminder alter column about drop default;
-- only of a moment
alter table promises.reminder alter column due drop not null;
alter table promises.reminder alter column step drop not null;
alter table promises.reminder
    add check ((about = 'moment') = (due is not null) and (about = 'moment') = (step is not null));
