-- Which indicator the system can count itself, and by which of its counts.
create table reporting.prefill (
    indicator   text not null,
    source      text not null,
    valid_from  date not null,
    valid_until date check (valid_until > valid_from),
    primary key (indicator, valid_from)
);
select scale.reference('reporting.prefill');
