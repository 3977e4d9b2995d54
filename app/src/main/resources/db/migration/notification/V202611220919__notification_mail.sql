-- Mails that are no list of reminders: an invitation with its calendar file, each once.
create table notification.mail (
    id          uuid primary key,
    account_id  uuid not null references identity.account,
    subject     text not null check (subject ~ '\S'),
    body        text not null,
    method      text check (method in ('REQUEST', 'CANCEL')),
    calendar    text,
    once_key    text not null check (length(once_key) between 1 and 200),
    mail_state  text not null check (mail_state in ('none', 'waiting', 'sending', 'sent', 'failed')),
    mail_tries  int not null default 0,
    mail_next_at timestamptz,
    made_at     timestamptz not null,
    constraint mail_once unique (account_id, once_key),
    constraint mail_calendar_says_what check ((method is null) = (calendar is null))
);
select scale.local('notification.mail');
create index mail_waiting on notification.mail (mail_next_at) where mail_state in ('waiting', 'sending');
create index mail_age on notification.mail (made_at);
