select platform.create_module('vault');

-- Keys of every purpose, each closed by a master key that lies in a file outside the database.
create table vault.wrapped_key (
    purpose text not null check (purpose ~ '^[a-z][a-z0-9-]{1,40}$'),
    use     text not null check (use in ('SEAL', 'INDEX', 'MAC', 'SIGN')),
    number  int not null check (number > 0),
    master  int not null check (master > 0),
    wrapped bytea not null,
    made_at timestamptz not null,
    primary key (purpose, use, number)
);
select scale.reference('vault.wrapped_key');
-- Without an old key what was sealed with it is lost.
revoke delete, truncate on vault.wrapped_key from giaoban_app;

-- The tables whose columns hold nothing unsealed any more.
create table vault.sealed_table (
    rel       text primary key,
    sealed_at timestamptz not null
);
select scale.reference('vault.sealed_table');
