-- Pictures get a room of their own: one row for what it is, one for each copy of it.
select platform.create_module('pictures');

create table pictures.picture (
    id       uuid primary key,
    unit_id  uuid not null,
    -- The size of the largest copy.
    width    int not null check (width between 1 and 4000),
    height   int not null check (height between 1 and 4000),
    -- Of the file as it came, so that the same file is drawn once.
    sha256   text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    added_at timestamptz not null,
    constraint picture_once unique (unit_id, sha256)
);
select scale.local('pictures.picture');

create table pictures.copy (
    picture_id uuid not null references pictures.picture,
    media_type text not null check (media_type in ('image/webp', 'image/jpeg')),
    width      int not null check (width between 1 and 4000),
    height     int not null check (height between 1 and 4000),
    content    bytea not null check (length(content) between 1 and 4194304),
    primary key (picture_id, media_type, width)
);
select scale.local('pictures.copy');

insert into pictures.picture (id, unit_id, width, height, sha256, added_at)
select id, unit_id, width, height, sha256, added_at from portal.media;

insert into pictures.copy (picture_id, media_type, width, height, content)
select id, media_type, width, height, content from portal.media;

-- The small copy was made to fit 480 pixels on its longer side; where the picture itself was no larger there is one copy.
insert into pictures.copy (picture_id, media_type, width, height, content)
select id, media_type,
    greatest(1, round(width * 480.0 / greatest(width, height)))::int,
    greatest(1, round(height * 480.0 / greatest(width, height)))::int,
    thumbnail
from portal.media
where greatest(width, height) > 480;

alter table portal.version drop constraint version_media_id_fkey;
alter table portal.version add constraint version_picture foreign key (media_id) references pictures.picture;
delete from scale.placement where rel = 'portal.media';
drop table portal.media;
