select platform.create_module('notification');

-- What somebody is told, once: the same news sent twice (a repeated event, a second click) is one row.
create table notification.notice (
    id         uuid primary key,
    account_id uuid not null references identity.account,
    text_key   text not null check (text_key ~ '^[a-z][a-zA-Z0-9_.-]+$'),
    args       text[] not null,
    href       text not null check (href ~ '^/([^/]|$)'),
    unit_id    uuid,
    once_key   text not null check (length(once_key) between 1 and 200),
    sent_at    timestamptz not null,
    read_at    timestamptz,
    constraint notice_once unique (account_id, once_key)
);
select scale.local('notification.notice');
create index notice_newest on notification.notice (account_id, sent_at desc, id desc);
create index notice_unread on notification.notice (account_id, sent_at desc, id desc) where read_at is null;
create index notice_age on notification.notice (sent_at);

-- The reminders of one person for one day: made once, shown in the inbox, and mailed where mail is set up.
create table notification.digest (
    account_id   uuid not null references identity.account,
    day          date not null,
    made_at      timestamptz not null,
    reminders    int not null check (reminders > 0),
    mail_state   text not null check (mail_state in ('none', 'waiting', 'sending', 'sent', 'failed')),
    mail_tries   int not null default 0,
    mail_next_at timestamptz,
    primary key (account_id, day)
);
select scale.local('notification.digest');
create index digest_mail on notification.digest (mail_next_at) where mail_state in ('waiting', 'sending');
create index digest_age on notification.digest (day);

create table notification.digest_line (
    account_id uuid not null,
    day        date not null,
    position   int not null,
    text_key   text not null check (text_key ~ '^[a-z][a-zA-Z0-9_.-]+$'),
    args       text[] not null,
    href       text not null check (href ~ '^/([^/]|$)'),
    due_on     date not null,
    primary key (account_id, day, position),
    foreign key (account_id, day) references notification.digest on delete cascade
);
select scale.local('notification.digest_line');

-- The days for which reminders were gathered, so that a missed morning is made up and a finished one is not repeated.
create table notification.digest_day (
    day     date primary key,
    made_at timestamptz not null
);
select scale.local('notification.digest_day');
