-- Since nobody connects by default, the role in which the program works was refused the size of its own database.
do $$
begin
    execute format('grant connect on database %I to giaoban_app', current_database());
end
$$;
