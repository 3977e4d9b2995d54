-- The number of the tree stands among the numbers that a transaction asks for in one go. It is told by the table itself, so that
-- nobody who changes the tree can forget it.
create function organization.tell_tree_number() returns trigger language plpgsql as $$
begin
    insert into platform.stamp (name, number) values ('organization.tree', new.version)
    on conflict (name) do update set number = excluded.number;
    return null;
end
$$;
create trigger tree_state_told after insert or update on organization.tree_state
    for each row execute function organization.tell_tree_number();
update organization.tree_state set version = version;
