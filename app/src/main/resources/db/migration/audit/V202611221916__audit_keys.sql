-- Which key a line was chained with; 0 is none: such lines are from before there were keys.
alter table audit.entry add column key_number int not null default 0 check (key_number >= 0);

-- Where the lines without a key end, and the proof that nobody moved this mark. Set once, at the first start with keys.
alter table audit.chain add column unkeyed bigint check (unkeyed >= 0);
alter table audit.chain add column unkeyed_key int;
alter table audit.chain add column unkeyed_proof bytea;
alter table audit.chain add constraint chain_mark check (
    (unkeyed is null) = (unkeyed_proof is null) and (unkeyed is null) = (unkeyed_key is null));
