-- What readers say to the public site, and how many came. Nobody's address is kept.
select platform.create_module('readers');

-- Keys that readers' marks are made with; when a key is deleted, the marks made with it say nothing any more.
create table readers.reader_key (
    purpose text not null check (purpose in ('VOTE', 'TURN', 'WORK')),
    since   date not null,
    key     bytea not null check (length(key) = 32),
    primary key (purpose, since)
);
select scale.local('readers.reader_key');

-- Who has voted on what in this month: a keyed mark, deleted with its key; the totals stay.
create table readers.vote (
    article_id uuid not null references portal.article,
    reader     bytea not null check (length(reader) = 16),
    month      date not null,
    stars      smallint not null check (stars between 1 and 5),
    primary key (article_id, reader)
);
select scale.local('readers.vote');
create index vote_month on readers.vote (month);

create table readers.rating (
    article_id uuid primary key references portal.article,
    votes      int not null default 0 check (votes >= 0),
    points     int not null default 0,
    constraint rating_adds_up check (points between votes and 5 * votes)
);
select scale.local('readers.rating');

create table readers.comment (
    id         uuid primary key,
    article_id uuid not null references portal.article,
    unit_id    uuid not null,
    author     text not null check (author ~ '\S' and author is nfc normalized and length(author) <= 60),
    body       text not null check (body ~ '\S' and body is nfc normalized and length(body) <= 2000),
    state      text not null check (state in ('WAITING', 'SHOWN', 'REFUSED')),
    -- Words of the list that were found in it.
    marks      text not null default '',
    made_at    timestamptz not null,
    decided_at timestamptz,
    decided_by text,
    reply      text not null default '' check (reply is nfc normalized and length(reply) <= 2000),
    replied_at timestamptz,
    replied_by text,
    constraint comment_decided check ((state = 'WAITING') = (decided_at is null)),
    constraint comment_replied check ((reply = '') = (replied_at is null))
);
select scale.local('readers.comment');
create index comment_shown on readers.comment (article_id, made_at desc, id desc) where state = 'SHOWN';
create index comment_state on readers.comment (state, made_at desc, id desc);
create index comment_refused on readers.comment (decided_at) where state = 'REFUSED';

create table readers.error_report (
    id         uuid primary key,
    article_id uuid not null references portal.article,
    unit_id    uuid not null,
    quote      text not null check (quote is nfc normalized and length(quote) <= 500),
    remark     text not null check (remark ~ '\S' and remark is nfc normalized and length(remark) <= 1000),
    made_at    timestamptz not null,
    done_at    timestamptz,
    done_by    text,
    note       text not null default '' check (length(note) <= 300)
);
select scale.local('readers.error_report');
create index error_report_open on readers.error_report (made_at desc, id desc) where done_at is null;
create index error_report_done on readers.error_report (done_at) where done_at is not null;

-- Challenges and questions that have been used, until they would have expired.
create table readers.spent (
    challenge  text primary key check (length(challenge) between 8 and 128),
    expires_at timestamptz not null
);
select scale.local('readers.spent');
create index spent_expires on readers.spent (expires_at);

-- Words that comments are looked through for; an ended one stays, so that the profile does not bring it back.
create table readers.word (
    id          uuid primary key,
    effect      text not null check (effect in ('REFUSE', 'MARK')),
    text        text not null check (text ~ '\S' and length(text) <= 80),
    valid_from  date not null,
    valid_until date,
    constraint word_days check (valid_until > valid_from),
    constraint word_once unique (effect, text, valid_from)
);
select scale.reference('readers.word');

create table readers.subscriber (
    id           uuid primary key,
    address      text not null check (length(address) between 3 and 254),
    pace         text not null check (pace in ('DAILY', 'WEEKLY')),
    language     text not null check (language in ('vi', 'en')),
    -- The secret part of the addresses by which the subscription is confirmed and ended.
    token        text not null constraint subscriber_token unique check (token ~ '^[0-9a-f]{32}$'),
    made_at      timestamptz not null,
    confirmed_at timestamptz
);
select scale.local('readers.subscriber');
create unique index subscriber_address on readers.subscriber (lower(address));
create index subscriber_pace on readers.subscriber (pace, id) where confirmed_at is not null;

-- Which letters have been written: each moment's once.
create table readers.issue (
    pace     text not null check (pace in ('DAILY', 'WEEKLY')),
    until_at timestamptz not null,
    articles int not null,
    letters  int not null,
    primary key (pace, until_at)
);
select scale.local('readers.issue');

create table readers.visit_day (
    day    date primary key,
    visits bigint not null check (visits >= 0)
);
select scale.local('readers.visit_day');
