-- The application writes lines and reads them; it can neither change nor remove one.
revoke update, delete, truncate on audit.entry from giaoban_app;
revoke insert, delete, truncate on audit.chain from giaoban_app;
