-- The states of the tree and of the catalogue that the totals were made with, as their owners describe them.
drop table indicators.counting;
create table indicators.counting (
    what  text primary key,
    state text not null
);
update scale.placement set kind = 'local' where rel = 'indicators.counting';
