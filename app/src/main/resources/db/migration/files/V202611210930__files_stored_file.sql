select platform.create_module('files');

-- One row per distinct content on disk. Storing locks the row, so the sweep can never take bytes that are being stored again.
create table files.content (
    sha256     text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    size       bigint not null check (size >= 0),
    media_type text not null,
    seen_at    timestamptz not null
);
select scale.local('files.content');

create table files.stored_file (
    id          uuid primary key,
    name        text not null check (length(name) between 1 and 255),
    sha256      text not null references files.content,
    owner_kind  text not null,
    owner_id    uuid not null,
    unit_id     uuid not null,
    account_id  uuid not null,
    uploaded_at timestamptz not null
);
select scale.local('files.stored_file');
create index stored_file_owner on files.stored_file (owner_kind, owner_id, uploaded_at);
create index stored_file_content on files.stored_file (sha256);
