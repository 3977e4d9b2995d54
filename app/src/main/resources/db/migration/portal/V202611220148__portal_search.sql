-- Editors look among what is not out yet; visitors' index holds the published versions only.
create index version_fold_open on portal.version using gin (fold gin_trgm_ops) where state in ('DRAFT', 'SUBMITTED', 'RETURNED');
