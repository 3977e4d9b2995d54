-- As with the values that count: a version and what it says are written by one statement, and neither is ever removed.
alter table reporting.return_value drop constraint return_value_cell_id_return_id_version_fkey;
