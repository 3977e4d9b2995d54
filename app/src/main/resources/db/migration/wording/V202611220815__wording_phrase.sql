select platform.create_module('wording');

-- The phrases by which conclusions are read; an ended one stays, so that the profile does not bring it back.
create table wording.phrase (
    id uuid primary key,
    sense text not null
        check (sense in ('EFFORT', 'WORK', 'NOBODY', 'SOMETIME', 'ACTOR', 'DATE', 'PRODUCT', 'DONE', 'AGREED')),
    text text not null check (text ~ '\S' and length(text) <= 80),
    valid_from date not null,
    valid_until date,
    constraint phrase_days check (valid_until > valid_from),
    constraint phrase_once unique (sense, text, valid_from)
);
select scale.reference('wording.phrase');
