-- A document is looked for by its number as much as by its title; one folded column and one index answer both.
alter table documents.document drop column title_fold;
alter table documents.document
    add column find_fold text not null generated always as (platform.vn_fold(symbol || ' ' || title)) stored;
create index document_find on documents.document using gin (find_fold gin_trgm_ops);
