-- The pictures of a version besides its first one, in their order.
create table portal.gallery (
    version_id uuid not null references portal.version,
    position   smallint not null check (position between 1 and 40),
    media_id   uuid not null references pictures.picture,
    caption    text not null check (caption is nfc normalized and length(caption) <= 300),
    alt        text not null check (alt is nfc normalized and length(alt) <= 300),
    primary key (version_id, position),
    constraint gallery_once unique (version_id, media_id)
);
select scale.local('portal.gallery');
create index gallery_media on portal.gallery (media_id);
