-- How the head of a paper reads for units of a kind that have no letterhead of their own.
create table documents.head_rule (
    kind         text not null check (kind ~ '\S'),
    valid_from   date not null,
    symbol       text not null check (length(symbol) <= 24),
    superior     text not null check (superior in ('NOBODY', 'ORGANISATION', 'BODY')),
    words        text not null check (length(words) <= 80),
    organisation text not null check (length(organisation) <= 80),
    place_after  text check (place_after ~ '\S' and length(place_after) <= 80),
    basis        text not null check (length(basis) <= 200),
    primary key (kind, valid_from)
);
select scale.reference('documents.head_rule');
