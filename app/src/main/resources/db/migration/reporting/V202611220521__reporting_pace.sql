-- Below which share of what is due by then a figure needs an explanation before it is sent; without an indicator it holds for all that have a plan.
create table reporting.pace_rule (
    id            uuid primary key,
    indicator     text,
    least_percent numeric(5, 2) not null check (least_percent > 0 and least_percent <= 100),
    valid_from    date not null,
    valid_until   date check (valid_until > valid_from),
    constraint pace_rule_once unique nulls not distinct (indicator, valid_from)
);
select scale.reference('reporting.pace_rule');
