-- What writers have looked at and left as it is, and the seal put on a version when it was let out.
create table portal.remark_seen (
    article_id uuid not null references portal.article,
    remark     uuid not null,
    seen_by    uuid not null,
    seen_at    timestamptz not null,
    primary key (article_id, remark)
);
select scale.local('portal.remark_seen');

-- SHA-256 over the words and over every figure as it was frozen: asked for again whenever the article is read.
create table portal.seal (
    version_id uuid primary key references portal.version,
    hash       text not null check (hash ~ '^[0-9a-f]{64}$'),
    figures    int not null check (figures >= 0),
    sealed_at  timestamptz not null
);
select scale.local('portal.seal');
