-- From a day on, after how many working days overdue work goes before whom; changed on screen, never backwards.
create table tasks.escalation_rule (
    id uuid primary key,
    rung text not null check (rung in ('SUPERVISOR', 'ABOVE')),
    after_days integer not null check (after_days between 1 and 365),
    valid_from date not null,
    valid_until date,
    constraint escalation_rule_once unique (rung, valid_from),
    constraint escalation_rule_days check (valid_until > valid_from)
);
select scale.reference('tasks.escalation_rule');
