-- What is asked of readers, each set from its day: those of the profile, and those the office set on screen.
create table readers.rule (
    valid_from date not null,
    name       text not null check (name ~ '^[a-z-]+(\.[a-z-]+)?$' and length(name) <= 40),
    value      text not null check (value ~ '^[0-9A-Z:]{1,12}$'),
    -- Whether the office set it.
    own        boolean not null,
    primary key (valid_from, name)
);
select scale.reference('readers.rule');

-- Public forms say how much they take.
grant select on readers.rule to giaoban_portal;
