-- The ledger of recommendations: what a unit asks of somebody above, at whose desk it lies, what became of it.
select platform.create_module('recommendations');

-- One line per unit and year; whoever numbers a recommendation holds it until the end.
create table recommendations.register (
    unit_id     uuid not null,
    year        int not null,
    last_number int not null check (last_number > 0),
    primary key (unit_id, year)
);
select scale.local('recommendations.register');

create table recommendations.recommendation (
    id             uuid primary key,
    -- The unit that gave the number; it stays when another unit takes the place of the one that asked.
    issuer_unit_id uuid not null,
    year           int not null,
    number         int not null check (number > 0),
    unit_id        uuid not null,
    source         text not null check (source in ('RETURN', 'MEETING', 'HAND')),
    source_id      uuid,
    source_href    text check (source_href ~ '^/' and length(source_href) <= 300),
    period         text check (length(period) <= 20),
    body           text not null check (body ~ '\S' and length(body) <= 4000),
    body_hash      text not null,
    body_fold      text not null generated always as (platform.vn_fold(body)) stored,
    addressee      text not null check (length(addressee) <= 300),
    desk_unit_id   uuid not null,
    desk_since     date not null,
    raised_on      date not null,
    due_on         date not null check (due_on >= raised_on),
    state          text not null check (state in ('WAITING', 'TAKEN_UP', 'PASSED_UP', 'ANSWERED', 'REFUSED', 'WITHDRAWN')),
    answer         text check (answer ~ '\S' and length(answer) <= 4000),
    closed_at      timestamptz,
    constraint recommendation_number unique (issuer_unit_id, year, number),
    -- What is asked again in a later version of a return is the same recommendation.
    constraint recommendation_once unique (source_id, body_hash),
    constraint recommendation_source check (source = 'HAND' or source_id is not null),
    constraint recommendation_closed check (
        (state in ('ANSWERED', 'REFUSED')) = (answer is not null)
        and (state in ('ANSWERED', 'REFUSED')) = (closed_at is not null))
);
select scale.local('recommendations.recommendation');
create index recommendation_of_unit on recommendations.recommendation (unit_id, raised_on desc);
create index recommendation_at_desk on recommendations.recommendation (desk_unit_id, due_on)
    where state in ('WAITING', 'TAKEN_UP', 'PASSED_UP');
create index recommendation_open on recommendations.recommendation (due_on, id)
    where state in ('WAITING', 'TAKEN_UP', 'PASSED_UP');
create index recommendation_body on recommendations.recommendation using gin (body_fold gin_trgm_ops);

-- The path: who did what with it, and between which desks it went. Nothing here is ever changed.
create table recommendations.step (
    id                uuid primary key,
    recommendation_id uuid not null references recommendations.recommendation,
    act               text not null,
    at                timestamptz not null,
    account_id        uuid not null,
    by_name           text not null,
    to_unit_id        uuid,
    text              text check (length(text) <= 4000)
);
select scale.local('recommendations.step');
create index step_of_recommendation on recommendations.step (recommendation_id, at, id);
create index step_to_unit on recommendations.step (to_unit_id, recommendation_id) where to_unit_id is not null;

-- What stood in the ledger before it had numbers and desks; it lies at the unit above the one that asked.
insert into recommendations.recommendation (
    id, issuer_unit_id, year, number, unit_id, source, source_id, source_href, period, body, body_hash, addressee,
    desk_unit_id, desk_since, raised_on, due_on, state, answer, closed_at)
select r.id, r.unit_id, extract(year from r.sent_on)::int,
    row_number() over (partition by r.unit_id, extract(year from r.sent_on) order by r.sent_on, r.id),
    r.unit_id, 'RETURN', r.return_id, '/returns/' || u.code || '/' || t.form || '/' || t.period, t.period,
    left(r.body, 4000), r.body_hash, left(r.addressee, 300), coalesce(v.parent_unit_id, r.unit_id), r.sent_on, r.sent_on,
    r.due_on,
    case when r.withdrawn_at is not null then 'WITHDRAWN' when r.answered_at is not null then 'ANSWERED'
        when r.taken_up_at is not null then 'TAKEN_UP' else 'WAITING' end,
    r.answer, r.answered_at
from reporting.recommendation r
    join reporting.unit_return t on t.cell_id = r.cell_id and t.id = r.return_id
    join organization.unit u on u.id = r.unit_id
    left join organization.unit_version v on v.unit_id = r.unit_id and v.valid @> r.sent_on;
insert into recommendations.register (unit_id, year, last_number)
select issuer_unit_id, year, max(number) from recommendations.recommendation group by issuer_unit_id, year;
delete from scale.placement where rel = 'reporting.recommendation';
drop table reporting.recommendation;
