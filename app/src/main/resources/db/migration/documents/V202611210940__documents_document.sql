-- Papers an organisation issues: types, letterheads, terms, the register of numbers, the documents, and their Word templates.
select platform.create_module('documents');

create table documents.document_type (
    code       text not null check (code ~ '^[a-z][a-z-]{1,39}$'),
    symbol     text not null check (symbol ~ '^[[:alpha:]]{1,6}$'),
    name_vi    text not null check (name_vi ~ '\S' and length(name_vi) <= 80),
    name_en    text not null check (name_en ~ '\S' and length(name_en) <= 80),
    resets     text not null check (resets in ('TERM', 'YEAR')),
    valid_from date not null,
    basis      text not null check (length(basis) <= 200),
    position   smallint not null,
    primary key (code, valid_from)
);
select scale.reference('documents.document_type');

create table documents.letterhead (
    unit_id    uuid not null,
    valid_from date not null,
    symbol     text not null check (symbol ~ '^[[:alpha:]]{1,12}$'),
    superior   text not null check (length(superior) <= 160),
    name       text not null check (name ~ '\S' and length(name) <= 160),
    place      text not null check (place ~ '\S' and length(place) <= 80),
    primary key (unit_id, valid_from)
);
select scale.local('documents.letterhead');

-- A term runs from the day after the congress closes to the day the next one closes; until_on is the first day after.
create table documents.term (
    unit_id  uuid not null,
    code     text not null check (code ~ '^\S{1,20}$'),
    from_on  date not null,
    until_on date not null check (until_on > from_on),
    primary key (unit_id, code),
    constraint term_apart exclude using gist (unit_id with =, daterange(from_on, until_on) with &&)
);
select scale.local('documents.term');

-- One line per issuer, series (a term or a year) and type; whoever numbers a document holds this row until the end.
create table documents.register (
    unit_id     uuid not null,
    series      text not null check (length(series) <= 20),
    type        text not null,
    last_number int not null default 0 check (last_number >= 0),
    primary key (unit_id, series, type)
);
select scale.local('documents.register');

create table documents.document (
    id           uuid primary key,
    unit_id      uuid not null,
    type         text not null,
    series       text not null,
    number       int not null check (number > 0),
    symbol       text not null check (length(symbol) <= 40),
    issuer_name  text not null check (length(issuer_name) <= 160),
    title        text not null check (title ~ '\S' and length(title) <= 500),
    title_fold   text not null generated always as (platform.vn_fold(title)) stored,
    issued_on    date not null,
    issued_at    timestamptz not null,
    issued_by    text not null check (length(issued_by) <= 120),
    about_kind   text not null check (length(about_kind) <= 40),
    about_id     uuid not null,
    about_label  text not null check (length(about_label) <= 500),
    about_href   text not null check (about_href ~ '^/' and length(about_href) <= 300),
    once_key     text not null check (length(once_key) <= 200),
    template     text not null,
    template_version int not null,
    file_id      uuid not null,
    file_sha256  text not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
    file_size    bigint not null check (file_size > 0),
    constraint document_number unique (unit_id, series, type, number),
    constraint document_once unique (unit_id, once_key),
    foreign key (unit_id, series, type) references documents.register
);
select scale.local('documents.document');
create index document_about on documents.document (about_kind, about_id);
create index document_newest on documents.document (issued_on desc, id desc);
create index document_title on documents.document using gin (title_fold gin_trgm_ops);

-- A version of a Word template; the one in force on a day is the highest version whose date has come.
create table documents.template_version (
    template    text not null check (template ~ '^[a-z][a-z-]{1,39}$'),
    version     int not null check (version > 0),
    valid_from  date not null,
    content     bytea not null check (length(content) between 1 and 2097152),
    sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    note        text not null check (length(note) <= 300),
    uploaded_by text not null check (length(uploaded_by) <= 120),
    uploaded_at timestamptz not null,
    primary key (template, version)
);
select scale.reference('documents.template_version');
