-- Breaches: what happened, how bad it is, who was told by when.
create table personaldata.breach (
    id           uuid primary key,
    unit_id      uuid not null,
    year         int not null,
    number       int not null check (number > 0),
    title        text not null check (title ~ '\S' and length(title) <= 200),
    found_at     timestamptz not null,
    -- By then the authority has to know, if it has to know.
    report_due   timestamptz not null check (report_due > found_at),
    happened     text not null check (happened ~ '\S' and length(happened) <= 4000),
    kinds        text not null check (kinds ~ '\S' and length(kinds) <= 500),
    affected     int check (affected >= 0),
    consequences text check (consequences ~ '\S' and length(consequences) <= 4000),
    measures     text check (measures ~ '\S' and length(measures) <= 4000),
    level        text check (level in ('NONE', 'REPORT', 'REPORT_AND_TELL')),
    assessed_at  timestamptz,
    reported_at  timestamptz,
    report_ref   text check (report_ref ~ '\S' and length(report_ref) <= 200),
    told_at      timestamptz,
    told_how     text check (told_how ~ '\S' and length(told_how) <= 1000),
    closed_at    timestamptz,
    conclusion   text check (conclusion ~ '\S' and length(conclusion) <= 4000),
    account_id   uuid not null,
    by_name      text not null,
    version      int not null default 0,
    constraint breach_number unique (unit_id, year, number),
    constraint breach_assessed check ((level is null) = (assessed_at is null)
        and (level is null) = (consequences is null) and (level is null) = (measures is null)),
    constraint breach_reported check ((reported_at is null) = (report_ref is null)),
    constraint breach_told check ((told_at is null) = (told_how is null)),
    constraint breach_closed check ((closed_at is null) = (conclusion is null)),
    -- Nothing is closed before it was looked at and those were told who have to know.
    constraint breach_closed_last check (closed_at is null or level is not null
        and (level = 'NONE' or reported_at is not null) and (level <> 'REPORT_AND_TELL' or told_at is not null))
);
select scale.local('personaldata.breach');
create index breach_of_unit on personaldata.breach (unit_id, found_at desc);
create index breach_open on personaldata.breach (report_due, id) where closed_at is null;

do $$
begin
    alter table personaldata.breach enable row level security;
    alter table personaldata.breach force row level security;
    create policy breach_fence on personaldata.breach
        using (current_setting('app.everywhere', true) = 'on'
               or current_setting('app.personal_data_all', true) = 'on'
               or strpos(current_setting('app.personal_data', true), unit_id::text) > 0)
        with check (current_setting('app.everywhere', true) = 'on'
               or current_setting('app.personal_data_all', true) = 'on'
               or strpos(current_setting('app.personal_data', true), unit_id::text) > 0);
end
$$;
